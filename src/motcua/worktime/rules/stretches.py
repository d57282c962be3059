"""A stretch of days cut where an ordinary week is broken, told in lines that add up."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import Any, NamedTuple

from motcua.worktime.rules.calendar import WorkCalendar
from motcua.worktime.rules.day_table import DayTable, date_of, instant_of
from motcua.worktime.rules.week import DAY_MINUTES, length_minutes, working_sessions
from motcua.worktime.vocabulary import SpecialDay, TraceCode, TraceLine

SHORT_DAYS_NAMED_MAX = 4


class Stretch(NamedTuple):
    """Days `first` to `last`: an ordinary run (`special` None), or special days of one name."""

    first: int
    last: int
    special: SpecialDay | None


def stretches(calendar: WorkCalendar, first: int, last: int) -> Iterator[Stretch]:
    """The days from `first` to `last` without gap; neighbors off for one reason go together."""
    numbers, specials = calendar.special_index
    position = first
    begin, end = bisect_left(numbers, first), bisect_right(numbers, last)
    if begin == end:
        if first <= last:
            yield Stretch(first, last, None)
        return
    pending: Stretch | None = None
    for number, special in zip(numbers[begin:end], specials[begin:end], strict=True):
        if pending is not None and _joins(calendar.table, pending, number, special):
            pending = pending._replace(last=number)
        else:
            yield from _closed(pending)
            pending = Stretch(number, number, special)
            if position < number:
                yield Stretch(position, number - 1, None)
        position = number + 1
    yield from _closed(pending)
    if position <= last:
        yield Stretch(position, last, None)


def _closed(pending: Stretch | None) -> Iterator[Stretch]:
    if pending is not None:
        yield pending


def _joins(table: DayTable, pending: Stretch, number: int, special: SpecialDay) -> bool:
    """Only days off join; a day on which the office works stands alone."""
    before = pending.special
    assert before is not None
    same = (before.cause, before.name, before.instead_of) == (
        special.cause,
        special.name,
        special.instead_of,
    )
    off = not table.works(number) and not table.works(pending.last)
    return pending.last == number - 1 and same and off


def day_lines(calendar: WorkCalendar, first: int, last: int) -> Iterator[TraceLine]:
    """Lines for days counted whole, `first` to `last`; nothing when `last` is before `first`."""
    for stretch in stretches(calendar, first, last):
        line = _off_line(calendar.table, stretch)
        yield line or _counted_days(calendar, stretch)


def time_lines(calendar: WorkCalendar, start: int, end: int) -> Iterator[TraceLine]:
    """Lines for working minutes counted from stamp `start` to stamp `end`."""
    if start == end:
        return
    table = calendar.table
    for stretch in stretches(calendar, start // DAY_MINUTES, (end - 1) // DAY_MINUTES):
        line = _off_line(table, stretch)
        if line is not None:
            yield line
            continue
        from_stamp = table.next_running(max(start, stretch.first * DAY_MINUTES))
        to_stamp = min(end, table.last_closing(stretch.last))
        if from_stamp < to_stamp:
            yield _counted_time(calendar, stretch, from_stamp, to_stamp)


def _off_line(table: DayTable, stretch: Stretch) -> TraceLine | None:
    """The line of a stretch without any work; None when the office works in it."""
    if table.working_days_between(stretch.first - 1, stretch.last):
        return None
    days = _span(stretch.first, stretch.last)
    at = instant_of(stretch.first * DAY_MINUTES)
    if stretch.special is None:
        return TraceLine(at, TraceCode.WEEKLY_REST, days)
    return TraceLine(at, TraceCode.DAYS_OFF, {**days, **_why(stretch.special)})


def _span(first: int, last: int) -> dict[str, Any]:
    return {
        "first_day": date_of(first).isoformat(),
        "last_day": date_of(last).isoformat(),
        "count": last - first + 1,
    }


def _why(special: SpecialDay) -> dict[str, Any]:
    other = special.instead_of
    return {
        "cause": special.cause.value,
        "kind": special.kind.value,
        "name": special.name,
        "instead_of": other.isoformat() if other else "",
    }


def _counted_days(calendar: WorkCalendar, stretch: Stretch) -> TraceLine:
    table = calendar.table
    first = table.working_day_after(stretch.first - 1, 1)
    count = table.working_days_between(stretch.first - 1, stretch.last)
    last = table.working_day_after(stretch.first - 1, count)
    at = instant_of(table.closing(last))
    if stretch.special is not None:
        params = {**_span(first, first), **_why(stretch.special)}
        return TraceLine(at, _special_code(table, calendar, stretch.first), params)
    params = {**_span(first, last), "count": count}
    params["rest_days"] = stretch.last - stretch.first + 1 - count
    return TraceLine(at, TraceCode.COUNTED_DAYS, params | _short_days(calendar, first, last))


def _counted_time(
    calendar: WorkCalendar, stretch: Stretch, from_stamp: int, to_stamp: int
) -> TraceLine:
    table = calendar.table
    params: dict[str, Any] = {
        "from_at": instant_of(from_stamp).isoformat(),
        "to_at": instant_of(to_stamp).isoformat(),
        "minutes": table.minutes_between(from_stamp, to_stamp),
    }
    at = instant_of(to_stamp)
    first, last = from_stamp // DAY_MINUTES, (to_stamp - 1) // DAY_MINUTES
    if stretch.special is not None:
        params |= {**_span(first, first), **_why(stretch.special)}
        return TraceLine(at, _special_code(table, calendar, first), params)
    worked = table.working_days_between(first - 1, last)
    params["rest_days"] = last - first + 1 - worked
    return TraceLine(at, TraceCode.COUNTED_TIME, params | _short_days(calendar, first, last))


def _special_code(table: DayTable, calendar: WorkCalendar, number: int) -> TraceCode:
    ordinary = calendar.week[date_of(number).weekday()]
    longer = table.minutes_of_day(number) > length_minutes(working_sessions(ordinary))
    return TraceCode.EXTRA_WORK if longer else TraceCode.HALF_DAY


def _short_days(calendar: WorkCalendar, first: int, last: int) -> dict[str, Any]:
    """Working days shorter than the office's own day, as half Saturdays: the first few by date."""
    if not calendar.has_short_days:
        return {}
    own, table = calendar.own_day_minutes, calendar.table
    short = [number for number in range(first, last + 1) if 0 < table.minutes_of_day(number) < own]
    if not short:
        return {}
    named = [date_of(number).isoformat() for number in short[:SHORT_DAYS_NAMED_MAX]]
    return {"short_count": len(short), "short_days": named}


def special_day_of(calendar: WorkCalendar, number: int) -> dict[str, Any]:
    """Why a day is off, for a line about that one day; all empty on a weekly day of rest."""
    special = calendar.special_by_day.get(date_of(number))
    if special is None:
        return {"cause": "", "kind": "", "name": "", "instead_of": ""}
    return _why(special)
