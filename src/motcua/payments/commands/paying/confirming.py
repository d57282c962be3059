"""An officer with the right says that money for an order came, with its number at the bank and why he
says so: where a message was lost and the statement is not there yet."""

from __future__ import annotations

from datetime import date, datetime, time

from motcua.accounts.rules.roles import Permission, may
from motcua.kernel.actor import Actor
from motcua.kernel.characters import plain_words
from motcua.kernel.clock import ZONE, local_day
from motcua.kernel.verdict import NotFound
from motcua.ledger.recording import agency_stream, recording
from motcua.payments.commands.paying.booking import Seen, book, is_after
from motcua.payments.models import Payment, PaymentOrder
from motcua.payments.policies import drawer_of, visible_orders
from motcua.payments.rules.collecting import AmountFaulty, SlipNumberMissing
from motcua.payments.rules.paying.judging import AMOUNT_MAX_VND
from motcua.payments.rules.paying.refusals import (
    AlreadyConfirmed,
    MoneyDayFaulty,
    ReasonMissing,
)
from motcua.payments.vocabulary import PaymentMethod, Sight

REASON_MAX = 300
REFERENCE_MAX = 60
NOON = time(12)
"""A bank's app may tell the day only."""


def confirm_payment(
    *,
    actor: Actor,
    at: datetime,
    number: str,
    amount_vnd: int,
    reference: str,
    reason: str,
    day: date | None = None,
) -> int:
    """Book what the officer saw; when message or statement tell of it later it is the same money.

    `day`: on which the bank says that it came; today if he does not say. Basis: law.md 4.9; a citizen's
    own word is none. Refusals: NotPermitted, NotFound, ReasonMissing, SlipNumberMissing, AmountFaulty,
    MoneyDayFaulty, AlreadyConfirmed.
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
    if day is not None and not local_day(order.opened_at) <= day <= local_day(at):
        raise MoneyDayFaulty(field="day", day=local_day(order.opened_at).isoformat())
    came_at = at if day in (None, local_day(at)) else datetime.combine(day, NOON, tzinfo=ZONE)
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
            came_at=came_at,
            order=order,
            is_late=is_after(order, came_at, by_day=True),
            reason=told,
        )
        return book(record, seen).pk
