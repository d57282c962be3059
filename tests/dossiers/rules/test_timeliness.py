"""Early, on time, overdue, due soon: one definition each."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.dossiers.rules.promise import timing
from motcua.dossiers.rules.timeliness import is_due_soon, is_overdue, timeliness
from motcua.dossiers.vocabulary import IN_HAND_STAGES, OPEN_STAGES, Stage, Timeliness
from motcua.worktime.vocabulary import Unit
from tests.support.clock import PLAIN_MORNING, at
from tests.support.lives import CALENDAR, with_unit

DUE = at(date(2026, 6, 17), "17:00")


@pytest.mark.parametrize(
    ("ended", "expected"),
    [
        (at(date(2026, 6, 16), "23:59"), Timeliness.EARLY),
        (at(date(2026, 6, 17), "00:00"), Timeliness.ON_TIME),
        (DUE, Timeliness.ON_TIME),
        (DUE + timedelta(minutes=1), Timeliness.OVERDUE),
        (at(date(2026, 6, 18), "08:00"), Timeliness.OVERDUE),
    ],
)
def test_how_it_ended_follows_from_the_date(ended: datetime, expected: Timeliness) -> None:
    assert timeliness(ended_at=ended, due_at=DUE) is expected


def test_what_ended_while_the_applicant_was_to_act_was_not_late() -> None:
    assert timeliness(ended_at=DUE, due_at=None) is Timeliness.ON_TIME


@pytest.mark.parametrize("stage", Stage)
def test_only_what_is_open_is_overdue(stage: Stage) -> None:
    later = DUE + timedelta(minutes=1)
    assert is_overdue(stage, DUE, later) is (stage in OPEN_STAGES)
    assert not is_overdue(stage, DUE, DUE)
    assert not is_overdue(stage, None, later)


@pytest.mark.parametrize("stage", Stage)
def test_only_what_is_in_hand_is_due_soon(stage: Stage) -> None:
    soon = DUE - timedelta(hours=4)
    assert is_due_soon(stage, DUE, soon, DUE) is (stage in IN_HAND_STAGES)
    assert not is_due_soon(stage, DUE, soon, soon - timedelta(minutes=1))
    assert not is_due_soon(stage, DUE, soon, DUE + timedelta(minutes=1))
    assert not is_due_soon(stage, None, None, DUE)


@given(st.integers(1, 90))
def test_the_last_fifth_of_the_time_is_near_and_never_less_than_a_working_day(days: int) -> None:
    told = timing(with_unit(Unit.WORKING_DAYS, days), CALENDAR)
    assert told.due_at is not None
    assert told.due_soon_at is not None
    total = CALENDAR.working_minutes_between(PLAIN_MORNING, told.due_at)
    near = CALENDAR.working_minutes_between(told.due_soon_at, told.due_at)
    assert near == min(total, max(total // 5, CALENDAR.own_day_minutes))
    assert PLAIN_MORNING <= told.due_soon_at <= told.due_at
