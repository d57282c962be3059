"""How often a delivery is tried, and how often a carrier is asked what became of it.

Bounded and without chance: the same times again in every test and after every restart. An outage of
a carrier of some minutes or of a night loses nothing.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

TRY_AGAIN_AFTER: Final = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=15),
    timedelta(hours=1),
    timedelta(hours=3),
    timedelta(hours=6),
    timedelta(hours=12),
)
ATTEMPTS_MAX: Final = len(TRY_AGAIN_AFTER) + 1
ASK_AFTER: Final = (
    timedelta(seconds=15),
    timedelta(minutes=2),
    timedelta(minutes=15),
    timedelta(hours=1),
    timedelta(hours=6),
    timedelta(hours=24),
)
"""Sent is not delivered: so long after sending, and then after each answer, the carrier is asked."""
LEASE: Final = timedelta(minutes=5)
"""A worker that has begun a try and said nothing for so long has died; another one tries again with
the same key."""
PAUSE_MAX: Final = timedelta(hours=1)
"""A carrier that asks for a longer pause is not waited for longer than this."""


def next_try(
    attempts: int, at: datetime, *, asked_pause: timedelta = timedelta(0)
) -> datetime | None:
    """When to try again after so many tries; None when that was the last one."""
    if attempts >= ATTEMPTS_MAX:
        return None
    return at + max(TRY_AGAIN_AFTER[attempts - 1], min(asked_pause, PAUSE_MAX))


def next_question(asked: int, at: datetime) -> datetime | None:
    """When to ask for delivery after so many questions; None when it stays "sent" for good."""
    return at + ASK_AFTER[asked] if asked < len(ASK_AFTER) else None
