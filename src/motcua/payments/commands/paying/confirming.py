"""An officer with the right says that money for an order came, with its number at the bank and why he
says so: where a message was lost and the statement is not there yet."""

from __future__ import annotations

from datetime import datetime

from motcua.accounts.rules.roles import Permission, may
from motcua.kernel.actor import Actor
from motcua.kernel.characters import plain_words
from motcua.kernel.verdict import NotFound
from motcua.ledger.recording import agency_stream, recording
from motcua.payments.commands.paying.booking import Seen, book
from motcua.payments.models import Payment, PaymentOrder
from motcua.payments.policies import drawer_of, visible_orders
from motcua.payments.rules.collecting import AmountFaulty, SlipNumberMissing
from motcua.payments.rules.paying.judging import AMOUNT_MAX_VND
from motcua.payments.rules.paying.refusals import AlreadyConfirmed, ReasonMissing
from motcua.payments.vocabulary import PaymentMethod, Sight

REASON_MAX = 300
REFERENCE_MAX = 60


def confirm_payment(
    *, actor: Actor, at: datetime, number: str, amount_vnd: int, reference: str, reason: str
) -> int:
    """Book what the officer saw; when message or statement tell of it later it is the same money.

    Refusals: NotPermitted, NotFound, ReasonMissing, SlipNumberMissing, AmountFaulty,
    AlreadyConfirmed.
    """
    may(actor, Permission.PAYMENT_CONFIRM).demand()
    visible = visible_orders(actor, Permission.PAYMENT_CONFIRM)
    order = PaymentOrder.objects.filter(visible, number=number).first()
    told, named = plain_words(reason), plain_words(reference)
    if order is None:
        raise NotFound(kind="payment-order")
    if not 1 <= len(told) <= REASON_MAX:
        raise ReasonMissing(field="reason", length_max=REASON_MAX)
    if not 1 <= len(named) <= REFERENCE_MAX:
        raise SlipNumberMissing(field="reference")
    if not 0 < amount_vnd <= AMOUNT_MAX_VND:
        raise AmountFaulty(field="amount_vnd")
    with recording(actor, at) as record:
        record.lock(agency_stream(order.agency_id))
        if Payment.objects.filter(order=order).exists():
            raise AlreadyConfirmed
        order.refresh_from_db()
        seen = Seen(
            sight=Sight.PERSON,
            by_id=drawer_of(actor) or 0,
            amount_vnd=amount_vnd,
            method=PaymentMethod.VIETQR,
            reference=named,
            came_at=at,
            order=order,
            reason=told,
        )
        return book(record, seen).pk
