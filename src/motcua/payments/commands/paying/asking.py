"""Gateways are asked about orders whose message never came: a lost message loses no money."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from django.db.models import Q

from motcua.payments.commands.paying.hearing import hear
from motcua.payments.gateways.choosing import Gateways
from motcua.payments.models import PaymentOrder
from motcua.payments.vocabulary import OrderState

ASKED_FOR = timedelta(days=3)
"""How long after its end an order that nobody paid is asked about: whoever paid at the last moment may be
told of later."""
NOT_BEFORE = timedelta(minutes=2)
"""A message comes within seconds; before this nobody is asked."""
AT_ONCE_MAX = 50


def ask_about_open(*, gateways: Gateways, now: Callable[[], datetime], after_id: int = 0) -> int:
    """Ask about a piece of the orders that wait, from the one behind `after_id` on. The last id asked
    about; 0 when there are no more. A gateway that does not answer is asked again in the next round."""
    at = now()
    waiting = Q(state=OrderState.OPEN, opened_at__lte=at - NOT_BEFORE)
    ended = Q(state__in=(OrderState.EXPIRED, OrderState.WITHDRAWN), expires_at__gte=at - ASKED_FOR)
    orders = PaymentOrder.objects.filter(waiting | ended, gateway__in=list(gateways))
    last = 0
    for order in orders.filter(pk__gt=after_id).order_by("pk")[:AT_ONCE_MAX]:
        last = order.pk
        gateway = gateways[order.gateway]
        answer = gateway.ask(order.merchant, order.number, now())
        if answer is not None:
            hear(
                gateway=gateway,
                body=answer.body,
                signature=answer.signature,
                at=now(),
                was_asked=True,
            )
    return last
