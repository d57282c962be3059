"""Which days a month, quarter, half-year or year of a report has. Pure; the rules are dated data.

Basis: NĐ 09/2019/NĐ-CP art. 12: a month runs from the 15th of the month before to the 14th, longer
periods are such months together. Before it and for weeks and free ranges: *Design*.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from motcua.kernel.refusal import Refusal
from motcua.reports.vocabulary import PeriodKind, ReportPeriod

DAYS_MAX: Final = 366 * 30
MONTHS_IN: Final = {
    PeriodKind.MONTH: 1,
    PeriodKind.QUARTER: 3,
    PeriodKind.HALF_YEAR: 6,
    PeriodKind.YEAR: 12,
}


class PeriodFaulty(Refusal):
    """The last day is before the first, or the stretch is longer than any report."""

    code = "report-period-faulty"


class PeriodUnknown(Refusal):
    """No such month, quarter, half-year or week."""

    code = "report-period-unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodRule:
    """On which day of the month before a month begins; 1 = the calendar month itself.

    For periods whose last calendar month is on or after `valid_from`.
    """

    valid_from: date
    first_day: int
    source: str


RULES: Final = (
    PeriodRule(valid_from=date.min, first_day=1, source="Design"),
    PeriodRule(valid_from=date(2019, 4, 1), first_day=15, source="NĐ 09/2019/NĐ-CP Đ.12"),
)


def rule_for(month: date) -> PeriodRule:
    """The rule in force for periods that end in this month."""
    return next(rule for rule in reversed(RULES) if rule.valid_from <= month)


def period_called(kind: PeriodKind, year: int, number: int = 0) -> ReportPeriod:
    """The month 1–12, quarter 1–4, half 1–2, week 1–53 or year. Refusals: PeriodUnknown."""
    if kind is PeriodKind.WEEK:
        return _week(year, number)
    months = MONTHS_IN.get(kind)
    place = 1 if kind is PeriodKind.YEAR else number
    if months is None or not 1 <= place <= 12 // months or not 2000 <= year <= 2200:
        raise PeriodUnknown(field="period", kind=str(kind), year=year, number=number)
    last = place * months
    rule = rule_for(date(year, last, 1))
    return ReportPeriod(
        from_day=_begins(year, last - months + 1, rule),
        until_day=_begins(*_month_after(year, last), rule) - timedelta(days=1),
        kind=kind,
        year=year,
        number=0 if kind is PeriodKind.YEAR else number,
    )


def period_of(from_day: date, until_day: date) -> ReportPeriod:
    """The period with these days, by its own name where it has one. Refusals: PeriodFaulty."""
    if until_day < from_day or (until_day - from_day).days > DAYS_MAX:
        raise PeriodFaulty(field="until", first=from_day.isoformat(), last=until_day.isoformat())
    for kind in (*MONTHS_IN, PeriodKind.WEEK):
        named = period_with(kind, until_day)
        if (named.from_day, named.until_day) == (from_day, until_day):
            return named
    return ReportPeriod(from_day=from_day, until_day=until_day)


def period_with(kind: PeriodKind, day: date) -> ReportPeriod:
    """The period of this kind that the day is in. Refusals: PeriodUnknown for a free range."""
    if kind is PeriodKind.WEEK:
        year, week, _weekday = day.isocalendar()
        return _week(year, week)
    if kind not in MONTHS_IN:
        raise PeriodUnknown(field="period", kind=str(kind), year=day.year, number=0)
    year, month = _month_of(day)
    number = (month - 1) // MONTHS_IN[kind] + 1
    return period_called(kind, year, number)


def before(period: ReportPeriod) -> ReportPeriod:
    """The period of the same kind that ends the day before this one begins."""
    last = period.from_day - timedelta(days=1)
    if period.kind is PeriodKind.RANGE:
        return period_of(last - (period.until_day - period.from_day), last)
    return period_with(period.kind, last)


def lately(kind: PeriodKind, day: date, count: int) -> Iterator[ReportPeriod]:
    """The periods of a kind that are over by the day, newest first."""
    period = before(period_with(kind, day))
    for _ in range(count):
        yield period
        period = before(period)


def _month_of(day: date) -> tuple[int, int]:
    """The report's month in which the day is."""
    following = _month_after(day.year, day.month)
    rule = rule_for(date(*following, 1))
    if rule.first_day > 1 and day.day >= rule.first_day:
        return following
    return day.year, day.month


def _begins(year: int, month: int, rule: PeriodRule) -> date:
    if rule.first_day == 1:
        return date(year, month, 1)
    return (
        date(year - 1, 12, rule.first_day) if month == 1 else date(year, month - 1, rule.first_day)
    )


def _month_after(year: int, month: int) -> tuple[int, int]:
    return (year + 1, 1) if month == 12 else (year, month + 1)


def _week(year: int, number: int) -> ReportPeriod:
    """Monday to Sunday, numbered as the calendar of ISO 8601 does."""
    try:
        monday = date.fromisocalendar(year, number, 1)
    except ValueError:
        raise PeriodUnknown(
            field="period", kind=str(PeriodKind.WEEK), year=year, number=number
        ) from None
    sunday = monday + timedelta(days=6)
    return ReportPeriod(
        from_day=monday, until_day=sunday, kind=PeriodKind.WEEK, year=year, number=number
    )
