"""Walks a trace line by line, with no calendar at hand: it must lead to the date it explains.

Granted time (the limit, and what pauses add) must equal the time spent on the lines; every day
from the day of receipt to the last must stand on exactly one line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from fractions import Fraction
from typing import Any

from motcua.worktime.rules.limits import MONTHS_PER_YEAR, Limit, months_later
from motcua.worktime.vocabulary import (
    CALENDAR_UNITS,
    HALF_DAYS_PER_DAY,
    TraceCode,
    TraceLine,
    Unit,
)


class TraceBroken(Exception):
    """A line does not follow from the lines before it. A fault of the program, not of a person."""


@dataclass
class _Walk:
    """Where the walk stands: the last day accounted for, the instant reached, time still to spend."""

    reached: datetime
    day: date | None = None
    days_left: Fraction = Fraction(0)
    minutes_left: int = 0
    calendar_left: int = 0
    rested: int = 0

    def is_spent(self) -> bool:
        return not (self.days_left or self.minutes_left or self.calendar_left)

    def pass_days(self, count: int) -> None:
        self.rested += count
        if self.day is not None:
            self.day += timedelta(days=count)


@dataclass
class _Walker:
    walk: _Walk
    due_at: datetime | None = None
    steps: dict[TraceCode, Callable[[TraceLine], None]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.steps = {
            TraceCode.OUTSIDE_HOURS: self.moved,
            TraceCode.CUTOFF_MOVED: self.moved,
            TraceCode.RESTARTED: self.restarted,
            TraceCode.FIRST_DAY_EXCLUDED: self.first_day,
            TraceCode.LIMIT: self.granted,
            TraceCode.PAUSED: self.added,
            TraceCode.COUNTED_DAYS: self.counted,
            TraceCode.EXTRA_WORK: self.counted,
            TraceCode.HALF_DAY: self.counted,
            TraceCode.COUNTED_TIME: self.counted,
            TraceCode.COUNTED_PART: self.counted_part,
            TraceCode.COUNTED_CALENDAR: self.counted_calendar,
            TraceCode.DAYS_OFF: self.rested,
            TraceCode.WEEKLY_REST: self.rested,
            TraceCode.SAME_DAY: self.same_day,
            TraceCode.SAME_DAY_MOVED: self.same_day,
            TraceCode.LAST_DAY_OFF: self.last_day_off,
            TraceCode.SAME_HOUR: self.moved,
            TraceCode.DUE: self.due,
        }

    def moved(self, line: TraceLine) -> None:
        _demand(line.at >= self.walk.reached, line)
        self.walk.reached = line.at
        self.walk.rested = 0

    def restarted(self, line: TraceLine) -> None:
        self.walk = _Walk(line.at)

    def first_day(self, line: TraceLine) -> None:
        self.walk.day = date.fromisoformat(line.params["day"])
        _demand(self.walk.day == self.walk.reached.date(), line)

    def granted(self, line: TraceLine) -> None:
        unit, params = Unit(line.params["unit"]), line.params
        if "minutes" in params:
            self.walk.minutes_left += params["minutes"]
        elif unit in CALENDAR_UNITS:
            self.walk.calendar_left += int(params["value"])
        elif unit is not Unit.SAME_DAY:
            share = HALF_DAYS_PER_DAY if unit is Unit.HALF_DAYS else 1
            self.walk.days_left += Fraction(params["value"]) / share

    def added(self, line: TraceLine) -> None:
        self.walk.days_left += line.params.get("days", 0)
        self.walk.minutes_left += line.params.get("minutes", 0)

    def counted(self, line: TraceLine) -> None:
        params = line.params
        if "minutes" in params:
            _demand(datetime.fromisoformat(params["from_at"]) >= self.walk.reached, line)
            self.walk.minutes_left -= params["minutes"]
            self.walk.reached = datetime.fromisoformat(params["to_at"])
            return
        self.walk.days_left -= params["count"]
        before = self.walk.day
        self.walk.pass_days(params["count"] + params.get("rest_days", 0))
        _demand(before is not None and before < date.fromisoformat(params["first_day"]), line)
        self.end_of_work(line, params)

    def end_of_work(self, line: TraceLine, params: Mapping[str, Any]) -> None:
        last = date.fromisoformat(params["last_day"])
        _demand(self.walk.day is not None and last <= self.walk.day, line)
        _demand(line.at.date() == last and line.at > self.walk.reached, line)
        self.walk.reached = line.at

    def counted_part(self, line: TraceLine) -> None:
        self.walk.days_left -= Fraction(line.params["share"])
        self.walk.pass_days(1)
        self.end_of_work(line, {"last_day": line.params["day"]})

    def counted_calendar(self, line: TraceLine) -> None:
        unit, count = Unit(line.params["unit"]), line.params["count"]
        assert self.walk.day is not None
        self.walk.calendar_left -= count
        if unit is Unit.CALENDAR_DAYS:
            self.walk.pass_days(count)
        else:
            months = count * (MONTHS_PER_YEAR if unit is Unit.YEARS else 1)
            self.walk.day = months_later(self.walk.day, months)
        _demand(self.walk.day == date.fromisoformat(line.params["last_day"]), line)
        self.walk.reached = line.at

    def rested(self, line: TraceLine) -> None:
        self.walk.pass_days(line.params["count"])

    def same_day(self, line: TraceLine) -> None:
        """Every day between the receipt and the day of the result is a day off told before."""
        params = line.params
        self.walk.day = date.fromisoformat(params["day"])
        if params["why"]:
            came = date.fromisoformat(params["from_day"])
            not_for_it = 0 if params["why"] == "DAY_OFF" else 1
            _demand((self.walk.day - came).days == not_for_it + self.walk.rested, line)
        self.moved(line)

    def last_day_off(self, line: TraceLine) -> None:
        _demand(self.walk.day == date.fromisoformat(line.params["day"]), line)
        self.walk.day = date.fromisoformat(line.params["to_day"])
        self.moved(line)

    def due(self, line: TraceLine) -> None:
        _demand(self.walk.is_spent() and line.at == self.walk.reached, line)
        self.due_at = line.at


def _demand(holds: object, line: TraceLine) -> None:
    if not holds:
        raise TraceBroken(line)


def replay(lines: Iterable[TraceLine]) -> datetime | None:
    """The date the lines lead to; None when they end in waiting. Raises TraceBroken."""
    walker: _Walker | None = None
    for line in lines:
        if walker is None:
            _demand(line.code is TraceCode.RECEIVED, line)
            walker = _Walker(_Walk(line.at))
        elif line.code in walker.steps:
            walker.steps[line.code](line)
    return walker.due_at if walker is not None else None


def trace_adds_up(
    lines: Iterable[TraceLine], *, due_at: datetime | None, limit: Limit | None = None
) -> bool:
    """Whether the lines lead to `due_at`, and grant the `limit` when one is given."""
    told = tuple(lines)
    granted = next((line.params for line in told if line.code is TraceCode.LIMIT), None)
    if limit is not None and (granted is None or not _grants(granted, limit)):
        return False
    try:
        return replay(told) == due_at
    except TraceBroken:
        return False


def _grants(granted: Mapping[str, Any], limit: Limit) -> bool:
    same_value = limit.unit is Unit.SAME_DAY or Fraction(granted["value"]) == limit.value
    return granted["unit"] == limit.unit and same_value
