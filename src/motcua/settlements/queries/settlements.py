"""Settlements as read: what waits, the list, one in full, the transfers behind each figure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from motcua.accounts.rules.roles import Permission
from motcua.books.queries.owed import due_agencies
from motcua.books.vocabulary import Source
from motcua.kernel.actor import Actor
from motcua.kernel.paging import Page, after, page_of, size_of
from motcua.kernel.verdict import NotFound
from motcua.payments.queries.named import ReceiptNamed, receipts_named
from motcua.procedures.vocabulary import FeeKind
from motcua.settlements.models import Refund, Settlement, SettlementItem, SettlementPart
from motcua.settlements.policies import acts_for, agencies_for, visible_settlements
from motcua.settlements.queries.counting import (
    Counted,
    Former,
    counted,
    figures,
    former_of,
    open_since,
    terms_on,
)
from motcua.settlements.rules.settling import BEGINS, end_of_span
from motcua.settlements.vocabulary import (
    Figures,
    Part,
    SettlementAct,
    SettlementState,
    Terms,
)

OPEN_MAX = 200
PARTS = ("carried_vnd", "collected_vnd", "cancelled_vnd", "refunded_vnd", "kept_vnd")


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPeriod:
    """Money of an agency that no settlement counts yet, and until when its period goes."""

    agency_id: int
    due_agency_id: int
    first_day: date
    last_day: date
    terms: Terms


@dataclass(frozen=True, slots=True, kw_only=True)
class SettlementRow:
    """One line of a list. The sum is None while it is a draft."""

    id: int
    agency_id: int
    due_agency_id: int
    first_day: date
    last_day: date
    state: SettlementState
    to_transfer_vnd: int | None
    paid_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SettlementDetail:
    """One in full, and what this actor may do with it now."""

    row: SettlementRow
    figures: dict[FeeKind, Figures]
    terms: Terms
    late: int
    drafted_at: datetime
    drafted_by: str
    sent_at: datetime | None
    sent_by: str
    sent_note: str
    answered_at: datetime | None
    answered_by: str
    answer_note: str
    paid_at: datetime | None
    paid_by: str
    way: str
    slip_number: str
    acts: frozenset[SettlementAct]

    @property
    def transferred_vnd(self) -> int:
        """Handed on already."""
        return self.total_vnd if self.row.state is SettlementState.PAID else 0

    @property
    def total_vnd(self) -> int:
        return sum(one.to_transfer_vnd for one in self.figures.values())

    @property
    def left_vnd(self) -> int:
        """Still to be handed on."""
        return self.total_vnd - self.transferred_vnd


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemRow:
    """One transfer behind a figure, by the receipt and the dossier that it is of."""

    id: int
    day: date
    source: Source
    part: Part
    kind: FeeKind
    amount_vnd: int
    is_late: bool
    dossier_code: str
    receipt: ReceiptNamed | None


def figures_kept(settlement_id: int) -> dict[FeeKind, Figures]:
    """As they were sent. One query."""
    rows = SettlementPart.objects.filter(settlement=settlement_id).values("kind", *PARTS)
    return {FeeKind(row.pop("kind")): Figures(**row) for row in rows}


def open_periods(actor: Actor) -> tuple[OpenPeriod, ...]:
    """What the actor's agencies collected for whom and no draft counts. A few queries for each pair."""
    told: list[OpenPeriod] = []
    for agency_id in sorted(agencies_for(actor, Permission.SETTLEMENT_VIEW)):
        drafts = Settlement.objects.filter(agency=agency_id, state=SettlementState.DRAFT)
        begun = set(drafts.values_list("due_agency", flat=True))
        for due_agency_id in due_agencies(agency_id):
            if due_agency_id in begun or len(told) == OPEN_MAX:
                continue
            first = open_since(agency_id, due_agency_id, former_of(agency_id, due_agency_id))
            if first is not None:
                told.append(_open(agency_id, due_agency_id, first))
    return tuple(told)


def _open(agency_id: int, due_agency_id: int, first: date) -> OpenPeriod:
    terms = terms_on(agency_id, first)
    return OpenPeriod(
        agency_id=agency_id,
        due_agency_id=due_agency_id,
        first_day=first,
        last_day=end_of_span(first, terms.span),
        terms=terms,
    )


def settlements_of(
    actor: Actor, state: SettlementState | None = None, *, cursor: str = "", size: int | None = None
) -> Page[SettlementRow]:
    """Newest first. Two queries, served by `settlement_agency` and `settlement_due_agency`.
    Refusals: CursorFaulty."""
    size = size_of(size)
    found = Settlement.objects.filter(visible_settlements(actor))
    if state is not None:
        found = found.filter(state=state)
    start = after(cursor)
    if start is not None:
        found = found.filter(id__lt=start)
    rows = list(found.order_by("-id")[: size + 1])
    sums = _sums(row.pk for row in rows)
    return page_of([_row(one, sums.get(one.pk)) for one in rows], size=size, key="id")


def _sums(ids: Iterable[int]) -> dict[int, int]:
    told: dict[int, int] = {}
    parts = SettlementPart.objects.filter(settlement__in=list(ids))
    for pk, due in parts.values_list("settlement", "due_vnd"):
        told[pk] = told.get(pk, 0) + max(0, due)
    return told


def _row(one: Settlement, sum_vnd: int | None) -> SettlementRow:
    return SettlementRow(
        id=one.pk,
        agency_id=one.agency_id,
        due_agency_id=one.due_agency_id,
        first_day=one.first_day,
        last_day=one.last_day,
        state=SettlementState(one.state),
        to_transfer_vnd=sum_vnd,
        paid_on=one.paid_on,
    )


