"""When a closed account is erased. Pure."""

from __future__ import annotations

from datetime import datetime, timedelta

from motcua.kernel.refusal import Refusal

GRACE = timedelta(days=30)
"""A stolen telephone must not be enough to destroy an account at once."""


class ClosingAskedAlready(Refusal):
    """It was asked for before."""

    code = "closing-asked-already"


class ClosingNotAsked(Refusal):
    """Nobody has asked to close this account."""

    code = "closing-not-asked"


def erase_at(asked_at: datetime) -> datetime:
    return asked_at + GRACE
