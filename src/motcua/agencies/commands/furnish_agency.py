"""Desks, counters, units and positions of an agency: opened or renamed from a day on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from motcua.agencies.commands.loading import locked_agency
from motcua.agencies.events import (
    CounterOpened,
    DeskOpened,
    DeskRenamed,
    PositionOpened,
    SectorAssigned,
    UnitOpened,
)
from motcua.agencies.models import Counter, DeskName, OneStopDesk, Position, Unit, UnitSector
from motcua.agencies.policies import may_change
from motcua.agencies.rules.periods import ChangedThatDayAlready, to_be_changed
from motcua.agencies.vocabulary import DeskKind
from motcua.database.periods import in_force
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound
from motcua.ledger.queries import next_seq
from motcua.ledger.recording import Subject, recording


class SlugTaken(Refusal):
    """There is something else with this short name already."""

    code = "slug-taken"


def open_desk(
    *,
    actor: Actor,
    at: datetime,
    agency_id: int,
    slug: str,
    name: str,
    kind: DeskKind,
    from_day: date,
) -> int:
    """Open a one-stop desk; returns its id. Refusals: NotPermitted, NotFound, SlugTaken."""
    may_change(actor, agency_id, local_day(at)).demand()
    with recording(actor, at) as record:
        agency = locked_agency(agency_id)
        if OneStopDesk.objects.filter(slug=slug).exists():
            raise SlugTaken(field="slug", slug=slug)
        desk = OneStopDesk.objects.create(agency=agency, slug=slug, valid_from=from_day)
        DeskName.objects.create(desk=desk, name=name, kind=kind, valid_from=from_day)
        event = DeskOpened(agency=agency.slug, name=name, kind=kind, from_date=from_day)
        record.append(event, about=Subject("desk", desk.pk, 1))
    return desk.pk


def rename_desk(
    *, actor: Actor, at: datetime, desk_id: int, name: str, kind: DeskKind, from_day: date
) -> None:
    """Call the desk otherwise from a day on.

    Refusals: NotPermitted, NotFound, NotInForce, ChangedThatDayAlready, PlannedChangeAhead.
    """
    with recording(actor, at) as record:
        desk = _locked_desk(actor, desk_id, local_day(at))
        current = to_be_changed(DeskName.objects.filter(desk=desk), from_day)
        DeskName.objects.filter(pk=current.pk).update(valid_until=from_day)
        DeskName.objects.create(desk=desk, name=name, kind=kind, valid_from=from_day)
        event = DeskRenamed(before=current.name, after=name, kind=kind, from_date=from_day)
        record.append(event, about=Subject("desk", desk.pk, next_seq("desk", desk.pk)))


def open_counter(
    *, actor: Actor, at: datetime, desk_id: int, number: int, name: str, from_day: date
) -> int:
    """Open a counter at a desk, or give a counter another purpose from a day on.

    Refusals: NotPermitted, NotFound, ChangedThatDayAlready.
    """
    with recording(actor, at) as record:
        desk = _locked_desk(actor, desk_id, local_day(at))
        held = Counter.objects.filter(in_force(from_day), desk=desk, number=number)
        if held.filter(valid_from=from_day).exists():
            raise ChangedThatDayAlready(field="from_day", day=from_day)
        held.update(valid_until=from_day)
        counter = Counter.objects.create(desk=desk, number=number, name=name, valid_from=from_day)
        event = CounterOpened(number=number, name=name, from_date=from_day)
        record.append(event, about=Subject("desk", desk.pk, next_seq("desk", desk.pk)))
    return counter.pk


def open_unit(
    *,
    actor: Actor,
    at: datetime,
    agency_id: int,
    slug: str,
    name: str,
    sector_codes: Sequence[str] = (),
    from_day: date,
) -> int:
    """Set up a unit with the sectors it handles, which other units stop handling; returns its id.

    Refusals: NotPermitted, NotFound, SlugTaken, ChangedThatDayAlready.
    """
    may_change(actor, agency_id, local_day(at)).demand()
    with recording(actor, at) as record:
        agency = locked_agency(agency_id)
        if Unit.objects.filter(agency=agency, slug=slug).exists():
            raise SlugTaken(field="slug", slug=slug)
        held = UnitSector.objects.filter(
            in_force(from_day), unit__agency=agency, sector_code__in=sector_codes
        )
        if held.filter(valid_from=from_day).exists():
            raise ChangedThatDayAlready(field="from_day", day=from_day)
        held.update(valid_until=from_day)
        unit = Unit.objects.create(agency=agency, slug=slug, name=name, valid_from=from_day)
        UnitSector.objects.bulk_create(
            UnitSector(unit=unit, sector_code=code, valid_from=from_day) for code in sector_codes
        )
        event = UnitOpened(
            agency=agency.slug, name=name, sectors=tuple(sector_codes), from_date=from_day
        )
        record.append(event, about=Subject("unit", unit.pk, 1))
    return unit.pk


def assign_sector(
    *, actor: Actor, at: datetime, unit_id: int, sector_code: str, from_day: date
) -> None:
    """Let a unit handle a sector from a day on; another unit of the agency stops handling it.

    Refusals: NotPermitted, NotFound, ChangedThatDayAlready.
    """
    with recording(actor, at) as record:
        unit = Unit.objects.select_for_update(no_key=True).filter(pk=unit_id).first()
        if unit is None:
            raise NotFound(kind="unit")
        may_change(actor, unit.agency_id, local_day(at)).demand()
        held = UnitSector.objects.filter(
            in_force(from_day), unit__agency=unit.agency_id, sector_code=sector_code
        )
        before = held.select_related("unit").first()
        if before is not None and before.valid_from == from_day:
            raise ChangedThatDayAlready(field="from_day", day=from_day)
        UnitSector.objects.filter(pk__in=[row.pk for row in held]).update(valid_until=from_day)
        UnitSector.objects.create(unit=unit, sector_code=sector_code, valid_from=from_day)
        event = SectorAssigned(
            sector=sector_code, before=before.unit.name if before else None, from_date=from_day
        )
        record.append(event, about=Subject("unit", unit.pk, next_seq("unit", unit.pk)))


def open_position(
    *,
    actor: Actor,
    at: datetime,
    agency_id: int,
    unit_id: int | None,
    slug: str,
    title: str,
    from_day: date,
) -> int:
    """Set up a position in the agency or in one of its units; returns its id.

    Refusals: NotPermitted, NotFound, SlugTaken.
    """
    may_change(actor, agency_id, local_day(at)).demand()
    with recording(actor, at) as record:
        agency = locked_agency(agency_id)
        unit = Unit.objects.filter(pk=unit_id, agency=agency).first() if unit_id else None
        if unit_id and unit is None:
            raise NotFound(field="unit", kind="unit")
        if Position.objects.filter(agency=agency, slug=slug).exists():
            raise SlugTaken(field="slug", slug=slug)
        position = Position.objects.create(
            agency=agency, unit=unit, slug=slug, title=title, valid_from=from_day
        )
        event = PositionOpened(
            agency=agency.slug,
            title=title,
            unit=unit.name if unit else None,
            from_date=from_day,
        )
        record.append(event, about=Subject("position", position.pk, 1))
    return position.pk


def _locked_desk(actor: Actor, desk_id: int, day: date) -> OneStopDesk:
    desk = OneStopDesk.objects.select_for_update(no_key=True).filter(pk=desk_id).first()
    if desk is None:
        raise NotFound(kind="desk")
    may_change(actor, desk.agency_id, day).demand()
    return desk
