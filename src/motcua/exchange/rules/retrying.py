"""How often a message is tried. Without end: what was told must arrive; the pauses grow to an hour."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

TRY_AGAIN_AFTER: Final = (
    timedelta(seconds=5),
    timedelta(seconds=15),
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=15),
    timedelta(hours=1),
)
STUCK_AFTER: Final = timedelta(minutes=15)
"""A message that has waited for so long is shown as stuck, with its reason."""
LOOK_AGAIN_AFTER: Final = timedelta(minutes=10)
"""So long after the last answer a partner is asked how it stands, also when nothing waits."""


def next_try(attempts: int, at: datetime) -> datetime:
    """After so many tries without success."""
    return at + TRY_AGAIN_AFTER[min(attempts, len(TRY_AGAIN_AFTER)) - 1]


def is_stuck(told_at: datetime, at: datetime) -> bool:
    return at - told_at >= STUCK_AFTER
