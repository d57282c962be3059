"""A later date with an apology: in time it moves the date, once; too late it only tells."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.dossiers.inputs import Extend
from motcua.dossiers.rules.extension import (
    ApologizedAlready,
    ApologyTooEarly,
    DayNotLater,
    ExtendedAlready,
    ExtendedTooLate,
    NoDateToMove,
    apologize,
    extend,
)
from motcua.dossiers.rules.facts import ReasonMissing
from motcua.dossiers.rules.promise import ClockInputs, timing
from motcua.kernel.clock import local, local_day
from motcua.worktime.vocabulary import Extension, PausePolicy, Unit
from tests.support.clock import PLAIN_MORNING, at
from tests.support.lives import CALENDAR, CLOCK, facts, with_unit

DUE_DAY = date(2026, 6, 17)
LATER = date(2026, 6, 24)
DAY_BEFORE = at(date(2026, 6, 16), "16:30")
EXTENDED = replace(CLOCK, extension=Extension(granted_at=DAY_BEFORE, to_at=at(LATER, "17:00")))


def to(day: date = LATER, reason: str = "Chờ xác minh") -> Extend:
    return Extend(to_day=day, reason=reason)


def test_an_extension_in_time_moves_the_date_to_the_close_of_the_new_day() -> None:
    event = extend(facts(), to(), DAY_BEFORE)
    assert event.due_at is not None
    assert local(event.due_at) == at(LATER, "17:00")
    assert event.old_due_at == at(DUE_DAY, "17:00")
    assert event.trace is not None
    assert [line["code"] for line in event.trace][-2:] == ["EXTENDED", "DUE"]


@pytest.mark.parametrize("moment", [at(DUE_DAY, "07:00"), at(DUE_DAY, "18:00"), at(LATER, "08:00")])
def test_from_the_last_day_on_it_is_too_late_to_extend(moment: datetime) -> None:
    with pytest.raises(ExtendedTooLate):
        extend(facts(), to(date(2026, 7, 1)), moment)


def test_a_limit_shorter_than_a_day_is_extended_before_it_ends() -> None:
    within_the_day = facts(clock=with_unit(Unit.WORKING_HOURS, 4))
    assert extend(within_the_day, to(), at(PLAIN_MORNING.date(), "11:00")).due_at is not None
    with pytest.raises(ExtendedTooLate):
        extend(within_the_day, to(), at(PLAIN_MORNING.date(), "16:00"))


def test_a_date_is_extended_once() -> None:
    with pytest.raises(ExtendedAlready):
        extend(facts(clock=EXTENDED), to(date(2026, 7, 1)), DAY_BEFORE)


@pytest.mark.parametrize("day", [DUE_DAY, date(2026, 6, 20), date(2026, 6, 10), date(2099, 1, 1)])
def test_the_new_day_is_a_working_day_after_the_date_and_not_far_away(day: date) -> None:
    with pytest.raises(DayNotLater):
        extend(facts(), to(day), DAY_BEFORE)


def test_a_reason_is_asked_for() -> None:
    with pytest.raises(ReasonMissing):
        extend(facts(), to(reason="  "), DAY_BEFORE)


def test_without_a_date_nothing_moves() -> None:
    with pytest.raises(NoDateToMove):
        extend(facts(due_at=None), to(), DAY_BEFORE)
    with pytest.raises(NoDateToMove):
        apologize(facts(due_at=None), to(), DAY_BEFORE)


def test_an_apology_gives_a_new_appointment_and_leaves_the_date() -> None:
    event = apologize(facts(), to(), at(DUE_DAY, "18:00"))
    assert event.clock is None
    assert local(event.appointment_at) == at(LATER, "17:00")
    assert event.changes == {"appointment_at": event.appointment_at}


def test_while_the_date_can_still_be_extended_an_apology_is_too_early() -> None:
    with pytest.raises(ApologyTooEarly):
        apologize(facts(), to(), DAY_BEFORE)
    extended = facts(clock=EXTENDED)
    assert apologize(extended, to(date(2026, 7, 1)), DAY_BEFORE).appointment_at is not None


def test_one_apologizes_once() -> None:
    with pytest.raises(ApologizedAlready):
        apologize(facts(appointment_at=at(LATER, "17:00")), to(), at(DUE_DAY, "18:00"))


@given(st.integers(0, 20), st.integers(0, 20))
def test_waiting_after_an_extension_moves_it_by_the_working_days_lost(
    begins: int, lasts: int
) -> None:
    since = DAY_BEFORE + timedelta(hours=begins)
    until = since + timedelta(days=lasts)
    waited = EXTENDED.paused(since, PausePolicy.PAUSE, "chờ").resumed(until)
    due_at = timing(waited, CALENDAR).due_at
    assert due_at is not None
    lost = CALENDAR.working_days_between(local_day(since), local_day(until))
    assert CALENDAR.working_days_between(LATER, local_day(due_at)) == lost


def test_a_limit_counted_again_makes_the_extension_void() -> None:
    asked_at, answered_at = at(date(2026, 6, 17), "09:00"), at(date(2026, 6, 18), "09:00")
    again = EXTENDED.paused(asked_at, PausePolicy.RESTART, "bổ sung").resumed(answered_at)
    plain = replace(CLOCK, received_at=answered_at)
    assert timing(again, CALENDAR).due_at == timing(plain, CALENDAR).due_at


def test_a_clock_is_the_same_after_it_was_kept() -> None:
    kept = EXTENDED.paused(DAY_BEFORE, PausePolicy.PAUSE, "chờ").resumed(at(LATER, "09:00"))
    assert ClockInputs.from_plain(kept.to_plain()) == kept
