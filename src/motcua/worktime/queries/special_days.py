"""The days of a year that differ from the ordinary week of an office, and who entered them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q

from motcua.agencies.queries import ancestors
from motcua.ledger.caching import kept_by_revision
from motcua.worktime.models import CalendarDay
from motcua.worktime.queries.calendars import special_day
from motcua.worktime.vocabulary import SpecialDay


@dataclass(frozen=True, slots=True, kw_only=True)
class SpecialDayRow:
    """One entry. `agency_id` None: entered for the whole country."""

    id: int
    agency_id: int | None
    special: SpecialDay
    announced_at: datetime


@kept_by_revision
def special_days_of(agency_id: int, year: int, day: date) -> tuple[SpecialDayRow, ...]:
    """The entries of a year that hold at an agency, standing on `day` under those above it.

    In order of date, the country's before local ones. One query besides the line of agencies.
    """
    line = [agency_id, *ancestors(agency_id, day)]
    rows = CalendarDay.objects.filter(Q(agency=None) | Q(agency__in=line), day__year=year)
    return _read(rows.order_by("day", "id"))


def entry_of(agency_id: int | None, day: date) -> SpecialDayRow | None:
    """What has been entered for exactly this agency (None = the country) and date. One query."""
    rows = CalendarDay.objects.filter(agency=agency_id, day=day)
    return next(iter(_read(rows)), None)


def _read(rows: Iterable[CalendarDay]) -> tuple[SpecialDayRow, ...]:
    return tuple(
        SpecialDayRow(
            id=row.pk,
            agency_id=row.agency_id,
            special=special_day(row),
            announced_at=row.announced_at,
        )
        for row in rows
    )
