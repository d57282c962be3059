"""The quick way of many dates gives what the explained way gives."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from motcua.worktime.rules.due import ClockRequest, due
from motcua.worktime.rules.due_many import due_many
from motcua.worktime.rules.refusals import LimitNotValid, OutsideCalendarRange
from motcua.worktime.vocabulary import Counting, CutoffAppliesTo, OutsideHours, Terms, Unit
from tests.worktime.rules.invented import Office, offices, receipts, terms
from tests.worktime.rules.offices import DEFAULT, instant

DATED = st.lists(st.tuples(receipts(), st.integers(0, 30)), max_size=20)


def one_by_one(office: Office, dated, how: Terms) -> list[datetime | None]:  # type: ignore[no-untyped-def]
    return [
        due(
            ClockRequest(
                received_at=at,
                unit=Unit.WORKING_DAYS,
                value=days,
                calendar=office.calendar,
                terms=how,
            )
        ).due_at
        for at, days in dated
    ]


@settings(max_examples=80, deadline=None)
@given(offices(), DATED, terms())
def test_many_dates_are_the_dates_one_by_one(office: Office, dated, how: Terms) -> None:  # type: ignore[no-untyped-def]
    assert due_many(office.calendar, dated, terms=how) == one_by_one(office, dated, how)


@pytest.mark.parametrize("seconds", [0, 1])
@pytest.mark.parametrize("clock", ["15:00", "17:00", "12:00"])
@pytest.mark.parametrize(
    "how",
    [
        Terms(outside_hours=OutsideHours.NEXT_SESSION),
        Terms(cutoff_applies_to=CutoffAppliesTo.ALL),
        Terms(cutoff_applies_to=CutoffAppliesTo.ALL, counting=Counting.ROLLING_HOURS),
    ],
    ids=["next session", "cut-off for all", "rolling, cut-off for all"],
)
def test_the_second_after_a_closing_counts_alike(seconds: int, clock: str, how: Terms) -> None:
    at = instant(f"2024-03-13T{clock}") + timedelta(seconds=seconds)
    one = due(
        ClockRequest(received_at=at, unit=Unit.WORKING_DAYS, value=2, calendar=DEFAULT, terms=how)
    )
    assert due_many(DEFAULT, [(at, 2)], terms=how) == [one.due_at]


def test_an_instant_of_another_zone_is_read_on_the_clock_of_viet_nam() -> None:
    late_in_london = datetime(2024, 3, 12, 20, 0, tzinfo=UTC)
    assert due_many(DEFAULT, [(late_in_london, 1)]) == [instant("2024-03-14T17:00")]


@pytest.mark.parametrize("counting", Counting)
def test_a_date_beyond_the_calendar_is_refused(counting: Counting) -> None:
    with pytest.raises(OutsideCalendarRange):
        due_many(DEFAULT, [(instant("2099-12-30T09:00"), 30)], terms=Terms(counting=counting))


def test_a_receipt_before_the_calendar_is_refused() -> None:
    with pytest.raises(OutsideCalendarRange):
        due_many(DEFAULT, [(instant("1999-12-31T09:00"), 1)])


@pytest.mark.parametrize("days", [-1, 100_001])
@pytest.mark.parametrize("counting", Counting)
def test_a_limit_that_is_none_is_refused(days: int, counting: Counting) -> None:
    with pytest.raises(LimitNotValid):
        due_many(DEFAULT, [(instant("2024-03-13T09:00"), days)], terms=Terms(counting=counting))


def test_an_instant_without_a_zone_is_a_fault() -> None:
    with pytest.raises(ValueError, match="time zone"):
        due_many(DEFAULT, [(instant("2024-03-13T09:00").replace(tzinfo=None), 1)])
