"""The calculator against one that looks at every minute and every day in turn."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction

from hypothesis import given, settings

from motcua.worktime.rules.due import ClockRequest, due
from motcua.worktime.vocabulary import CALENDAR_UNITS, Counting, Unit
from tests.worktime.rules.invented import Office, offices, questions, receipts

FEW = settings(max_examples=40, deadline=None)
MORE = settings(max_examples=100, deadline=None)


def agrees(clock: ClockRequest, office: Office) -> None:
    slow = office.slow.due(
        clock.received_at, clock.unit, Fraction(clock.value), clock.terms, clock.pauses
    )
    assert due(clock).due_at == slow


@FEW
@given(questions(units=(Unit.WORKING_HOURS,)))
def test_hours_end_where_the_ticking_clock_stops(question: tuple[ClockRequest, Office]) -> None:
    agrees(*question)


@FEW
@given(questions(units=(Unit.WORKING_DAYS, Unit.HALF_DAYS), counting=Counting.ROLLING_HOURS))
def test_rolling_days_end_where_the_ticking_clock_stops(
    question: tuple[ClockRequest, Office],
) -> None:
    agrees(*question)


@MORE
@given(questions(units=(Unit.WORKING_DAYS, Unit.HALF_DAYS), counting=Counting.FIRST_DAY_EXCLUDED))
def test_counted_days_end_where_the_torn_off_leaves_end(
    question: tuple[ClockRequest, Office],
) -> None:
    agrees(*question)


@MORE
@given(questions(units=(Unit.SAME_DAY,)))
def test_same_day_results_agree(question: tuple[ClockRequest, Office]) -> None:
    agrees(*question)


@MORE
@given(questions(units=tuple(sorted(CALENDAR_UNITS))))
def test_days_months_and_years_agree(question: tuple[ClockRequest, Office]) -> None:
    agrees(*question)


@FEW
@given(offices(), receipts(), receipts())
def test_working_minutes_between_two_instants_are_the_ticks_between(office, one, other) -> None:  # type: ignore[no-untyped-def]
    begin, end = sorted((one, other))
    assert office.calendar.working_minutes_between(begin, end) == office.slow.between(begin, end)


@FEW
@given(offices(), receipts())
def test_the_next_opening_is_the_first_minute_that_ticks_after_a_still_one(office, at) -> None:  # type: ignore[no-untyped-def]
    minute = timedelta(minutes=1)
    opening = at
    while not office.slow.runs(opening) or office.slow.runs(opening - minute):
        opening += minute
    assert office.calendar.next_session_opening(at) == opening


@FEW
@given(offices(), receipts())
def test_the_desk_is_open_when_the_slow_office_says_so(office, at) -> None:  # type: ignore[no-untyped-def]
    assert office.calendar.is_open(at) == office.slow.at_desk(at)
    assert office.calendar.is_working_day(at.date()) == office.slow.works(at.date())
