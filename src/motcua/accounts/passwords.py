"""Passwords against the rules: one check for the command and for Django's forms."""

from __future__ import annotations

import secrets

from allauth.mfa.models import Authenticator
from django.contrib.auth.hashers import check_password
from django.core.exceptions import ValidationError

from motcua.accounts.models import PasswordHistory, User
from motcua.accounts.rules.passwords import (
    LENGTH_MIN_ALONE,
    LENGTH_MIN_WITH_SECOND_FACTOR,
    PasswordUsedBefore,
    check_password_strength,
    reuse_depth,
)
from motcua.accounts.vocabulary import AccountKind
from motcua.accounts.wording import SIGN_IN, refusal_words
from motcua.kernel.refusal import Refusal

FIRST_PASSWORD_GROUPS = ("abcdefghkmnpqrstuvwxyz", "23456789", "ABCDEFGHKLMNPQRSTUVWXYZ")
"""No letter that reads like another: the password is copied from paper once."""


def new_first_password() -> str:
    """Random, of all four classes, easy to copy: `hkmn-4827-QRTZ-wxya`. To be changed at sign-in."""
    small, digits, capital = FIRST_PASSWORD_GROUPS
    groups = (small, digits, capital, small)
    return "-".join("".join(secrets.choice(kind) for _ in range(4)) for kind in groups)


def check_new_password(user: User, password: str, *, field: str = "password") -> None:
    """Refuse a password that this account may not have.

    Refusals: PasswordTooShort, PasswordTooLong, PasswordTooPlain, PasswordLikeName,
    PasswordUsedBefore.
    """
    known = Authenticator.objects.filter(user=user.pk, type=Authenticator.Type.TOTP)
    has_second_factor = user.pk is not None and known.exists()
    check_password_strength(
        password, username=user.username, has_second_factor=has_second_factor, field=field
    )
    depth = reuse_depth(AccountKind(user.kind))
    history = PasswordHistory.objects.filter(user=user.pk).order_by("-set_at", "-id")
    used = history.values_list("password", flat=True)[:depth] if user.pk else ()
    if any(check_password(password, encoded) for encoded in used):
        raise PasswordUsedBefore(field=field, depth=depth)


class StaffPasswordValidator:
    """The same rules for the forms of Django and allauth (AUTH_PASSWORD_VALIDATORS)."""

    def validate(self, password: str, user: User | None = None) -> None:
        try:
            if user is None:
                check_password_strength(password, username="", has_second_factor=False)
            else:
                check_new_password(user, password)
        except Refusal as refusal:
            raise ValidationError(refusal_words(refusal), code=refusal.code) from refusal

    def get_help_text(self) -> str:
        lengths = {"alone": LENGTH_MIN_ALONE, "beside": LENGTH_MIN_WITH_SECOND_FACTOR}
        return str(SIGN_IN["password-help"]) % lengths
