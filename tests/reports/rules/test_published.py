"""What everybody may read of a procedure: exact shares, middle days, and nothing of the few."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.reports.rules.published import (
    SHOWN_FROM,
    Worked,
    days_of,
    together,
    told,
    year_before,
)

TAKEN = st.dictionaries(st.integers(0, 400), st.integers(1, 30), max_size=8)


@st.composite
def worked(draw: Any) -> Worked:
    taken = draw(TAKEN)
    settled = sum(taken.values())
    received = draw(st.integers(0, 300))
    return Worked(
        received=received,
        online=draw(st.integers(0, received)),
        settled=settled,
        in_time=draw(st.integers(0, settled)),
        taken=taken,
    )


@given(worked())
def test_half_are_done_by_the_middle_and_nine_in_ten_by_the_other(one: Worked) -> None:
    days = days_of(one) or (0, 0)
    done = [sum(n for took, n in one.taken.items() if took <= day) for day in days]
    assert days[0] <= days[1]
    assert 2 * done[0] >= one.settled
    assert 10 * done[1] >= 9 * one.settled


@given(st.lists(worked(), max_size=5))
def test_all_places_together_are_the_sum_of_each_in_any_order(places: list[Worked]) -> None:
    whole = together(places)
    assert whole == together(reversed(places))
    assert whole.settled == sum(whole.taken.values())
    assert whole.received == sum(one.received for one in places)


@given(worked())
def test_of_fewer_than_five_nothing_is_told(one: Worked) -> None:
    figures = told(
        received=one.received,
        online=one.online,
        settled=one.settled,
        in_time=one.in_time,
        days=days_of(one),
    )
    assert (figures.settled is None) == (one.settled < SHOWN_FROM)
    assert (figures.median_days is None) == (one.settled < SHOWN_FROM)
    assert (figures.on_time_percent is None) == (one.settled < SHOWN_FROM)
    assert (figures.online_percent is None) == (one.received < SHOWN_FROM)
    assert (figures.received is None) == (one.received < SHOWN_FROM)


def test_a_worked_example() -> None:
    taken = {0: 2, 1: 3, 3: 4, 20: 1}
    figures = told(received=12, online=3, settled=10, in_time=9, days=days_of(Worked(taken=taken)))
    assert (figures.median_days, figures.days_of_nine_in_ten) == (1, 3)
    assert (figures.on_time_percent, figures.online_percent) == ("90.0", "25.0")


@pytest.mark.parametrize(
    ("today", "first", "last"),
    [
        (date(2026, 6, 10), date(2025, 6, 10), date(2026, 6, 9)),
        (date(2024, 2, 29), date(2023, 2, 28), date(2024, 2, 28)),
        (date(2026, 1, 1), date(2025, 1, 1), date(2025, 12, 31)),
    ],
)
def test_the_year_ends_yesterday(today: date, first: date, last: date) -> None:
    assert year_before(today) == (first, last)
