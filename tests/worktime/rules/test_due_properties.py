"""What must hold of every due date, whatever the office, the limit and the pauses."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from motcua.worktime.rules.day_table import stamp_of
from motcua.worktime.rules.due import ClockRequest, due, remaining
from motcua.worktime.rules.limits import Limit
from motcua.worktime.vocabulary import (
    Counting,
    CutoffAppliesTo,
    OutsideHours,
    Pause,
    PausePolicy,
    Unit,
)
from tests.worktime.rules.invented import Office, offices, questions, receipts, terms

SOME = settings(max_examples=40, deadline=None)
MINUTES = st.integers(0, 4_000)
TIMED = (Unit.WORKING_HOURS, Unit.WORKING_DAYS, Unit.HALF_DAYS)
STOPS = (PausePolicy.PAUSE, PausePolicy.CONTINUE)


def minutes_between(clock: ClockRequest, begin, end) -> int:  # type: ignore[no-untyped-def]
    return clock.calendar.working_minutes_between(begin, end)


@SOME
@given(offices(), receipts(), MINUTES)
def test_what_is_added_is_what_lies_between(office: Office, at, minutes: int) -> None:  # type: ignore[no-untyped-def]
    end = office.calendar.add_working_minutes(at, minutes)
    assert office.calendar.working_minutes_between(at, end) == minutes


@SOME
@given(offices(), receipts(), MINUTES, MINUTES)
def test_two_steps_are_one_long_step(office: Office, at, first: int, second: int) -> None:  # type: ignore[no-untyped-def]
    calendar = office.calendar
    half_way = calendar.add_working_minutes(at, first)
    at_once = calendar.add_working_minutes(at, first + second)
    in_two = calendar.add_working_minutes(half_way, second)
    assert calendar.working_minutes_between(at_once, in_two) == 0
    assert calendar.working_minutes_between(at, in_two) == first + second


@SOME
@given(questions(policies=STOPS))
def test_the_date_lies_in_a_session_or_at_its_close(question: tuple[ClockRequest, Office]) -> None:
    clock, _office = question
    due_at = due(clock).due_at
    assert due_at is not None
    assert clock.calendar.is_working_day(due_at.date())
    assert clock.calendar.is_open(due_at)


@SOME
@given(questions(policies=STOPS), st.integers(0, 3 * 1440))
def test_a_later_receipt_never_gives_an_earlier_date(
    question: tuple[ClockRequest, Office], minutes: int
) -> None:
    """But where each rule is taken by its own words they disagree: with SAME_DAY a Saturday off is
    a day of receipt, with the cut-off for ALL a late Friday is Monday's."""
    clock, _office = question
    terms = clock.terms
    by_words = terms.outside_hours is OutsideHours.SAME_DAY
    assume(not (by_words and terms.cutoff_applies_to is CutoffAppliesTo.ALL))
    free = replace(clock, pauses=())
    later = replace(free, received_at=clock.received_at + timedelta(minutes=minutes))
    assert due(free).original_due_at <= due(later).original_due_at


@SOME
@given(questions(policies=(PausePolicy.CONTINUE,)), st.integers(0, 5_000))
def test_a_pause_of_no_length_changes_nothing(
    question: tuple[ClockRequest, Office], minutes: int
) -> None:
    clock, _office = question
    at = clock.received_at + timedelta(minutes=minutes)
    paused = replace(clock, pauses=(*clock.pauses, Pause(from_at=at, to_at=at)))
    assert due(paused).due_at == due(clock).due_at == due(clock).original_due_at


@SOME
@given(questions(policies=STOPS))
def test_pauses_in_another_order_or_told_twice_change_nothing(
    question: tuple[ClockRequest, Office],
) -> None:
    clock, _office = question
    shuffled = replace(clock, pauses=(*reversed(clock.pauses), *clock.pauses))
    assert due(shuffled).due_at == due(clock).due_at


@SOME
@given(questions(policies=(PausePolicy.PAUSE,)))
def test_a_pause_never_brings_the_date_forward(question: tuple[ClockRequest, Office]) -> None:
    clock, _office = question
    promise = due(clock)
    assert promise.due_at is not None
    assert promise.due_at >= promise.original_due_at


@SOME
@given(
    questions(units=TIMED, counting=Counting.ROLLING_HOURS, policies=(PausePolicy.CONTINUE,)),
    st.fractions(0, 1),
)
def test_elapsed_and_remaining_time_are_the_limit(
    question: tuple[ClockRequest, Office], share
) -> None:  # type: ignore[no-untyped-def]
    clock, _office = question
    promise = due(clock)
    assert promise.due_at is not None
    minutes = stamp_of(promise.due_at) - stamp_of(promise.starts_at)
    at = promise.starts_at + timedelta(minutes=int(minutes * share))
    left = remaining(clock.calendar, due_at=promise.due_at, at=at).minutes
    elapsed = minutes_between(clock, promise.starts_at, at)
    assert elapsed + left == Limit.of(clock.unit, clock.value).minutes(clock.calendar)


@SOME
@given(offices(), receipts(), receipts())
def test_days_remaining_turn_negative_once_the_date_is_over(office: Office, one, other) -> None:  # type: ignore[no-untyped-def]
    early, late = sorted((one, other))
    before = remaining(office.calendar, due_at=late, at=early)
    after = remaining(office.calendar, due_at=early, at=late)
    assert before.days == -after.days >= 0
    assert before.minutes == -after.minutes >= 0


@SOME
@given(questions(units=(Unit.WORKING_DAYS,)), terms())
def test_one_more_day_is_later(question: tuple[ClockRequest, Office], how) -> None:  # type: ignore[no-untyped-def]
    clock, _office = question
    asked = replace(clock, pauses=(), value=3, terms=how)
    longer = replace(asked, value=4)
    assert due(asked).original_due_at < due(longer).original_due_at
