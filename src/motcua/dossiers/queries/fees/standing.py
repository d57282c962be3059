"""What a dossier owes and why, who claimed to pay less, what leaders let go unpaid."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q

from motcua.accounts.rules.roles import Permission
from motcua.dossiers.models import Dossier, FeeLine, ReliefClaim, UnpaidLeave
from motcua.dossiers.policies import visible
from motcua.dossiers.queries.detail import DossierDetail
from motcua.dossiers.reading import fee_from
from motcua.dossiers.rows import claim_values, leave_values
from motcua.dossiers.rules.fees.reliefs import FeeStanding
from motcua.dossiers.vocabulary import ClaimState
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.paging import Page, after, page_of, size_of
from motcua.ledger.queries import FactRow, facts_about
from motcua.procedures.queries.details import procedure_detail
from motcua.procedures.rules.fees import FeeLineCode
from motcua.procedures.vocabulary import Channel

TAKEN_OFF = (FeeLineCode.WAIVED, FeeLineCode.REDUCED)


def fee_standing(dossier: Dossier) -> FeeStanding:
    """What the rule must know. Three queries besides the cached catalogue."""
    detail = procedure_detail(dossier.procedure_version_id)
    lines = FeeLine.objects.filter(dossier=dossier).order_by("position")
    first = facts_about("dossier", dossier.pk)[0]
    return FeeStanding(
        fees=detail.fees,
        lines=tuple(fee_from(line) for line in lines),
        claims=claims_of_dossier(dossier.pk),
        channel=Channel(dossier.channel),
        variant=detail.variant_place(dossier.variant_id),
        filed_on=local_day(first.occurred_at),
    )


def standing_of(detail: DossierDetail) -> FeeStanding:
    """The same of a dossier that has been read. One query."""
    return FeeStanding(
        fees=detail.procedure.fees,
        lines=detail.fees,
        claims=claims_of_dossier(detail.id),
        channel=Channel(detail.channel),
        variant=detail.procedure.variant_place(detail.variant_id),
        filed_on=local_day(detail.sent_at),
    )


def claims_of_dossier(dossier_id: int) -> tuple[dict[str, Any], ...]:
    """The claims as plain values. One query. The caller has found the dossier for its actor."""
    found = ReliefClaim.objects.filter(dossier=dossier_id).order_by("group")
    return tuple(claim_values(row) for row in found)


def leaves_of_dossier(dossier_id: int) -> tuple[dict[str, Any], ...]:
    """The leaves to hand over unpaid, oldest first. One query."""
    found = UnpaidLeave.objects.filter(dossier=dossier_id).order_by("seq")
    return tuple(leave_values(row) for row in found)


def has_leave(dossier_id: int) -> bool:
    """Whether a leader lets it be handed over unpaid."""
    return UnpaidLeave.objects.filter(dossier=dossier_id).exists()


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeChange:
    """The amount became another. `reason` is empty where a supplement changed what was counted."""

    at: datetime
    old_total_vnd: int
    new_total_vnd: int
    reason: str


def fee_changes(facts: Iterable[FactRow]) -> tuple[FeeChange, ...]:
    """Each of them, oldest first."""
    return tuple(_change(fact) for fact in facts if "old_total_vnd" in fact.payload)


def _change(fact: FactRow) -> FeeChange:
    told = fact.payload
    new = told.get("fee_total_vnd", told.get("changes", {}).get("fee_total_vnd", 0))
    return FeeChange(
        at=fact.occurred_at,
        old_total_vnd=told["old_total_vnd"],
        new_total_vnd=new,
        reason=told.get("reason", ""),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ReliefRow:
    """A claim that was decided, in the list of a leader. `saved_vnd`: what it took off."""

    id: int
    dossier_code: str
    procedure_name: str
    owner_name: str
    group: str
    state: ClaimState
    proof: str
    reason: str
    decided_at: datetime
    decided_by: str
    saved_vnd: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaveRow:
    """A result let go unpaid."""

    dossier_code: str
    owner_name: str
    dossier_id: int
    reason: str
    given_at: datetime
    given_by: str
    fee_total_vnd: int


def _of_visible(actor: Actor) -> Q:
    """Of dossiers that the actor sees: asked of each claim, for there are few beside all dossiers."""
    seen = Dossier.objects.filter(visible(actor, Permission.RELIEF_VIEW), pk=OuterRef("dossier"))
    return Q(Exists(seen))


def reliefs_decided(
    actor: Actor, *, state: ClaimState | None = None, cursor: str = "", size: int | None = None
) -> Page[ReliefRow]:
    """Newest first, of dossiers that the actor sees. Two queries. Refusals: CursorFaulty."""
    size = size_of(size)
    found = ReliefClaim.objects.filter(_of_visible(actor), decided_at__isnull=False)
    if state is not None:
        found = found.filter(state=state)
    start = after(cursor)
    if start is not None:
        found = found.filter(id__lt=start)
    rows = list(found.select_related("dossier__procedure_version").order_by("-id")[: size + 1])
    saved = _saved(row.dossier_id for row in rows)
    return page_of([_relief(row, saved) for row in rows], size=size, key="id")


def _saved(dossier_ids: Any) -> dict[tuple[int, str], int]:
    """What each group took off each dossier. One query."""
    lines = FeeLine.objects.filter(dossier__in=set(dossier_ids), code__in=list(map(str, TAKEN_OFF)))
    told: dict[tuple[int, str], int] = {}
    for line in lines:
        key = (line.dossier_id, str(fee_from(line).params.get("group", "")))
        told[key] = told.get(key, 0) - line.amount_vnd
    return told


def _relief(row: ReliefClaim, saved: dict[tuple[int, str], int]) -> ReliefRow:
    assert row.decided_at is not None
    is_granted = row.state == ClaimState.ACCEPTED
    return ReliefRow(
        id=row.pk,
        dossier_code=row.dossier.code,
        procedure_name=row.dossier.procedure_version.name,
        owner_name=row.dossier.owner_name,
        group=row.group,
        state=ClaimState(row.state),
        proof=" · ".join(part for part in (row.source, row.number, row.issuer) if part),
        reason=row.reason,
        decided_at=row.decided_at,
        decided_by=row.decided_by,
        saved_vnd=saved.get((row.dossier_id, row.group), 0) if is_granted else 0,
    )


LEAVES_MAX = 100


def leaves_given(actor: Actor) -> tuple[LeaveRow, ...]:
    """The newest leaves to hand over unpaid, of dossiers that the actor sees. One query."""
    found = UnpaidLeave.objects.filter(_of_visible(actor)).select_related("dossier")
    return tuple(
        LeaveRow(
            dossier_code=row.dossier.code,
            owner_name=row.dossier.owner_name,
            dossier_id=row.dossier_id,
            reason=row.reason,
            given_at=row.given_at,
            given_by=row.given_by,
            fee_total_vnd=row.dossier.fee_total_vnd,
        )
        for row in found.order_by("-given_at")[:LEAVES_MAX]
    )
