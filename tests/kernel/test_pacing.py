"""A bounded number of turns in a minute, for each asker apart."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from motcua.kernel.pacing import ASKERS_MAX, Pace
from tests.support.clock import PLAIN_MORNING

SECONDS = st.lists(st.integers(0, 300), max_size=60).map(sorted)


def test_turns_are_granted_until_they_are_spent() -> None:
    pace = Pace(2)
    assert [pace.take("a", PLAIN_MORNING) for _ in range(3)] == [0, 0, 60]


def test_asking_how_long_to_wait_takes_no_turn() -> None:
    pace = Pace(1)
    assert [pace.wait("a", PLAIN_MORNING) for _ in range(3)] == [0, 0, 0]
    assert pace.take("a", PLAIN_MORNING) == 0
    assert pace.wait("a", PLAIN_MORNING) == 60


def test_after_a_minute_there_are_turns_again() -> None:
    pace = Pace(1)
    pace.take("a", PLAIN_MORNING)
    assert pace.take("a", PLAIN_MORNING + timedelta(seconds=59)) == 1
    assert pace.take("a", PLAIN_MORNING + timedelta(seconds=60)) == 0


def test_askers_do_not_take_from_each_other() -> None:
    pace = Pace(1)
    assert [pace.take(asker, PLAIN_MORNING) for asker in "abc"] == [0, 0, 0]


def test_a_clock_set_back_locks_nobody_out() -> None:
    pace = Pace(1)
    pace.take("a", PLAIN_MORNING)
    assert pace.take("a", PLAIN_MORNING - timedelta(hours=1)) == 0


def test_memory_is_bounded() -> None:
    pace = Pace(1)
    for number in range(ASKERS_MAX + 100):
        pace.take(str(number), PLAIN_MORNING)
    assert len(pace._windows) == ASKERS_MAX


@given(SECONDS, st.integers(1, 5))
def test_no_window_grants_more_than_its_turns(seconds: list[int], per_minute: int) -> None:
    pace = Pace(per_minute)
    granted = [
        second
        for second in seconds
        if pace.take("a", PLAIN_MORNING + timedelta(seconds=second)) == 0
    ]
    windows: dict[int, int] = {}
    start = None
    for second in granted:
        start = second if start is None or second >= start + 60 else start
        windows[start] = windows.get(start, 0) + 1
    assert all(count <= per_minute for count in windows.values())
