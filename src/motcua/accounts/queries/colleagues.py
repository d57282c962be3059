"""Who works where: the people of an agency to whom work can be given, and their names on papers."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from motcua.accounts.models import Holding, HoldingRole
from motcua.database.periods import in_force
from motcua.kernel.actor import Role
from motcua.ledger.caching import kept_by_revision


@dataclass(frozen=True, slots=True, kw_only=True)
class Colleague:
    """Somebody in a position of an agency on a day."""

    holding_id: int
    name: str
    title: str
    agency_id: int
    unit_id: int | None
    roles: frozenset[Role]


@kept_by_revision
def colleagues_of(agency_id: int, day: date) -> tuple[Colleague, ...]:
    """Everybody who holds a position of the agency on that day, by name. Two queries, then none."""
    holdings = list(
        Holding.objects.filter(in_force(day), position__agency=agency_id)
        .select_related("officer", "position")
        .order_by("officer__full_name_key", "id")
    )
    roles: dict[int, set[Role]] = defaultdict(set)
    held = HoldingRole.objects.filter(in_force(day), holding__in=holdings)
    for holding_id, role in held.values_list("holding_id", "role"):
        roles[holding_id].add(Role(role))
    return tuple(_colleague(holding, frozenset(roles[holding.pk])) for holding in holdings)


def _colleague(holding: Holding, roles: frozenset[Role]) -> Colleague:
    return Colleague(
        holding_id=holding.pk,
        name=holding.officer.full_name,
        title=holding.position.title,
        agency_id=holding.position.agency_id,
        unit_id=holding.position.unit_id,
        roles=roles,
    )


def names_of(holding_ids: frozenset[int]) -> dict[int, str]:
    """Name of whoever holds or held each position; for lists. One query, none for nobody."""
    if not holding_ids:
        return {}
    holdings = Holding.objects.filter(pk__in=holding_ids)
    return dict(holdings.values_list("pk", "officer__full_name"))
