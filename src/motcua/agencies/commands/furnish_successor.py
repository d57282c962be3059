"""What a successor needs to work from its first day: name, code, desk, counters, units, positions."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from motcua.agencies.commands.change_agency import recode_agency
from motcua.agencies.commands.furnish_agency import (
    SlugTaken,
    assign_sector,
    open_counter,
    open_desk,
    open_position,
    open_unit,
)
from motcua.agencies.events import AgencyRegistered
from motcua.agencies.models import Agency, AgencyVersion, Counter, Position, Unit, UnitSector
from motcua.agencies.naming import free_desk_slug, free_position_slug, free_unit_slug
from motcua.agencies.rules.succession import NewAgency, Succession, SuccessionPlan
from motcua.database.periods import in_force
from motcua.kernel.actor import Actor
from motcua.kernel.folding import fold
from motcua.ledger.recording import Subject, recording


def begin_agency(
    *, actor: Actor, at: datetime, wanted: NewAgency, pattern: AgencyVersion, from_day: date
) -> int:
    """Enter the agency in the place of the pattern, with its code, desk and counters.

    Refusals: SlugTaken, CodeTaken.
    """
    agency_id = _register(actor, at, wanted, pattern, from_day)
    if wanted.code:
        recode_agency(
            actor=actor,
            at=at,
            agency_id=agency_id,
            from_day=from_day,
            scheme=wanted.scheme,
            code=wanted.code,
        )
    if wanted.desk_name:
        desk_id = open_desk(
            actor=actor,
            at=at,
            agency_id=agency_id,
            slug=free_desk_slug(wanted.desk_name),
            name=wanted.desk_name,
            kind=wanted.desk_kind,
            from_day=from_day,
        )
        for number, name in _counters_of(pattern.agency_id, from_day):
            open_counter(
                actor=actor, at=at, desk_id=desk_id, number=number, name=name, from_day=from_day
            )
    return agency_id


def _register(
    actor: Actor, at: datetime, wanted: NewAgency, pattern: AgencyVersion, from_day: date
) -> int:
    if Agency.objects.filter(slug=wanted.slug).exists():
        raise SlugTaken(field="slug", slug=wanted.slug)
    with recording(actor, at) as record:
        agency = Agency.objects.create(slug=wanted.slug, valid_from=from_day)
        version = AgencyVersion.objects.create(
            agency=agency,
            name=wanted.name,
            short_name=wanted.short_name,
            superior_name=pattern.superior_name,
            parent_id=wanted.parent_id or pattern.parent_id,
            level_id=pattern.level_id,
            place_name=wanted.place_name or pattern.place_name,
            address=wanted.address or pattern.address,
            phone=wanted.phone or pattern.phone,
            valid_from=from_day,
        )
        event = AgencyRegistered(
            slug=wanted.slug,
            name=wanted.name,
            level=pattern.level.code,
            parent=version.parent.slug if version.parent else None,
            valid_from=from_day,
            valid_until=None,
        )
        record.append(event, about=Subject("agency", agency.pk, 1))
    return agency.pk


def _counters_of(agency_id: int, from_day: date) -> list[tuple[int, str]]:
    """The counters of the agency's oldest desk on its last day."""
    held = Counter.objects.filter(in_force(_eve(from_day)), desk__agency=agency_id)
    rows = list(held.order_by("desk_id", "number").values_list("desk_id", "number", "name"))
    return [(number, name) for desk_id, number, name in rows if desk_id == rows[0][0]]


