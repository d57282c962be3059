"""Which tables of promises there are on a day, and when one is counted again."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.reports.rules.promises import is_due, key_of, periods_offered, terms_on, told_until
from motcua.reports.vocabulary import ReportPeriod

days = st.integers(0, 7_000).map(lambda count: date(2020, 1, 1) + timedelta(days=count))
THIRD = ReportPeriod(from_day=date(2026, 6, 15), until_day=date(2026, 9, 14))
IN_IT = date(2026, 7, 20)


@given(days)
def test_the_tables_of_a_day_never_overlap_so_none_is_the_difference_of_two(today: date) -> None:
    terms = terms_on(today)
    offered = periods_offered(terms, today)
    assert len(offered) == terms.kept
    for later, earlier in pairwise(offered):
        assert earlier.until_day < later.from_day
    assert offered[0].from_day < today
    assert len({key_of(one) for one in offered}) == len(offered)


@given(days)
def test_no_table_tells_of_today_which_is_not_over(today: date) -> None:
    for period in periods_offered(terms_on(today), today):
        assert period.from_day <= told_until(period, today) < today


@pytest.mark.parametrize(
    ("counted_until", "today", "due"),
    [
        (None, IN_IT, True),
        (date(2026, 7, 19), IN_IT, False),
        (date(2026, 7, 12), date(2026, 7, 19), False),
        (date(2026, 7, 12), date(2026, 7, 20), True),
        (date(2026, 9, 13), date(2026, 9, 15), True),
        (date(2026, 9, 14), date(2026, 9, 15), False),
        (date(2026, 9, 14), date(2027, 1, 1), False),
    ],
)
def test_a_running_table_is_counted_weekly_and_once_more_at_its_end(
    counted_until: date | None, today: date, due: bool
) -> None:
    assert is_due(THIRD, counted_until=counted_until, today=today, after=7) is due
