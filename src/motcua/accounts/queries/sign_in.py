"""What the ways to sign in ask: the user to sign in, what he has set up, where he is signed in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from allauth.mfa.models import Authenticator

from motcua.accounts.models import User, UserSession
from motcua.accounts.vocabulary import AccountKind


@dataclass(frozen=True, kw_only=True, slots=True)
class Passkey:
    id: int
    name: str
    created_at: datetime
    last_used_at: datetime | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Methods:
    """By what an account can be entered besides a one-time code."""

    has_password: bool
    has_app: bool
    recovery_codes_left: int
    passkeys: tuple[Passkey, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class SignedInBrowser:
    id: int
    opened_at: datetime
    last_seen_at: datetime
    address: str
    is_this: bool


def user_to_sign_in(user_id: int) -> User | None:
    """A citizen's user that is open; an officer never comes in by the citizens' door. One query."""
    return User.objects.filter(pk=user_id, is_active=True, kind=AccountKind.CITIZEN).first()


def has_second_step(user_id: int) -> bool:
    """Whether a code of an app is asked for besides. One query."""
    return bool(Authenticator.objects.filter(user=user_id, type=Authenticator.Type.TOTP).exists())


def second_steps(user_id: int) -> tuple[Authenticator, ...]:
    """The app first, then the recovery codes. One query."""
    kinds = (Authenticator.Type.TOTP, Authenticator.Type.RECOVERY_CODES)
    found = Authenticator.objects.filter(user=user_id, type__in=kinds).select_related("user")
    return tuple(sorted(found, key=lambda one: kinds.index(one.type)))


def methods_of(user_id: int) -> Methods:
    """Two queries."""
    user = User.objects.get(pk=user_id)
    found = {}
    passkeys = []
    for one in Authenticator.objects.filter(user=user_id).order_by("id"):
        found[one.type] = one
        if one.type == Authenticator.Type.WEBAUTHN:
            passkeys.append(
                Passkey(
                    id=one.pk,
                    name=str(one.data.get("name", "")),
                    created_at=one.created_at,
                    last_used_at=one.last_used_at,
                )
            )
    codes = found.get(Authenticator.Type.RECOVERY_CODES)
    return Methods(
        has_password=user.has_usable_password(),
        has_app=Authenticator.Type.TOTP in found,
        recovery_codes_left=len(codes.wrap().get_unused_codes()) if codes else 0,
        passkeys=tuple(passkeys),
    )


def browsers_of(user_id: int, token: str) -> tuple[SignedInBrowser, ...]:
    """Where the account is open now, this browser first, then the last seen; by `user_session_oldest`.
    One query; there are few."""
    rows = UserSession.objects.filter(user=user_id).order_by("-last_seen_at", "-id")
    found = [
        SignedInBrowser(
            id=row.pk,
            opened_at=row.opened_at,
            last_seen_at=row.last_seen_at,
            address=row.address,
            is_this=row.token == token,
        )
        for row in rows
    ]
    return tuple(sorted(found, key=lambda one: not one.is_this))
