"""Who holds the positions of some agencies: for the system's own work of moving people."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from motcua.accounts.models import Holding, HoldingRole
from motcua.database.periods import in_force
from motcua.kernel.actor import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class HolderRow:
    """Somebody in a position, and the roles that it gives on the day asked for."""

    holding_id: int
    officer_id: int
    user_id: int | None
    name: str
    position_id: int
    title: str
    agency_id: int
    unit_id: int | None
    unit_name: str
    roles: frozenset[Role]
    valid_from: date
    valid_until: date | None


def holders_of(agency_ids: Collection[int], day: date) -> tuple[HolderRow, ...]:
    """Everybody who holds a position there on the day or will later, by name. Two queries."""
    ahead = Q(valid_until__isnull=True) | Q(valid_until__gt=day)
    holdings = list(
        Holding.objects.filter(ahead, position__agency__in=list(agency_ids))
        .select_related("officer", "position__unit")
        .order_by("officer__full_name_key", "id")
    )
    roles: dict[int, set[Role]] = defaultdict(set)
    for holding_id, role in HoldingRole.objects.filter(
        in_force(day), holding__in=holdings
    ).values_list("holding_id", "role"):
        roles[holding_id].add(Role(role))
    return tuple(_row(holding, frozenset(roles[holding.pk])) for holding in holdings)


def _row(holding: Holding, roles: frozenset[Role]) -> HolderRow:
    position = holding.position
    return HolderRow(
        holding_id=holding.pk,
        officer_id=holding.officer_id,
        user_id=holding.officer.user_id,
        name=holding.officer.full_name,
        position_id=holding.position_id,
        title=position.title,
        agency_id=position.agency_id,
        unit_id=position.unit_id,
        unit_name=position.unit.name if position.unit else "",
        roles=roles,
        valid_from=holding.valid_from,
        valid_until=holding.valid_until,
    )


def officers_of(holding_ids: Collection[int]) -> dict[int, int]:
    """The officer behind each position held, now or once. One query."""
    found = Holding.objects.filter(pk__in=list(holding_ids))
    return dict(found.values_list("id", "officer_id"))


def users_of(holding_ids: Collection[int]) -> dict[int, int]:
    """The account behind each position held; officers without one are left out. One query."""
    found = Holding.objects.filter(pk__in=list(holding_ids), officer__user__isnull=False)
    return {pk: user for pk, user in found.values_list("id", "officer__user") if user is not None}
