"""Many rolling dates: each kind of day is written out minute by minute once, then only looked up."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from datetime import datetime
from fractions import Fraction
from typing import NamedTuple

from motcua.kernel.clock import ZONE
from motcua.worktime.rules.calendar import WorkCalendar
from motcua.worktime.rules.day_table import DAYS_IN_TABLE, FIRST_ORDINAL, DayTable, instant_of
from motcua.worktime.rules.limits import Limit, same_hour
from motcua.worktime.rules.receipt import effective_receipt
from motcua.worktime.rules.week import DAY_MINUTES
from motcua.worktime.vocabulary import CutoffAppliesTo, Sessions, Terms, Unit


class _Minutes(NamedTuple):
    """`worked[m]`: working minutes of the day before minute m.

    `ends[k]`: the minute at which k working minutes are over. `closings`: where sessions end; an
    end there is left to the slow way, as is a limit of nothing.
    """

    worked: list[int]
    ends: list[int]
    closings: frozenset[int]


def rolling_many(
    calendar: WorkCalendar, receipts: Iterable[tuple[datetime, int]], terms: Terms
) -> list[datetime]:
    """What `due_many` answers for rolling counting. Refusals: as there."""
    table = calendar.table
    days_written = [_written_out(sessions) for sessions in table.sessions_by_code]
    cutoff = _cutoff(terms)
    granted: dict[int, int] = {}
    dues: list[datetime] = []
    for at, days in receipts:
        if days not in granted:
            granted[days] = Limit(Unit.WORKING_DAYS, Fraction(days)).minutes(calendar)
        number = at.toordinal() - FIRST_ORDINAL
        minute = at.hour * 60 + at.minute
        end = None
        if at.tzinfo is ZONE and 0 <= number < DAYS_IN_TABLE and minute < cutoff:
            before = table.minutes[number] + days_written[table.codes[number]].worked[minute]
            end = _end(table, days_written, before + granted[days])
        dues.append(instant_of(end or _end_slowly(calendar, at, granted[days], terms)))
    return dues


def _cutoff(terms: Terms) -> int:
    """Receipts from this minute on are left to the slow way."""
    to_all = terms.cutoff_applies_to is CutoffAppliesTo.ALL
    return terms.cutoff_minute if to_all and terms.cutoff_minute is not None else DAY_MINUTES


def _written_out(sessions: Sessions) -> _Minutes:
    ends = [0]
    for opening, closing in sessions:
        ends.extend(range(opening + 1, closing + 1))
    worked = [bisect_right(ends, minute) - 1 for minute in range(DAY_MINUTES)]
    return _Minutes(worked, ends, frozenset(closing for _opening, closing in sessions))


def _end(table: DayTable, days_written: list[_Minutes], position: int) -> int | None:
    """The stamp where the position is reached; None when that is not for this way to say."""
    number = bisect_left(table.minutes, position) - 1
    if not 0 <= number < DAYS_IN_TABLE:
        return None
    written = days_written[table.codes[number]]
    minute = written.ends[position - table.minutes[number]]
    return None if minute in written.closings else number * DAY_MINUTES + minute


def _end_slowly(calendar: WorkCalendar, at: datetime, minutes: int, terms: Terms) -> int:
    start = effective_receipt(at, calendar, terms, by_minutes=True).stamp
    return same_hour(calendar.table, start, calendar.table.add_minutes(start, minutes))
