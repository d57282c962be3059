"""Who may stand in, and when."""

from __future__ import annotations

from datetime import timedelta

import pytest

from motcua.accounts.rules.stand_ins import (
    ReasonMissing,
    Spell,
    StandInForOneself,
    StandInOverlaps,
    StandInPeriodWrong,
    StandInWish,
    check_stand_in,
)
from motcua.accounts.rules.tokens import TokenLifeWrong, looks_like_token, token_digest, token_end
from tests.support.clock import PLAIN_MORNING

HOUR = timedelta(hours=1)


def spell(start: int, end: int) -> Spell:
    return Spell(PLAIN_MORNING + start * HOUR, PLAIN_MORNING + end * HOUR)


def wish(when: Spell, *, officer: int = 2, reason: str = "Nghỉ phép") -> StandInWish:
    return StandInWish(absent_officer_id=1, officer_id=officer, spell=when, reason=reason)


def test_one_may_follow_another_without_a_gap() -> None:
    check_stand_in(wish(spell(8, 16)), [spell(0, 8), spell(16, 24)], PLAIN_MORNING)


@pytest.mark.parametrize("other", [spell(7, 9), spell(10, 11), spell(0, 99), spell(15, 17)])
def test_two_at_a_time_are_refused(other: Spell) -> None:
    with pytest.raises(StandInOverlaps):
        check_stand_in(wish(spell(8, 16)), [other], PLAIN_MORNING)


@pytest.mark.parametrize("when", [spell(5, 5), spell(6, 5), spell(-9, -1), spell(0, 24 * 367)])
def test_a_spell_that_is_empty_over_or_endless_is_refused(when: Spell) -> None:
    with pytest.raises(StandInPeriodWrong):
        check_stand_in(wish(when), [], PLAIN_MORNING)


def test_nobody_stands_in_for_himself() -> None:
    with pytest.raises(StandInForOneself):
        check_stand_in(wish(spell(0, 8), officer=1), [], PLAIN_MORNING)


def test_the_reason_must_be_said() -> None:
    with pytest.raises(ReasonMissing):
        check_stand_in(wish(spell(0, 8), reason="  "), [], PLAIN_MORNING)


@pytest.mark.parametrize("days", [0, -1, 367])
def test_a_token_lives_a_day_at_least_and_a_year_at_most(days: int) -> None:
    with pytest.raises(TokenLifeWrong):
        token_end(PLAIN_MORNING, days)


def test_only_what_looks_like_a_token_is_looked_up() -> None:
    assert looks_like_token("mc_abc")
    assert not looks_like_token("abc")
    assert not looks_like_token("mc_" + "x" * 100)
    assert len(token_digest("mc_abc")) == 64
