"""Tries are bounded, come later and later, and are the same every time."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as some

from motcua.notices.rules.retrying import (
    ASK_AFTER,
    ATTEMPTS_MAX,
    PAUSE_MAX,
    TRY_AGAIN_AFTER,
    next_question,
    next_try,
)
from tests.support.clock import PLAIN_MORNING

SPANS = some.timedeltas(timedelta(0), timedelta(days=3))


def test_the_pauses_grow() -> None:
    assert list(TRY_AGAIN_AFTER) == sorted(set(TRY_AGAIN_AFTER))
    assert list(ASK_AFTER) == sorted(set(ASK_AFTER))


@given(attempts=some.integers(1, 100), pause=SPANS)
def test_a_try_is_later_and_there_is_a_last_one(attempts: int, pause: timedelta) -> None:
    again = next_try(attempts, PLAIN_MORNING, asked_pause=pause)
    assert (again is None) is (attempts >= ATTEMPTS_MAX)
    assert again is None or PLAIN_MORNING < again <= PLAIN_MORNING + TRY_AGAIN_AFTER[-1]


def test_a_carrier_that_asks_for_a_pause_gets_it_within_bounds() -> None:
    asked = timedelta(minutes=10)
    assert next_try(1, PLAIN_MORNING, asked_pause=asked) == PLAIN_MORNING + asked
    long = timedelta(days=9)
    assert next_try(1, PLAIN_MORNING, asked_pause=long) == PLAIN_MORNING + PAUSE_MAX


def test_an_outage_of_a_night_is_outlived() -> None:
    assert sum(TRY_AGAIN_AFTER, timedelta(0)) > timedelta(hours=12)


@given(asked=some.integers(0, 100))
def test_questions_end(asked: int) -> None:
    assert (next_question(asked, PLAIN_MORNING) is None) is (asked >= len(ASK_AFTER))