def settlement_detail(actor: Actor, settlement_id: int) -> SettlementDetail:
    """Three queries, more for a draft, which is counted anew. Refusals: NotFound, also when the actor
    may not see it."""
    one = _found(actor, settlement_id)
    terms = Terms(kept_fee_bp=one.kept_fee_bp, kept_charge_bp=one.kept_charge_bp)
    if one.state == SettlementState.DRAFT:
        moves, former = _moves(one)
        told, late = figures(moves, former, terms), sum(move.is_late for move in moves)
    else:
        told = figures_kept(one.pk)
        late = SettlementItem.objects.filter(settlement=one, is_late=True).count()
    same = ("drafted_at", "sent_at", "sent_note", "answered_at", "answer_note", "paid_at", "way",
            "slip_number")  # fmt: skip
    sums = None if one.state == SettlementState.DRAFT else sum(
        part.to_transfer_vnd for part in told.values()
    )  # fmt: skip
    return SettlementDetail(
        row=_row(one, sums),
        figures=told,
        terms=terms,
        late=late,
        drafted_by=one.drafted_by.officer.full_name,
        sent_by=one.sent_by.officer.full_name if one.sent_by else "",
        answered_by=one.answered_by.officer.full_name if one.answered_by else "",
        paid_by=one.paid_by.officer.full_name if one.paid_by else "",
        acts=frozenset(act for act in SettlementAct if _may(actor, one, act)),
        **{name: getattr(one, name) for name in same},
    )


def _found(actor: Actor, settlement_id: int) -> Settlement:
    related = ("drafted_by__officer", "sent_by__officer", "answered_by__officer",
               "paid_by__officer")  # fmt: skip
    found = Settlement.objects.filter(visible_settlements(actor), pk=settlement_id)
    one = found.select_related(*related).first()
    if one is None:
        raise NotFound(kind="settlement")
    return one


def _may(actor: Actor, one: Settlement, act: SettlementAct) -> bool:
    if BEGINS[act] != one.state:
        return False
    if act in (SettlementAct.ACCEPT, SettlementAct.DISPUTE):
        own = {actor.holding_id, actor.stands_in_for_id}
        allowed = acts_for(actor, Permission.SETTLEMENT_ACCEPT, one.due_agency_id)
        return bool(allowed) and one.sent_by_id not in own
    return bool(acts_for(actor, Permission.SETTLEMENT_SEND, one.agency_id))


def _moves(one: Settlement) -> tuple[list[Counted], Former]:
    pair = one.agency_id, one.due_agency_id
    former = former_of(*pair)
    return counted(*pair, former, one.first_day, one.last_day), former


def items_of(
    actor: Actor,
    settlement_id: int,
    *,
    part: Part | None = None,
    kind: FeeKind | None = None,
    late_only: bool = False,
    cursor: str = "",
    size: int | None = None,
) -> Page[ItemRow]:
    """The transfers behind a figure, oldest first, of a draft too. Refusals: NotFound, CursorFaulty."""
    size = size_of(size)
    one = _found(actor, settlement_id)
    start = after(cursor) or 0
    if one.state == SettlementState.DRAFT:
        moves, _former = _moves(one)
        chosen = [
            move
            for move in moves
            if part in (None, move.part)
            and kind in (None, move.kind)
            and (move.is_late or not late_only)
            and move.move.id > start
        ]
        return page_of(_drafted(chosen[: size + 1]), size=size, key="id")
    found = SettlementItem.objects.filter(settlement=one, transfer__gt=start)
    wanted = {"part": part, "kind": kind, "is_late": True if late_only else None}
    found = found.filter(**{name: value for name, value in wanted.items() if value is not None})
    return page_of(_kept(found.order_by("transfer")[: size + 1]), size=size, key="id")


def _kept(found: QuerySet[SettlementItem]) -> list[ItemRow]:
    names = ("transfer", "transfer__day", "transfer__source_kind", "transfer__source_id",
             "transfer__purpose", "part", "kind", "amount_vnd", "is_late",
             "transfer__dossier__code")  # fmt: skip
    values = list(found.values_list(*names))
    sources = [Source(*value[2:5]) for value in values]
    named = _receipts(sources)
    return [
        ItemRow(
            id=value[0],
            day=value[1],
            source=source,
            part=Part(value[5]),
            kind=FeeKind(value[6]),
            amount_vnd=value[7],
            is_late=value[8],
            dossier_code=value[9] or "",
            receipt=named.get(source),
        )
        for value, source in zip(values, sources, strict=True)
    ]


def _drafted(moves: list[Counted]) -> list[ItemRow]:
    named = _receipts([one.move.source for one in moves])
    return [
        ItemRow(
            id=one.move.id,
            day=one.move.day,
            source=one.move.source,
            part=one.part,
            kind=one.kind,
            amount_vnd=one.amount_vnd,
            is_late=one.is_late,
            dossier_code=told.dossier_code if (told := named.get(one.move.source)) else "",
            receipt=told,
        )
        for one in moves
    ]


def _receipts(sources: list[Source]) -> dict[Source, ReceiptNamed]:
    """By source: the receipt it is of. Two queries."""
    ids = {source.id for source in sources if source.kind == "refund"}
    refunds = dict(Refund.objects.filter(pk__in=ids).values_list("pk", "receipt")) if ids else {}
    receipt_of = {
        source: refunds.get(source.id) if source.kind == "refund" else source.id
        for source in sources
        if source.kind in ("refund", "receipt")
    }
    named = receipts_named({pk for pk in receipt_of.values() if pk})
    return {source: named[pk] for source, pk in receipt_of.items() if pk in named}
