"""The door: a paper of a dossier as data, and as PDF in the words of the office that issues it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q

from motcua.accounts.rules.roles import Permission
from motcua.dossiers.models import Dossier
from motcua.dossiers.papers_filled.giving import (
    OF_A_GROUP,
    OF_THE_WHOLE,
    SLUGS,
    GivenPaper,
    papers_given,
)
from motcua.dossiers.papers_filled.groups import group_slip
from motcua.dossiers.papers_filled.notices import (
    apology,
    reception_refusal,
    stop_notice,
    supplement_request,
)
from motcua.dossiers.papers_filled.processing import control_slip, processing_history
from motcua.dossiers.papers_filled.returning import return_receipt
from motcua.dossiers.papers_filled.slip import slip
from motcua.dossiers.papers_filled.telling import Told, tell
from motcua.dossiers.papers_filled.transferring import transfer_slip
from motcua.dossiers.policies import find_for, sees_by_place, visible
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.verdict import NotFound
from motcua.ledger.queries import FactRow, facts_about, first_facts_about
from motcua.papers.form_sets import form_for
from motcua.papers.queries import words_for
from motcua.papers.rendering import moment_of, render
from motcua.papers.vocabulary import PaperKind, PaperSize, SlipCopy

NOTICES: dict[PaperKind, Callable[[Told], Any]] = {
    PaperKind.SUPPLEMENT_REQUEST: supplement_request,
    PaperKind.RECEPTION_REFUSAL: reception_refusal,
    PaperKind.APOLOGY: apology,
    PaperKind.STOP_NOTICE: stop_notice,
    PaperKind.CONTROL_SLIP: control_slip,
    PaperKind.TRANSFER_SLIP: transfer_slip,
    PaperKind.RETURN_RECEIPT: return_receipt,
}
FROM_THE_DESK = frozenset({PaperKind.SLIP, PaperKind.RETURN_RECEIPT, *OF_A_GROUP})
"""Papers in the words of the agency that received; the others in those of the one that settles."""
STOPPED = "dossier.processing-terminated"
MEMBERS_MAX = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """One paper that is asked for. `seq` None: the newest of its kind. `internal`: also what officers
    tell each other. `address` is the public one, for look-up."""

    kind: PaperKind
    address: str
    seq: int | None = None
    internal: bool = False
    copies: tuple[SlipCopy, ...] = (SlipCopy.APPLICANT,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """A paper ready to be drawn. `agency_id` is whose words it is printed in."""

    kind: PaperKind
    code: str
    dossier_id: int
    seq: int
    agency_id: int
    data: Any

    @property
    def day(self) -> date:
        return local_day(moment_of(self.data))

    @property
    def file_name(self) -> str:
        return f"{self.code}-{SLUGS[self.kind]}.pdf"


def papers_of(actor: Actor, code: str) -> tuple[GivenPaper, ...]:
    """Every paper that this dossier gives, the newest first. Three queries (code, facts, group).

    Refusals: NotFound.
    """
    dossier = find_for(actor, Permission.PAPER_PRINT, code)
    facts = tuple(facts_about("dossier", dossier.pk))
    return papers_given(facts, in_group=bool(_companions(actor, dossier, Permission.PAPER_PRINT)))


def fill(
    actor: Actor, code: str, wanted: Wanted, *, permission: Permission = Permission.PAPER_PRINT
) -> Filled:
    """The paper as data. Three queries, one more for names of people or for a group.

    Refusals: NotFound, also where the dossier gives no such paper; NoFormSetInForce,
    PaperNotInFormSet where the circular of that day has no such form.
    """
    dossier = find_for(actor, permission, code)
    facts = tuple(facts_about("dossier", dossier.pk))
    is_of_desk = wanted.kind in FROM_THE_DESK
    companions = _companions(actor, dossier, permission) if is_of_desk else ()
    seq = _seq(facts, wanted, in_group=bool(companions))
    told = tell(facts[:seq], address=wanted.address)
    if wanted.internal and not sees_by_place(actor, permission, dossier):
        raise NotFound(kind="paper")
    return Filled(
        kind=wanted.kind,
        code=told.code,
        dossier_id=dossier.pk,
        seq=seq,
        agency_id=_agency_id(told, wanted.kind),
        data=_data(told, wanted, companions),
    )


def printed(filled: Filled, size: PaperSize | None = None) -> bytes:
    """The paper as PDF, in the words its office had on its day. One query, then none.

    Refusals: NoFormSetInForce, PaperNotInFormSet, TooManyLines.
    """
    words = words_for(filled.kind, filled.agency_id, filled.day)
    return render(filled.kind, filled.data, size, words=words)


@dataclass(frozen=True, slots=True)
class Companion:
    """A dossier that came in with this one."""

    id: int
    code: str


def _companions(actor: Actor, dossier: Dossier, permission: Permission) -> tuple[Companion, ...]:
    """The others of the group (dossier_group and the primary key), in their order."""
    first = dossier.group_id or dossier.pk
    which = visible(actor, permission)
    together = Dossier.objects.filter(which, Q(group=first) | Q(pk=first)).exclude(pk=dossier.pk)
    rows = together.order_by("id").values_list("id", "code")[:MEMBERS_MAX]
    return tuple(Companion(found, code) for found, code in rows)


def _seq(facts: tuple[FactRow, ...], wanted: Wanted, *, in_group: bool) -> int:
    """The place of the fact that the paper tells of. Refusals: NotFound; PaperNotInFormSet."""
    given = papers_given(facts, in_group=in_group)
    of_kind = [paper.seq for paper in given if paper.kind is wanted.kind]
    if not of_kind:
        _refuse_unknown_form(facts, wanted.kind)
        raise NotFound(kind="paper")
    if wanted.seq is None:
        return of_kind[0]
    is_whole = wanted.kind in OF_THE_WHOLE
    if wanted.seq in of_kind or (is_whole and 1 <= wanted.seq <= of_kind[0]):
        return wanted.seq
    raise NotFound(kind="paper")


def _refuse_unknown_form(facts: tuple[FactRow, ...], kind: PaperKind) -> None:
    """A stop before the circular that brought its form is told so. Refusals: PaperNotInFormSet."""
    stopped = [fact for fact in facts if fact.code == STOPPED]
    if kind is PaperKind.STOP_NOTICE and stopped:
        form_for(kind, local_day(stopped[-1].occurred_at))


def _agency_id(told: Told, kind: PaperKind) -> int:
    name = "agency_id" if kind in FROM_THE_DESK else "competent_agency_id"
    return int(told.state[name])


def _data(told: Told, wanted: Wanted, companions: tuple[Companion, ...]) -> Any:
    if wanted.kind is PaperKind.SLIP:
        codes = tuple(one.code for one in companions)
        return slip(told, companions=codes, copies=wanted.copies)
    if wanted.kind is PaperKind.PROCESSING_HISTORY:
        return processing_history(told, internal=wanted.internal)
    if wanted.kind in OF_A_GROUP:
        return group_slip(_members(told, companions), wanted.kind, copies=wanted.copies)
    return NOTICES[wanted.kind](told)


def _members(told: Told, companions: tuple[Companion, ...]) -> tuple[Told, ...]:
    """All of the group as they were received, the head first. One query."""
    first_facts = first_facts_about("dossier", [one.id for one in companions])
    others = [tell([fact], address=told.address) for fact in first_facts]
    return tuple(sorted([told, *others], key=lambda one: one.dossier_id))
