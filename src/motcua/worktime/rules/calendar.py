"""The calendar of one office: its week, and every day that is not an ordinary day of that week."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property

from motcua.worktime.rules.day_table import (
    DayTable,
    day_number,
    instant_of,
    stamp_of,
)
from motcua.worktime.rules.week import (
    CLOSED,
    DAY_MINUTES,
    MONDAY_TO_FRIDAY,
    Week,
    checked_sessions,
    halved,
    length_minutes,
    own_day_minutes,
    working_sessions,
)
from motcua.worktime.vocabulary import DayCause, DayHours, DayKind, Sessions, SpecialDay

_PRECEDENCE = {cause: order for order, cause in enumerate(DayCause)}


@dataclass(frozen=True, kw_only=True)
class WorkCalendar:
    """When one office works. Equal content is an equal calendar; keep one to keep its table.

    `week`: seven DayHours, Monday first (`week.week_of`). `special_days`: in any order; of several
    on one date the last cause in the order of DayCause wins (a local closure over everything).
    `announced_years`: years whose official days off are known; None = do not mention it.
    Refusals when built: NoWorkingSessions, SessionsNotValid, OutsideCalendarRange.
    """

    week: Week
    special_days: tuple[SpecialDay, ...] = ()
    announced_years: frozenset[int] | None = None

    def __post_init__(self) -> None:
        own_day_minutes(self.week)
        for special in self.special_days:
            day_number(special.day)
            checked_sessions(special.sessions)

    @cached_property
    def own_day_minutes(self) -> int:
        """The length of "one day" of this office in minutes (`week.own_day_minutes`)."""
        return own_day_minutes(self.week)

    @cached_property
    def has_short_days(self) -> bool:
        """Whether some weekday works less than the office's own day, as a half Saturday."""
        lengths = [length_minutes(working_sessions(hours)) for hours in self.week]
        return any(0 < length < self.own_day_minutes for length in lengths)

    @cached_property
    def special_by_day(self) -> dict[date, SpecialDay]:
        """The special day in force on each date, in order of date."""
        ranked = sorted(self.special_days, key=lambda s: (s.day, _PRECEDENCE[s.cause]))
        return {special.day: special for special in ranked}

    @cached_property
    def special_index(self) -> tuple[list[int], list[SpecialDay]]:
        """The special days in force by day number, in order, for searching."""
        return [day_number(day) for day in self.special_by_day], list(self.special_by_day.values())

    @cached_property
    def table(self) -> DayTable:
        hours = {day: self._special_hours(each) for day, each in self.special_by_day.items()}
        return DayTable(week=self.week, special_hours=hours)

    def with_days(self, days: Iterable[SpecialDay]) -> WorkCalendar:
        """The same office with more special days: local ones, or one announced late."""
        return replace(self, special_days=(*self.special_days, *days))

    def hours_on(self, day: date) -> DayHours:
        """The hours of the desk on that date. Refusals: OutsideCalendarRange."""
        return self.table.hours(day_number(day))

    def is_working_day(self, day: date) -> bool:
        """Whether working time runs at all on that date; a half day is a working day."""
        return self.table.works(day_number(day))

    def is_open(self, at: datetime) -> bool:
        """Whether the desk is open, reception-only sessions and the closing minute included."""
        return self.receives(stamp_of(at), late=bool(at.second or at.microsecond))

    def receives(self, stamp: int, *, late: bool = False) -> bool:
        """As `is_open`; `late`: some seconds after the stamp."""
        number, minute = divmod(stamp, DAY_MINUTES)
        end = minute + late
        for opening, closing in self.table.hours(number).sessions:
            if opening <= minute and end <= closing:
                return True
        return False

    def next_session_opening(self, at: datetime) -> datetime:
        """The first opening of a working session at or after the instant."""
        return instant_of(self.table.next_opening(stamp_of(at)))

    def closing_of(self, day: date) -> datetime | None:
        """The close of office on that date; None when the office does not work."""
        number = day_number(day)
        return instant_of(self.table.closing(number)) if self.table.works(number) else None

    def working_minutes_between(self, from_at: datetime, to_at: datetime) -> int:
        """Working minutes from one instant to the other; negative when the second is earlier."""
        return self.table.minutes_between(stamp_of(from_at), stamp_of(to_at))

    def working_days_between(self, after: date, until: date) -> int:
        """Working days later than `after`, up to and with `until`; 0 when `until` is not later."""
        return self.table.working_days_between(day_number(after), day_number(until))

    def add_working_minutes(self, from_at: datetime, minutes: int) -> datetime:
        """The instant at which so many working minutes are over; at a closing they end there."""
        table = self.table
        return instant_of(table.add_minutes(table.running_from(stamp_of(from_at)), minutes))

    def _special_hours(self, special: SpecialDay) -> DayHours:
        if special.kind is DayKind.OFF:
            return CLOSED
        ordinary = self.week[special.day.weekday()]
        if special.kind is DayKind.EXTRA_WORK:
            return DayHours(special.sessions or self._hours_like(special, ordinary))
        return halved(ordinary, special.kind)

    def _hours_like(self, special: SpecialDay, ordinary: DayHours) -> Sessions:
        """A swapped Saturday works the hours of the weekday it stands for, or of the usual one."""
        wanted = working_sessions(self.week[special.like_weekday])
        usual = (working_sessions(self.week[weekday]) for weekday in MONDAY_TO_FRIDAY)
        return wanted or next(filter(None, usual), working_sessions(ordinary))
