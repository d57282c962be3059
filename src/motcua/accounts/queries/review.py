"""Who has which rights: the list that is gone through every six months (law.md 11.2)."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime

from allauth.mfa.models import Authenticator
from django.db.models import Count, Q

from motcua.accounts.models import ApiToken, Holding, HoldingRole
from motcua.accounts.policies import Permission, agencies_in_scope
from motcua.accounts.rules.sign_in import is_inactive
from motcua.accounts.vocabulary import AccountKind
from motcua.agencies.queries import agency_on
from motcua.database.periods import in_force
from motcua.kernel.actor import Actor, Role
from motcua.kernel.clock import local_day
from motcua.ledger.caching import one_revision

ROWS_MAX = 1000


@dataclass(frozen=True, kw_only=True, slots=True)
class ReviewRow:
    """One position held, with all that decides whether its rights are still right."""

    officer_id: int
    full_name: str
    title: str
    unit_name: str
    agency_name: str
    since: date
    roles: tuple[Role, ...]
    username: str
    is_active: bool
    is_inactive: bool
    idle_days: int
    last_sign_in_at: datetime | None
    lacks_second_factor: bool
    live_tokens: int

    @property
    def needs_a_look(self) -> bool:
        return (
            not self.username or not self.is_active or self.is_inactive or self.lacks_second_factor
        )


def rights_review(actor: Actor, at: datetime) -> tuple[ReviewRow, ...]:
    """Every position held within the actor's reach, by agency, unit and name; at most ROWS_MAX.

    Four queries, and one per agency the first time its name is needed.
    """
    day = local_day(at)
    scope = agencies_in_scope(actor, Permission.OFFICER_VIEW, day)
    holdings = list(
        Holding.objects.filter(
            in_force(day), in_force(day, "officer__"), position__agency__in=scope
        )
        .select_related("officer__user", "position__unit")
        .order_by("position__agency", "position__unit", "officer__full_name_key", "id")[:ROWS_MAX]
    )
    roles: dict[int, list[Role]] = defaultdict(list)
    given = HoldingRole.objects.filter(in_force(day), holding__in=holdings).order_by("role")
    for holding_id, role in given.values_list("holding_id", "role"):
        roles[holding_id].append(Role(role))
    live = Q(revoked_at=None, expires_at__gt=at, holding__in=holdings)
    counted = ApiToken.objects.filter(live).values_list("holding_id").annotate(Count("id"))
    tokens = dict(counted.order_by("holding_id"))
    users = [one.officer.user_id for one in holdings if one.officer.user_id is not None]
    second = Authenticator.objects.filter(user__in=users, type=Authenticator.Type.TOTP)
    secured = set(second.values_list("user_id", flat=True))
    with one_revision():
        return tuple(
            _row(one, tuple(roles[one.pk]), at, tokens=tokens.get(one.pk, 0), secured=secured)
            for one in holdings
        )


def _row(
    holding: Holding, roles: tuple[Role, ...], at: datetime, *, tokens: int, secured: set[int]
) -> ReviewRow:
    officer, position, user = holding.officer, holding.position, holding.officer.user
    agency = agency_on(position.agency_id, local_day(at))
    seen = (user.last_login or user.created_at) if user else at
    return ReviewRow(
        officer_id=officer.pk,
        full_name=officer.full_name,
        title=position.title,
        unit_name=position.unit.name if position.unit else "",
        agency_name=agency.short_name if agency else "",
        since=holding.valid_from,
        roles=roles,
        username=user.username if user else "",
        is_active=bool(user and user.is_active),
        is_inactive=bool(
            user and is_inactive(created_at=user.created_at, last_sign_in_at=user.last_login, at=at)
        ),
        idle_days=(at - seen).days,
        last_sign_in_at=user.last_login if user else None,
        lacks_second_factor=bool(
            user and user.kind == AccountKind.ADMIN and user.pk not in secured
        ),
        live_tokens=tokens,
    )
