"""The sign-in side of a citizen's account. Called by the commands of `citizens`, inside their recording:
the fact is theirs, and says nothing that must be forgotten later."""

from __future__ import annotations

import secrets
from datetime import datetime

from django.contrib.auth.hashers import make_password

from motcua.accounts.models import User
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
