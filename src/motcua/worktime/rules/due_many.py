"""The same dates as `due.due`, many at a time and without reasons: for forecasts and recalculation."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from motcua.kernel.clock import ZONE
from motcua.worktime.rules.calendar import WorkCalendar
from motcua.worktime.rules.day_table import (
    DAYS_IN_TABLE,
    FIRST_ORDINAL,
    instant_of,
    outside_range,
)
from motcua.worktime.rules.due import ClockRequest, end_of, start_of
from motcua.worktime.rules.due_many_rolling import rolling_many
from motcua.worktime.rules.limits import LIMIT_VALUE_MAX
from motcua.worktime.rules.week import DAY_MINUTES
from motcua.worktime.vocabulary import (
    Counting,
    CutoffAppliesTo,
    DayHours,
    OutsideHours,
    Terms,
    Unit,
)

Receipts = Iterable[tuple[datetime, int]]
"""Aware instants of receipt, each with its limit in whole working days."""

NEVER = -1
UNSETTLED = -2


def due_many(
    calendar: WorkCalendar, receipts: Receipts, *, terms: Terms | None = None
) -> list[datetime]:
    """The due date of each receipt, in order: what `due` answers for WORKING_DAYS without pauses.

    Refusals: LimitNotValid, OutsideCalendarRange; one bad receipt refuses all.
    """
    terms = terms or Terms()
    if terms.counting is Counting.ROLLING_HOURS:
        return rolling_many(calendar, receipts, terms)
    return _by_day(calendar, receipts, terms)


def _one(calendar: WorkCalendar, at: datetime, days: int, terms: Terms) -> datetime:
    clock = ClockRequest(
        received_at=at, unit=Unit.WORKING_DAYS, value=days, calendar=calendar, terms=terms
    )
    return instant_of(end_of(clock, start_of(clock, at)))


def _by_day(calendar: WorkCalendar, receipts: Receipts, terms: Terms) -> list[datetime]:
    """Two look-ups a date: what comes too late in the day counts from the next working day."""
    table = calendar.table
    worked_before, working, closings, codes = (
        table.worked_before,
        table.working,
        table.closings,
        table.codes,
    )
    in_time = _in_time(table.patterns, terms)
    desk_may_open = _desk_may_open_on_a_day_off(table.patterns, terms)
    dues: list[datetime] = []
    for at, days in receipts:
        here = at if at.tzinfo is ZONE else _local(at)
        number = here.toordinal() - FIRST_ORDINAL
        until = in_time[codes[number]] if 0 <= number < DAYS_IN_TABLE else UNSETTLED
        minute = here.hour * 60 + here.minute + (here.second > 0 or here.microsecond > 0)
        unsettled = until == UNSETTLED or (desk_may_open and minute > until)
        if unsettled or not 1 <= days <= LIMIT_VALUE_MAX:
            dues.append(_one(calendar, here, days, terms))
            continue
        position = worked_before[number + 1] + days - (minute <= until)
        if position >= len(working):
            raise outside_range()
        closing = closings.get(position)
        if closing is None:
            closing = closings[position] = instant_of(table.closing(working[position]))
        dues.append(closing)
    return dues


def _in_time(patterns: Sequence[DayHours], terms: Terms) -> list[int]:
    """For each kind of day the last minute whose receipt counts on that day; UNSETTLED = ask `due`."""
    cutoff = terms.cutoff_minute if terms.cutoff_applies_to is CutoffAppliesTo.ALL else None
    if cutoff is None:
        return [_in_session_until(hours, terms) for hours in patterns]
    if any(hours.sessions and hours.sessions[0][0] > cutoff for hours in patterns):
        return [UNSETTLED for _hours in patterns]
    return [min(cutoff, _in_session_until(hours, terms)) for hours in patterns]


def _desk_may_open_on_a_day_off(patterns: Sequence[DayHours], terms: Terms) -> bool:
    """Whether what comes late may count as received on a day that only receives."""
    by_cutoff = terms.cutoff_minute is not None and terms.cutoff_applies_to is CutoffAppliesTo.ALL
    moves = by_cutoff or terms.outside_hours is OutsideHours.NEXT_SESSION
    return moves and any(hours.reception_only and hours.sessions for hours in patterns)


def _in_session_until(hours: DayHours, terms: Terms) -> int:
    if terms.outside_hours is OutsideHours.SAME_DAY:
        return DAY_MINUTES
    if hours.reception_only and hours.sessions:
        return UNSETTLED
    return hours.sessions[-1][1] if hours.sessions else NEVER


def _local(at: datetime) -> datetime:
    if at.tzinfo is None:
        raise ValueError("an instant without a time zone is not an instant")
    return at.astimezone(ZONE)
