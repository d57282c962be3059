"""Ending an attempt to pay: withdrawn for another or because money came otherwise, or its time is over."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from motcua.ledger.recording import Record, Subject, agency_stream
from motcua.payments.events import PaymentOrderExpired, PaymentOrderWithdrawn
from motcua.payments.models import PaymentOrder
from motcua.payments.rules.paying.life import Happening, after
from motcua.payments.vocabulary import OrderState

ANOTHER_ATTEMPT = "another-attempt"
PAID_OTHERWISE = "paid-otherwise"


def end_order(order: PaymentOrder, at: datetime, happening: Happening) -> None:
    """An order whose time is over has expired, whatever ends it now."""
    if order.expires_at <= at:
        happening = Happening.TIME_OVER
    order.state = after(OrderState(order.state), happening)
    order.ended_at = at
    order.version += 1
    order.save(update_fields=["state", "ended_at", "version"])


def tell_end(record: Record, order: PaymentOrder, reason: str) -> None:
    """The fact of it, in the agency's chain."""
    assert order.ended_at is not None
    told: dict[str, Any] = {
        "number": order.number,
        "state": order.state,
        "ended_at": order.ended_at,
    }
    is_withdrawn = order.state == OrderState.WITHDRAWN
    fact = (
        PaymentOrderWithdrawn(**told, reason=reason)
        if is_withdrawn
        else PaymentOrderExpired(**told, dossier_code="" if reason else order.dossier.code)
    )
    about = Subject("payment-order", order.pk, order.version)
    record.append(fact, about=about, stream=agency_stream(order.agency_id))


def withdraw_open(record: Record, dossier_id: int) -> None:
    """Nobody is to pay twice: once money came, what an open order asks for is no longer owed as it
    says. One query, by `payment_order_one_open`."""
    order = PaymentOrder.objects.filter(dossier=dossier_id, state=OrderState.OPEN).first()
    if order is None:
        return
    end_order(order, record.at, Happening.WITHDRAWN)
    tell_end(record, order, PAID_OTHERWISE)
