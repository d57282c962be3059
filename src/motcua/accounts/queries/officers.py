"""Who works where: lists for those who may see officers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from django.db.models import Exists, OuterRef, Q, QuerySet

from motcua.accounts.models import Holding, HoldingRole, StandIn
from motcua.accounts.policies import Permission, agencies_in_scope
from motcua.agencies.queries import agency_on
from motcua.database.periods import in_force
from motcua.kernel.actor import Actor, Role
from motcua.kernel.clock import local_day
from motcua.kernel.folding import fold
from motcua.ledger.caching import one_revision

PAGE_ROWS_MAX = 100


@dataclass(frozen=True, kw_only=True, slots=True)
class OfficerRow:
    """An officer in one position held. `user_id`, `username`: None and "" without an account."""

    holding_id: int
    officer_id: int
    full_name: str
    title: str
    unit_name: str
    agency_id: int
    agency_name: str
    roles: tuple[Role, ...]
    phone: str
    user_id: int | None
    username: str
    is_active: bool
    last_sign_in_at: datetime | None


class Working(StrEnum):
    """Which officers are listed, by how they stand."""

    NOW = "NOW"
    CLOSED = "CLOSED"
    LEFT = "LEFT"


@dataclass(frozen=True, kw_only=True, slots=True)
class OfficersWanted:
    """A filter: a part of the name, a unit, a role held, and whether they work here."""

    text: str = ""
    unit_id: int | None = None
    role: Role | None = None
    working: Working = Working.NOW


@dataclass(frozen=True, kw_only=True, slots=True)
class OfficersPage:
    """`next_after` is the place to go on from, None on the last page."""

    rows: tuple[OfficerRow, ...]
    next_after: tuple[str, int] | None


@dataclass(frozen=True, kw_only=True, slots=True)
class StandInRow:
    id: int
    stand_in_name: str
    valid_from: datetime
    valid_until: datetime
    reason: str


def officers(
    actor: Actor,
    at: datetime,
    text: str = "",
    after: tuple[str, int] | None = None,
    rows_max: int = 50,
) -> OfficersPage:
    """Officers in force in the actor's agency and below, by name; see `officer_list`."""
    return officer_list(actor, at, OfficersWanted(text=text), after=after, rows_max=rows_max)


def officer_list(
    actor: Actor,
    at: datetime,
    wanted: OfficersWanted,
    *,
    after: tuple[str, int] | None = None,
    rows_max: int = 50,
) -> OfficersPage:
    """Positions held within the actor's reach with their officers, by name (accents optional).

    Who has left is listed once, with the position held last. Two queries, and one per agency the
    first time its name is needed. Index: `accounts_officer.full_name_key`.
    """
    day = local_day(at)
    scope = agencies_in_scope(actor, Permission.OFFICER_VIEW, day)
    found = _wanted(wanted, day).filter(position__agency__in=scope)
    if after is not None:
        key, pk = after
        later = Q(officer__full_name_key__gt=key) | Q(officer__full_name_key=key, id__gt=pk)
        found = found.filter(later)
    size = min(rows_max, PAGE_ROWS_MAX)
    related = found.select_related("officer__user", "position__unit")
    holdings = list(related.order_by("officer__full_name_key", "id")[: size + 1])
    last = holdings[size - 1] if len(holdings) > size else None
    roles = _roles_of([holding.pk for holding in holdings[:size]], day)
    with one_revision():
        rows = tuple(_row(holding, roles[holding.pk], day) for holding in holdings[:size])
    return OfficersPage(
        rows=rows,
        next_after=(last.officer.full_name_key, last.pk) if last else None,
    )


def _wanted(wanted: OfficersWanted, day: date) -> QuerySet[Holding]:
    if wanted.working is Working.LEFT:
        found = _last_of_those_who_left(day)
    else:
        found = Holding.objects.filter(in_force(day), in_force(day, "officer__"))
    if wanted.working is Working.CLOSED:
        found = found.filter(officer__user__is_active=False)
    if wanted.text.strip():
        found = found.filter(officer__full_name_key__contains=fold(wanted.text))
    if wanted.unit_id is not None:
        found = found.filter(position__unit=wanted.unit_id)
    if wanted.role is not None:
        gives = HoldingRole.objects.filter(in_force(day), holding=OuterRef("pk"), role=wanted.role)
        found = found.filter(Exists(gives))
    return found


def _last_of_those_who_left(day: date) -> QuerySet[Holding]:
    ended = Q(valid_until__lte=day)
    others = Holding.objects.filter(officer=OuterRef("officer"))
    later = Q(valid_until__gt=OuterRef("valid_until")) | Q(
        valid_until=OuterRef("valid_until"), id__gt=OuterRef("pk")
    )
    return Holding.objects.filter(
        ended, ~Exists(others.filter(valid_until__isnull=True)), ~Exists(others.filter(later))
    )


def stand_ins_of(actor: Actor, holding_id: int, at: datetime) -> tuple[StandInRow, ...]:
    """The stand-ins of a position held, latest first, for those who may see its officer."""
    scope = agencies_in_scope(actor, Permission.OFFICER_VIEW, local_day(at))
    found = StandIn.objects.filter(
        absent_holding=holding_id, absent_holding__position__agency__in=scope
    )
    return tuple(
        StandInRow(
            id=row.pk,
            stand_in_name=row.stand_in_officer.full_name,
            valid_from=row.valid_from,
            valid_until=row.valid_until,
            reason=row.reason,
        )
        for row in found.select_related("stand_in_officer").order_by("-valid_from", "-id")
    )


def _roles_of(holding_ids: Iterable[int], day: date) -> dict[int, list[Role]]:
    roles: dict[int, list[Role]] = defaultdict(list)
    held = HoldingRole.objects.filter(in_force(day), holding__in=list(holding_ids))
    for holding_id, role in held.order_by("role").values_list("holding_id", "role"):
        roles[holding_id].append(Role(role))
    return roles


def _row(holding: Holding, roles: list[Role], day: date) -> OfficerRow:
    officer, position, user = holding.officer, holding.position, holding.officer.user
    agency = agency_on(position.agency_id, day)
    return OfficerRow(
        holding_id=holding.pk,
        officer_id=officer.pk,
        full_name=officer.full_name,
        title=position.title,
        unit_name=position.unit.name if position.unit else "",
        agency_id=position.agency_id,
        agency_name=agency.short_name if agency else "",
        roles=tuple(roles),
        phone=officer.phone,
        user_id=user.pk if user else None,
        username=user.username if user else "",
        is_active=bool(user and user.is_active),
        last_sign_in_at=user.last_login if user else None,
    )
