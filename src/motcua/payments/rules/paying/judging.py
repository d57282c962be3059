"""What a gateway's message is worth: signature, order, currency, amount, freshness, repetition. Pure.

Source: law.md 4.9 (repeated callbacks must not count twice; daily reconciliation).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from motcua.payments.vocabulary import MessageVerdict, OrderState, Said

CURRENCY: Final = "VND"
FRESH_FOR: Final = timedelta(minutes=15)
"""A message is signed when it is sent. One that is older was recorded and sent again by somebody; the
gateway signs anew when it tries again."""
AHEAD_MAX: Final = timedelta(minutes=5)
"""How far the gateway's clock may be before ours."""
AMOUNT_MAX_VND: Final = 10**12


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderKnown:
    """The order that the message names, as the office has it."""

    gateway: str
    merchant: str
    amount_vnd: int
    expires_at: datetime
    state: OrderState


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """What the same transaction was said to be before."""

    order_number: str
    amount_vnd: int


def judge(
    said: Said, *, gateway: str, order: OrderKnown | None, earlier: Earlier | None, at: datetime
) -> MessageVerdict:
    """The verdict on a message whose signature is right. Nothing that comes here raises."""
    if not is_fresh(said.sent_at, at):
        return MessageVerdict.STALE
    if order is None or order.gateway != gateway or order.merchant != said.merchant:
        return MessageVerdict.UNKNOWN_ORDER
    if said.currency != CURRENCY:
        return MessageVerdict.WRONG_CURRENCY
    if not said.is_paid:
        return MessageVerdict.NOT_PAID
    if said.amount_vnd is None or not 0 < said.amount_vnd <= AMOUNT_MAX_VND or not said.transaction:
        return MessageVerdict.UNREADABLE
    if earlier is not None:
        is_same = (earlier.order_number, earlier.amount_vnd) == (said.order_number, said.amount_vnd)
        return MessageVerdict.REPEATED if is_same else MessageVerdict.CONTRADICTED
    if said.amount_vnd != order.amount_vnd:
        return MessageVerdict.WRONG_AMOUNT
    return MessageVerdict.ACCEPTED_LATE if is_late(order, said, at) else MessageVerdict.ACCEPTED


def is_fresh(sent_at: datetime | None, at: datetime) -> bool:
    """Whether the message was signed just now."""
    return sent_at is not None and -AHEAD_MAX <= at - sent_at <= FRESH_FOR


def is_late(order: OrderKnown, said: Said, at: datetime) -> bool:
    """Whether the money came after the order had ended. The gateway says when it was paid; what it
    does not say counts as paid when it is heard."""
    return order.state is not OrderState.OPEN or (said.paid_at or at) > order.expires_at
