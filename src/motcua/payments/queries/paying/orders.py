"""Orders as read: the last one of a dossier, one by its number, and the money that came for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from motcua.dossiers.queries.own.to_pay import DossierToPay
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.verdict import NotFound
from motcua.kernel.vietqr import build_vietqr
from motcua.payments.models import Payment, PaymentOrder, PaymentOrderLine
from motcua.payments.policies import visible_orders
from motcua.payments.queries.owed import owed_for
from motcua.payments.queries.paying.accounts import account_on
from motcua.payments.vocabulary import OrderState, Owed, ReceiptLineIn
from motcua.procedures.vocabulary import FeeKind

OF_ORDER_MAX = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderShown:
    """What whoever pays is shown. `payload` is the VietQR text; `gateway` is "" where there is none."""

    id: int
    number: str
    dossier_id: int
    dossier_code: str
    agency_id: int
    amount_vnd: int
    lines: tuple[ReceiptLineIn, ...]
    bank_bin: str
    bank_name: str
    account: str
    holder: str
    payload: str
    gateway: str
    merchant: str
    opened_at: datetime
    expires_at: datetime
    ended_at: datetime | None
    state: OrderState

    @property
    def purpose(self) -> str:
        """What is written into the purpose of the transfer: the number alone, which no bank cuts."""
        return self.number

    def is_open(self, at: datetime) -> bool:
        return self.state is OrderState.OPEN and at < self.expires_at


def last_order(dossier_id: int) -> OrderShown | None:
    """The last attempt to pay for a dossier, in whatever state. Two queries. The caller has found the
    dossier for its reader: by its code, or by a right."""
    found = PaymentOrder.objects.filter(dossier=dossier_id).select_related("account", "dossier")
    order = found.order_by("-id").first()
    return _shown(order) if order else None


def order_shown(actor: Actor, number: str) -> OrderShown:
    """The same by its number. Refusals: NotFound, also when the actor may not see it."""
    found = PaymentOrder.objects.filter(visible_orders(actor), number=number)
    order = found.select_related("account", "dossier").first()
    if order is None:
        raise NotFound(kind="payment-order")
    return _shown(order)


def _shown(order: PaymentOrder) -> OrderShown:
    account = order.account
    lines = PaymentOrderLine.objects.filter(order=order).order_by("position")
    return OrderShown(
        id=order.pk,
        number=order.number,
        dossier_id=order.dossier_id,
        dossier_code=order.dossier.code,
        agency_id=order.agency_id,
        amount_vnd=order.amount_vnd,
        lines=tuple(
            ReceiptLineIn(kind=FeeKind(line.kind), name=line.name, amount_vnd=line.amount_vnd)
            for line in lines
        ),
        bank_bin=account.bank_bin,
        bank_name=account.bank_name,
        account=account.number,
        holder=account.holder,
        payload=build_vietqr(
            bank_bin=account.bank_bin,
            account=account.number,
            amount=order.amount_vnd,
            bill_number=order.number,
            purpose=order.number,
        ),
        gateway=order.gateway,
        merchant=order.merchant,
        opened_at=order.opened_at,
        expires_at=order.expires_at,
        ended_at=order.ended_at,
        state=OrderState(order.state),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Payable:
    """What may be paid for a dossier without cash. `can_pay`: something is due, the dossier goes on and
    the agency has an account."""

    owed: Owed
    can_pay: bool


def payable(dossier: DossierToPay, at: datetime) -> Payable:
    """Two queries, one when nothing remains."""
    what = owed_for(dossier.id, dossier.fees, dossier.moment)
    if what.is_nothing_due or dossier.is_over:
        return Payable(owed=what, can_pay=False)
    return Payable(owed=what, can_pay=account_on(dossier.agency_id, local_day(at)) is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class CameRow:
    """Money that came: how much of it was booked, how much is to be given back, by what it was seen."""

    id: int
    amount_vnd: int
    booked_vnd: int
    rest_vnd: int
    method: str
    reference: str
    cause: str
    came_at: datetime
    receipt_id: int | None
    by_message: bool
    on_statement: bool
    told_by: str
    reason: str


def came_for(*, order_id: int = 0, dossier_id: int = 0) -> tuple[CameRow, ...]:
    """Money that came for an order or a dossier, oldest first. One query. The caller has found it."""
    which = {"order": order_id} if order_id else {"dossier": dossier_id}
    found = Payment.objects.filter(**which).select_related("told_by__officer").order_by("id")
    return tuple(
        CameRow(
            id=one.pk,
            amount_vnd=one.amount_vnd,
            booked_vnd=one.booked_vnd,
            rest_vnd=one.rest_vnd,
            method=one.method,
            reference=one.reference,
            cause=one.cause,
            came_at=one.came_at,
            receipt_id=one.receipt_id,
            by_message=one.message_id is not None,
            on_statement=one.line_id is not None,
            told_by=one.told_by.officer.full_name if one.told_by else "",
            reason=one.reason,
        )
        for one in found[:OF_ORDER_MAX]
    )
