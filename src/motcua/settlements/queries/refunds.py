"""Refunds as read: what of a receipt may go back, the list, one in full, those of a dossier."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, Sum

from motcua.accounts.rules.roles import Permission
from motcua.kernel.actor import Actor
from motcua.kernel.paging import Page, after, page_of, size_of
from motcua.kernel.verdict import NotFound
from motcua.payments.queries.receipts import receipt_detail
from motcua.payments.queries.tills import open_day_of
from motcua.payments.vocabulary import ReceiptState
from motcua.procedures.vocabulary import FeeKind
from motcua.settlements.models import Refund
from motcua.settlements.policies import can, visible_refunds
from motcua.settlements.rules.refunding import ReceiptFacts
from motcua.settlements.vocabulary import STANDING, KindPaid, RefundReason, RefundState

OF_DOSSIER_MAX = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptToRefund:
    """A receipt whose money may go back."""

    id: int
    agency_id: int
    dossier_id: int | None
    book_symbol: str
    number: int
    dossier_code: str
    payer_name: str
    facts: ReceiptFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class RefundRow:
    """One line of a list of refunds: of a receipt, or of a payment (`reference`) that nobody owed."""

    id: int
    state: RefundState
    reason: RefundReason
    fee_vnd: int
    charge_vnd: int
    payee: str
    requested_at: datetime
    requested_by: str
    receipt_id: int | None
    book_symbol: str
    receipt_number: int
    dossier_code: str
    paid_at: datetime | None
    rest_vnd: int = 0
    reference: str = ""

    @property
    def total_vnd(self) -> int:
        return self.fee_vnd + self.charge_vnd + self.rest_vnd


@dataclass(frozen=True, slots=True, kw_only=True)
class RefundDetail:
    """One refund in full, and what this actor may do with it."""

    row: RefundRow
    agency_id: int
    note: str
    decided_at: datetime | None
    decided_by: str
    decision_note: str
    paid_by: str
    way: str
    slip_number: str
    year: int | None
    number: int | None
    may_decide: bool
    may_pay: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RefundTold:
    """What the citizen is told: how much, how far it has come, and since when."""

    total_vnd: int
    state: RefundState
    at: datetime


def receipt_to_refund(actor: Actor, receipt_id: int) -> ReceiptToRefund:
    """Five queries. Refusals: NotFound, also when the actor may not see the receipt."""
    detail = receipt_detail(actor, receipt_id)
    standing = Refund.objects.filter(receipt=receipt_id, state__in=STANDING)
    back = standing.aggregate(fee=Sum("fee_vnd", default=0), charge=Sum("charge_vnd", default=0))
    paid = {
        kind: KindPaid(
            paid_vnd=sum(line.amount_vnd for line in detail.lines if line.kind is kind),
            refunded_vnd=back[kind.lower()],
        )
        for kind in FeeKind
    }
    is_void = detail.state == ReceiptState.CANCELLED
    open_day = None if detail.is_final else open_day_of(receipt_id)
    return ReceiptToRefund(
        id=detail.id,
        agency_id=detail.agency_id,
        dossier_id=detail.dossier_id,
        book_symbol=detail.book_symbol,
        number=detail.number,
        dossier_code=detail.dossier_code,
        payer_name=detail.payer_name,
        facts=ReceiptFacts(is_void=is_void, open_day=open_day, paid=paid),
    )


RELATED = (
    "receipt",
    "payment",
    "dossier",
    "requested_by__officer",
    "decided_by__officer",
    "paid_by__officer",
)


def refunds_of(
    actor: Actor, state: RefundState | None = None, *, cursor: str = "", size: int | None = None
) -> Page[RefundRow]:
    """Newest first. One query, served by `refund_agency`. Refusals: CursorFaulty."""
    size = size_of(size)
    found = Refund.objects.filter(visible_refunds(actor))
    if state is not None:
        found = found.filter(state=state)
    start = after(cursor)
    if start is not None:
        found = found.filter(id__lt=start)
    rows = [_row(one) for one in found.select_related(*RELATED).order_by("-id")[: size + 1]]
    return page_of(rows, size=size, key="id")


def refunds_of_receipt(actor: Actor, receipt_id: int) -> tuple[RefundRow, ...]:
    """All that was ever asked back of a receipt, oldest first. One query."""
    found = Refund.objects.filter(visible_refunds(actor), receipt=receipt_id)
    return tuple(_row(one) for one in found.select_related(*RELATED).order_by("id"))


def refund_detail(actor: Actor, refund_id: int) -> RefundDetail:
    """One query. Refusals: NotFound, also when the actor may not see it."""
    found = Refund.objects.filter(visible_refunds(actor), pk=refund_id)
    one = found.select_related(*RELATED).first()
    if one is None:
        raise NotFound(kind="refund")
    own = {actor.holding_id, actor.stands_in_for_id}
    decides = one.state == RefundState.REQUESTED and one.requested_by_id not in own
    pays = one.state == RefundState.APPROVED and one.decided_by_id not in own
    return RefundDetail(
        row=_row(one),
        agency_id=one.agency_id,
        note=one.note,
        decided_at=one.decided_at,
        decided_by=one.decided_by.officer.full_name if one.decided_by else "",
        decision_note=one.decision_note,
        paid_by=one.paid_by.officer.full_name if one.paid_by else "",
        way=one.way,
        slip_number=one.slip_number,
        year=one.year,
        number=one.number,
        may_decide=decides and bool(can(actor, Permission.REFUND_APPROVE, one.agency_id)),
        may_pay=pays and bool(can(actor, Permission.REFUND_PAY, one.agency_id)),
    )


def refunds_told(dossier_id: int) -> tuple[RefundTold, ...]:
    """What the citizen sees of his dossier's refunds, oldest first. One query. The caller has found
    the dossier for whoever asks."""
    found = Refund.objects.filter(Q(dossier=dossier_id)).order_by("id")[:OF_DOSSIER_MAX]
    return tuple(
        RefundTold(
            total_vnd=one.total_vnd,
            state=RefundState(one.state),
            at=one.paid_at or one.decided_at or one.requested_at,
        )
        for one in found
    )


def _row(one: Refund) -> RefundRow:
    return RefundRow(
        id=one.pk,
        state=RefundState(one.state),
        reason=RefundReason(one.reason),
        fee_vnd=one.fee_vnd,
        charge_vnd=one.charge_vnd,
        payee=one.payee,
        requested_at=one.requested_at,
        requested_by=one.requested_by.officer.full_name,
        receipt_id=one.receipt_id,
        book_symbol=one.receipt.book_symbol if one.receipt else "",
        receipt_number=one.receipt.number if one.receipt else 0,
        dossier_code=one.dossier.code if one.dossier else "",
        paid_at=one.paid_at,
        rest_vnd=one.rest_vnd,
        reference=one.payment.reference if one.payment else "",
    )
