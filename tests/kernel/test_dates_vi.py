"""Dates as papers write them."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from motcua.kernel.clock import ZONE
from motcua.kernel.dates_vi import (
    day_words,
    moment_words,
    place_and_day,
    short_day,
    short_moment,
    weekday_words,
)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 2, 5), "ngày 05 tháng 02 năm 2026"),
        (date(2026, 1, 31), "ngày 31 tháng 01 năm 2026"),
        (date(2026, 3, 9), "ngày 09 tháng 3 năm 2026"),
        (date(2026, 12, 10), "ngày 10 tháng 12 năm 2026"),
    ],
)
def test_small_days_and_the_first_two_months_take_a_zero(day: date, words: str) -> None:
    assert day_words(day) == words


def test_a_moment_is_told_on_the_clock_of_viet_nam() -> None:
    assert moment_words(datetime(2026, 2, 5, 3, 20, tzinfo=UTC)) == (
        "10 giờ 20 phút, ngày 05 tháng 02 năm 2026"
    )
    assert short_moment(datetime(2026, 2, 4, 18, 5, tzinfo=UTC)) == "01:05 05/02/2026"
    assert short_moment(datetime(2026, 2, 5, 7, 0, tzinfo=ZONE)) == "07:00 05/02/2026"


def test_a_naive_time_already_is_the_clock_on_the_wall() -> None:
    assert short_moment(datetime(2026, 2, 5, 7, 30)) == "07:30 05/02/2026"  # noqa: DTZ001


def test_short_forms_and_weekdays() -> None:
    assert short_day(date(2026, 2, 5)) == "05/02/2026"
    assert place_and_day("Gia Lâm", date(2026, 2, 5)) == "Gia Lâm, ngày 05 tháng 02 năm 2026"
    assert [weekday_words(date(2026, 2, day)) for day in (2, 7, 8)] == [
        "thứ Hai",
        "thứ Bảy",
        "Chủ nhật",
    ]
