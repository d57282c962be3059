"""Passwords: one's own changed, another's set anew."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth.hashers import make_password

from motcua.accounts.commands.loading import about, locked_user
from motcua.accounts.events import PasswordChanged, PasswordReset
from motcua.accounts.models import PasswordHistory, User, UserSession
from motcua.accounts.passwords import check_new_password
from motcua.kernel.actor import Actor
from motcua.kernel.verdict import NotPermitted
from motcua.ledger.recording import recording


def change_password(*, actor: Actor, at: datetime, user_id: int, password: str) -> None:
    """Set a new password of one's own.

    Refusals: NotPermitted for another's account, those of `check_new_password`.
    """
    if actor.user_id != user_id:
        raise NotPermitted(reason="not-own-account")
    with recording(actor, at) as record:
        user = User.objects.select_for_update(no_key=True).get(pk=user_id)
        check_new_password(user, password)
        keep_password(user, password, at)
        User.objects.filter(pk=user_id).update(must_change_password=False)
        record.append(PasswordChanged(), about=about("user", user_id))


def reset_password(*, actor: Actor, at: datetime, user_id: int, password: str) -> None:
    """Set another person's password; it must be changed at the next sign-in, sessions end.

    Refusals: NotPermitted, NotFound, those of `check_new_password`.
    """
    with recording(actor, at) as record:
        user = locked_user(actor, at, user_id)
        check_new_password(user, password)
        keep_password(user, password, at)
        User.objects.filter(pk=user_id).update(must_change_password=True)
        UserSession.objects.filter(user=user).delete()
        record.append(PasswordReset(), about=about("user", user_id))


def keep_password(user: User, password: str, at: datetime) -> None:
    """Write the hash to the account and to its history. The caller has checked and locked."""
    encoded = make_password(password)
    User.objects.filter(pk=user.pk).update(password=encoded, password_changed_at=at)
    PasswordHistory.objects.create(user=user, password=encoded, set_at=at)
