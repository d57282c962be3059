"""How long a signed-in browser lasts and how many there may be (law.md 11.2)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from motcua.accounts.vocabulary import AccountKind

IDLE_MAX = timedelta(minutes=15)
IDLE_MAX_ADMIN = timedelta(minutes=5)
IDLE_MAX_CITIZEN = timedelta(minutes=30)
"""A form is filled in at home with papers to look for; what was typed is kept on the server anyway."""
IDLE_MAX_OF = {AccountKind.ADMIN: IDLE_MAX_ADMIN, AccountKind.CITIZEN: IDLE_MAX_CITIZEN}
SEEN_EVERY = timedelta(minutes=1)
"""A session's last sight is written at most this often, so that reading pages stays reading."""


def idle_max(kind: AccountKind) -> timedelta:
    return IDLE_MAX_OF.get(kind, IDLE_MAX)


def is_idle(kind: AccountKind, last_seen_at: datetime, at: datetime) -> bool:
    """Whether nothing was done for so long that the person must sign in again."""
    return at - last_seen_at >= idle_max(kind)


def should_be_seen(last_seen_at: datetime, at: datetime) -> bool:
    return at - last_seen_at >= SEEN_EVERY


@dataclass(frozen=True, slots=True)
class OpenSession:
    id: int
    last_seen_at: datetime


def to_be_ended(sessions: Sequence[OpenSession], sessions_max: int) -> list[int]:
    """The sessions to end, so that with a new one there are at most `sessions_max`.

    Those not used for longest go first.
    """
    surplus = len(sessions) - sessions_max + 1
    oldest_first = sorted(sessions, key=lambda session: (session.last_seen_at, session.id))
    return [session.id for session in oldest_first[: max(surplus, 0)]]
