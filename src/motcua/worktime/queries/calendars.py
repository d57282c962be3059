"""The calendar of an office on a day, put together from rows. Kept while the catalogue stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from motcua.agencies.queries import ancestors
from motcua.database.periods import in_force
from motcua.ledger.caching import kept_by_revision
from motcua.worktime.models import CalendarDay, OfficeCalendar
from motcua.worktime.rules.calendar import WorkCalendar
from motcua.worktime.rules.official_days import official_days
from motcua.worktime.rules.week import office_week, week_of
from motcua.worktime.vocabulary import (
    Counting,
    CutoffAppliesTo,
    DayCause,
    DayHours,
    DayKind,
    OutsideHours,
    SpecialDay,
    Terms,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeTime:
    """How one office keeps time on a day: its calendar, its terms, and whose calendar it is.

    `set_by_agency_id` is None when the country's default applies.
    """

    calendar: WorkCalendar
    terms: Terms
    set_by_agency_id: int | None


@kept_by_revision
def office_time(agency_id: int, day: date) -> OfficeTime:
    """The calendar in force at an agency on a day: its own, or that of the nearest above it."""
    line = [agency_id, *ancestors(agency_id, day)]
    chosen = _nearest_calendar(line, day)
    return OfficeTime(
        calendar=_calendar(chosen, tuple(line)),
        terms=Terms(
            counting=Counting(chosen.counting),
            outside_hours=OutsideHours(chosen.outside_hours),
            cutoff_minute=chosen.cutoff_minute,
            cutoff_applies_to=CutoffAppliesTo(chosen.cutoff_applies_to),
        ),
        set_by_agency_id=chosen.agency_id,
    )


def _nearest_calendar(line: list[int], day: date) -> OfficeCalendar:
    rows = OfficeCalendar.objects.filter(in_force(day)).filter(agency__in=line)
    by_agency = {row.agency_id: row for row in rows}
    for agency_id in line:
        if agency_id in by_agency:
            return by_agency[agency_id]
    nationwide = OfficeCalendar.objects.filter(in_force(day), agency=None).first()
    # An office that has set nothing yet keeps the hours of the rules' own default.
    return nationwide or OfficeCalendar(
        week=plain_week(dict(enumerate(office_week()))), cutoff_minute=Terms().cutoff_minute
    )


def _calendar(chosen: OfficeCalendar, line: tuple[int, ...]) -> WorkCalendar:
    rows = [
        *CalendarDay.objects.filter(agency=None),
        *CalendarDay.objects.filter(agency__in=line),
    ]
    days = sorted((special_day(row) for row in rows), key=lambda special: special.day)
    return WorkCalendar(
        week=week_of({int(weekday): _hours(given) for weekday, given in chosen.week.items()}),
        special_days=tuple(days),
        announced_years=official_days().announced_years,
    )


def plain_week(hours: Mapping[int, DayHours]) -> dict[str, Any]:
    """A week as its column keeps it; closed days are left out."""
    return {
        str(weekday): {
            "sessions": [list(session) for session in given.sessions],
            "reception_only": given.reception_only,
        }
        for weekday, given in hours.items()
        if given.sessions
    }


def _hours(given: dict[str, Any]) -> DayHours:
    return DayHours(
        sessions=tuple((opening, closing) for opening, closing in given["sessions"]),
        reception_only=bool(given.get("reception_only")),
    )


def special_day(row: CalendarDay) -> SpecialDay:
    """A row of the calendar as the rule's value."""
    return SpecialDay(
        day=row.day,
        kind=DayKind(row.kind),
        cause=DayCause(row.cause),
        name=row.name,
        sessions=tuple((opening, closing) for opening, closing in row.sessions),
        like_weekday=row.like_weekday,
        instead_of=row.instead_of,
        source=row.source,
    )
