"""The returns counter: all that one person may collect."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from motcua.accounts.rules.roles import Permission
from motcua.database.joining import PartList, first_of
from motcua.database.words import newest_by_words
from motcua.dossiers.models import (
    Dossier,
    DossierParty,
    FeeLine,
    HandOver,
    Result,
    SubmittedDocument,
)
from motcua.dossiers.policies import visible
from motcua.dossiers.queries.searching.same_person import KINDS, newest_of, parties_with
from motcua.dossiers.reading import fee_from, paper_from, party_from
from motcua.dossiers.rows import hand_over_values, result_values
from motcua.dossiers.vocabulary import PaperIn, Party, PartyRole, ReturnMethod, Stage, party_of
from motcua.kernel.actor import Actor
from motcua.kernel.folding import fold
from motcua.kernel.words import Asked, asked_words
from motcua.procedures.rules.fees import FeeSheetLine

RIGHT = Permission.DOSSIER_RETURN_RESULT
TOGETHER_MAX = 40
FOUND_MAX = 20
NUMBER_LENGTH_MIN = 9
NOTHING_TO_COLLECT = (Stage.NOT_RECEIVED, Stage.TERMINATED, Stage.WITHDRAWN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Collectable:
    """One dossier at the returns counter, ready or not, with all that is needed to hand it over.

    `result` and `hand_over` are plain values in the shape of `rows.result_values` and
    `rows.hand_over_values`; empty where there is none.
    """

    id: int
    code: str
    version: int
    stage: Stage
    return_method: ReturnMethod
    procedure_name: str
    received_at: datetime
    due_at: datetime | None
    due_soon_at: datetime | None
    appointment_at: datetime | None
    ended_at: datetime | None
    timeliness: str
    decision: str
    parties: tuple[Party, ...]
    papers: tuple[PaperIn, ...]
    fees: tuple[FeeSheetLine, ...]
    result: dict[str, Any]
    hand_over: dict[str, Any]

    @property
    def is_ready(self) -> bool:
        return self.stage is Stage.SETTLED

    @property
    def owner(self) -> Party:
        owner = party_of(self.parties, PartyRole.OWNER)
        assert owner is not None
        return owner

    @property
    def originals(self) -> tuple[tuple[int, PaperIn], ...]:
        """Papers of which originals were handed in or shown, with their places."""
        return tuple(
            (place, paper)
            for place, paper in enumerate(self.papers)
            if paper.originals or paper.present_only
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A dossier whose words fit, when several people are meant."""

    code: str
    owner_name: str
    procedure_name: str
    stage: Stage
    received_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class AtCounter:
    """Whoever stands at the counter: his dossiers, those asked for first; or several people to
    choose from, when the words fit more than one."""

    together: tuple[Collectable, ...] = ()
    candidates: tuple[Candidate, ...] = ()

    @property
    def ready(self) -> tuple[Collectable, ...]:
        return tuple(one for one in self.together if one.is_ready)

    @property
    def not_ready(self) -> tuple[Collectable, ...]:
        return tuple(one for one in self.together if not one.is_ready)


def at_the_counter(actor: Actor, text: str) -> AtCounter:
    """Everything for the person of a code, a number (of any party) or words of a name.

    At most 11 queries: one or two to find, one to three for those of the same person, six for what
    belongs to them. Served by the unique code, `dossier_group`, `party_personal_id`,
    `party_tax_code`, `party_phone`, `party_old_id`; words by the index of words.
    """
    asked = text.strip()
    mine = Dossier.objects.filter(visible(actor, RIGHT)).exclude(stage__in=NOTHING_TO_COLLECT)
    focus = mine.filter(code__in={asked, asked.upper()}).first() if asked else None
    if focus is not None:
        return AtCounter(together=_together(mine, focus))
    if asked.isdigit() and len(asked) >= NUMBER_LENGTH_MIN:
        named = parties_with(asked, KINDS).values_list("dossier", flat=True)
        return AtCounter(together=_loaded(_newest(mine.filter(pk__in=list(named)))))
    return _by_words(mine, asked)


def chosen_for_return(actor: Actor, codes: Iterable[str]) -> tuple[Collectable, ...]:
    """The dossiers with these codes that the actor may hand over, ready or not any more."""
    among = Dossier.objects.filter(visible(actor, RIGHT), code__in=list(codes)[:TOGETHER_MAX])
    return _loaded(list(among.select_related("procedure_version").order_by("id")))


