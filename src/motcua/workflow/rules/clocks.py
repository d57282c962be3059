"""The clock of a task, beside that of the dossier: in the working time of the agency that does it.

A step has its time from the moment it opens; while the applicant is to act it stands still. Whoever
does it is reminded when a quarter of the time is left (an hour at least), his superior when an eighth
is (half an hour at least): both before the time is over, in working time.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Final

from motcua.dossiers.rules.promise import ClockInputs
from motcua.worktime.rules.calendar import WorkCalendar
from motcua.worktime.rules.day_table import DayTable, instant_of, stamp_of
from motcua.worktime.rules.refusals import LimitNotValid, OutsideCalendarRange
from motcua.worktime.vocabulary import Counting, OutsideHours, PausePolicy, Terms, Unit

STEP_TERMS: Final = Terms(
    counting=Counting.ROLLING_HOURS, outside_hours=OutsideHours.NEXT_SESSION, cutoff_minute=None
)
REMIND_PART, REMIND_LEAST = 4, 60
ESCALATE_PART, ESCALATE_LEAST = 8, 30


@dataclass(frozen=True, slots=True)
class Times:
    """Until when, when it is said to whoever does it, when to his superior. All None: no time runs."""

    due_at: datetime | None = None
    remind_at: datetime | None = None
    escalate_at: datetime | None = None


NO_TIMES: Final = Times()


def step_clock(unit: Unit, value: Decimal, opened_at: datetime) -> ClockInputs:
    """The clock of a step that opens now."""
    return ClockInputs(unit=unit, value=value, received_at=opened_at, terms=STEP_TERMS)


def times_of(clock: ClockInputs, calendar: WorkCalendar) -> Times:
    """When the time is over and when that is said before; none where it would end after the last day of the
    calendar: the work goes on all the same. Refusals: the others of `worktime.rules.due`."""
    try:
        promise = clock.promise(calendar)
    except (LimitNotValid, OutsideCalendarRange):
        return NO_TIMES
    if promise.due_at is None:
        return NO_TIMES
    return times_until(promise.due_at, promise.starts_at, calendar)


def times_until(due_at: datetime, from_at: datetime, calendar: WorkCalendar) -> Times:
    """As `times_of`, where a date was given instead of an amount of time."""
    table, start, end = calendar.table, stamp_of(from_at), stamp_of(due_at)
    total = max(0, table.minutes_between(start, end))
    return Times(
        due_at=due_at,
        remind_at=_before(table, start, total, max(total // REMIND_PART, REMIND_LEAST), due_at),
        escalate_at=_before(
            table, start, total, max(total // ESCALATE_PART, ESCALATE_LEAST), due_at
        ),
    )


def _before(table: DayTable, start: int, total: int, left: int, due_at: datetime) -> datetime:
    """The moment at which so many working minutes are left; the start when it has no more than that."""
    if left >= total:
        return min(instant_of(start), due_at)
    return instant_of(table.add_minutes(start, total - left))


def effort_of(unit: Unit, value: Decimal, at: datetime, calendar: WorkCalendar) -> int:
    """What so much time is in working minutes, counted from a moment: what loads are added up in."""
    promise = step_clock(unit, value, at).promise(calendar)
    assert promise.due_at is not None
    return max(
        0, calendar.table.minutes_between(stamp_of(promise.starts_at), stamp_of(promise.due_at))
    )


def paused(clock: ClockInputs, at: datetime) -> ClockInputs:
    """Standing still from now on, if it does not already."""
    return clock if clock.is_paused else clock.paused(at, PausePolicy.PAUSE, "")


def spent_of(
    clock: ClockInputs | None, opened_at: datetime, closed_at: datetime, calendar: WorkCalendar
) -> int:
    """Working minutes from opening to end, without those in which the clock stood still."""
    table = calendar.table

    def between(start: datetime, end: datetime) -> int:
        return max(0, table.minutes_between(stamp_of(start), stamp_of(end)))

    still = sum(
        between(pause.from_at, min(pause.to_at or closed_at, closed_at))
        for pause in (clock.pauses if clock else ())
    )
    return max(0, between(opened_at, closed_at) - still)
