"""The sign-in side of a citizen's account. Called by the commands of `citizens`, inside their recording:
the fact is theirs, and says nothing that must be forgotten later."""

from __future__ import annotations

import secrets
from datetime import datetime

from allauth.mfa.models import Authenticator
from django.contrib.auth.hashers import make_password

from motcua.accounts.models import PasswordHistory, User, UserSession
from motcua.accounts.vocabulary import AccountKind

USERNAME_PREFIX = "dan-"
USERNAME_BYTES = 12


def add_citizen_user(*, at: datetime, display_name: str) -> int:
    """A user without a password; returns its id. The user name has no meaning: nobody types it."""
    user = User.objects.create(
        username=USERNAME_PREFIX + secrets.token_hex(USERNAME_BYTES),
        display_name=display_name,
        kind=AccountKind.CITIZEN,
        must_change_password=False,
        password=make_password(None),
        created_at=at,
    )
    return user.pk


def rename_citizen_user(*, user_id: int, display_name: str) -> None:
    User.objects.filter(pk=user_id).update(display_name=display_name)


def erase_citizen_user(*, at: datetime, user_id: int) -> None:
    """Nothing opens it any more, and nothing tells whose it was."""
    Authenticator.objects.filter(user=user_id).delete()
    PasswordHistory.objects.filter(user=user_id).delete()
    UserSession.objects.filter(user=user_id).delete()
    User.objects.filter(pk=user_id).update(
        display_name="", is_active=False, disabled_at=at, password=make_password(None)
    )
