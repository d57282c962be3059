"""Time of steps added up exactly. Pure: fractions, never floats.

Working hours, half days and working days are one kind (a working day has `DAY_HOURS` hours unless the
office says otherwise); calendar days, and months with years, are two others. Kinds are never turned
into one another: how many working days are in ten days depends on when one begins.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from motcua.processes.rules.shapes import StepLimit
from motcua.worktime.vocabulary import HALF_DAYS_PER_DAY, Unit

DAY_HOURS: Final = Fraction(8)
MONTHS_PER_YEAR: Final = 12
NOTHING: Final = Fraction(0)
YEARS_MOST: Final = 10
LIMIT_MOST: Final[Mapping[Unit, int]] = {
    Unit.WORKING_HOURS: 20_000,
    Unit.HALF_DAYS: 5_000,
    Unit.WORKING_DAYS: 2_500,
    Unit.CALENDAR_DAYS: 3_650,
    Unit.MONTHS: 120,
    Unit.YEARS: YEARS_MOST,
}
"""Ten years, in each unit: no step and no process takes longer, and the calendar still has its last day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """So much time of each kind: working days, calendar days, months, and how many "within the day"."""

    working: Fraction = NOTHING
    calendar: Fraction = NOTHING
    months: Fraction = NOTHING
    same_day: int = 0

    def __add__(self, other: Amount) -> Amount:
        return Amount(
            working=self.working + other.working,
            calendar=self.calendar + other.calendar,
            months=self.months + other.months,
            same_day=self.same_day + other.same_day,
        )

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of time there is any of."""
        return tuple(
            name
            for name in ("working", "calendar", "months", "same_day")
            if getattr(self, name) != 0
        )

    def covers(self, other: Amount) -> bool:
        """Whether it is at least as much of every kind."""
        return (
            self.working >= other.working
            and self.calendar >= other.calendar
            and self.months >= other.months
            and self.same_day >= other.same_day
        )


def is_too_long(limit: StepLimit) -> bool:
    """Whether it is more than any step may take."""
    return limit.value > LIMIT_MOST.get(limit.unit, limit.value)


def amount_of(limit: StepLimit | None, day_hours: Fraction = DAY_HOURS) -> Amount:
    """The time of one step; nothing where none is stated."""
    if limit is None:
        return Amount()
    value = Fraction(limit.value)
    kinds = {
        Unit.SAME_DAY: Amount(same_day=1),
        Unit.WORKING_HOURS: Amount(working=value / day_hours),
        Unit.HALF_DAYS: Amount(working=value / HALF_DAYS_PER_DAY),
        Unit.WORKING_DAYS: Amount(working=value),
        Unit.CALENDAR_DAYS: Amount(calendar=value),
        Unit.MONTHS: Amount(months=value),
        Unit.YEARS: Amount(months=value * MONTHS_PER_YEAR),
    }
    return kinds[limit.unit]


def most_of(amounts: Iterable[Amount]) -> tuple[Amount, ...]:
    """Those that no other covers: with one kind of time, the longest alone."""
    kept: list[Amount] = []
    for amount in amounts:
        if not any(one.covers(amount) for one in kept):
            kept = [one for one in kept if not amount.covers(one)] + [amount]
    return tuple(kept)
