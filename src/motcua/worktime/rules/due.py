"""The one calculator of due dates: from receipt, limit, calendar, terms and pauses to a promise."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

from motcua.worktime.rules.calendar import WorkCalendar
from motcua.worktime.rules.day_table import instant_of, stamp_of
from motcua.worktime.rules.explaining import Reckoning, explain
from motcua.worktime.rules.extending import extend, is_void
from motcua.worktime.rules.limits import (
    Limit,
    Mode,
    end_of_days,
    end_of_minutes,
    last_calendar_day,
    same_day,
)
from motcua.worktime.rules.pauses import NO_WAITS, Wait, Waits, arrange, lost_days, lost_minutes
from motcua.worktime.rules.receipt import Receipt, effective_receipt
from motcua.worktime.rules.week import DAY_MINUTES
from motcua.worktime.vocabulary import Extension, Pause, Terms, TraceCode, TraceLine, Unit


@dataclass(frozen=True, kw_only=True)
class ClockRequest:
    """What a due date follows from. Instants are aware; seconds matter only at the cut-off.

    `value` counts in `unit`, exactly: whole, decimal or fraction; a same-day limit has none.
    """

    received_at: datetime
    unit: Unit
    value: int | Decimal | Fraction = 0
    calendar: WorkCalendar
    terms: Terms = field(default_factory=Terms)
    pauses: tuple[Pause, ...] = ()
    extension: Extension | None = None

    @cached_property
    def limit(self) -> Limit:
        """Refusals: LimitNotValid."""
        return Limit.of(self.unit, self.value)


@dataclass(frozen=True, kw_only=True)
class Promise:
    """A due date and why. `due_at` None = unknown while a pause lasts.

    `starts_at`: from when the limit counts; `original_due_at`: the date had nothing interrupted.
    """

    due_at: datetime | None
    original_due_at: datetime
    starts_at: datetime
    trace: tuple[TraceLine, ...]


class Remaining(NamedTuple):
    """Working time left until a due date; both negative once it is over."""

    minutes: int
    days: int


def due(clock: ClockRequest) -> Promise:
    """When the result is due, with a trace that adds up to it (law.md 4.4; BLDS 2015 Art. 147-148).

    Refusals: LimitNotValid, OutsideCalendarRange, PauseReversed, PauseBeforeReceipt. An open pause gives no date
    unless the date had come before it; an open restart gives none. An extension replaces the date,
    unless the limit began again after it.
    """
    return _with_extension(clock, _counted(clock))


def _with_extension(clock: ClockRequest, counted: Promise) -> Promise:
    if clock.extension is None or is_void(clock.extension, clock.pauses):
        return counted
    in_minutes = clock.limit.loses_minutes(clock.terms.counting)
    later = extend(clock.calendar.table, clock.extension, clock.pauses, in_minutes=in_minutes)
    ends = (TraceCode.DUE, TraceCode.WAITING)
    kept = tuple(line for line in counted.trace if line.code not in ends)
    return replace(counted, due_at=later.due_at, trace=(*kept, *later.trace))


def _counted(clock: ClockRequest) -> Promise:
    first = start_of(clock, clock.received_at)
    original = end_of(clock, first)
    if not clock.pauses:
        return _uninterrupted(clock, first, original)
    waits = arrange(clock.pauses, received=first.received)
    receipt = first
    if waits.restart is not None and waits.restart.to_at is not None:
        receipt = start_of(clock, waits.restart.to_at)
    losses = _losses(clock, receipt, waits)
    end = end_of(clock, receipt, lost=sum(loss for _wait, loss in losses))
    return _promise(
        clock,
        Reckoning(
            first=first,
            receipt=receipt,
            original=original,
            uninterrupted=end_of(clock, receipt),
            losses=losses,
            waits=waits,
            end=None if _is_waiting(waits, end) else end,
        ),
    )


def _uninterrupted(clock: ClockRequest, receipt: Receipt, end: int) -> Promise:
    """Nothing paused it: one end, worked out once."""
    return _promise(
        clock,
        Reckoning(
            first=receipt,
            receipt=receipt,
            original=end,
            uninterrupted=end,
            losses=(),
            waits=NO_WAITS,
            end=end,
        ),
    )


def _promise(clock: ClockRequest, reckoning: Reckoning) -> Promise:
    return Promise(
        due_at=None if reckoning.end is None else instant_of(reckoning.end),
        original_due_at=instant_of(reckoning.original),
        starts_at=instant_of(reckoning.receipt.stamp),
        trace=explain(clock.calendar, clock.limit, clock.terms, reckoning),
    )


def start_of(clock: ClockRequest, at: datetime) -> Receipt:
    by_minutes = clock.limit.mode(clock.terms.counting) is Mode.MINUTES
    return effective_receipt(at, clock.calendar, clock.terms, by_minutes=by_minutes)


def end_of(clock: ClockRequest, receipt: Receipt, *, lost: int = 0) -> int:
    """The stamp at which the limit ends; `lost` as `Limit.loses_minutes` measures."""
    mode = clock.limit.mode(clock.terms.counting)
    if mode is Mode.MINUTES:
        return end_of_minutes(clock.calendar, receipt.stamp, clock.limit, lost)
    table = clock.calendar.table
    if mode is Mode.DAYS:
        days = clock.limit.working_days
        return end_of_days(table, receipt.day, days + lost if lost else days)
    last_day = table.working_day_from(_last_day(clock, receipt, mode))
    if clock.limit.loses_minutes(clock.terms.counting):
        return table.add_minutes(table.closing(last_day), lost)
    return table.closing(table.working_day_after(last_day, lost) if lost else last_day)


def _last_day(clock: ClockRequest, receipt: Receipt, mode: Mode) -> int:
    if mode is Mode.SAME_DAY:
        return same_day(clock.calendar.table, receipt, clock.terms)[0]
    return last_calendar_day(receipt.day, clock.limit)


def _losses(clock: ClockRequest, receipt: Receipt, waits: Waits) -> tuple[tuple[Wait, int], ...]:
    table = clock.calendar.table
    if clock.limit.loses_minutes(clock.terms.counting):
        return tuple((w, lost_minutes(table, w, start=receipt.stamp)) for w in waits.stops)
    first_counted = receipt.day + 1
    if clock.limit.mode(clock.terms.counting) is Mode.SAME_DAY:
        first_counted = same_day(table, receipt, clock.terms)[0]
    return tuple((w, lost_days(table, w, first_counted=first_counted)) for w in waits.stops)


def _is_waiting(waits: Waits, end: int) -> bool:
    """An open pause hides the date, unless the date had come before the pause began."""
    return waits.restart_is_open or any(
        stop.to_stamp is None and stop.from_stamp < end for stop in waits.stops
    )


def remaining(calendar: WorkCalendar, *, due_at: datetime, at: datetime) -> Remaining:
    """Working time from `at` to the due date; the day of `at` is not counted in `days`."""
    table = calendar.table
    here, end = stamp_of(at), stamp_of(due_at)
    today, last = here // DAY_MINUTES, end // DAY_MINUTES
    days = table.working_days_between(today, last) - table.working_days_between(last, today)
    return Remaining(table.minutes_between(here, end), days)
