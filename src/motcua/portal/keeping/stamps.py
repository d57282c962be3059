"""Whether a kept page still holds, asked as cheaply as can be."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from django.conf import settings
from django.db import connection

from motcua.ledger.caching import catalogue_revision
from motcua.portal.keeping.answers import Kept
from motcua.portal.keeping.outage import AWAY

Ask = Callable[[], str]


def still_holds(kept: Kept) -> bool:
    """At most one query; none when it was asked a moment ago. Faults: those of `outage.AWAY`."""
    holds, now = kept.holds, monotonic()
    if now - kept.asked_at < settings.STAMP_TRUSTED_SECONDS:
        return True
    if holds.ask_stamp is catalogue_revision:
        stands = revision_seen.now() == holds.stamp
    else:
        stands = asked_once_more(holds.ask_stamp) == holds.stamp
        kept.asked_at = now if stands else kept.asked_at
    return stands


class RevisionSeen:
    """The catalogue's revision, asked for at most once in `settings.STAMP_TRUSTED_SECONDS`, whatever page
    is read."""

    def __init__(self) -> None:
        self._revision = ""
        self._asked = float("-inf")

    def now(self) -> str:
        at = monotonic()
        if at - self._asked >= settings.STAMP_TRUSTED_SECONDS:
            self._revision = asked_once_more(catalogue_revision)
            self._asked = at
        return self._revision


revision_seen = RevisionSeen()


def asked_once_more(ask: Ask) -> str:
    """Without asking the database first whether it is there, which costs as much as the question
    itself; over a new line when the old one was broken. Faults: those of `outage.AWAY`."""
    connection.health_check_done = True  # type: ignore[attr-defined]
    try:
        return ask()
    except AWAY:
        if connection.in_atomic_block:
            raise
        connection.close()
        return ask()
