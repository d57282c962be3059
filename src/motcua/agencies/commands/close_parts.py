"""End a desk, a counter, a sector of a unit, or a unit, from a day on. What ended keeps its period."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, datetime

from django.db import transaction
from django.db.models import Q, QuerySet

from motcua.agencies.commands.furnish_agency import assign_sector, open_position
from motcua.agencies.events import (
    CounterClosed,
    DeskClosed,
    SectorReleased,
    UnitClosed,
    UnitSucceeded,
)
from motcua.agencies.models import (
    Counter,
    DeskMember,
    DeskName,
    OneStopDesk,
    Position,
    Unit,
    UnitSector,
    UnitSuccession,
)
from motcua.agencies.naming import free_position_slug
from motcua.agencies.policies import may_change
from motcua.agencies.rules.periods import NotInForce, PlannedChangeAhead, holds_on
from motcua.database.periods import Period, in_force
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound
from motcua.ledger.caching import unkept
from motcua.ledger.queries import next_seq
from motcua.ledger.recording import Subject, recording


class UnitStillNeeded(Refusal):
    """A unit that has positions or running dossiers ends only when another takes its work over."""

    code = "unit-still-needed"


def close_desk(*, actor: Actor, at: datetime, desk_id: int, from_day: date) -> None:
    """End a desk with its names and counters.

    Refusals: NotPermitted, NotFound, NotInForce, PlannedChangeAhead.
    """
    with recording(actor, at) as record:
        desk = OneStopDesk.objects.select_for_update(no_key=True).filter(pk=desk_id).first()
        if desk is None:
            raise NotFound(kind="desk")
        may_change(actor, desk.agency_id, local_day(at)).demand()
        name = DeskName.objects.filter(in_force(from_day), desk=desk).first()
        _end(OneStopDesk.objects.filter(pk=desk_id), from_day)
        _end(DeskName.objects.filter(desk=desk), from_day)
        _end_all(Counter.objects.filter(desk=desk), from_day)
        _end_all(DeskMember.objects.filter(desk=desk), from_day)
        event = DeskClosed(name=name.name if name else desk.slug, from_date=from_day)
        record.append(event, about=Subject("desk", desk.pk, next_seq("desk", desk.pk)))


def close_counter(*, actor: Actor, at: datetime, counter_id: int, from_day: date) -> None:
    """End a counter. Refusals: NotPermitted, NotFound, NotInForce."""
    with recording(actor, at) as record:
        found = Counter.objects.select_for_update(no_key=True, of=("self",)).filter(pk=counter_id)
        counter = found.select_related("desk").first()
        if counter is None:
            raise NotFound(kind="counter")
        may_change(actor, counter.desk.agency_id, local_day(at)).demand()
        _end(Counter.objects.filter(pk=counter_id), from_day)
        event = CounterClosed(number=counter.number, name=counter.name, from_date=from_day)
        desk_id = counter.desk_id
        record.append(event, about=Subject("desk", desk_id, next_seq("desk", desk_id)))


def set_sectors(
    *, actor: Actor, at: datetime, unit_id: int, sector_codes: Collection[str], from_day: date
) -> None:
    """Let a unit handle exactly these sectors from a day on.

    Refusals: NotPermitted, NotFound, ChangedThatDayAlready.
    """
    with transaction.atomic():
        unit = _locked_unit(actor, at, unit_id)
        held = UnitSector.objects.filter(in_force(from_day), unit=unit)
        codes = set(held.values_list("sector_code", flat=True))
        for code in sorted(set(sector_codes) - codes):
            assign_sector(actor=actor, at=at, unit_id=unit_id, sector_code=code, from_day=from_day)
        with recording(actor, at) as record:
            for code in sorted(codes - set(sector_codes)):
                _end(held.filter(sector_code=code), from_day)
                event = SectorReleased(sector=code, from_date=from_day)
                record.append(event, about=Subject("unit", unit_id, next_seq("unit", unit_id)))


def close_unit(
    *, actor: Actor, at: datetime, unit_id: int, into_unit_id: int | None, from_day: date
) -> Mapping[int, int]:
    """End a unit; the other unit of the agency takes over its sectors and positions.

    Returns the new position for each that ended: who holds one is moved by the caller. Refusals:
    NotPermitted, NotFound, NotInForce, PlannedChangeAhead, UnitStillNeeded.
    """
    with transaction.atomic(), unkept():
        unit = _locked_unit(actor, at, unit_id)
        if not holds_on(unit, from_day) or unit.valid_from == from_day:
            raise NotInForce(field="from_day", day=from_day)
        positions = list(Position.objects.filter(in_force(from_day), unit=unit).order_by("id"))
        if into_unit_id is None and positions:
            raise UnitStillNeeded(field="into", positions=len(positions), dossiers=0)
        taken = _hand_on(actor, at, unit, into_unit_id, positions, from_day)
        _end_all(Position.objects.filter(unit=unit), from_day)
        _end_all(UnitSector.objects.filter(unit=unit), from_day)
        _end(Unit.objects.filter(pk=unit_id), from_day)
        with recording(actor, at) as record:
            event = UnitClosed(name=unit.name, from_date=from_day)
            record.append(event, about=Subject("unit", unit_id, next_seq("unit", unit_id)))
    return taken


def _hand_on(
    actor: Actor,
    at: datetime,
    unit: Unit,
    into_unit_id: int | None,
    positions: list[Position],
    from_day: date,
) -> dict[int, int]:
    if into_unit_id is None:
        return {}
    into = Unit.objects.filter(in_force(from_day), pk=into_unit_id, agency=unit.agency_id)
    taker = into.exclude(pk=unit.pk).first()
    if taker is None:
        raise NotFound(field="into", kind="unit")
    held = UnitSector.objects.filter(in_force(from_day), unit=unit)
    for code in list(held.order_by("sector_code").values_list("sector_code", flat=True)):
        assign_sector(actor=actor, at=at, unit_id=taker.pk, sector_code=code, from_day=from_day)
    UnitSuccession.objects.create(predecessor=unit, successor=taker, effective_date=from_day)
    with recording(actor, at) as record:
        event = UnitSucceeded(
            successor=taker.name, successor_agency=taker.agency.slug, effective_date=from_day
        )
        record.append(event, about=Subject("unit", unit.pk, next_seq("unit", unit.pk)))
    return {
        position.pk: open_position(
            actor=actor,
            at=at,
            agency_id=unit.agency_id,
            unit_id=taker.pk,
            slug=free_position_slug(unit.agency_id, position.title),
            title=position.title,
            from_day=from_day,
        )
        for position in positions
    }


def _locked_unit(actor: Actor, at: datetime, unit_id: int) -> Unit:
    unit = Unit.objects.select_for_update(no_key=True).filter(pk=unit_id).first()
    if unit is None:
        raise NotFound(kind="unit")
    may_change(actor, unit.agency_id, local_day(at)).demand()
    return unit


def _end(rows: QuerySet[Period], from_day: date) -> None:
    """End what is in force. Refusals: NotInForce, PlannedChangeAhead."""
    ended = rows.filter(in_force(from_day), valid_from__lt=from_day).update(valid_until=from_day)
    if not ended:
        raise NotInForce(field="from_day", day=from_day)
    _check_nothing_planned(rows, from_day)


def _end_all(rows: QuerySet[Period], from_day: date) -> None:
    """End whatever is in force; there may be nothing. Refusals: PlannedChangeAhead."""
    beyond = Q(valid_until__isnull=True) | Q(valid_until__gt=from_day)
    rows.filter(beyond, valid_from__lt=from_day).update(valid_until=from_day)
    _check_nothing_planned(rows, from_day)


def _check_nothing_planned(rows: QuerySet[Period], from_day: date) -> None:
    later = rows.filter(valid_from__gte=from_day).order_by("valid_from").first()
    if later is not None:
        raise PlannedChangeAhead(field="from_day", day=later.valid_from)
