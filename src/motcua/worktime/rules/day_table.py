"""Day -> index -> day: a table of all days of the century with running sums, so answers are quick.

Days are numbers from FIRST_DAY (0); stamps are minutes from the midnight that begins FIRST_DAY, on
the wall clock of Việt Nam. A step of n working days is two look-ups; a step of working minutes is
one binary search (stack.md B.4).
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Mapping
from datetime import date, datetime, time
from functools import lru_cache
from itertools import accumulate, cycle, islice

from motcua.kernel.clock import ZONE
from motcua.worktime.rules.refusals import OutsideCalendarRange
from motcua.worktime.rules.week import DAY_MINUTES, Week, length_minutes, working_sessions
from motcua.worktime.vocabulary import DayHours, Sessions

FIRST_DAY = date(2000, 1, 1)
LAST_DAY = date(2099, 12, 31)
FIRST_ORDINAL = FIRST_DAY.toordinal()
DATES_KEPT = 8_192
INSTANTS_KEPT = 16_384
DAYS_IN_TABLE = LAST_DAY.toordinal() - FIRST_ORDINAL + 1


def outside_range(field: str = "limit") -> OutsideCalendarRange:
    return OutsideCalendarRange(
        field=field, first_day=FIRST_DAY.isoformat(), last_day=LAST_DAY.isoformat()
    )


def day_number(day: date, *, field: str = "calendar") -> int:
    """The number of a date; `field` names the input it came from. Refusals: OutsideCalendarRange."""
    number = day.toordinal() - FIRST_ORDINAL
    if not 0 <= number < DAYS_IN_TABLE:
        raise outside_range(field)
    return number


@lru_cache(maxsize=DATES_KEPT)
def date_of(number: int) -> date:
    return date.fromordinal(FIRST_ORDINAL + number)


def stamp_of(at: datetime, *, field: str = "received") -> int:
    """The minute in which the instant lies. `at` must be aware. Refusals: OutsideCalendarRange."""
    if at.tzinfo is not ZONE:
        if at.tzinfo is None:
            raise ValueError("an instant without a time zone is not an instant")
        at = at.astimezone(ZONE)
    return day_number(at, field=field) * DAY_MINUTES + at.hour * 60 + at.minute


@lru_cache(maxsize=INSTANTS_KEPT)
def instant_of(stamp: int) -> datetime:
    """The aware instant of a stamp; midnight at the end of a day is 00:00 of the next."""
    number, minute = divmod(stamp, DAY_MINUTES)
    return datetime.combine(date_of(number), time(*divmod(minute, 60)), tzinfo=ZONE)


class DayTable:
    """The days of one calendar. Immutable once built; all questions are about numbers and stamps."""

    def __init__(self, *, week: Week, special_hours: Mapping[date, DayHours]) -> None:
        patterns = list(week)
        start = FIRST_DAY.weekday()
        weekdays = list(range(start, len(week))) + list(range(start))
        codes = array("H", islice(cycle(weekdays), DAYS_IN_TABLE))
        for day, hours in special_hours.items():
            if hours not in patterns:
                patterns.append(hours)
            codes[day_number(day)] = patterns.index(hours)
        sessions = [working_sessions(hours) for hours in patterns]
        lengths = [length_minutes(each) for each in sessions]
        works = [int(length > 0) for length in lengths]
        self.codes = codes
        self.patterns = patterns
        self.sessions_by_code = sessions
        self.minutes = array("i", accumulate((lengths[code] for code in codes), initial=0))
        self.worked_before = array("i", accumulate((works[code] for code in codes), initial=0))
        self.working = array("i", (number for number, code in enumerate(codes) if works[code]))

        self.closings: dict[int, datetime] = {}
        """Closing instants by position in `working`, filled as they are asked for."""

    def hours(self, number: int) -> DayHours:
        """The hours of the desk that day, reception-only sessions included."""
        return self.patterns[self.codes[number]]

    def sessions(self, number: int) -> Sessions:
        """The sessions of working time that day."""
        if not 0 <= number < DAYS_IN_TABLE:
            raise outside_range()
        return self.sessions_by_code[self.codes[number]]

    def works(self, number: int) -> bool:
        return bool(self.sessions(number))

    def working_days_between(self, after: int, until: int) -> int:
        """Working days later than `after`, up to and with `until`; 0 when `until` is not later."""
        return max(0, self.worked_before[until + 1] - self.worked_before[after + 1])

    def working_day_after(self, number: int, count: int) -> int:
        """The `count`-th working day later than day `number` (`count` >= 1)."""
        index = self.worked_before[number + 1] + count - 1
        if index >= len(self.working):
            raise outside_range()
        return self.working[index]

    def working_day_from(self, number: int) -> int:
        """Day `number` itself if the office works then, else the next day on which it works."""
        return number if self.works(number) else self.working_day_after(number, 1)

    def opening(self, number: int) -> int:
        return number * DAY_MINUTES + self.sessions(number)[0][0]

    def closing(self, number: int) -> int:
        return number * DAY_MINUTES + self.sessions(number)[-1][1]

    def next_opening(self, stamp: int) -> int:
        """The first opening of a working session at or after the stamp."""
        number, minute = divmod(stamp, DAY_MINUTES)
        for opening, _closing in self.sessions(number):
            if opening >= minute:
                return number * DAY_MINUTES + opening
        return self.opening(self.working_day_after(number, 1))

    def next_reception(self, stamp: int) -> int:
        """The first opening of the desk at or after the stamp, also on a day it only receives."""
        number, minute = divmod(stamp, DAY_MINUTES)
        last = self.working_day_after(number, 1)
        for later in range(number, last + 1):
            for opening, _closing in self.hours(later).sessions:
                if later > number or opening >= minute:
                    return later * DAY_MINUTES + opening
        return self.opening(last)

    def running_from(self, stamp: int) -> int:
        """The stamp itself inside a session (its closing minute included), else the next opening."""
        number, minute = divmod(stamp, DAY_MINUTES)
        for opening, closing in self.sessions(number):
            if opening <= minute <= closing:
                return stamp
        return self.next_opening(stamp)

    def next_running(self, stamp: int) -> int:
        """Where the next working minute begins: as `running_from`, but a closing has none left."""
        running = self.running_from(stamp)
        if self.running_from(stamp + 1) == stamp + 1:
            return running
        return self.next_opening(stamp) if running == stamp else running

    def last_closing(self, number: int) -> int:
        """The close of the last working day up to and with day `number`."""
        return self.closing(self.working[self.worked_before[number + 1] - 1])

    def minutes_before(self, stamp: int) -> int:
        """Working minutes from the beginning of the table to the stamp."""
        number, minute = divmod(stamp, DAY_MINUTES)
        total = self.minutes[number]
        for opening, closing in self.sessions(number):
            if minute > opening:
                total += min(closing, minute) - opening
        return total

    def minutes_between(self, from_stamp: int, to_stamp: int) -> int:
        return self.minutes_before(to_stamp) - self.minutes_before(from_stamp)

    def minutes_of_day(self, number: int) -> int:
        return self.minutes[number + 1] - self.minutes[number]

    def add_minutes(self, stamp: int, minutes: int) -> int:
        """Where `minutes` of working time from the stamp end; at a closing they end there.

        No minutes end where they begin: at the stamp. Refusals: OutsideCalendarRange.
        """
        if minutes == 0:
            return stamp
        position = self.minutes_before(stamp) + minutes
        number = bisect_left(self.minutes, position) - 1
        if number >= DAYS_IN_TABLE:
            raise outside_range()
        return self.share_end(number, position - self.minutes[number])

    def share_end(self, number: int, minutes: int) -> int:
        """The stamp at which the first `minutes` (>= 1) of that working day are over."""
        left = minutes
        for opening, closing in self.sessions(number):
            if left <= closing - opening:
                return number * DAY_MINUTES + opening + left
            left -= closing - opening
        raise ValueError("the day is shorter than its share")
