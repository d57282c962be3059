"""A dossier of the past led through a process: the way, the time, what it would have meant."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.dossiers.rules.promise import ClockInputs
from motcua.processes.rules.adding_up import path_sums
from motcua.processes.rules.definition import process_of
from motcua.processes.rules.shapes import Process, StepLimit
from motcua.processes.shipped import sample_processes
from motcua.workflow.rules.known import Known
from motcua.workflow.rules.replaying import new_due, route_of, stretches
from motcua.workflow.rules.tallying import ReplayTally
from motcua.worktime.rules.calendar import WorkCalendar
from motcua.worktime.rules.week import office_week
from motcua.worktime.vocabulary import Pause, PausePolicy, Terms, Unit
from tests.processes.rules.sample_processes import plain, process, step
from tests.support.clock import PLAIN_MORNING

CALENDAR = WorkCalendar(week=office_week())
TODAY = PLAIN_MORNING.date()
DAY_MINUTES = 480
SAMPLES = {code: process_of({"title": code, **one}) for code, one in sample_processes()}
HOUR = timedelta(hours=1)


def walked(read: Process, begun: datetime = PLAIN_MORNING, **values: Any) -> Any:
    return route_of(read, Known(TODAY, values), begun, CALENDAR)


def test_each_step_begins_where_the_one_before_it_ends() -> None:
    route = walked(process_of(plain()))
    assert [one.key for one in route.steps] == ["receive", "handle", "sign", "give"]
    assert [one.minutes for one in route.steps] == [240] * 4
    pairs = zip(route.steps, route.steps[1:], strict=False)
    assert all(before.due_at == after.opens_at for before, after in pairs)
    assert not route.by_hand


def test_branches_at_once_end_with_the_longest() -> None:
    route = walked(SAMPLES["1.013225"])
    planned = {one.key: one for one in route.steps}
    assert planned["inspect"].opens_at == planned["consult"].opens_at
    assert planned["propose"].opens_at == planned["inspect"].due_at > planned["consult"].due_at
    assert route.ends_at == planned["give"].due_at


def test_a_condition_decides_the_way_and_a_choice_is_told() -> None:
    read = process_of(
        process(
            step("in", next=[{"to": "web", "when": {"is": ["online", True]}}, {"to": "desk"}]),
            step("web"),
            step("desk", next=[{"to": "a", "label": "x"}, {"to": "b", "label": "y"}]),
            step("a"),
            step("b"),
        )
    )
    assert [one.key for one in walked(read, online=True).steps] == ["in", "web"]
    by_hand = walked(read, online=False)
    assert ([one.key for one in by_hand.steps], by_hand.by_hand) == (["in", "desk", "a"], True)


def test_what_is_done_outside_takes_no_time() -> None:
    planned = {one.key: one for one in walked(SAMPLES["1.012753"]).steps}
    assert (planned["pay"].minutes, planned["pay"].due_at) == (0, planned["pay"].opens_at)


HOURS = st.lists(st.integers(0, 40), min_size=1, max_size=6)


@given(HOURS, st.integers(0, 60 * 24 * 20))
def test_steps_in_hours_take_together_what_their_sum_takes(hours: list[int], late: int) -> None:
    keys = [f"s{at}" for at in range(len(hours))]
    rows = [
        step(key, *keys[at + 1 : at + 2], limit={"unit": "WORKING_HOURS", "value": str(hours[at])})
        for at, key in enumerate(keys)
    ]
    read = process_of(process(*rows))
    route = walked(read, PLAIN_MORNING + timedelta(minutes=late))
    (one,) = path_sums(read, None)
    assert sum(step.minutes for step in route.steps) == one.total.working * DAY_MINUTES


def clock(value: str = "2", **more: Any) -> ClockInputs:
    terms = Terms()
    return ClockInputs(
        unit=Unit.WORKING_DAYS, value=Decimal(value), received_at=PLAIN_MORNING, terms=terms, **more
    )


def test_the_same_limit_gives_the_same_date_and_none_leaves_it() -> None:
    promised = clock().promise(CALENDAR).due_at
    assert new_due(clock(), StepLimit(Unit.WORKING_DAYS, Decimal(2)), CALENDAR) == promised
    assert new_due(clock(), None, CALENDAR) == promised


def test_another_limit_keeps_the_pauses() -> None:
    waited = Pause(
        from_at=PLAIN_MORNING + HOUR,
        to_at=PLAIN_MORNING + timedelta(days=1),
        policy=PausePolicy.PAUSE,
        reason="",
    )
    given_clock = clock(pauses=(waited,))
    shorter = new_due(given_clock, StepLimit(Unit.WORKING_DAYS, Decimal(1)), CALENDAR)
    assert shorter == replace(given_clock, value=Decimal(1)).promise(CALENDAR).due_at


def test_only_the_stretch_that_took_too_long_is_over() -> None:
    read = process_of(plain())
    route = walked(read)
    moments = {
        "dossier.receive": PLAIN_MORNING,
        "dossier.propose": PLAIN_MORNING + timedelta(days=2),
        "dossier.decide": PLAIN_MORNING + timedelta(days=2, hours=1),
    }
    taken = stretches(read, route, moments, clock(), CALENDAR)
    assert [(one.key, one.is_over) for one in taken] == [
        ("receive", False), ("handle", True), ("sign", False),
    ]  # fmt: skip
    assert [one.allotted for one in taken] == [240, 240, 240]
    assert [one.minutes for one in taken] == [0, 2 * DAY_MINUTES, 60]


def test_how_long_a_result_lies_to_be_fetched_is_not_measured() -> None:
    read = process_of(plain())
    moments = {"dossier.return-result": PLAIN_MORNING + timedelta(days=30)}
    assert stretches(read, walked(read), moments, clock(), CALENDAR) == ()


def test_waiting_for_the_applicant_is_nobodys_time() -> None:
    read = process_of(plain())
    pause = Pause(
        from_at=PLAIN_MORNING + HOUR,
        to_at=PLAIN_MORNING + timedelta(days=2),
        policy=PausePolicy.PAUSE,
        reason="",
    )
    moments = {"dossier.propose": PLAIN_MORNING + timedelta(days=2)}
    (one,) = stretches(read, walked(read), moments, clock(pauses=(pause,)), CALENDAR)
    assert one.minutes == 60


def test_a_tally_goes_to_plain_values_and_on_from_there() -> None:
    read = process_of(plain())
    one, other = ReplayTally(), ReplayTally()
    for tally in (one, other):
        tally.add_loads("new", read, walked(read))
    carried = ReplayTally.from_plain(one.to_plain())
    carried.add_loads("new", read, walked(read))
    assert carried.loads["new"]["RECEPTION//"] == {"tasks": 4, "minutes": 960}
    assert other.loads["new"]["RECEPTION//"] == {"tasks": 2, "minutes": 480}
    week, minutes = carried.peak("new", "SIGNATORY//")
    assert minutes == 480
    assert week.startswith(str(TODAY.isocalendar().year))


@pytest.mark.parametrize(
    ("ended", "before", "after", "expected"),
    [
        (3, 2, 4, {"ended": 1, "before": 1, "after": 0, "newly": 0, "no_longer": 1}),
        (3, 4, 2, {"ended": 1, "before": 0, "after": 1, "newly": 1, "no_longer": 0}),
        (3, 4, 4, {"ended": 1, "before": 0, "after": 0, "newly": 0, "no_longer": 0}),
    ],
)
def test_lateness_is_told_as_it_was_and_as_it_would_be(
    ended: int, before: int, after: int, expected: dict[str, int]
) -> None:
    tally = ReplayTally()
    tally.add_lateness(*(PLAIN_MORNING + timedelta(days=day) for day in (ended, before, after)))
    assert tally.late == expected


def test_dates_are_told_by_how_far_they_move() -> None:
    tally = ReplayTally()
    for hours in (-5, 0, 8, 2):
        tally.add_dates(PLAIN_MORNING, PLAIN_MORNING + hours * HOUR)
    tally.add_dates(None, PLAIN_MORNING)
    assert tally.dates == {
        "earlier": 1, "same": 1, "later": 2, "latest": 480, "earliest": 300, "unknown": 1,
    }  # fmt: skip
