"""A dossier goes through any process, checked or not: it is never stuck, joins begin once, it ends."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from motcua.kernel.actor import Role
from motcua.processes.rules.shapes import Next, Process, Step, Who
from motcua.processes.vocabulary import Join, Split, WhoKind
from motcua.workflow.rules.graph import reached
from motcua.workflow.rules.known import Known
from motcua.workflow.rules.running import (
    Moved,
    NoSuchWay,
    NotHandedBackThere,
    Running,
    StepNotOpen,
    begin,
    choices,
    finish,
    hand_back,
    hands_back_to,
    pass_to,
    ways_on,
)

TODAY = date(2026, 11, 2)
NOTHING = Known(TODAY)
HANDLER = Who(kind=WhoKind.ROLE, role=Role.HANDLING)


def step(
    key: str, *to: str | Next, split: Split = Split.ONE, join: Join = Join.ANY, **more
) -> Step:  # type: ignore[no-untyped-def]
    ways = tuple(one if isinstance(one, Next) else Next(one) for one in to)
    return Step(
        key=key, number=key, name=key, who=HANDLER, next=ways, split=split, join=join, **more
    )


def process(*steps: Step) -> Process:
    return Process(title="Thử", steps=steps)


def live(moved: Moved) -> set[str]:
    return {one.key for one in moved.running.live}


DIAMOND = process(
    step("a", "b", "c", split=Split.ALL),
    step("b", "d"),
    step("c", "d"),
    step("d", "e", join=Join.ALL, returns_to=("a",)),
    step("e"),
)


def test_steps_follow_each_other_until_the_last() -> None:
    line = process(step("a", "b"), step("b", "c"), step("c"))
    moved = begin(line)
    for expected in ("a", "b", "c"):
        assert live(moved) == {expected}
        moved = finish(line, moved.running, expected, NOTHING)
    assert moved.running.is_over


def test_a_join_of_all_waits_for_each_branch_and_begins_once() -> None:
    moved = finish(DIAMOND, begin(DIAMOND).running, "a", NOTHING)
    assert live(moved) == {"b", "c"}
    moved = finish(DIAMOND, moved.running, "c", NOTHING)
    assert live(moved) == {"b"}
    moved = finish(DIAMOND, moved.running, "b", NOTHING)
    assert [one.key for one in moved.opened] == ["d"]
    assert live(finish(DIAMOND, moved.running, "d", NOTHING)) == {"e"}


def test_a_join_of_all_does_not_wait_for_a_branch_that_was_not_taken() -> None:
    some = process(
        step("a", "b", Next("c", {"is": ["needs_tax", True]}), split=Split.ALL),
        step("b", "d"),
        step("c", "d"),
        step("d", join=Join.ALL),
    )
    known = Known(TODAY, {"needs_tax": False})
    moved = finish(some, begin(some).running, "a", known)
    assert live(finish(some, moved.running, "b", known)) == {"d"}


def test_the_first_to_arrive_begins_and_the_others_are_called_off() -> None:
    race = process(step("a", "b", "c", split=Split.ALL), step("b", "d"), step("c", "d"), step("d"))
    moved = finish(race, begin(race).running, "a", NOTHING)
    moved = finish(race, moved.running, "b", NOTHING)
    assert live(moved) == {"d"}
    assert [one.key for one in moved.called_off] == ["c"]


def test_a_branch_that_also_leads_elsewhere_goes_on_and_is_not_heard_again() -> None:
    race = process(
        step("a", "b", "c", split=Split.ALL),
        step("b", "d"),
        step("c", "d", "e"),
        step("d", "f"),
        step("e"),
        step("f"),
    )
    moved = finish(race, begin(race).running, "a", NOTHING)
    moved = finish(race, moved.running, "b", NOTHING)
    assert live(moved) == {"c", "d"}
    moved = finish(race, moved.running, "d", NOTHING)
    moved = finish(race, moved.running, "c", NOTHING, way="d")
    assert live(moved) == {"f"}


def test_work_that_is_handed_back_is_done_again_and_the_join_waits_anew() -> None:
    moved = finish(DIAMOND, begin(DIAMOND).running, "a", NOTHING)
    for key in ("b", "c"):
        moved = finish(DIAMOND, moved.running, key, NOTHING)
    moved = hand_back(DIAMOND, moved.running, "d", "a")
    assert [(one.key, one.round) for one in moved.running.live] == [("a", 2)]
    moved = finish(DIAMOND, moved.running, "a", NOTHING)
    moved = finish(DIAMOND, moved.running, "b", NOTHING)
    assert live(moved) == {"c"}
    assert live(finish(DIAMOND, moved.running, "c", NOTHING)) == {"d"}


def test_nobody_hands_back_where_the_process_does_not_say() -> None:
    moved = finish(DIAMOND, begin(DIAMOND).running, "a", NOTHING)
    with pytest.raises(NotHandedBackThere):
        hand_back(DIAMOND, moved.running, "b", "e")
    assert hands_back_to(DIAMOND, moved.running, "b") == ("a",)


def test_a_step_that_nobody_is_at_cannot_be_finished() -> None:
    with pytest.raises(StepNotOpen):
        finish(DIAMOND, begin(DIAMOND).running, "d", NOTHING)


def test_a_condition_chooses_and_the_last_branch_is_the_way_otherwise() -> None:
    asks = step(
        "a", Next("b", {"is": ["decision", "DECLINED"]}), Next("c", {"is": ["decision", "GRANTED"]})
    )
    assert ways_on(asks, Known(TODAY, {"decision": "DECLINED"})) == ("b",)
    assert ways_on(asks, Known(TODAY, {"decision": "GRANTED"})) == ("c",)
    assert ways_on(asks, NOTHING) == ("c",)


def test_where_nothing_decides_somebody_chooses_by_hand() -> None:
    asks = step("a", "b", "c")
    assert [one.to for one in choices(asks, NOTHING)] == ["b", "c"]
    assert ways_on(asks, NOTHING, "c") == ("c",)
    with pytest.raises(NoSuchWay):
        ways_on(asks, NOTHING, "d")


def test_conditions_read_the_declaration_too() -> None:
    known = Known(TODAY, {"online": True}, {"child": {"born_abroad": True}, "papers": ["x"]})
    asks = step("a", Next("b", {"is": ["child.born_abroad", True]}), "c")
    assert ways_on(asks, known) == ("b",)


def test_an_act_on_the_dossier_skips_what_stands_before_its_step() -> None:
    line = process(step("a", "b"), step("b", "c"), step("c", "d"), step("d"))
    moved = pass_to(line, begin(line).running, "c")
    assert moved is not None
    assert live(moved) == {"c"}
    assert [one.key for one in moved.skipped] == ["a"]
    assert pass_to(line, moved.running, "b") is None


def test_what_an_act_jumps_over_before_it_opened_is_told() -> None:
    line = process(step("a", "b"), step("b", "c"), step("c", "d"), step("d"))
    moved = pass_to(line, begin(line).running, "d")
    assert moved is not None
    assert [one.key for one in moved.missed] == ["b", "c"]
    assert moved.running.is_begun("b")


def test_parallel_branches_that_are_awaited_are_all_missed() -> None:
    moved = pass_to(DIAMOND, begin(DIAMOND).running, "e")
    assert moved is not None
    assert [one.key for one in moved.missed] == ["b", "c", "d"]


def test_a_branch_that_nobody_had_to_take_is_not_missed() -> None:
    either = process(step("a", "b", "c"), step("b", "d"), step("c", "d"), step("d"))
    moved = pass_to(either, begin(either).running, "d")
    assert moved is not None
    assert moved.missed == ()


def test_a_branch_that_a_condition_asks_for_is_missed() -> None:
    asked = step("a", Next("b", {"is": ["online", True]}), "c")
    either = process(asked, step("b", "d"), step("c", "d"), step("d"))
    running = begin(either).running
    online = pass_to(either, running, "d", Known(TODAY, {"online": True}))
    assert online is not None
    assert [one.key for one in online.missed] == ["b"]


def test_of_branches_whose_first_is_enough_none_is_missed() -> None:
    race = process(step("a", "b", "c", split=Split.ALL), step("b", "d"), step("c", "d"), step("d"))
    moved = pass_to(race, begin(race).running, "d")
    assert moved is not None
    assert moved.missed == ()


KEYS = "abcdefgh"
CALM = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""A busy machine is no fault of what is tested."""


