"""The shipped days off: what law.md 4.5 names, and a second opinion for every weekday."""

from __future__ import annotations

from datetime import date, timedelta

import holidays
import pytest

from motcua.worktime.rules.official_days import default_calendar, official_days
from motcua.worktime.vocabulary import DayCause, DayKind, Unit
from tests.worktime.rules.offices import (
    DEFAULT_WITH_SATURDAY,
    RECEIVES_ON_SATURDAY,
    due_text,
)

OUR_YEARS = range(2018, 2027)
KNOWN_DIFFERENCES = {
    date(2026, 1, 2): "we close: swapped for 10/01/2026 (12729/VPCP-KGVX); holidays 0.109 lacks it",
    date(2026, 1, 10): "we work: the Saturday of that swap",
}
SWAPPED_WORK = [
    special for special in official_days().special_days if special.cause is DayCause.SWAPPED_WORK
]


def days_of(years: range) -> list[date]:
    first = date(years[0], 1, 1)
    return [first + timedelta(days=n) for n in range((date(years[-1] + 1, 1, 1) - first).days)]


def test_each_day_agrees_with_a_second_opinion_but_for_the_known_differences() -> None:
    second = holidays.country_holidays("VN", years=OUR_YEARS)
    ours = default_calendar()
    differing = {
        day for day in days_of(OUR_YEARS) if ours.is_working_day(day) != second.is_working_day(day)
    }
    assert differing == set(KNOWN_DIFFERENCES)


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-24",
        "2026-04-27",
        "2026-02-16",
        "2026-02-20",
        "2025-05-02",
        "2024-04-29",
        "2018-12-31",
        "2021-09-03",
    ],
)
def test_an_announced_day_off_is_off_for_an_office_open_on_saturdays_too(text: str) -> None:
    assert not DEFAULT_WITH_SATURDAY.is_working_day(date.fromisoformat(text))


@pytest.mark.parametrize("special", SWAPPED_WORK, ids=lambda special: special.day.isoformat())
@pytest.mark.parametrize(
    "calendar",
    [default_calendar(), DEFAULT_WITH_SATURDAY, RECEIVES_ON_SATURDAY],
    ids=["five days", "half Saturday", "reception only"],
)
def test_a_swapped_saturday_has_the_hours_of_a_weekday(special, calendar) -> None:  # type: ignore[no-untyped-def]
    assert calendar.hours_on(special.day) == calendar.week[0]
    assert not calendar.is_working_day(special.instead_of)


def test_the_swaps_are_those_announced() -> None:
    assert {special.day.isoformat() for special in SWAPPED_WORK} == {
        "2019-01-05",
        "2019-05-04",
        "2024-05-04",
        "2025-04-26",
        "2026-01-10",
        "2026-08-22",
    }
    assert all(special.source and special.instead_of for special in SWAPPED_WORK)


def test_each_date_stands_once_and_each_day_off_has_a_reason() -> None:
    listed = official_days().special_days
    assert len({special.day for special in listed}) == len(listed)
    off = [special for special in listed if special.kind is DayKind.OFF]
    assert all(special.name or special.instead_of for special in off)


def test_announced_years_do_not_include_the_one_worked_out_by_us() -> None:
    assert official_days().announced_years == set(OUR_YEARS)
    assert any(special.day.year == 2027 for special in official_days().special_days)


@pytest.mark.parametrize(
    ("received", "days", "right"),
    [
        ("2026-02-13T09:00", 1, "2026-02-23T17:00"),
        ("2026-11-23T09:00", 1, "2026-11-25T17:00"),
        ("2026-01-09T09:00", 1, "2026-01-10T17:00"),
        ("2026-08-21T09:00", 2, "2026-08-24T17:00"),
        ("2026-08-28T09:00", 1, "2026-09-03T17:00"),
        ("2024-05-03T09:00", 1, "2024-05-04T17:00"),
        ("2024-12-31T09:00", 1, "2025-01-02T17:00"),
        ("2020-02-28T09:00", 1, "2020-03-02T17:00"),
        ("2024-02-28T09:00", 1, "2024-02-29T17:00"),
        ("2023-01-19T09:00", 1, "2023-01-27T17:00"),
    ],
)
def test_a_limit_steps_over_the_announced_days(received: str, days: int, right: str) -> None:
    assert due_text(default_calendar(), received, Unit.WORKING_DAYS, days) == right