def _by_words(mine: QuerySet[Dossier], text: str) -> AtCounter:
    asked = asked_words(text, begun=False)
    if not asked:
        return AtCounter()
    found = mine.exclude(stage=str(Stage.RETURNED))
    rows = _newest_with(found, asked) or _newest_with(found, asked_words(text, begun=True))
    people = {fold(row.owner_name) for row in rows}
    if len(people) == 1 and len(rows) <= FOUND_MAX:
        same = _together(mine, rows[0])
        if {row.pk for row in rows} <= {one.id for one in same}:
            return AtCounter(together=same)
    return AtCounter(candidates=tuple(_candidate(row) for row in rows[:FOUND_MAX]))


def _newest_with(found: QuerySet[Dossier], asked: Asked) -> list[Dossier]:
    named = first_of(
        [PartList(newest_by_words(found, "search_key", asked))], "-id", count=FOUND_MAX + 1
    )
    return list(named.select_related("procedure_version"))


def _candidate(row: Dossier) -> Candidate:
    return Candidate(
        code=row.code,
        owner_name=row.owner_name,
        procedure_name=row.procedure_version.name,
        stage=Stage(row.stage),
        received_at=row.received_at,
    )


def _together(mine: QuerySet[Dossier], focus: Dossier) -> tuple[Collectable, ...]:
    """The dossier, those received with it, and those of the same owner that are not handed over."""
    owner = DossierParty.objects.filter(dossier=focus.pk, role=str(PartyRole.OWNER)).first()
    others = mine.exclude(pk=focus.pk).exclude(stage=str(Stage.RETURNED))
    first = focus.group_id or focus.pk
    lists = [
        others.filter(pk=first),
        others.filter(group=first),
        others.filter(pk__in=_of_same(owner) if owner else ()),
    ]
    found = first_of([PartList(one) for one in lists], "-id", count=TOGETHER_MAX)
    return _loaded([focus, *found.select_related("procedure_version")])


def _of_same(owner: DossierParty) -> list[int]:
    """Ids of the dossiers of the same owner: by his numbers, else by name and phone. They are asked
    for apart from the dossiers, so that nothing else is looked through."""
    owned = DossierParty.objects.filter(role=str(PartyRole.OWNER))
    numbers = {"personal_id": owner.personal_id, "tax_code": owner.tax_code}
    known = [owned.filter(KINDS[kind](number)) for kind, number in numbers.items() if number]
    if not known and owner.phone:
        known = [owned.filter(phone=owner.phone, name=owner.name)]
    return list(newest_of(known).values_list("dossier", flat=True)) if known else []


def _newest(found: QuerySet[Dossier]) -> list[Dossier]:
    return list(found.select_related("procedure_version").order_by("-id")[:TOGETHER_MAX])


SAME = (
    "id",
    "code",
    "version",
    "received_at",
    "due_at",
    "due_soon_at",
    "appointment_at",
    "ended_at",
    "timeliness",
    "decision",
)


def _loaded(dossiers: list[Dossier]) -> tuple[Collectable, ...]:
    if not dossiers:
        return ()
    among = {"dossier__in": [dossier.pk for dossier in dossiers]}
    parties = _by(DossierParty.objects.filter(**among).order_by("id"))
    papers = _by(SubmittedDocument.objects.filter(**among).order_by("position"))
    fees = _by(FeeLine.objects.filter(**among).order_by("position"))
    results = _by(Result.objects.filter(**among).order_by("seq"))
    hand_overs = _by(HandOver.objects.filter(**among).order_by("seq"))
    return tuple(
        Collectable(
            **{name: getattr(dossier, name) for name in SAME},
            stage=Stage(dossier.stage),
            return_method=ReturnMethod(dossier.return_method),
            procedure_name=dossier.procedure_version.name,
            parties=tuple(party_from(row) for row in parties[dossier.pk]),
            papers=tuple(paper_from(row) for row in papers[dossier.pk]),
            fees=tuple(fee_from(row) for row in fees[dossier.pk]),
            result=_last(results[dossier.pk], result_values),
            hand_over=_last(hand_overs[dossier.pk], hand_over_values),
        )
        for dossier in dossiers
    )


def _by(rows: Iterable[Any]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        found[row.dossier_id].append(row)
    return found


def _last(rows: list[Any], values: Any) -> dict[str, Any]:
    return dict(values(rows[-1])) if rows else {}
