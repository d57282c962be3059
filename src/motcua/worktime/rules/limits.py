"""Limits, and where each ends when nothing interrupts it (law.md 4.4.2 to 4.4.5).

Four modes follow from the unit and the counting of the office: SAME_DAY, DAYS (working days, day
of receipt not counted), MINUTES (working hours and rolling days), CALENDAR (days, months, years).
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from math import ceil

from motcua.worktime.rules.calendar import WorkCalendar
from motcua.worktime.rules.day_table import (
    DAYS_IN_TABLE,
    DayTable,
    date_of,
    day_number,
    outside_range,
)
from motcua.worktime.rules.receipt import Receipt
from motcua.worktime.rules.refusals import LimitNotValid
from motcua.worktime.rules.week import DAY_MINUTES
from motcua.worktime.vocabulary import (
    CALENDAR_UNITS,
    HALF_DAYS_PER_DAY,
    Counting,
    CutoffAppliesTo,
    Terms,
    Unit,
)

LIMIT_VALUE_MAX = 100_000
WHOLE_LIMITS_KEPT = 1_024
MONTHS_PER_YEAR = 12


class Mode(StrEnum):
    """How a limit runs."""

    SAME_DAY = "SAME_DAY"
    DAYS = "DAYS"
    MINUTES = "MINUTES"
    CALENDAR = "CALENDAR"


@dataclass(frozen=True, slots=True)
class Limit:
    """So much time, exact: half a day is `Fraction(1, 2)`. Refusals: LimitNotValid."""

    unit: Unit
    value: Fraction = Fraction(0)

    def __post_init__(self) -> None:
        if self.value < 0:
            raise LimitNotValid(field="limit", why="negative")
        if self.value > LIMIT_VALUE_MAX:
            raise LimitNotValid(field="limit", why="too-large", most=LIMIT_VALUE_MAX)
        if self.unit in CALENDAR_UNITS and self.value.denominator != 1:
            raise LimitNotValid(field="limit", why="not-whole")

    @classmethod
    def of(cls, unit: Unit, value: int | str | Decimal | Fraction = 0) -> Limit:
        """A limit from a whole number or an exact decimal. Refusals: LimitNotValid."""
        if type(value) is int:
            return _whole_limit(unit, value)
        try:
            return cls(unit, value if isinstance(value, Fraction) else Fraction(value))
        except (ValueError, OverflowError, ZeroDivisionError) as fault:
            raise LimitNotValid(field="limit", why="not-a-number") from fault

    @property
    def working_days(self) -> Fraction:
        """The value of a working-day or half-day limit in working days."""
        return self.value / HALF_DAYS_PER_DAY if self.unit is Unit.HALF_DAYS else self.value

    def minutes(self, calendar: WorkCalendar) -> int:
        """The working minutes of an hour or rolling limit, a broken minute rounded up."""
        value = self.value
        if self.unit is Unit.WORKING_HOURS:
            return value.numerator * 60 if value.denominator == 1 else ceil(value * 60)
        if value.denominator == 1 and self.unit is Unit.WORKING_DAYS:
            return value.numerator * calendar.own_day_minutes
        return ceil(self.working_days * calendar.own_day_minutes)

    def mode(self, counting: Counting) -> Mode:
        if self.unit in CALENDAR_UNITS:
            return Mode.CALENDAR
        if self.unit is Unit.SAME_DAY:
            return Mode.SAME_DAY
        if self.unit is Unit.WORKING_HOURS or counting is Counting.ROLLING_HOURS:
            return Mode.MINUTES
        return Mode.DAYS if self.value else Mode.SAME_DAY

    def loses_minutes(self, counting: Counting) -> bool:
        """Whether a pause costs working minutes (hours, rolling counting) or whole working days."""
        return counting is Counting.ROLLING_HOURS or self.unit is Unit.WORKING_HOURS


@lru_cache(maxsize=WHOLE_LIMITS_KEPT)
def _whole_limit(unit: Unit, value: int) -> Limit:
    return Limit(unit, Fraction(value))


def end_of_minutes(calendar: WorkCalendar, start: int, limit: Limit, paused_minutes: int) -> int:
    """Where the limit and the paused working minutes end, both counted from stamp `start`.

    Hours that end at a closing end there. Whole rolling days from an opening end at the same hour
    n days later: from Monday 08:00 one day is Tuesday 08:00, not Monday 17:00.
    """
    end = calendar.table.add_minutes(start, limit.minutes(calendar) + paused_minutes)
    whole_days = limit.unit is not Unit.WORKING_HOURS and limit.working_days.denominator == 1
    return same_hour(calendar.table, start, end) if whole_days else end


def same_hour(table: DayTable, start: int, end: int) -> int:
    """The next opening for an end at a closing, when it is the hour of the start; else the end."""
    if end == start or table.running_from(end + 1) == end + 1:
        return end
    opening = table.next_opening(end)
    return opening if opening % DAY_MINUTES == start % DAY_MINUTES else end


def end_of_days(table: DayTable, received_day: int, days: Fraction) -> int:
    """The close of the last working day, the day of receipt not counted (`days` > 0).

    A broken day is that share of the last day's own working minutes, from its opening.
    """
    if days.denominator == 1:
        return table.closing(table.working_day_after(received_day, days.numerator))
    whole, share = divmod(days, 1)
    last_day = table.working_day_after(received_day, whole + 1)
    return table.share_end(last_day, ceil(share * table.minutes_of_day(last_day)))


def same_day(table: DayTable, receipt: Receipt, terms: Terms) -> tuple[int, str]:
    """The day on whose close a same-day result is due, and why it moved ("" when it did not).

    After the cut-off, after the close of that day, or on a day off: the next working day.
    """
    day = receipt.day
    if not table.works(day):
        return table.working_day_from(day), "DAY_OFF"
    by_cutoff = terms.cutoff_applies_to is CutoffAppliesTo.SAME_DAY
    if by_cutoff and receipt.is_after(terms.cutoff_minute):
        return table.working_day_after(day, 1), "CUTOFF"
    if receipt.is_after(table.closing(day) % DAY_MINUTES or DAY_MINUTES):
        return table.working_day_after(day, 1), "CLOSED"
    return day, ""


def last_calendar_day(received_day: int, limit: Limit) -> int:
    """The day with which a limit in days, months or years ends, day off or not.

    The same day of a later month, or that month's last day. Refusals: OutsideCalendarRange.
    """
    count = int(limit.value)
    if limit.unit is Unit.CALENDAR_DAYS:
        if received_day + count >= DAYS_IN_TABLE:
            raise outside_range()
        return received_day + count
    months = count * MONTHS_PER_YEAR if limit.unit is Unit.YEARS else count
    return day_number(months_later(date_of(received_day), months), field="limit")


def months_later(day: date, months: int) -> date:
    """The same day number `months` later, clamped to the month's end. Refusals: OutsideCalendarRange."""
    year, month = divmod(day.year * MONTHS_PER_YEAR + day.month - 1 + months, MONTHS_PER_YEAR)
    if year > date.max.year:
        raise outside_range()
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
