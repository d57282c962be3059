"""Waiting for the results of others: a failed branch never blocks what does not depend on it."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.interlinked.rules.awaiting import NextStep, expected_dates, last_of, next_step
from motcua.interlinked.rules.definition import Group, Member, order_of
from motcua.interlinked.vocabulary import AwaitedState, OnFailure
from motcua.kernel.clock import ZONE
from tests.interlinked.rules.test_definition import group, groups, member

MORNING = datetime(2026, 11, 20, 8, 0, tzinfo=ZONE)
states = st.lists(st.sampled_from(AwaitedState), max_size=5)


@given(states, st.sampled_from(OnFailure))
def test_it_is_released_only_when_nothing_can_come_any_more(
    known: list[AwaitedState], on_failure: OnFailure
) -> None:
    step = next_step(known, on_failure)
    assert (step is NextStep.RELEASE) == (
        AwaitedState.WAITING not in known
        and (AwaitedState.FAILED not in known or on_failure is OnFailure.GO_ON)
    )


@pytest.mark.parametrize(
    ("on_failure", "step"),
    [
        (OnFailure.ASK, NextStep.ASK),
        (OnFailure.GO_ON, NextStep.RELEASE),
        (OnFailure.STOP, NextStep.STOP),
    ],
)
def test_a_failure_is_answered_as_the_definition_says(
    on_failure: OnFailure, step: NextStep
) -> None:
    assert next_step([AwaitedState.ARRIVED, AwaitedState.FAILED], on_failure) is step


@given(groups(), st.data())
def test_a_failed_branch_never_blocks_the_others(made: Group, data: st.DataObject) -> None:
    """Walk through the group with any outcomes: what hangs on no failure is always released."""
    succeeded: dict[str, bool] = {}
    for one in order_of(made):
        known = [
            AwaitedState.ARRIVED if succeeded[key] else AwaitedState.FAILED for key in one.waits_for
        ]
        step = next_step(known, OnFailure.STOP)
        assert (step is NextStep.RELEASE) == all(succeeded[key] for key in one.waits_for)
        succeeded[one.key] = step is NextStep.RELEASE and data.draw(st.booleans())


def test_one_that_waits_is_expected_after_the_last_it_waits_for() -> None:
    made = group(member("a"), member("b"), member("c", "a", "b"))
    days = {"a": 1, "b": 3, "c": 2}

    def done_by(one: Member, begins: datetime) -> datetime:
        return begins + timedelta(days=days[one.key])

    dates = expected_dates(order_of(made), MORNING, done_by)
    assert dates["c"] == MORNING + timedelta(days=5)
    assert last_of(dates) == dates["c"]


def test_what_follows_something_without_a_date_has_none_and_so_has_the_whole() -> None:
    made = group(member("a"), member("b", "a"), member("c"))

    def done_by(one: Member, begins: datetime) -> datetime | None:
        return None if one.key == "a" else begins

    dates = expected_dates(order_of(made), MORNING, done_by)
    assert dates == {"a": None, "b": None, "c": MORNING}
    assert last_of(dates) is None
