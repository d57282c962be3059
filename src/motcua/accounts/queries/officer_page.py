"""One officer with all that is held: for the page an administrator or a leader looks at."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from allauth.mfa.models import Authenticator
from axes.models import AccessAttempt
from django.conf import settings
from django.db.models import Max, Q, Sum

from motcua.accounts.models import (
    ApiToken,
    Holding,
    HoldingRole,
    Officer,
    StandIn,
    User,
    UserSession,
)
from motcua.accounts.policies import Permission, agencies_in_scope, may
from motcua.accounts.queries.stand_ins import StandInNow, stand_in_row
from motcua.accounts.queries.users import TokenRow, token_row
from motcua.accounts.vocabulary import AccountKind
from motcua.agencies.queries import agency_on
from motcua.kernel.actor import Actor, Role
from motcua.kernel.clock import local_day
from motcua.kernel.verdict import NotFound
from motcua.ledger.queries import FactRow, facts_about

HOLDINGS_MAX = 100
TOKENS_MAX = 100
HISTORY_MAX = 100


@dataclass(frozen=True, kw_only=True, slots=True)
class RoleSpell:
    """A role that a position held gives from a day on."""

    role: Role
    valid_from: date
    valid_until: date | None


@dataclass(frozen=True, kw_only=True, slots=True)
class HeldRow:
    """A position held, now, before or later."""

    id: int
    position_id: int
    title: str
    unit_name: str
    agency_id: int
    agency_name: str
    valid_from: date
    valid_until: date | None
    roles: tuple[RoleSpell, ...]

    def holds_on(self, day: date) -> bool:
        return self.valid_from <= day and not self.over_on(day)

    def over_on(self, day: date) -> bool:
        return self.valid_until is not None and self.valid_until <= day

    def roles_on(self, day: date) -> tuple[Role, ...]:
        return tuple(
            one.role
            for one in self.roles
            if one.valid_from <= day and (one.valid_until is None or one.valid_until > day)
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class SignInState:
    """How an account stands. `locked_until`: after too many wrong passwords."""

    user_id: int
    username: str
    kind: AccountKind
    is_active: bool
    disabled_at: datetime | None
    disabled_reason: str
    must_change_password: bool
    has_second_factor: bool
    last_sign_in_at: datetime | None
    locked_until: datetime | None


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenBrowser:
    """A signed-in browser."""

    id: int
    opened_at: datetime
    last_seen_at: datetime
    address: str


@dataclass(frozen=True, kw_only=True, slots=True)
class OfficerDetail:
    """`tokens` and `sessions` are empty for those who only look; `may_change` says who does more."""

    id: int
    full_name: str
    phone: str
    email: str
    employment_kind: str
    valid_from: date
    valid_until: date | None
    account: SignInState | None
    held: tuple[HeldRow, ...]
    stand_ins: tuple[StandInNow, ...]
    tokens: tuple[tuple[int, TokenRow], ...]
    sessions: tuple[OpenBrowser, ...]
    may_change: bool

    def has_left(self, day: date) -> bool:
        return self.valid_until is not None and self.valid_until <= day


def officer_detail(actor: Actor, officer_id: int, at: datetime) -> OfficerDetail:
    """An officer who works or worked within the actor's reach. At most ten queries.

    Refusals: NotFound.
    """
    day = local_day(at)
    officer = Officer.objects.filter(pk=officer_id).select_related("user").first()
    held = _held(officer_id, day)
    seen = agencies_in_scope(actor, Permission.OFFICER_VIEW, day)
    within = tuple(row for row in held if row.agency_id in seen)
    if officer is None or not (within or (not held and may(actor, Permission.OFFICER_CHANGE))):
        raise NotFound(kind="officer")
    present = {row.agency_id for row in held if not row.over_on(day)}
    changing = bool(may(actor, Permission.OFFICER_CHANGE)) and present <= seen
    user = officer.user
    return OfficerDetail(
        id=officer.pk,
        full_name=officer.full_name,
        phone=officer.phone,
        email=officer.email,
        employment_kind=officer.employment_kind,
        valid_from=officer.valid_from,
        valid_until=officer.valid_until,
        account=_sign_in_state(user, at) if user else None,
        held=within,
        stand_ins=_stand_ins(officer_id, at),
        tokens=_tokens([row.id for row in within]) if changing else (),
        sessions=_sessions(user, at) if changing and user else (),
        may_change=changing,
    )


def history_of(detail: OfficerDetail) -> tuple[FactRow, ...]:
    """The facts about an officer, the account and the positions held, latest first."""
    facts = facts_about("officer", detail.id)
    if detail.account is not None:
        facts += facts_about("user", detail.account.user_id)
    for row in detail.held:
        facts += facts_about("holding", row.id)
    return tuple(sorted(facts, key=lambda fact: fact.id, reverse=True)[:HISTORY_MAX])


def locked_until(username: str, at: datetime) -> datetime | None:
    """Until when an account is locked after wrong passwords; None when it is not. One query."""
    cooloff: timedelta = settings.AXES_COOLOFF_TIME
    tries = AccessAttempt.objects.filter(username=username, attempt_time__gt=at - cooloff)
    found = tries.aggregate(count=Sum("failures_since_start"), last=Max("attempt_time"))
    if (found["count"] or 0) < settings.AXES_FAILURE_LIMIT:
        return None
    last: datetime = found["last"]
    return last + cooloff


def _held(officer_id: int, day: date) -> tuple[HeldRow, ...]:
    holdings = list(
        Holding.objects.filter(officer=officer_id)
        .select_related("position__unit")
        .order_by("-valid_from", "-id")[:HOLDINGS_MAX]
    )
    roles: dict[int, list[RoleSpell]] = defaultdict(list)
    for row in HoldingRole.objects.filter(holding__in=holdings).order_by("valid_from", "role"):
        spell = RoleSpell(
            role=Role(row.role), valid_from=row.valid_from, valid_until=row.valid_until
        )
        roles[row.holding_id].append(spell)
    return tuple(_held_row(one, tuple(roles[one.pk]), day) for one in holdings)


def _held_row(holding: Holding, roles: tuple[RoleSpell, ...], day: date) -> HeldRow:
    position = holding.position
    agency = agency_on(position.agency_id, day)
    return HeldRow(
        id=holding.pk,
        position_id=position.pk,
        title=position.title,
        unit_name=position.unit.name if position.unit else "",
        agency_id=position.agency_id,
        agency_name=agency.short_name if agency else "",
        valid_from=holding.valid_from,
        valid_until=holding.valid_until,
        roles=roles,
    )


def _sign_in_state(user: User, at: datetime) -> SignInState:
    second = Authenticator.objects.filter(user=user.pk, type=Authenticator.Type.TOTP)
    return SignInState(
        user_id=user.pk,
        username=user.username,
        kind=AccountKind(user.kind),
        is_active=user.is_active,
        disabled_at=user.disabled_at,
        disabled_reason=user.disabled_reason,
        must_change_password=user.must_change_password,
        has_second_factor=second.exists(),
        last_sign_in_at=user.last_login,
        locked_until=locked_until(user.username, at),
    )


def _stand_ins(officer_id: int, at: datetime) -> tuple[StandInNow, ...]:
    """Where the officer is acted for, or acts for others, now or later."""
    his = Q(absent_holding__officer=officer_id) | Q(stand_in_officer=officer_id)
    found = StandIn.objects.filter(his, valid_until__gt=at).select_related(
        "absent_holding__officer", "absent_holding__position", "stand_in_officer"
    )
    return tuple(stand_in_row(row) for row in found.order_by("valid_from", "id"))


def _tokens(holding_ids: list[int]) -> tuple[tuple[int, TokenRow], ...]:
    found = ApiToken.objects.filter(holding__in=holding_ids).order_by("-id")[:TOKENS_MAX]
    return tuple((token.holding_id, token_row(token)) for token in found)


def _sessions(user: User, at: datetime) -> tuple[OpenBrowser, ...]:
    found = UserSession.objects.filter(user=user, opened_at__lte=at).order_by("-last_seen_at")
    return tuple(
        OpenBrowser(
            id=row.pk, opened_at=row.opened_at, last_seen_at=row.last_seen_at, address=row.address
        )
        for row in found
    )
