"""Work is shared by rule: nobody ends with more than one task over the others, and each place has its why."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from motcua.workflow.rules.sharing import Candidate, Why, ranked

CALM = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
START = datetime(2026, 6, 8, 1, tzinfo=UTC)


def people(count: int) -> list[Candidate]:
    return [Candidate(holding_id=number, name=f"Người {number}") for number in range(1, count + 1)]


@CALM
@given(st.integers(1, 6), st.lists(st.integers(1, 480), min_size=1, max_size=40))
def test_loads_never_differ_by_more_than_the_largest_task(count: int, efforts: list[int]) -> None:
    hands = {one.holding_id: one for one in people(count)}
    for turn, effort in enumerate(efforts):
        first = ranked(hands.values())[0].candidate
        hands[first.holding_id] = replace(
            first,
            minutes=first.minutes + effort,
            tasks=first.tasks + 1,
            given_at=START + timedelta(minutes=turn),
        )
    loads = [one.minutes for one in hands.values()]
    assert max(loads) - min(loads) <= max(efforts)
    assert sum(loads) == sum(efforts)


def test_the_reason_says_what_sets_the_first_apart() -> None:
    one, other = people(2)
    assert ranked([one])[0].why is Why.ONLY_ONE
    assert ranked([one, replace(other, minutes=30, tasks=1)])[0].why is Why.LEAST_EFFORT
    busy = replace(one, minutes=60, tasks=2), replace(other, minutes=60, tasks=1)
    assert [each.why for each in ranked(busy)] == [Why.FEWEST_TASKS, Why.AS_MUCH]
    assert ranked(busy)[0].candidate.holding_id == 2
    waited = replace(one, given_at=START + timedelta(1)), replace(other, given_at=START)
    assert ranked(waited)[0].why is Why.LONGEST_AGO


def test_who_is_away_or_did_the_step_before_comes_last_with_the_reason() -> None:
    one, two, three = people(3)
    order = ranked([replace(one, is_absent=True), replace(two, has_same_eyes=True), three])
    assert [each.why for each in order] == [Why.ONLY_ONE, Why.ABSENT, Why.SAME_EYES]
    assert [each.is_fit for each in order] == [True, False, False]
    assert not ranked([replace(one, is_absent=True)])[0].is_fit
