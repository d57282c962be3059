"""The fourteen wrong results measured in another system, and what it had right: all right here.

Source: one-stop-systems.md 2.4. Vector 11 (an office without hours) is in test_calendar.py.
"""

from __future__ import annotations

import pytest

from motcua.worktime.rules.calendar import WorkCalendar
from motcua.worktime.vocabulary import DayHours, Unit
from tests.worktime.rules.offices import (
    EIGHT_AND_A_HALF,
    MORNING,
    PLAIN,
    ROLLING,
    SEVEN_AND_A_HALF,
    WITH_SATURDAY,
    day_off,
    due_text,
    extra_day,
    five_days,
    instant,
    pause,
)

SEVEN = five_days(SEVEN_AND_A_HALF)
EIGHT_HALF = five_days(EIGHT_AND_A_HALF)
HOLIDAYS_2021 = PLAIN.with_days([day_off("2021-09-02"), day_off("2021-09-03")])
MAKE_UP_2021 = PLAIN.with_days([extra_day("2021-08-28")])


@pytest.mark.parametrize(
    ("vector", "calendar", "received", "unit", "value", "right"),
    [
        (1, SEVEN, "2021-06-07T09:00", Unit.WORKING_DAYS, 10, "2021-06-21T09:00"),
        (2, SEVEN, "2021-06-07T09:00", Unit.WORKING_DAYS, 15, "2021-06-28T09:00"),
        (3, SEVEN, "2021-06-07T09:00", Unit.WORKING_DAYS, 30, "2021-07-19T09:00"),
        (4, EIGHT_HALF, "2021-06-07T09:00", Unit.WORKING_DAYS, 30, "2021-07-19T09:00"),
        (5, PLAIN, "2021-06-07T09:00", Unit.WORKING_DAYS, 300, "2022-08-01T09:00"),
        (6, WITH_SATURDAY, "2021-06-05T09:00", Unit.WORKING_HOURS, 4, "2021-06-07T09:00"),
        (7, WITH_SATURDAY, "2021-06-05T11:00", Unit.WORKING_HOURS, 3, "2021-06-07T10:00"),
        (8, WITH_SATURDAY, "2021-06-04T15:00", Unit.WORKING_DAYS, 1, "2021-06-07T09:30"),
        (9, HOLIDAYS_2021, "2021-09-02T09:00", Unit.WORKING_DAYS, 1, "2021-09-07T08:00"),
        (10, MAKE_UP_2021, "2021-08-28T09:00", Unit.WORKING_DAYS, 1, "2021-08-30T09:00"),
        ("day from opening", PLAIN, "2021-06-07T08:00", Unit.WORKING_DAYS, 1, "2021-06-08T08:00"),
        ("over a weekend", PLAIN, "2021-06-04T16:00", Unit.WORKING_DAYS, 1, "2021-06-07T16:00"),
        ("over lunch", PLAIN, "2021-06-07T11:30", Unit.WORKING_HOURS, 1, "2021-06-07T14:00"),
        ("over night", PLAIN, "2021-06-07T16:00", Unit.WORKING_HOURS, 4, "2021-06-08T10:30"),
        ("in the evening", PLAIN, "2021-06-07T18:00", Unit.WORKING_DAYS, 1, "2021-06-09T08:00"),
        ("on a Saturday", PLAIN, "2021-06-05T09:00", Unit.WORKING_DAYS, 1, "2021-06-08T08:00"),
        ("three weeks", PLAIN, "2021-06-07T14:00", Unit.WORKING_DAYS, 15, "2021-06-28T14:00"),
    ],
    ids=str,
)
def test_a_measured_case_comes_out_right(  # type: ignore[no-untyped-def]
    vector, calendar: WorkCalendar, received: str, unit: Unit, value: int, right: str
) -> None:
    assert due_text(calendar, received, unit, value, terms=ROLLING) == right


@pytest.mark.parametrize(
    ("begin", "end", "hours"),
    [
        ("2021-06-07T10:00", "2021-06-08T18:00", 14),
        ("2021-06-07T18:00", "2021-06-08T10:00", 2),
        ("2021-06-07T10:00", "2021-06-12T10:00", 38),
        ("2021-06-07T10:00", "2021-06-09T15:00", 19.5),
    ],
)
def test_waiting_time_is_working_time_only(begin: str, end: str, hours: float) -> None:
    assert PLAIN.working_minutes_between(instant(begin), instant(end)) == hours * 60


@pytest.mark.parametrize(
    ("begin", "end", "right"),
    [
        ("2021-06-07T10:00", "2021-06-08T18:00", "2021-06-09T16:30"),
        ("2021-06-07T18:00", "2021-06-08T10:00", "2021-06-08T11:00"),
        ("2021-06-07T10:00", "2021-06-12T10:00", "2021-06-14T16:30"),
    ],
    ids=["vector 12", "vector 13", "vector 14"],
)
def test_resuming_moves_the_date_by_the_working_time_of_the_pause(
    begin: str, end: str, right: str
) -> None:
    """Eight hours from Monday 09:00 would end on Tuesday at 09:00."""
    stops = (pause(begin, end),)
    assert due_text(PLAIN, "2021-06-07T09:00", Unit.WORKING_HOURS, 8, pauses=stops) == right


def test_a_short_saturday_does_not_shorten_the_day_of_the_office() -> None:
    with_half_saturday = five_days(SEVEN_AND_A_HALF, DayHours(MORNING))
    assert with_half_saturday.own_day_minutes == 450
