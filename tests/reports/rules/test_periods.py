"""Periods of reports: NĐ 09/2019 art. 12, and what goes with them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.reports.rules.periods import (
    MONTHS_IN,
    PeriodFaulty,
    PeriodUnknown,
    before,
    lately,
    period_called,
    period_of,
    period_with,
)
from motcua.reports.vocabulary import PeriodKind

MONTH, QUARTER = PeriodKind.MONTH, PeriodKind.QUARTER
HALF, YEAR, WEEK = PeriodKind.HALF_YEAR, PeriodKind.YEAR, PeriodKind.WEEK
FIRST_WHOLE_YEAR = date(2019, 12, 15)
SINCE_THE_DECREE = st.dates(FIRST_WHOLE_YEAR, date(2099, 12, 31))
KINDS = st.sampled_from([*MONTHS_IN, WEEK])


@pytest.mark.parametrize(
    ("kind", "number", "first", "last"),
    [
        (MONTH, 1, date(2025, 12, 15), date(2026, 1, 14)),
        (MONTH, 3, date(2026, 2, 15), date(2026, 3, 14)),
        (MONTH, 12, date(2026, 11, 15), date(2026, 12, 14)),
        (QUARTER, 1, date(2025, 12, 15), date(2026, 3, 14)),
        (QUARTER, 4, date(2026, 9, 15), date(2026, 12, 14)),
        (HALF, 1, date(2025, 12, 15), date(2026, 6, 14)),
        (HALF, 2, date(2026, 6, 15), date(2026, 12, 14)),
        (YEAR, 0, date(2025, 12, 15), date(2026, 12, 14)),
        (WEEK, 1, date(2025, 12, 29), date(2026, 1, 4)),
    ],
)
def test_periods_run_as_the_decree_says(
    kind: PeriodKind, number: int, first: date, last: date
) -> None:
    period = period_called(kind, 2026, number)
    assert (period.from_day, period.until_day) == (first, last)


def test_before_the_decree_months_were_those_of_the_calendar() -> None:
    year = period_called(YEAR, 2018)
    assert (year.from_day, year.until_day) == (date(2018, 1, 1), date(2018, 12, 31))


@given(KINDS, SINCE_THE_DECREE)
def test_each_day_is_in_the_period_named_for_it_and_in_no_other(
    kind: PeriodKind, day: date
) -> None:
    period = period_with(kind, day)
    assert period.from_day <= day <= period.until_day
    assert period_with(kind, period.from_day) == period_with(kind, period.until_day) == period
    assert period_with(kind, period.until_day + timedelta(days=1)) != period


@given(KINDS, st.dates(date(2020, 12, 15), date(2099, 12, 31)))
def test_periods_follow_without_a_gap(kind: PeriodKind, day: date) -> None:
    period = period_with(kind, day)
    assert before(period).until_day == period.from_day - timedelta(days=1)
    assert before(period).kind is kind


@given(SINCE_THE_DECREE)
def test_longer_periods_are_months_together(day: date) -> None:
    year = period_with(YEAR, day)
    months = [period_called(MONTH, year.year, number) for number in range(1, 13)]
    assert (months[0].from_day, months[-1].until_day) == (year.from_day, year.until_day)
    quarters = [period_called(QUARTER, year.year, number) for number in range(1, 5)]
    assert [q.until_day for q in quarters] == [m.until_day for m in months[2::3]]


@given(KINDS, SINCE_THE_DECREE)
def test_days_that_are_a_period_get_its_name(kind: PeriodKind, day: date) -> None:
    period = period_with(kind, day)
    assert period_of(period.from_day, period.until_day) == period


def test_other_days_are_a_free_range_and_its_forerunner_is_as_long() -> None:
    free = period_of(date(2026, 1, 1), date(2026, 1, 10))
    assert free.kind is PeriodKind.RANGE
    assert (before(free).from_day, before(free).until_day) == (
        date(2025, 12, 22),
        date(2025, 12, 31),
    )


def test_the_newest_months_that_are_over_come_first() -> None:
    newest = list(lately(MONTH, date(2026, 6, 15), 2))
    assert [(one.year, one.number) for one in newest] == [(2026, 6), (2026, 5)]
    assert next(lately(MONTH, date(2026, 6, 14), 1)).number == 5


@pytest.mark.parametrize(
    ("kind", "number"), [(MONTH, 0), (MONTH, 13), (QUARTER, 5), (HALF, 3), (WEEK, 54)]
)
def test_there_is_no_thirteenth_month(kind: PeriodKind, number: int) -> None:
    with pytest.raises(PeriodUnknown):
        period_called(kind, 2026, number)


@pytest.mark.parametrize(
    "days",
    [(date(2026, 1, 2), date(2026, 1, 1)), (date(1980, 1, 1), date(2026, 1, 1))],
)
def test_a_period_runs_forward_and_is_no_longer_than_a_life_in_office(
    days: tuple[date, date],
) -> None:
    with pytest.raises(PeriodFaulty):
        period_of(*days)
