"""The parts of an agency through time: counters, units with their sectors, positions.

Kept while the catalogue stands, as the queries of one day are.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from motcua.agencies.models import Counter, Position, Unit, UnitSector, UnitSuccession
from motcua.ledger.caching import kept_by_revision
from motcua.ledger.queries import FactRow, facts_about_these

FACTS_SHOWN_MAX = 200


@dataclass(frozen=True, kw_only=True, slots=True)
class CounterPeriod:
    id: int
    desk_id: int
    number: int
    name: str
    valid_from: date
    valid_until: date | None


@dataclass(frozen=True, kw_only=True, slots=True)
class SectorPeriod:
    code: str
    valid_from: date
    valid_until: date | None


@dataclass(frozen=True, kw_only=True, slots=True)
class PositionPeriod:
    id: int
    title: str
    unit_id: int | None
    valid_from: date
    valid_until: date | None


@dataclass(frozen=True, kw_only=True, slots=True)
class UnitPeriod:
    """A unit; `successor` is the unit that takes over its work, "" when none does."""

    id: int
    name: str
    valid_from: date
    valid_until: date | None
    sectors: tuple[SectorPeriod, ...]
    positions: tuple[PositionPeriod, ...]
    successor: str


@dataclass(frozen=True, kw_only=True, slots=True)
class PartsHistory:
    """What in force comes first. `positions` are those that belong to no unit."""

    counters: tuple[CounterPeriod, ...]
    units: tuple[UnitPeriod, ...]
    positions: tuple[PositionPeriod, ...]


@kept_by_revision
def parts_of(agency_id: int) -> PartsHistory:
    """Every part the agency ever had. Five queries, served by the indexes of the foreign keys."""
    positions: dict[int | None, list[PositionPeriod]] = defaultdict(list)
    for row in Position.objects.filter(agency=agency_id).order_by("id"):
        positions[row.unit_id].append(
            PositionPeriod(
                id=row.pk,
                title=row.title,
                unit_id=row.unit_id,
                valid_from=row.valid_from,
                valid_until=row.valid_until,
            )
        )
    return PartsHistory(
        counters=_counters(agency_id),
        units=_units(agency_id, positions),
        positions=tuple(positions[None]),
    )


def _counters(agency_id: int) -> tuple[CounterPeriod, ...]:
    found = Counter.objects.filter(desk__agency=agency_id).order_by("desk_id", "number", "id")
    return tuple(
        CounterPeriod(
            id=row.pk,
            desk_id=row.desk_id,
            number=row.number,
            name=row.name,
            valid_from=row.valid_from,
            valid_until=row.valid_until,
        )
        for row in found
    )


def _units(
    agency_id: int, positions: dict[int | None, list[PositionPeriod]]
) -> tuple[UnitPeriod, ...]:
    sectors: dict[int, list[SectorPeriod]] = defaultdict(list)
    held = UnitSector.objects.filter(unit__agency=agency_id).order_by("sector_code", "valid_from")
    for row in held:
        sectors[row.unit_id].append(
            SectorPeriod(
                code=row.sector_code, valid_from=row.valid_from, valid_until=row.valid_until
            )
        )
    followed = UnitSuccession.objects.filter(predecessor__agency=agency_id)
    takers = dict(followed.values_list("predecessor_id", "successor__name"))
    return tuple(
        UnitPeriod(
            id=unit.pk,
            name=unit.name,
            valid_from=unit.valid_from,
            valid_until=unit.valid_until,
            sectors=tuple(sectors[unit.pk]),
            positions=tuple(positions[unit.pk]),
            successor=takers.get(unit.pk, ""),
        )
        for unit in Unit.objects.filter(agency=agency_id).order_by("valid_until", "id")
    )


@kept_by_revision
def facts_of(agency_id: int, desk_ids: tuple[int, ...]) -> tuple[FactRow, ...]:
    """What happened to the agency, its desks, units and positions: newest first. Three queries."""
    units = Unit.objects.filter(agency=agency_id).values_list("id", flat=True)
    positions = Position.objects.filter(agency=agency_id).values_list("id", flat=True)
    subjects = {
        "agency": [agency_id],
        "desk": list(desk_ids),
        "unit": list(units),
        "position": list(positions),
    }
    return tuple(facts_about_these(subjects, rows_max=FACTS_SHOWN_MAX))
