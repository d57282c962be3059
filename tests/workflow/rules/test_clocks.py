"""Clocks of steps: in working time, warned before they are over, adding up to the whole."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from motcua.workflow.rules.clocks import effort_of, paused, step_clock, times_of, times_until
from motcua.worktime.rules.calendar import WorkCalendar
from motcua.worktime.rules.week import office_week
from motcua.worktime.vocabulary import Unit
from tests.support.clock import PLAIN_FRIDAY, PLAIN_MORNING, at

CALM = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
CALENDAR = WorkCalendar(week=office_week())


def test_half_a_day_is_four_hours_wherever_it_begins() -> None:
    times = times_of(step_clock(Unit.HALF_DAYS, Decimal(1), PLAIN_MORNING), CALENDAR)
    assert times.due_at is not None
    assert effort_of(Unit.HALF_DAYS, Decimal(1), PLAIN_MORNING, CALENDAR) == 240


@CALM
@given(
    st.integers(0, 240 * 24 * 60),
    st.sampled_from([Unit.WORKING_HOURS, Unit.HALF_DAYS, Unit.WORKING_DAYS]),
    st.integers(1, 30),
)
def test_one_is_warned_before_the_superior_and_both_before_the_end(
    minutes: int, unit: Unit, count: int
) -> None:
    begun = PLAIN_MORNING - timedelta(minutes=minutes - 120 * 24 * 60)
    times = times_of(step_clock(unit, Decimal(count), begun), CALENDAR)
    assert times.remind_at is not None
    assert times.escalate_at is not None
    assert times.due_at is not None
    assert times.remind_at <= times.escalate_at < times.due_at


@CALM
@given(st.lists(st.integers(1, 6), min_size=1, max_size=6))
def test_steps_one_after_the_other_take_what_they_sum_up_to(parts: list[int]) -> None:
    moment = PLAIN_MORNING
    for part in parts:
        due_at = times_of(step_clock(Unit.HALF_DAYS, Decimal(part), moment), CALENDAR).due_at
        assert due_at is not None
        moment = due_at
    whole = times_of(step_clock(Unit.HALF_DAYS, Decimal(sum(parts)), PLAIN_MORNING), CALENDAR)
    assert whole.due_at == moment


def test_a_clock_that_stands_still_gives_no_date_and_goes_on_where_it_stood() -> None:
    clock = step_clock(Unit.WORKING_DAYS, Decimal(2), PLAIN_MORNING)
    still = paused(clock, PLAIN_MORNING + timedelta(hours=1))
    assert times_of(still, CALENDAR).due_at is None
    assert paused(still, PLAIN_MORNING + timedelta(hours=2)) == still
    again = still.resumed(PLAIN_MORNING + timedelta(days=1, hours=1))
    first, later = times_of(clock, CALENDAR).due_at, times_of(again, CALENDAR).due_at
    assert first is not None
    assert later == first + timedelta(days=3)


def test_a_date_after_a_weekend_warns_on_a_working_day() -> None:
    friday, monday = at(PLAIN_FRIDAY, "16:00"), at(date(2026, 6, 15), "10:00")
    times = times_until(monday, friday, CALENDAR)
    assert times.remind_at is not None
    assert times.remind_at.isoweekday() in (1, 5)
    assert times.due_at == monday
