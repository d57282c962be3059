"""Tokens of programs: how they look, what is kept of them, how long they live. Pure."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta

from motcua.kernel.refusal import Refusal

PREFIX = "mc_"
SECRET_BYTES = 32
DAYS_MAX = 366
USE_NOTED_EVERY = timedelta(hours=1)


class TokenLifeWrong(Refusal):
    """A token lives at least a day and at most `days_max` days."""

    code = "token-life-wrong"


def token_digest(text: str) -> str:
    """What is kept of a token: SHA-256, hexadecimal. The text itself has 256 random bits."""
    return hashlib.sha256(text.encode()).hexdigest()


def looks_like_token(text: str) -> bool:
    return text.startswith(PREFIX) and len(text) <= 100


def token_end(at: datetime, days: int) -> datetime:
    """When a token of so many days ends. Refusals: TokenLifeWrong."""
    if not 1 <= days <= DAYS_MAX:
        raise TokenLifeWrong(field="days", days_max=DAYS_MAX)
    return at + timedelta(days=days)


def use_should_be_noted(last_used_at: datetime | None, at: datetime) -> bool:
    return last_used_at is None or at - last_used_at >= USE_NOTED_EVERY
