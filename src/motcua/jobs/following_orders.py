"""The worker that follows orders: those whose time is over end, and gateways are asked about those whose
message never came. It stands beside the teller of notices, so that a slow gateway keeps nobody waiting.
"""

from __future__ import annotations

import logging
from threading import Event

from django.db import close_old_connections

from motcua.kernel import clock
from motcua.payments.commands.paying.asking import ask_about_open
from motcua.payments.commands.paying.orders import expire_orders
from motcua.payments.gateways.choosing import gateways_of_office

SECONDS_BETWEEN_ROUNDS = 60.0
log = logging.getLogger("motcua.payments")


def one_round() -> int:
    """How many orders ended. Every order that waits is asked about once."""
    ended = expire_orders(at=clock.now())
    gateways, last = gateways_of_office(), 0
    while gateways and (last := ask_about_open(gateways=gateways, now=clock.now, after_id=last)):
        pass
    return ended


def follow_orders_on(ended: Event) -> None:
    """Round after round until `ended` is set."""
    while not ended.wait(SECONDS_BETWEEN_ROUNDS):
        close_old_connections()
        try:
            one_round()
        except Exception:
            log.exception("a round of payment orders")
