"""Accounts, their sessions and tokens, as entrances need them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

from allauth.mfa.models import Authenticator
from django.db.models import Exists, OuterRef

from motcua.accounts.models import ApiToken, Holding, HoldingRole, Officer, User
from motcua.accounts.policies import Permission, can
from motcua.accounts.rules.sign_in import AccountFacts
from motcua.accounts.vocabulary import AccountKind
from motcua.database.periods import in_force
from motcua.database.statements import Statement, run
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.folding import fold
from motcua.kernel.verdict import NotFound


@dataclass(frozen=True, kw_only=True, slots=True)
class AccountRow:
    """An account as administrators see it."""

    id: int
    username: str
    display_name: str
    kind: AccountKind
    is_active: bool
    last_sign_in_at: datetime | None
    facts: AccountFacts


@dataclass(frozen=True, kw_only=True, slots=True)
class SessionRow:
    """A signed-in browser that has not been ended."""

    id: int
    last_seen_at: datetime
    facts: AccountFacts


@dataclass(frozen=True, kw_only=True, slots=True)
class TokenRow:
    """A token, without what opens the door."""

    id: int
    name: str
    created_at: datetime
    expires_at: datetime
    last_used_at: datetime | None
    revoked_at: datetime | None


def user_id_called(username: str) -> int:
    """The account with this user name. Refusals: NotFound."""
    found = User.objects.filter(username=username.strip().lower()).values_list("id", flat=True)
    user_id = found.first()
    if user_id is None:
        raise NotFound(field="username", kind="account")
    return user_id


def officer_id_called(username: str) -> int:
    """The officer whose account has this user name. Refusals: NotFound."""
    found = Officer.objects.filter(user=user_id_called(username)).values_list("id", flat=True)
    officer_id = found.first()
    if officer_id is None:
        raise NotFound(field="username", kind="account")
    return officer_id


def holding_id_called(name: str, day: date) -> int:
    """The first position held by the officer with this user name or full name, accents optional.

    Refusals: NotFound, also when several officers have the name.
    """
    held = Holding.objects.filter(in_force(day), in_force(day, "officer__"))
    with_roles = held.filter(
        Exists(HoldingRole.objects.filter(in_force(day), holding=OuterRef("pk")))
    )
    ordered = with_roles.order_by("valid_from", "id").values_list("id", "officer_id")
    by_account = list(ordered.filter(officer__user__username=name.strip().lower()))
    found = by_account or list(ordered.filter(officer__full_name_key=fold(name)))
    if len({officer_id for _holding_id, officer_id in found}) != 1:
        raise NotFound(field="officer", kind="officer")
    return found[0][0]


def account(user_id: int) -> AccountRow:
    """One account. One query. Refusals: NotFound."""
    user = User.objects.filter(pk=user_id).annotate(has_totp=_has_totp("pk")).first()
    if user is None:
        raise NotFound(kind="account")
    return AccountRow(
        id=user.pk,
        username=user.username,
        display_name=user.display_name,
        kind=AccountKind(user.kind),
        is_active=user.is_active,
        last_sign_in_at=user.last_login,
        facts=_facts(user, has_second_factor=user.has_totp),
    )


OPEN_SESSION = (
    "SELECT s.id, s.last_seen_at, EXISTS (SELECT 1 FROM mfa_authenticator a "
    "WHERE a.user_id = s.user_id AND a.type = 'totp') "
    "FROM accounts_usersession s WHERE s.token = %s AND s.user_id = %s"
)


def session_of(token: str, user: User) -> SessionRow | None:
    """The open session with this token of this user; None when it was ended.

    Each signed-in page asks this, so the statement is written out; served by the unique index of
    tokens. One query.
    """
    (found,) = run([Statement(OPEN_SESSION, (token, user.pk))])
    if found is None:
        return None
    pk, seen, has_totp = found
    return SessionRow(
        id=int(pk),
        last_seen_at=seen if seen.tzinfo else seen.replace(tzinfo=UTC),
        facts=_facts(user, has_second_factor=bool(has_totp)),
    )


def tokens_of(actor: Actor, holding_id: int, at: datetime) -> tuple[TokenRow, ...]:
    """The tokens of a position held, newest first. Refusals: NotFound."""
    held = Holding.objects.filter(pk=holding_id).values_list("position__agency_id", flat=True)
    agency_id = held.first()
    if agency_id is None or not can(actor, Permission.TOKEN_ISSUE, agency_id, local_day(at)):
        raise NotFound(kind="holding")
    found = ApiToken.objects.filter(holding=holding_id).order_by("-id")
    return tuple(token_row(token) for token in found)


def token_row(token: ApiToken) -> TokenRow:
    return TokenRow(
        id=token.pk,
        name=token.name,
        created_at=token.created_at,
        expires_at=token.expires_at,
        last_used_at=token.last_used_at,
        revoked_at=token.revoked_at,
    )


def _has_totp(user: str) -> Exists:
    return Exists(Authenticator.objects.filter(user=OuterRef(user), type=Authenticator.Type.TOTP))


def _facts(user: User, *, has_second_factor: bool) -> AccountFacts:
    return AccountFacts(
        kind=AccountKind(user.kind),
        must_change_password=user.must_change_password,
        password_changed_at=user.password_changed_at,
        has_second_factor=has_second_factor,
    )


def any_account() -> bool:
    """Whether there is any account at all."""
    return User.objects.exists()