@st.composite
def processes(draw: st.DrawFn) -> Process:
    """Any graph at all: loops, dead branches, joins that wait for each other."""
    keys = KEYS[: draw(st.integers(1, len(KEYS)))]
    steps = [
        step(
            key,
            *draw(st.lists(st.sampled_from(keys), max_size=3)),
            split=draw(st.sampled_from(Split)),
            join=draw(st.sampled_from(Join)),
        )
        for key in keys
    ]
    return process(*steps)


@st.composite
def forward_processes(draw: st.DrawFn) -> Process:
    """Without loops: branches lead to later steps of the table."""
    keys = KEYS[: draw(st.integers(2, len(KEYS)))]
    steps = [
        step(
            key,
            *draw(
                st.lists(st.sampled_from(keys[at + 1 :]), max_size=3)
                if keys[at + 1 :]
                else st.just([])
            ),
            split=draw(st.sampled_from(Split)),
            join=draw(st.sampled_from(Join)),
        )
        for at, key in enumerate(keys)
    ]
    return process(*steps)


def consistent(one: Process, running: Running) -> bool:
    """Work stands at a step once; a run that is not over has something to do."""
    keys = [work.key for work in running.live]
    waits_in_vain = bool(running.waiting) and not running.live
    return len(keys) == len(set(keys)) and not waits_in_vain and set(keys) <= reached(one, KEYS[:1])


