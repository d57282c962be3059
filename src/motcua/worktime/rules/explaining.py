"""The trace of a due date: what was granted, what was added for pauses, how it was spent."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple

from motcua.kernel.clock import local
from motcua.worktime.rules.calendar import WorkCalendar
from motcua.worktime.rules.day_table import date_of, instant_of, stamp_of
from motcua.worktime.rules.limits import Limit, Mode, last_calendar_day, same_day
from motcua.worktime.rules.pauses import NO_WAITS, Wait, Waits
from motcua.worktime.rules.receipt import Receipt, clock_text
from motcua.worktime.rules.stretches import day_lines, special_day_of, time_lines
from motcua.worktime.rules.week import DAY_MINUTES
from motcua.worktime.vocabulary import Pause, Terms, TraceCode, TraceLine, Unit


class Reckoning(NamedTuple):
    """The steps of one calculation, in stamps; `end` None while a pause lasts.

    `losses`: each stop with the working days or minutes it costs.
    """

    first: Receipt
    receipt: Receipt
    original: int
    uninterrupted: int
    losses: tuple[tuple[Wait, int], ...]
    waits: Waits
    end: int | None


def decimal_text(value: Fraction) -> str:
    """`1.5` from 3/2; a fraction without an exact decimal stays `1/3`."""
    denominator = value.denominator
    if denominator == 1:
        return str(value.numerator)
    for factor in (2, 5):
        while denominator % factor == 0:
            denominator //= factor
    if denominator != 1:
        return str(value)
    return f"{Decimal(value.numerator) / Decimal(value.denominator):f}"


def explain(
    calendar: WorkCalendar, limit: Limit, terms: Terms, reckoning: Reckoning
) -> tuple[TraceLine, ...]:
    """The lines in order; `adding_up.replay` walks them to the same date."""
    return tuple(_Explainer(calendar, limit, terms, reckoning).lines())


class _Explainer:
    def __init__(
        self, calendar: WorkCalendar, limit: Limit, terms: Terms, reckoning: Reckoning
    ) -> None:
        self.calendar = calendar
        self.limit = limit
        self.terms = terms
        self.reckoning = reckoning
        self.mode = limit.mode(terms.counting)

    def lines(self) -> Iterator[TraceLine]:
        yield from self._receipt_lines()
        yield self._limit_line()
        if self.reckoning.waits is not NO_WAITS:
            yield from self._wait_lines()
        end = self.reckoning.end
        if end is None:
            yield self._waiting_line()
            return
        yield from self._counted_lines(end)
        yield from self._not_announced(end)
        yield TraceLine(instant_of(end), TraceCode.DUE)

    def _receipt_lines(self) -> Iterator[TraceLine]:
        facts = self.reckoning
        yield TraceLine(instant_of(facts.first.received), TraceCode.RECEIVED)
        if facts.first.moves:
            yield from self._moves(facts.first)
        restart = facts.waits.restart
        if restart is None or restart.to_at is None:
            return
        yield TraceLine(instant_of(facts.original), TraceCode.ORIGINAL_DUE)
        yield _pause_line(restart.to_at, TraceCode.RESTARTED, restart)
        yield from self._moves(facts.receipt)

    def _moves(self, receipt: Receipt) -> Iterator[TraceLine]:
        """Each move of a receipt, after the days off that it passes over."""
        day = receipt.received // DAY_MINUTES
        for move in receipt.moves:
            to_day = stamp_of(move.at) // DAY_MINUTES
            first = day + 1 if self.calendar.hours_on(date_of(day)).sessions else day
            yield from day_lines(self.calendar, first, to_day - 1)
            yield move
            day = to_day

    def _limit_line(self) -> TraceLine:
        params: dict[str, Any] = {"unit": self.limit.unit.value}
        if self.limit.unit is not Unit.SAME_DAY:
            params["value"] = decimal_text(self.limit.value)
        if self.mode is Mode.MINUTES:
            params["minutes"] = self.limit.minutes(self.calendar)
        return TraceLine(instant_of(self.reckoning.receipt.stamp), TraceCode.LIMIT, params)

    def _wait_lines(self) -> Iterator[TraceLine]:
        facts = self.reckoning
        measure = "minutes" if self.limit.loses_minutes(self.terms.counting) else "days"
        if any(loss for _wait, loss in facts.losses):
            yield TraceLine(instant_of(facts.uninterrupted), TraceCode.ORIGINAL_DUE)
        for wait, loss in facts.losses:
            if wait.to_stamp is not None:
                from_at, to_at = instant_of(wait.from_stamp), instant_of(wait.to_stamp)
                params = {"from_at": from_at.isoformat(), "to_at": to_at.isoformat()}
                reason = "; ".join(wait.reasons)
                amounts = {measure: loss, "reason": reason}
                yield TraceLine(to_at, TraceCode.PAUSED, {**params, **amounts})
        for pause in facts.waits.continued:
            yield _pause_line(pause.from_at, TraceCode.CONTINUED, pause)

    def _waiting_line(self) -> TraceLine:
        waits = self.reckoning.waits
        if waits.restart is not None and waits.restart.to_at is None:
            return _pause_line(waits.restart.from_at, TraceCode.WAITING, waits.restart)
        last = waits.stops[-1]
        params = {"reason": "; ".join(last.reasons)}
        return TraceLine(instant_of(last.from_stamp), TraceCode.WAITING, params)

    def _counted_lines(self, end: int) -> Iterator[TraceLine]:
        if self.mode is Mode.MINUTES:
            yield from self._minute_lines(self.reckoning.receipt.stamp, end)
        elif self.mode is Mode.DAYS:
            yield self._first_day_line()
            yield from self._whole_and_part(end)
        else:
            yield from self._last_day_lines()
            if end != self.reckoning.uninterrupted:
                yield from self._lines_after(self.reckoning.uninterrupted, end)

    def _minute_lines(self, start: int, end: int) -> Iterator[TraceLine]:
        table = self.calendar.table
        spent_at = table.add_minutes(start, table.minutes_between(start, end))
        yield from time_lines(self.calendar, start, spent_at)
        if spent_at != end:
            yield TraceLine(instant_of(end), TraceCode.SAME_HOUR)

    def _first_day_line(self) -> TraceLine:
        day = self.reckoning.receipt.day
        params = {"day": date_of(day).isoformat()}
        return TraceLine(
            instant_of(self.reckoning.receipt.stamp), TraceCode.FIRST_DAY_EXCLUDED, params
        )

    def _whole_and_part(self, end: int) -> Iterator[TraceLine]:
        table = self.calendar.table
        last_day = end // DAY_MINUTES
        days = self.limit.working_days
        share = Fraction(0) if days.denominator == 1 else days % 1
        whole_until = last_day - 1 if share else last_day
        yield from day_lines(self.calendar, self.reckoning.receipt.day + 1, whole_until)
        if share:
            params = {
                "day": date_of(last_day).isoformat(),
                "share": decimal_text(share),
                "minutes": table.minutes_between(table.opening(last_day), end),
            }
            yield TraceLine(instant_of(end), TraceCode.COUNTED_PART, params)

    def _last_day_lines(self) -> Iterator[TraceLine]:
        """The line that leads to the last day of a same-day or calendar limit."""
        receipt = self.reckoning.receipt
        closing = instant_of(self.reckoning.uninterrupted)
        if self.mode is Mode.SAME_DAY:
            yield from self._same_day_lines(closing)
            return
        yield self._first_day_line()
        last = last_calendar_day(receipt.day, self.limit)
        span = {"last_day": date_of(last).isoformat(), "count": int(self.limit.value)}
        first = {"first_day": date_of(receipt.day + 1).isoformat(), "unit": self.limit.unit.value}
        works = self.calendar.table.works(last)
        at = closing if works else instant_of(last * DAY_MINUTES)
        yield TraceLine(at, TraceCode.COUNTED_CALENDAR, {**first, **span})
        if not works:
            why_off = special_day_of(self.calendar, last)
            moved = {"day": date_of(last).isoformat(), "to_day": closing.date().isoformat()}
            yield TraceLine(closing, TraceCode.LAST_DAY_OFF, {**moved, **why_off})

    def _same_day_lines(self, closing: datetime) -> Iterator[TraceLine]:
        """The days off between the receipt and the day of the result, then that day."""
        receipt = self.reckoning.receipt
        last, why = same_day(self.calendar.table, receipt, self.terms)
        params = {
            "day": date_of(last).isoformat(),
            "from_day": date_of(receipt.day).isoformat(),
        }
        if why == "CUTOFF" and self.terms.cutoff_minute is not None:
            params["cutoff"] = clock_text(self.terms.cutoff_minute)
        if why:
            skipped = receipt.day if why == "DAY_OFF" else receipt.day + 1
            yield from day_lines(self.calendar, skipped, last - 1)
        code = TraceCode.SAME_DAY_MOVED if why else TraceCode.SAME_DAY
        yield TraceLine(closing, code, {**params, "why": why})

    def _lines_after(self, uninterrupted: int, end: int) -> Iterator[TraceLine]:
        if self.limit.loses_minutes(self.terms.counting):
            yield from time_lines(self.calendar, uninterrupted, end)
        else:
            first, last = uninterrupted // DAY_MINUTES + 1, end // DAY_MINUTES
            yield from day_lines(self.calendar, first, last)

    def _not_announced(self, end: int) -> Iterator[TraceLine]:
        """A warning where the official days off of a year are not known yet."""
        known = self.calendar.announced_years
        if known is None:
            return
        first = date_of(self.reckoning.receipt.day).year
        last = date_of(end // DAY_MINUTES).year
        if first == last and first in known:
            return
        unknown = [year for year in range(first, last + 1) if year not in known]
        if unknown:
            years = {"first_year": unknown[0], "last_year": unknown[-1]}
            yield TraceLine(instant_of(end), TraceCode.DAYS_NOT_ANNOUNCED, years)


def _pause_line(at: datetime, code: TraceCode, pause: Pause) -> TraceLine:
    to_at = local(pause.to_at).isoformat() if pause.to_at else ""
    params = {"from_at": local(pause.from_at).isoformat(), "to_at": to_at}
    return TraceLine(local(at), code, {**params, "reason": pause.reason})
