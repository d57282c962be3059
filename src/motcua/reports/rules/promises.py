"""What is published of promises and how they were kept: terms by period, periods, fields. Pure.

Basis: NĐ 61/2018/NĐ-CP art. 30-32 and QĐ 766/QĐ-TTg (results are made public); *Design*: one kind of
period only, so that no two tables overlap and nothing can be worked out from their difference; the
period that still runs is counted again once a week, not each night, for the same reason.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from motcua.reports.rules.periods import MONTHS_IN, period_called
from motcua.reports.vocabulary import PeriodKind, ReportPeriod


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseTerms:
    """How the public page is made from `valid_from` on. `shown_from`: fewer than that are not told.

    `kept`: how many periods are offered; `renewed_after`: days after which the running one is counted
    again; `license`: under what it may be used again; `source`: why these terms.
    """

    valid_from: date
    shown_from: int
    kind: PeriodKind
    kept: int
    renewed_after: int
    license: str
    source: str


TERMS: Final = (
    PromiseTerms(
        valid_from=date.min,
        shown_from=5,
        kind=PeriodKind.QUARTER,
        kept=8,
        renewed_after=7,
        license="CC BY 4.0",
        source="Luật 91/2025/QH15 (dữ liệu cá nhân): ít hơn 5 hồ sơ có thể đoán ra là của ai; Design",
    ),
)


def terms_on(day: date) -> PromiseTerms:
    """The terms that hold on a day."""
    return next(terms for terms in reversed(TERMS) if terms.valid_from <= day)


def key_of(period: ReportPeriod) -> str:
    """`2026-3`: year and number."""
    return f"{period.year}-{period.number}"


def periods_offered(terms: PromiseTerms, today: date) -> tuple[ReportPeriod, ...]:
    """The latest first: the one that runs, as soon as a day of it is over, and those before it. Where
    the law moved the days of periods, one that reaches into the next is left out."""
    begun = [one for one in _periods(terms, today) if one.from_day < today]
    offered: list[ReportPeriod] = []
    for one in sorted(begun, key=lambda one: one.from_day, reverse=True):
        if not offered or one.until_day < offered[-1].from_day:
            offered.append(one)
    return tuple(offered[: terms.kept])


def _periods(terms: PromiseTerms, today: date) -> Iterator[ReportPeriod]:
    in_year = 12 // MONTHS_IN[terms.kind]
    years = range(today.year - terms.kept // in_year - 2, today.year + 2)
    for year in years:
        for number in range(1, in_year + 1):
            yield period_called(terms.kind, year, number)


def told_until(period: ReportPeriod, today: date) -> date:
    """The last day that the table tells of: yesterday where the period still runs."""
    return min(period.until_day, today - timedelta(days=1))


def is_due(period: ReportPeriod, *, counted_until: date | None, today: date, after: int) -> bool:
    """Whether the table is to be counted: not yet, or it ran when it was and has grown old or ended."""
    if counted_until is None:
        return True
    if counted_until >= period.until_day:
        return False
    until = told_until(period, today)
    return until == period.until_day or (until - counted_until).days >= after


class PromiseField(StrEnum):
    """The fields of a row, in the order of the table; the same in page, CSV, JSON and dictionary."""

    PERIOD = "period"
    FROM_DAY = "from_day"
    UNTIL_DAY = "until_day"
    AGENCY = "agency"
    AGENCY_NAME = "agency_name"
    PROCEDURE = "procedure"
    PROCEDURE_NAME = "procedure_name"
    LIMIT_UNIT = "limit_unit"
    LIMIT_VALUE = "limit_value"
    FEES = "fees"
    RECEIVED = "received"
    RECEIVED_STATE = "received_state"
    ONLINE_PERCENT = "online_percent"
    SETTLED = "settled"
    SETTLED_STATE = "settled_state"
    ON_TIME_PERCENT = "on_time_percent"
    MEDIAN_DAYS = "median_days"
    DAYS_OF_NINE_IN_TEN = "days_of_nine_in_ten"
    SATISFIED_PERCENT = "satisfied_percent"
    SATISFIED_LOW = "satisfied_low"
    SATISFIED_HIGH = "satisfied_high"
    RESPONSE_PERCENT = "response_percent"
    FEEDBACK_DUE = "feedback_due"
    FEEDBACK_IN_TIME_PERCENT = "feedback_in_time_percent"


class CountState(StrEnum):
    """Whether a count is told."""

    SHOWN = "SHOWN"
    HIDDEN = "HIDDEN"


TYPES: Final[dict[PromiseField, str]] = {
    PromiseField.FROM_DAY: "date",
    PromiseField.UNTIL_DAY: "date",
    PromiseField.LIMIT_VALUE: "number",
    PromiseField.FEES: "string",
    PromiseField.RECEIVED: "integer",
    PromiseField.ONLINE_PERCENT: "number",
    PromiseField.SETTLED: "integer",
    PromiseField.ON_TIME_PERCENT: "number",
    PromiseField.MEDIAN_DAYS: "integer",
    PromiseField.DAYS_OF_NINE_IN_TEN: "integer",
    PromiseField.SATISFIED_PERCENT: "number",
    PromiseField.SATISFIED_LOW: "number",
    PromiseField.SATISFIED_HIGH: "number",
    PromiseField.RESPONSE_PERCENT: "number",
    PromiseField.FEEDBACK_DUE: "integer",
    PromiseField.FEEDBACK_IN_TIME_PERCENT: "number",
}
"""Types of JSON Table Schema; the others are strings."""