def take_over_parts(
    *, actor: Actor, at: datetime, plan: SuccessionPlan, successor_ids: tuple[int, ...]
) -> Succession:
    """Give each successor the units, sectors and positions of the predecessors.

    Every successor gets all of them, for each must work; the maps follow the plan's takers.
    """
    units: dict[tuple[int, int], int] = {}
    positions: dict[tuple[int, int], int] = {}
    for place, successor_id in enumerate(successor_ids):
        taking = _Taking(actor, at, successor_id, plan.from_day)
        for predecessor_id in plan.predecessor_ids:
            for old_id, new_id in taking.units_of(predecessor_id).items():
                units[old_id, place] = new_id
            for old_id, new_id in taking.positions_of(predecessor_id).items():
                positions[old_id, place] = new_id
    unit_of = dict(Position.objects.values_list("id", "unit_id").filter(pk__in=_firsts(positions)))
    return Succession(
        successor_ids=successor_ids,
        unit_map={old: units[old, plan.taker_of(old)] for old in _firsts(units)},
        position_map={
            old: positions[old, plan.taker_of(unit_of[old])] for old in _firsts(positions)
        },
    )


def _firsts(keys: dict[tuple[int, int], int]) -> set[int]:
    return {old for old, _place in keys}


class _Taking:
    """One successor gaining the parts of its predecessors, alike ones once."""

    def __init__(self, actor: Actor, at: datetime, successor_id: int, from_day: date) -> None:
        self.actor = actor
        self.at = at
        self.successor_id = successor_id
        self.from_day = from_day
        self.taken: dict[int, int] = {}

    def units_of(self, predecessor_id: int) -> dict[int, int]:
        ending = Unit.objects.filter(in_force(_eve(self.from_day)), agency=predecessor_id)
        self.taken = {unit.pk: self._unit(unit) for unit in ending.order_by("id")}
        return self.taken

    def _unit(self, unit: Unit) -> int:
        held = UnitSector.objects.filter(in_force(self.from_day), unit__agency=self.successor_id)
        handled = set(held.values_list("sector_code", flat=True))
        sectors = UnitSector.objects.filter(in_force(_eve(self.from_day)), unit=unit)
        codes = sectors.order_by("sector_code").values_list("sector_code", flat=True)
        wanted = [code for code in codes if code not in handled]
        alike = self._alike_unit(unit)
        if alike is None:
            return open_unit(
                actor=self.actor,
                at=self.at,
                agency_id=self.successor_id,
                slug=self._slug_of(unit),
                name=unit.name,
                sector_codes=wanted,
                from_day=self.from_day,
            )
        for code in wanted:
            assign_sector(
                actor=self.actor,
                at=self.at,
                unit_id=alike,
                sector_code=code,
                from_day=self.from_day,
            )
        return alike

    def _alike_unit(self, unit: Unit) -> int | None:
        standing = Unit.objects.filter(in_force(self.from_day), agency=self.successor_id)
        rows = list(standing.order_by("id"))
        same_slug = [row.pk for row in rows if row.slug == unit.slug]
        same_name = [row.pk for row in rows if fold(row.name) == fold(unit.name)]
        return next(iter(same_slug + same_name), None)

    def _slug_of(self, unit: Unit) -> str:
        taken = Unit.objects.filter(agency=self.successor_id, slug=unit.slug).exists()
        return free_unit_slug(self.successor_id, unit.name) if taken else unit.slug

    def positions_of(self, predecessor_id: int) -> dict[int, int]:
        ending = Position.objects.filter(in_force(_eve(self.from_day)), agency=predecessor_id)
        return {position.pk: self._position(position) for position in ending.order_by("id")}

    def _position(self, position: Position) -> int:
        unit_id = self.taken.get(position.unit_id or 0)
        standing = Position.objects.filter(
            in_force(self.from_day), agency=self.successor_id, unit=unit_id
        )
        rows = list(standing.order_by("id"))
        same_slug = [row.pk for row in rows if row.slug == position.slug]
        same_title = [row.pk for row in rows if fold(row.title) == fold(position.title)]
        alike = next(iter(same_slug + same_title), None)
        if alike is not None:
            return alike
        taken = Position.objects.filter(agency=self.successor_id, slug=position.slug).exists()
        return open_position(
            actor=self.actor,
            at=self.at,
            agency_id=self.successor_id,
            unit_id=unit_id,
            slug=free_position_slug(self.successor_id, position.title) if taken else position.slug,
            title=position.title,
            from_day=self.from_day,
        )


def _eve(day: date) -> date:
    return day - timedelta(days=1)
