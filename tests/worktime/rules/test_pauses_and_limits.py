"""Pauses that last, that cross, that make no sense; limits that are none."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from motcua.kernel.refusal import Refusal
from motcua.worktime.rules.adding_up import trace_adds_up
from motcua.worktime.rules.limits import Limit
from motcua.worktime.rules.refusals import (
    LimitNotValid,
    OutsideCalendarRange,
    PauseBeforeReceipt,
    PauseReversed,
)
from motcua.worktime.vocabulary import CutoffAppliesTo, PausePolicy, Terms, TraceCode, Unit
from motcua.worktime.wording import duration, limit_words, word_refusal
from tests.worktime.rules.offices import DEFAULT, ROLLING, due_text, instant, pause, promise

RECEIVED = "2024-03-13T10:20"
THREE_DAYS = (DEFAULT, RECEIVED, Unit.WORKING_DAYS, 3)


def test_while_a_pause_lasts_there_is_no_date_but_the_original_one() -> None:
    told = promise(*THREE_DAYS, pauses=(pause("2024-03-14T09:00", None),))
    assert told.due_at is None
    assert told.original_due_at == instant("2024-03-18T17:00")
    assert told.trace[-1].code is TraceCode.WAITING
    assert trace_adds_up(told.trace, due_at=None)


def test_while_a_restart_is_awaited_there_is_no_date() -> None:
    stops = (pause("2024-03-14T09:00", None, PausePolicy.RESTART),)
    assert promise(*THREE_DAYS, pauses=stops).due_at is None


def test_waiting_that_does_not_stop_the_clock_may_last() -> None:
    stops = (pause("2024-03-14T09:00", None, PausePolicy.CONTINUE),)
    assert due_text(*THREE_DAYS, pauses=stops) == "2024-03-18T17:00"


def test_a_pause_that_begins_after_the_date_does_not_hide_it() -> None:
    assert due_text(*THREE_DAYS, pauses=(pause("2024-03-19T09:00", None),)) == "2024-03-18T17:00"


def test_a_lasting_pause_swallows_those_it_covers() -> None:
    stops = (pause("2024-03-14T09:00", None), pause("2024-03-15T09:00", "2024-03-15T10:00"))
    assert promise(*THREE_DAYS, pauses=stops).due_at is None


def test_pausing_on_the_last_day_moves_it_to_the_day_of_resuming() -> None:
    stops = (pause("2024-03-18T09:00", "2024-03-20T09:00"),)
    assert due_text(*THREE_DAYS, pauses=stops) == "2024-03-20T17:00"


def test_waiting_before_the_receipt_counted_costs_no_day() -> None:
    """Received in the evening, counted from the next morning; the pause is over by then."""
    stops = (pause("2024-03-13T19:00", "2024-03-14T07:00"),)
    evening = (DEFAULT, "2024-03-13T18:00", Unit.WORKING_DAYS, 1)
    rolling_day = due_text(*evening, terms=ROLLING, pauses=stops)
    assert rolling_day == due_text(*evening, terms=ROLLING)
    to_all = Terms(cutoff_applies_to=CutoffAppliesTo.ALL)
    assert due_text(*evening, terms=to_all, pauses=stops) == due_text(*evening, terms=to_all)


def test_the_last_of_several_restarts_counts() -> None:
    stops = (
        pause("2024-03-18T09:00", "2024-03-20T09:00", PausePolicy.RESTART),
        pause("2024-03-14T09:00", "2024-03-15T09:00", PausePolicy.RESTART),
    )
    assert due_text(*THREE_DAYS, pauses=stops) == "2024-03-25T17:00"


def test_a_pause_after_a_restart_still_counts() -> None:
    stops = (
        pause("2024-03-14T09:00", "2024-03-15T09:00", PausePolicy.RESTART),
        pause("2024-03-14T10:00", "2024-03-19T09:00"),
    )
    assert due_text(*THREE_DAYS, pauses=stops) == "2024-03-22T17:00"


def test_a_reversed_pause_is_refused_by_its_position() -> None:
    stops = (pause("2024-03-14T09:00", "2024-03-15T09:00"), pause("2024-03-18T09:00", RECEIVED))
    with pytest.raises(PauseReversed) as refused:
        promise(*THREE_DAYS, pauses=stops)
    assert refused.value.params == {"position": 2}


def test_a_pause_before_the_receipt_is_refused() -> None:
    with pytest.raises(PauseBeforeReceipt):
        promise(*THREE_DAYS, pauses=(pause("2024-03-13T10:19", "2024-03-14T09:00"),))


def test_reasons_of_joined_pauses_stand_on_one_line() -> None:
    stops = (pause("2024-03-14T09:00", "2024-03-18T10:00"),) * 2
    told = promise(*THREE_DAYS, pauses=stops)
    assert [line.params["days"] for line in told.trace if line.code is TraceCode.PAUSED] == [2]


@pytest.mark.parametrize(
    ("unit", "value", "why"),
    [
        (Unit.WORKING_DAYS, -1, "negative"),
        (Unit.WORKING_DAYS, 100_001, "too-large"),
        (Unit.MONTHS, "1.5", "not-whole"),
        (Unit.CALENDAR_DAYS, Decimal("0.5"), "not-whole"),
        (Unit.WORKING_HOURS, Decimal("NaN"), "not-a-number"),
        (Unit.WORKING_HOURS, Decimal("Infinity"), "not-a-number"),
        (Unit.WORKING_HOURS, "three", "not-a-number"),
    ],
    ids=str,
)
def test_a_limit_that_is_none_is_refused(unit: Unit, value, why: str) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(LimitNotValid) as refused:
        Limit.of(unit, value)
    assert refused.value.params["why"] == why


@pytest.mark.parametrize("unit", [unit for unit in Unit if unit is not Unit.SAME_DAY])
def test_a_limit_beyond_the_calendar_is_refused(unit: Unit) -> None:
    with pytest.raises(OutsideCalendarRange):
        promise(DEFAULT, "2099-12-30T09:00", unit, 100_000)


def test_a_limit_of_nothing_ends_with_the_day() -> None:
    assert due_text(DEFAULT, RECEIVED, Unit.WORKING_DAYS, 0) == "2024-03-13T17:00"
    assert due_text(DEFAULT, RECEIVED, Unit.WORKING_HOURS, 0) == RECEIVED


def test_a_broken_minute_is_rounded_up() -> None:
    assert due_text(DEFAULT, RECEIVED, Unit.WORKING_HOURS, Fraction(1, 7)) == "2024-03-13T10:29"


def test_decimals_are_exact() -> None:
    tenth = Limit.of(Unit.WORKING_DAYS, Decimal("0.1"))
    assert tenth.value * 10 == 1
    assert due_text(DEFAULT, RECEIVED, Unit.WORKING_HOURS, "0.7") == "2024-03-13T11:02"


@pytest.mark.parametrize(
    "refusal",
    [
        LimitNotValid(why="negative"),
        LimitNotValid(why="too-large", most=5),
        PauseReversed(position=2),
        OutsideCalendarRange(first_day="2000-01-01", last_day="2099-12-31"),
    ],
    ids=str,
)
def test_a_refusal_has_its_sentence(refusal: Refusal) -> None:
    sentence = word_refusal(refusal)
    assert sentence
    assert "%(" not in sentence
    assert "2000-" not in sentence


def test_a_refusal_of_another_app_is_not_worded_here() -> None:
    assert word_refusal(Refusal()) is None


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(0, "0 phút"), (45, "45 phút"), (480, "8 giờ"), (810, "13 giờ 30 phút")],
)
def test_minutes_are_told_in_hours(minutes: int, words: str) -> None:
    assert duration(minutes) == words


def test_a_limit_is_told_with_a_decimal_comma() -> None:
    assert limit_words(Unit.WORKING_DAYS, "1.5") == "1,5 ngày làm việc"
    assert limit_words(Unit.SAME_DAY, "") == "trong ngày"
