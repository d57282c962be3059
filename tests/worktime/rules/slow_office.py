"""An obviously right office that looks at each day and each minute in turn. For comparison only."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from fractions import Fraction
from math import ceil

from motcua.kernel.clock import ZONE
from motcua.worktime.vocabulary import (
    Counting,
    CutoffAppliesTo,
    OutsideHours,
    Pause,
    PausePolicy,
    Sessions,
    Terms,
    Unit,
)

DAY = timedelta(days=1)
MINUTE = timedelta(minutes=1)
MONTHS = {Unit.MONTHS: 1, Unit.YEARS: 12}


@dataclass(frozen=True)
class SlowOffice:
    """`week` and `changed` are hours of work; `desk_only` the weekdays on which only the desk opens."""

    week: tuple[Sessions, ...]
    own_day: int
    changed: dict[date, Sessions] = field(default_factory=dict)
    desk_only: dict[int, Sessions] = field(default_factory=dict)

    def sessions(self, day: date) -> Sessions:
        return self.changed.get(day, self.week[day.weekday()])

    def works(self, day: date) -> bool:
        return bool(self.sessions(day))

    def runs(self, at: datetime) -> bool:
        """Whether the minute that begins at `at` is working time."""
        minute = at.hour * 60 + at.minute
        return any(opens <= minute < closes for opens, closes in self.sessions(at.date()))

    def at_desk(self, at: datetime) -> bool:
        """Whether the desk is open, its closing minute included."""
        minute = at.hour * 60 + at.minute
        hours = self.sessions(at.date())
        if at.date() not in self.changed:
            hours = hours or self.desk_only.get(at.weekday(), ())
        return any(opens <= minute <= closes for opens, closes in hours)

    def next_minute(self, at: datetime) -> datetime:
        while not self.runs(at):
            at += MINUTE
        return at

    def next_at_desk(self, at: datetime) -> datetime:
        """The first minute that the desk is open, whether or not working time runs in it."""
        while not (self.at_desk(at) and self.at_desk(at + MINUTE)):
            at += MINUTE
        return at

    def next_day(self, day: date) -> date:
        """The first working day later than `day`."""
        day += DAY
        while not self.works(day):
            day += DAY
        return day

    def minute_of(self, day: date, minute: int) -> datetime:
        return datetime.combine(day, time(), tzinfo=ZONE) + timedelta(minutes=minute)

    def closing(self, day: date) -> datetime:
        return self.minute_of(day, self.sessions(day)[-1][1])

    def opening(self, day: date) -> datetime:
        return self.minute_of(day, self.sessions(day)[0][0])

    def add(self, at: datetime, minutes: int) -> datetime:
        """Lets the clock tick until so many working minutes are over."""
        while minutes:
            minutes -= self.runs(at)
            at += MINUTE
        return at

    def between(self, start: datetime, end: datetime) -> int:
        return sum(self.runs(at) for at in _ticks(start, end))

    def start(self, received: datetime, terms: Terms) -> datetime:
        """When the dossier counts as received."""
        at = received
        if terms.outside_hours is OutsideHours.NEXT_SESSION and not self.at_desk(at):
            at = self.next_at_desk(at)
        to_all = terms.cutoff_applies_to is CutoffAppliesTo.ALL
        if to_all and terms.cutoff_minute is not None and _minute(at) > terms.cutoff_minute:
            at = self.next_at_desk(self.minute_of(at.date() + DAY, 0))
        return at

    def due(
        self,
        received: datetime,
        unit: Unit,
        value: Fraction,
        terms: Terms,
        pauses: tuple[Pause, ...] = (),
    ) -> datetime:
        """The due date, by the words of the interface and nothing clever. All pauses are ended."""
        restarts = [pause.to_at for pause in pauses if pause.policy is PausePolicy.RESTART]
        begun = max(filter(None, restarts), default=received)
        start = self.start(begun, terms)
        stops = [
            replace(pause, from_at=max(begun, pause.from_at))
            for pause in pauses
            if pause.policy is PausePolicy.PAUSE and _end(pause) >= begun
        ]
        days = value / 2 if unit is Unit.HALF_DAYS else value
        rolling = terms.counting is Counting.ROLLING_HOURS
        if unit is Unit.WORKING_HOURS:
            return self._due_minutes(start, ceil(value * 60), stops)
        if unit in {Unit.WORKING_DAYS, Unit.HALF_DAYS} and rolling:
            return self._due_rolling(start, days, stops)
        if unit in {Unit.WORKING_DAYS, Unit.HALF_DAYS} and days:
            return self._due_days(start, days, stops)
        last = self._last_day(start, unit, int(value), terms)
        if rolling:
            return self.add(self.closing(last), len(self._lost_minutes(start, stops)))
        first_counted = last if unit not in _BY_DATE else start.date() + DAY
        for _day in self._lost_days(first_counted, stops):
            last = self.next_day(last)
        return self.closing(last)

    def _running(self, start: datetime) -> datetime:
        at_closing = self.runs(start - MINUTE)
        return start if at_closing else self.next_minute(start)

    def _due_minutes(self, start: datetime, minutes: int, stops: list[Pause]) -> datetime:
        begin = self._running(start)
        return self.add(begin, minutes + len(self._lost_minutes(begin, stops)))

    def _due_rolling(self, start: datetime, days: Fraction, stops: list[Pause]) -> datetime:
        begin = self._running(start)
        end = self._due_minutes(begin, ceil(days * self.own_day), stops)
        if days.denominator != 1 or end == begin or self.runs(end):
            return end
        opening = self.next_minute(end)
        return opening if opening.time() == begin.time() else end

    def _due_days(self, start: datetime, days: Fraction, stops: list[Pause]) -> datetime:
        day = start.date()
        left = days + len(self._lost_days(day + DAY, stops))
        while left >= 1:
            day = self.next_day(day)
            left -= 1
        if not left:
            return self.closing(day)
        day = self.next_day(day)
        length = sum(closes - opens for opens, closes in self.sessions(day))
        return self.add(self.opening(day), ceil(left * length))

    def _last_day(self, start: datetime, unit: Unit, value: int, terms: Terms) -> date:
        day = start.date()
        if unit not in _BY_DATE:
            by_cutoff = terms.cutoff_applies_to is CutoffAppliesTo.SAME_DAY
            cutoff = terms.cutoff_minute if by_cutoff else None
            late = cutoff is not None and _minute(start) > cutoff
            too_late = not self.works(day) or late or start > self.closing(day)
            return self.next_day(day) if too_late else day
        if unit is Unit.CALENDAR_DAYS:
            day += value * DAY
        for _month in range(MONTHS.get(unit, 0) * value):
            day = day.replace(day=1) + timedelta(days=31)
        if unit in MONTHS:
            month_end = monthrange(day.year, day.month)[1]
            day = day.replace(day=min(start.day, month_end))
        return day if self.works(day) else self.next_day(day)

    def _lost_minutes(self, start: datetime, stops: list[Pause]) -> set[datetime]:
        paused = {at for stop in stops for at in _ticks(max(start, stop.from_at), _end(stop))}
        return {at for at in paused if self.runs(at)}

    def _lost_days(self, first_counted: date, stops: list[Pause]) -> set[date]:
        lost: set[date] = set()
        for stop in stops:
            day = stop.from_at.date()
            while day < _end(stop).date():
                day += DAY
                lost.add(day)
        return {day for day in lost if self.works(day) and day >= first_counted}


_BY_DATE = {Unit.CALENDAR_DAYS, *MONTHS}


def _end(stop: Pause) -> datetime:
    assert stop.to_at is not None
    return stop.to_at


def _minute(at: datetime) -> int:
    return at.hour * 60 + at.minute


def _ticks(start: datetime, end: datetime) -> Iterator[datetime]:
    while start < end:
        yield start
        start += MINUTE
