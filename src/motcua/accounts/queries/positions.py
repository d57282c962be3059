"""The positions of an agency and who holds them: filled, vacant, stood in for."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q

from motcua.accounts.models import Holding, HoldingRole
from motcua.accounts.policies import Permission, agencies_in_scope
from motcua.agencies.queries import positions_of
from motcua.kernel.actor import Actor, Role
from motcua.kernel.clock import local_day
from motcua.kernel.verdict import NotFound

HOLDERS_MAX = 1000


@dataclass(frozen=True, kw_only=True, slots=True)
class Holder:
    """Somebody who holds a position now, or will."""

    holding_id: int
    officer_id: int
    full_name: str
    valid_from: date
    valid_until: date | None
    roles: tuple[Role, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class PositionHeld:
    """A position with those who hold it on the day and those who are to come."""

    position_id: int
    title: str
    unit_id: int | None
    unit_name: str
    present: tuple[Holder, ...]
    coming: tuple[Holder, ...]

    @property
    def is_vacant(self) -> bool:
        return not self.present


def positions_held(actor: Actor, agency_id: int, at: datetime) -> tuple[PositionHeld, ...]:
    """Every position in force in an agency within reach, by unit. Two queries.

    Refusals: NotFound.
    """
    day = local_day(at)
    if agency_id not in agencies_in_scope(actor, Permission.OFFICER_VIEW, day):
        raise NotFound(kind="agency")
    ahead = Q(valid_until__isnull=True) | Q(valid_until__gt=day)
    holdings = list(
        Holding.objects.filter(ahead, position__agency=agency_id)
        .select_related("officer")
        .order_by("valid_from", "officer__full_name_key", "id")[:HOLDERS_MAX]
    )
    holders: dict[int, list[Holder]] = defaultdict(list)
    roles = _roles(holdings, day)
    for one in holdings:
        holders[one.position_id].append(_holder(one, roles[one.pk]))
    return tuple(
        PositionHeld(
            position_id=row.id,
            title=row.title,
            unit_id=row.unit_id,
            unit_name=row.unit_name,
            present=tuple(one for one in holders[row.id] if one.valid_from <= day),
            coming=tuple(one for one in holders[row.id] if one.valid_from > day),
        )
        for row in positions_of(agency_id, day)
    )


def _holder(holding: Holding, roles: list[Role]) -> Holder:
    return Holder(
        holding_id=holding.pk,
        officer_id=holding.officer_id,
        full_name=holding.officer.full_name,
        valid_from=holding.valid_from,
        valid_until=holding.valid_until,
        roles=tuple(roles),
    )


def _roles(holdings: list[Holding], day: date) -> dict[int, list[Role]]:
    """The roles of the day; of a holding to come, those it begins with."""
    begins = {one.pk: max(one.valid_from, day) for one in holdings}
    roles: dict[int, list[Role]] = defaultdict(list)
    for row in HoldingRole.objects.filter(holding__in=holdings).order_by("role"):
        start = begins[row.holding_id]
        if row.valid_from <= start and (row.valid_until is None or row.valid_until > start):
            roles[row.holding_id].append(Role(row.role))
    return roles
