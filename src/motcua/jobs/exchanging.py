"""The worker that speaks with other installations: a round every few seconds, until told to stop.

A thread of `./motcua worker notices`: both wait for lines most of the time. Killed at any moment, the
next one goes on; several at once do no harm.
"""

from __future__ import annotations

import logging
from threading import Event

from django.db import close_old_connections

from motcua.exchange.asking import asking_of_office
from motcua.exchange.commands.round import ExchangeRound, exchange_round
from motcua.kernel import clock

SECONDS_BETWEEN_ROUNDS = 2.0
SECONDS_AFTER_A_FAULT = 15.0
log = logging.getLogger("motcua.exchange")


def one_exchange_round() -> ExchangeRound:
    return exchange_round(asking_of_office(clock.now))


def exchange_on(ended: Event) -> None:
    """Round after round until `ended` is set."""
    while not ended.is_set():
        ended.wait(_pause_after_a_round())


def _pause_after_a_round() -> float:
    """No pause while it gets on; a long one when the database is away."""
    close_old_connections()
    try:
        done = one_exchange_round()
    except Exception:
        log.exception("a round of the exchange")
        return SECONDS_AFTER_A_FAULT
    return 0.0 if done.got_on else SECONDS_BETWEEN_ROUNDS
