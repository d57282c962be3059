"""What bulk work may be done with, and how a run stands: what became of each dossier."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import orjson
from django.db.models import Count, Q

from motcua.dossiers.events import DecisionProposed
from motcua.dossiers.models import BulkItem, BulkRun, Dossier, Result
from motcua.dossiers.policies import available_acts, visible
from motcua.dossiers.queries.lists import COLUMNS, DossierRow, row_of
from motcua.dossiers.rules.exports import STILL_AFTER
from motcua.dossiers.vocabulary import Act, BulkOutcome, Decision, Stage
from motcua.kernel.actor import Actor
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound
from motcua.ledger.queries import facts_about_these

BULK_MAX = 500
"""Dossiers of one run."""
FACTS_EACH_MAX = 40
"""The newest facts that are looked through for a proposal, for each dossier."""
PLACE = (
    "version",
    "appointment_at",
    "agency_id",
    "competent_agency_id",
    "unit_id",
    "assignee_id",
    "awaits_companion",
    "held_agency_id",
    "held_unit_id",
    "held_assignee_id",
    "offered_agency_id",
    "offered_unit_id",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """A dossier picked for bulk work: what must still be true when its turn comes.

    `own`: plain values of the input that are this dossier's alone.
    """

    code: str
    version: int
    own: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A dossier that somebody ticked, and the acts that he may do with it now."""

    row: DossierRow
    version: int
    appointment_at: datetime | None
    agency_id: int
    competent_agency_id: int
    unit_id: int | None
    assignee_id: int | None
    awaits_companion: bool
    held_agency_id: int | None
    held_unit_id: int | None
    held_assignee_id: int | None
    offered_agency_id: int | None
    offered_unit_id: int | None
    acts: tuple[Act, ...] = ()

    @property
    def id(self) -> int:
        return self.row.id

    @property
    def chosen(self) -> Chosen:
        return Chosen(code=self.row.code, version=self.version)


def candidates(actor: Actor, codes: tuple[str, ...]) -> tuple[Candidate, ...]:
    """Those of the codes that the actor may see, in the order given, at most `BULK_MAX`.

    One query, by the unique code.
    """
    asked = tuple(dict.fromkeys(codes))[:BULK_MAX]
    found = Dossier.objects.filter(visible(actor), code__in=asked)
    known = {}
    for value in found.values_list(*COLUMNS, *PLACE):
        row = row_of(value[: len(COLUMNS)])
        placed: dict[str, Any] = dict(zip(PLACE, value[len(COLUMNS) :], strict=True))
        bare = Candidate(row=row, **placed)
        known[row.code] = Candidate(
            row=row, acts=available_acts(actor, Stage(row.stage), bare), **placed
        )
    return tuple(known[code] for code in asked if code in known)


def chosen(actor: Actor, codes: tuple[str, ...], act: Act) -> tuple[Chosen, ...]:
    """Those of the codes on which the actor may do the act now, in the order given. One query."""
    return tuple(one.chosen for one in candidates(actor, codes) if act in one.acts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What was proposed or decided of a dossier, and by whom."""

    decision: Decision
    by: str


def proposed_of(found: Sequence[Candidate]) -> dict[str, Outcome]:
    """The last proposal for each, by code; none where nothing was proposed. One query."""
    codes = {one.row.id: one.row.code for one in found}
    told: dict[str, Outcome] = {}
    for fact in facts_about_these({"dossier": codes}, rows_max=FACTS_EACH_MAX * len(codes)):
        if fact.code == DecisionProposed.code:
            outcome = Outcome(
                decision=Decision(fact.payload["decision"]), by=str(fact.actor.get("name", ""))
            )
            told.setdefault(codes[fact.subject_id], outcome)
    return told


def decided_of(found: Sequence[Candidate]) -> dict[str, Outcome]:
    """What was decided of each in the end, by code. One query, by `result_one_per_place`."""
    results = Result.objects.filter(dossier__in=[one.row.id for one in found]).order_by("seq")
    values = results.values_list("dossier__code", "decision", "decided_by")
    return {code: Outcome(decision=Decision(decision), by=by) for code, decision, by in values}


@dataclass(frozen=True, slots=True, kw_only=True)
class BulkResult:
    """One dossier of the run; `outcome` None = still to come."""

    code: str
    owner_name: str
    outcome: BulkOutcome | None
    refusal: Refusal | None
    own: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class BulkStanding:
    """A run as its owner sees it. `given`: the input of the act in plain values; see
    `given.read_given`."""

    id: int
    act: Act
    given: dict[str, Any]
    total: int
    done: int
    refused: int
    asked_at: datetime
    finished_at: datetime | None
    results: tuple[BulkResult, ...]

    @property
    def is_over(self) -> bool:
        return self.done + self.refused >= self.total


def bulk_standing(actor: Actor, run_id: int) -> BulkStanding:
    """Only for whoever asked for it. Four queries. Refusals: NotFound."""
    run = BulkRun.objects.filter(pk=run_id, user_id=actor.user_id or 0).first()
    if run is None:
        raise NotFound(kind="bulk-run")
    items = BulkItem.objects.filter(run=run)
    counts = items.aggregate(
        done=Count("id", filter=Q(outcome=str(BulkOutcome.DONE))),
        refused=Count("id", filter=Q(outcome=str(BulkOutcome.REFUSED))),
    )
    shown = list(items.order_by("position")[:BULK_MAX])
    act = Act(run.act)
    return BulkStanding(
        id=run.pk,
        act=act,
        given=orjson.loads(run.given),
        total=run.total,
        asked_at=run.asked_at,
        finished_at=run.finished_at,
        results=_results(actor, shown),
        **counts,
    )


def stalled_bulk_runs(*, at: datetime) -> list[int]:
    """Runs that should be over by now: their worker has died, or never came."""
    rows = BulkRun.objects.filter(finished_at=None, asked_at__lt=at - STILL_AFTER)
    return list(rows.order_by("id").values_list("pk", flat=True))


def _results(actor: Actor, items: list[BulkItem]) -> tuple[BulkResult, ...]:
    """With the names of owners, as far as the actor may still see them."""
    seen = Dossier.objects.filter(visible(actor), code__in=[item.code for item in items])
    owners = dict(seen.values_list("code", "owner_name"))
    return tuple(
        BulkResult(
            code=item.code,
            owner_name=owners.get(item.code, ""),
            outcome=BulkOutcome(item.outcome) if item.outcome else None,
            refusal=_refusal(item),
            own=orjson.loads(item.own),
        )
        for item in items
    )


def _refusal(item: BulkItem) -> Refusal | None:
    """The no of that moment, to be worded by whoever shows it."""
    if not item.refusal:
        return None
    refusal = Refusal(**orjson.loads(item.params))
    refusal.code = item.refusal  # type: ignore[misc]
    return refusal
