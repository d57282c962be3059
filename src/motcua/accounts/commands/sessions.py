"""Signed-in browsers. A person's own come and go without a fact: the access log tells of them.

An administrator who ends another's leaves one.
"""

from __future__ import annotations

import secrets
from datetime import datetime

from django.conf import settings
from django.db import transaction

from motcua.accounts.commands.loading import about, locked_user
from motcua.accounts.events import SessionsEnded
from motcua.accounts.models import User, UserSession
from motcua.accounts.rules.sessions import OpenSession, to_be_ended
from motcua.accounts.vocabulary import AccountKind
from motcua.kernel.actor import Actor
from motcua.ledger.recording import recording

TOKEN_BYTES = 32


def open_session(*, user_id: int, at: datetime, address: str = "") -> str:
    """Begin a session and end those beyond the number allowed; returns its token."""
    token = secrets.token_urlsafe(TOKEN_BYTES)
    with transaction.atomic():
        user = User.objects.select_for_update(no_key=True).get(pk=user_id)
        kept = UserSession.objects.filter(user=user).values_list("id", "last_seen_at")
        surplus = to_be_ended([OpenSession(pk, seen) for pk, seen in kept], _sessions_max(user))
        UserSession.objects.filter(pk__in=surplus).delete()
        UserSession.objects.create(
            user=user, token=token, opened_at=at, last_seen_at=at, address=address
        )
    return token


def _sessions_max(user: User) -> int:
    is_citizen = user.kind == AccountKind.CITIZEN
    return settings.SESSIONS_PER_CITIZEN_MAX if is_citizen else settings.SESSIONS_PER_USER_MAX


def see_session(*, session_id: int, at: datetime) -> None:
    """Keep that somebody was there."""
    UserSession.objects.filter(pk=session_id).update(last_seen_at=at)


def end_session(*, token: str) -> None:
    """End one session; it does not matter whether it is there."""
    UserSession.objects.filter(token=token).delete()


def end_sessions_of(
    *, actor: Actor, at: datetime, user_id: int, session_id: int | None = None
) -> int:
    """End one open session of an account, or all of them; returns how many there were.

    Refusals: NotPermitted, NotFound.
    """
    with recording(actor, at) as record:
        user = locked_user(actor, at, user_id)
        found = UserSession.objects.filter(user=user)
        if session_id is not None:
            found = found.filter(pk=session_id)
        count, _by_model = found.delete()
        if count:
            record.append(SessionsEnded(count=count), about=about("user", user.pk))
    return count
