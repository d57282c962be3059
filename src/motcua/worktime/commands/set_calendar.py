"""Set the weekly hours and the way of counting of an agency from a day on."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from motcua.database.periods import in_force
from motcua.kernel.actor import Actor
from motcua.ledger.queries import next_seq
from motcua.ledger.recording import Subject, recording
from motcua.worktime.commands.announce_day import demand_calendar_change
from motcua.worktime.events import CalendarSet
from motcua.worktime.models import OfficeCalendar
from motcua.worktime.queries.calendars import plain_week
from motcua.worktime.rules.calendar import WorkCalendar
from motcua.worktime.rules.week import week_of
from motcua.worktime.vocabulary import DayHours, Terms


def set_calendar(
    *,
    actor: Actor,
    at: datetime,
    agency_id: int | None,
    valid_from: date,
    hours: Mapping[int, DayHours],
    terms: Terms,
    basis: str = "",
) -> int:
    """Close the calendar in force on that day and open a new one. Returns its id.

    Refusals: NotPermitted, SessionsNotValid, NoWorkingSessions.
    """
    demand_calendar_change(actor, at, agency_id)
    WorkCalendar(week=week_of(hours))
    with recording(actor, at) as record:
        rows = OfficeCalendar.objects.filter(agency=agency_id)
        rows.filter(in_force(valid_from), valid_from__lt=valid_from).update(valid_until=valid_from)
        rows.filter(valid_from__gte=valid_from).delete()
        row = OfficeCalendar.objects.create(
            agency_id=agency_id,
            valid_from=valid_from,
            week=plain_week(hours),
            counting=terms.counting,
            outside_hours=terms.outside_hours,
            cutoff_minute=terms.cutoff_minute,
            cutoff_applies_to=terms.cutoff_applies_to,
            basis=basis,
        )
        event = CalendarSet(
            agency_id=agency_id,
            valid_from=valid_from,
            week=row.week,
            counting=terms.counting,
            outside_hours=terms.outside_hours,
            cutoff_minute=terms.cutoff_minute,
            cutoff_applies_to=terms.cutoff_applies_to,
            basis=basis,
        )
        about = agency_id or 0
        record.append(event, about=Subject("calendar", about, next_seq("calendar", about)))
    return row.pk


def has_calendar(agency_id: int | None) -> bool:
    """Whether a calendar was ever set for the agency (None = the country's default)."""
    return OfficeCalendar.objects.filter(agency=agency_id).exists()
