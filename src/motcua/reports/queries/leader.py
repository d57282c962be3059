"""The leader's page: what is late, what will be, where it is stuck."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from motcua.accounts.queries.colleagues import names_of
from motcua.agencies.rows import UnitLabel
from motcua.agencies.successions import unit_labels
from motcua.dossiers.queries.figures.leading import (
    Monthly,
    Overdue,
    Place,
    Standing,
    by_month,
    came_at,
    days_taken,
    overdue_now,
    standing_at,
)
from motcua.dossiers.vocabulary import Stage
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.rates import percent
from motcua.kernel.verdict import NotFound
from motcua.procedures.queries.labels import procedure_labels
from motcua.reports.leading import (
    Burden,
    DueAhead,
    Duration,
    LateDossier,
    LeadersView,
    MonthTold,
    StuckAt,
)
from motcua.reports.queries.rights import agencies_reported
from motcua.reports.rules.percentiles import HALF, NINE_IN_TEN, days_within
from motcua.worktime.queries.calendars import office_time

LATE_MAX: Final = 20
AHEAD: Final = (3, 7)
DAYS_LOOKED_BACK: Final = 90
MONTHS: Final = 24
DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class _Names:
    """What units and officers are called."""

    units: Mapping[int, UnitLabel]
    officers: Mapping[int, str]
    is_one_agency: bool

    def unit(self, unit_id: int | None) -> str:
        label = self.units.get(unit_id or 0)
        if label is None:
            return ""
        if self.is_one_agency:
            return label.name
        return f"{label.name}, {label.agency_short_name}"

    def officer(self, holding_id: int | None) -> str:
        return self.officers.get(holding_id or 0, "")


def leaders_view(
    actor: Actor,
    *,
    at: datetime,
    agency_id: int | None = None,
    with_subordinates: bool = False,
) -> LeadersView:
    """Of the actor's own agency if none is named, within his sight. Seven queries at most beside what
    is kept of agencies and calendars, and nothing read but open work (once) and tallies.

    Refusals: NotPermitted, NotFound.
    """
    asked = agency_id or actor.agency_id
    if asked is None:
        raise NotFound(kind="agency")
    reported = agencies_reported(actor, asked, with_subordinates, at=at)
    place = Place(agency_ids=reported.agency_ids, unit_id=reported.unit_id)
    ahead = _days_ahead(reported.agency.id, local_day(at))
    held = standing_at(place, list(ahead.values()), at=at)
    late = overdue_now(place, at=at, size=LATE_MAX)
    names = _names(held, late, is_one_agency=len(reported.agency_ids) == 1)
    return LeadersView(
        agency_name=reported.agency.name,
        unit_name=names.unit(reported.unit_id) if reported.unit_id else "",
        open=sum(one.open for one in held),
        overdue=sum(one.overdue for one in held),
        units=_units(held, names),
        officers=_officers(held, names),
        late=tuple(_late(one, names) for one in late),
        ahead=_ahead(ahead, held),
        stuck=_stuck(held, names),
        months=_months(place, local_day(at)),
    )


def durations(
    actor: Actor, *, at: datetime, agency_id: int, with_subordinates: bool = False
) -> tuple[Duration, ...]:
    """How long what was settled lately took, of every procedure, those with most first. Two queries.

    Refusals: NotPermitted, NotFound.
    """
    reported = agencies_reported(actor, agency_id, with_subordinates, at=at)
    place = Place(agency_ids=reported.agency_ids, unit_id=reported.unit_id)
    return _durations(place, local_day(at))


def _names(held: tuple[Standing, ...], late: tuple[Overdue, ...], *, is_one_agency: bool) -> _Names:
    units = {one.unit_id for one in held} | {one.unit_id for one in late}
    officers = {one.handler_id for one in held} | {one.handler_id for one in late}
    return _Names(
        units=unit_labels(frozenset(one for one in units if one)),
        officers=names_of(frozenset(one for one in officers if one)),
        is_one_agency=is_one_agency,
    )


def _units(stays: Iterable[Standing], names: _Names) -> tuple[Burden, ...]:
    by_unit: dict[int | None, list[Standing]] = defaultdict(list)
    for one in stays:
        by_unit[one.unit_id].append(one)
    burdens = [
        Burden(
            unit_id=unit_id,
            unit_name=names.unit(unit_id),
            open=sum(one.open for one in held),
            overdue=sum(one.overdue for one in held),
            oldest_due_on=_oldest(held),
        )
        for unit_id, held in by_unit.items()
    ]
    burdens.sort(key=lambda one: (-one.overdue, -one.open, one.unit_name))
    return tuple(burdens)


def _oldest(held: Iterable[Standing]) -> date | None:
    return min((one.oldest_due_on for one in held if one.oldest_due_on), default=None)


def _officers(stays: Iterable[Standing], names: _Names) -> tuple[Burden, ...]:
    """Without a unit and an officer, agencies are told together."""
    by_place: dict[tuple[int | None, int | None], list[Standing]] = defaultdict(list)
    for one in stays:
        by_place[one.unit_id, one.handler_id].append(one)
    burdens = [
        Burden(
            unit_id=unit_id,
            unit_name=names.unit(unit_id),
            holding_id=handler_id,
            name=names.officer(handler_id),
            open=sum(one.open for one in held),
            overdue=sum(one.overdue for one in held),
            oldest_due_on=_oldest(held),
        )
        for (unit_id, handler_id), held in by_place.items()
    ]
    burdens.sort(key=lambda one: (-one.overdue, -one.open))
    return tuple(burdens)


def _late(one: Overdue, names: _Names) -> LateDossier:
    return LateDossier(
        code=one.code,
        procedure_name=one.procedure_name,
        owner_name=one.owner_name,
        unit_name=names.unit(one.unit_id),
        officer_name=names.officer(one.handler_id),
        stage=one.stage,
        due_at=one.due_at,
    )


def _stuck(stays: Iterable[Standing], names: _Names) -> tuple[StuckAt, ...]:
    """By stage and unit, the most overdue and the fullest first; without a unit, agencies are told
    together. One query."""
    by_place: dict[tuple[Stage, int | None], list[Standing]] = defaultdict(list)
    for one in stays:
        by_place[one.stage, one.unit_id].append(one)
    worst = sorted(by_place, key=lambda place: _burden_of(by_place[place], place))
    first = {place: min(one.first for one in by_place[place]) for place in worst}
    came = came_at(list(first.values()))
    return tuple(
        StuckAt(
            stage=stage,
            unit_id=unit_id,
            unit_name=names.unit(unit_id),
            open=sum(one.open for one in by_place[stage, unit_id]),
            overdue=sum(one.overdue for one in by_place[stage, unit_id]),
            oldest=came[first[stage, unit_id]][0],
            oldest_received_at=came[first[stage, unit_id]][1],
        )
        for stage, unit_id in worst
    )


def _burden_of(
    held: Iterable[Standing], place: tuple[Stage, int | None]
) -> tuple[int, int, str, int]:
    """The heaviest first when sorted; places alike in their own order."""
    stage, unit_id = place
    counts = [(one.overdue, one.open) for one in held]
    return -sum(late for late, _ in counts), -sum(one for _, one in counts), stage, unit_id or 0


def _days_ahead(agency_id: int, today: date) -> dict[int, date]:
    """The days that are so many working days away, by the calendar of the agency itself; its
    subordinates' may differ."""
    calendar = office_time(agency_id, today).calendar
    days: list[date] = []
    day = today
    while len(days) < max(AHEAD):
        day += DAY
        if calendar.is_working_day(day):
            days.append(day)
    return {working_days: days[working_days - 1] for working_days in AHEAD}