@CALM
@given(one=processes(), data=st.data())
def test_no_run_is_ever_stuck_whatever_the_process(one: Process, data: st.DataObject) -> None:
    running = begin(one).running
    for _turn in range(25):
        assert consistent(one, running)
        if running.is_over:
            return
        key = data.draw(st.sampled_from([work.key for work in running.live]))
        back = hands_back_to(one, running, key)
        if back and data.draw(st.booleans()):
            running = hand_back(one, running, key, data.draw(st.sampled_from(back))).running
        else:
            running = finish(one, running, key, NOTHING).running


@CALM
@given(one=forward_processes(), data=st.data())
def test_without_loops_it_ends_and_each_join_begins_once(one: Process, data: st.DataObject) -> None:
    running = begin(one).running
    begun: list[str] = [work.key for work in running.live]
    for _turn in range(len(one.steps)):
        if running.is_over:
            break
        key = data.draw(st.sampled_from([work.key for work in running.live]))
        moved = finish(one, running, key, NOTHING)
        begun += [work.key for work in moved.opened]
        running = moved.running
    assert running.is_over
    assert sorted(begun) == sorted(set(begun))


@CALM
@given(one=processes(), data=st.data())
def test_what_is_opened_finished_and_called_off_adds_up(one: Process, data: st.DataObject) -> None:
    running = begin(one).running
    for _turn in range(12):
        if running.is_over:
            return
        before = set(running.live)
        key = data.draw(st.sampled_from([work.key for work in running.live]))
        moved = finish(one, running, key, NOTHING)
        gone = {(work.key, work.round) for work in (*moved.finished, *moved.called_off)}
        left = {(work.key, work.round) for work in before} - gone
        came = {(work.key, work.round) for work in moved.opened}
        assert {(work.key, work.round) for work in moved.running.live} == left | came
        running = moved.running
