"""How a citizen signs in: password, app for codes, recovery codes. Called by the commands of `citizens`,
inside their recording: the fact is theirs."""

from __future__ import annotations

from datetime import datetime

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from django.contrib.auth.hashers import make_password

from motcua.accounts.commands.passwords import keep_password
from motcua.accounts.models import PasswordHistory, User, UserSession
from motcua.accounts.passwords import check_new_password


def set_password(*, at: datetime, user_id: int, password: str) -> None:
    """Refusals: those of `check_new_password`."""
    user = User.objects.select_for_update(no_key=True).get(pk=user_id)
    check_new_password(user, password)
    keep_password(user, password, at)


def drop_password(*, user_id: int) -> None:
    """From now on no password opens the account."""
    User.objects.filter(pk=user_id).update(password=make_password(None), password_changed_at=None)
    PasswordHistory.objects.filter(user=user_id).delete()


def set_app(*, user_id: int, secret: str) -> tuple[str, ...]:
    """An app for codes in the place of any before; returns the recovery codes, to be written down."""
    user = User.objects.select_for_update(no_key=True).get(pk=user_id)
    drop_app(user_id=user_id)
    TOTP.activate(user, secret)
    return tuple(RecoveryCodes.activate(user).generate_codes())


def drop_app(*, user_id: int) -> None:
    """Neither the app nor its recovery codes are asked for any more."""
    kinds = (Authenticator.Type.TOTP, Authenticator.Type.RECOVERY_CODES)
    Authenticator.objects.filter(user=user_id, type__in=kinds).delete()
    User.objects.filter(pk=user_id).update(last_totp_counter=None)


def end_other_sessions(*, user_id: int, kept_token: str) -> int:
    """End all signed-in browsers but this one; returns how many."""
    found = UserSession.objects.filter(user=user_id).exclude(token=kept_token)
    return found.delete()[0]