def _ahead(ends: Mapping[int, date], held: Iterable[Standing]) -> tuple[DueAhead, ...]:
    counts = [sum(due) for due in zip(*(one.due for one in held), strict=True)]
    return tuple(
        DueAhead(working_days=working_days, until=until, count=count)
        for (working_days, until), count in zip(
            ends.items(), counts or [0] * len(ends), strict=True
        )
    )


def _durations(place: Place, today: date) -> tuple[Duration, ...]:
    taken = days_taken(place, today - DAYS_LOOKED_BACK * DAY, today)
    most = sorted(taken, key=lambda pk: (-sum(taken[pk].values()), pk))
    labels = procedure_labels(most, today)
    return tuple(
        Duration(
            procedure_code=labels[pk].code,
            procedure_name=labels[pk].name,
            settled=sum(taken[pk].values()),
            median_days=days_within(taken[pk], HALF),
            days_of_nine_in_ten=days_within(taken[pk], NINE_IN_TEN),
        )
        for pk in most
    )


def _months(place: Place, today: date) -> tuple[MonthTold, ...]:
    """The last MONTHS calendar months, this one too, oldest first; empty ones are told as well."""
    months = [today.replace(day=1)]
    while len(months) < MONTHS:
        months.insert(0, (months[0] - DAY).replace(day=1))
    found = {one.month: one for one in by_month(place, months[0], today)}
    return tuple(_month(month, found.get(month)) for month in months)


def _month(month: date, told: Monthly | None) -> MonthTold:
    if told is None:
        return MonthTold(
            month=month, received=0, online=0, settled=0, overdue=0, on_time_percent=None
        )
    in_time = told.early + told.on_time
    settled = in_time + told.overdue
    return MonthTold(
        month=month,
        received=told.received,
        online=told.online,
        settled=settled,
        overdue=told.overdue,
        on_time_percent=percent(in_time, settled),
    )
