"""Every pair of stage and act: in the table it leads where the table says, else it is refused."""

from __future__ import annotations

from itertools import product

import pytest

from motcua.accounts.rules.roles import PERMISSIONS_OF, Permission
from motcua.dossiers.commands.performing import PERFORMERS
from motcua.dossiers.rules.transitions import TRANSITIONS, ActNotAllowed, acts_at, next_stage
from motcua.dossiers.vocabulary import (
    BEFORE_RECEPTION,
    IN_HAND_STAGES,
    NATIONAL_CODE,
    OPEN_STAGES,
    STATUS_OF,
    WAITING_STAGES,
    Act,
    Stage,
    Status,
)

STARTS: tuple[Stage | None, ...] = (None, *Stage)
FITTING = sorted(TRANSITIONS, key=str)
UNFITTING = sorted(set(product(STARTS, Act)) - set(TRANSITIONS), key=str)


@pytest.mark.parametrize(("stage", "act"), FITTING)
def test_an_act_that_fits_leads_where_the_table_says(stage: Stage | None, act: Act) -> None:
    assert next_stage(stage, act) is TRANSITIONS[stage, act]


@pytest.mark.parametrize(("stage", "act"), UNFITTING)
def test_an_act_that_does_not_fit_is_refused(stage: Stage | None, act: Act) -> None:
    with pytest.raises(ActNotAllowed) as refused:
        next_stage(stage, act)
    assert refused.value.params == {"stage": str(stage or ""), "act": str(act)}


@pytest.mark.parametrize("stage", Stage)
def test_the_acts_of_a_stage_are_those_of_the_table(stage: Stage) -> None:
    assert set(acts_at(stage)) == {act for start, act in TRANSITIONS if start is stage}


def test_there_are_ten_national_states_and_every_stage_has_one() -> None:
    assert sorted(NATIONAL_CODE.values()) == list(range(1, 11))
    assert set(STATUS_OF) == set(Stage)
    assert set(STATUS_OF.values()) == set(Status)


def test_every_stage_can_be_reached_from_nothing() -> None:
    reached: set[Stage | None] = {None}
    for _step in Stage:
        reached |= {end for (start, _act), end in TRANSITIONS.items() if start in reached}
    assert reached == {None, *Stage}


@pytest.mark.parametrize("stage", sorted(OPEN_STAGES | BEFORE_RECEPTION - {Stage.NOT_RECEIVED}))
def test_no_dossier_can_be_stuck_before_its_end(stage: Stage) -> None:
    reached = {stage}
    for _step in Stage:
        reached |= {
            end
            for (start, act), end in TRANSITIONS.items()
            if start in reached and act is not Act.REOPEN
        }
    assert reached & {Stage.RETURNED, Stage.NOT_RECEIVED, Stage.TERMINATED, Stage.WITHDRAWN}


def test_what_is_settled_or_returned_cannot_be_withdrawn() -> None:
    for stage in (Stage.DECIDED, Stage.SETTLED, Stage.RETURNED):
        assert Act.WITHDRAW not in acts_at(stage)


def test_the_groups_of_stages_do_not_overlap() -> None:
    assert not IN_HAND_STAGES & WAITING_STAGES
    assert not OPEN_STAGES & BEFORE_RECEPTION
    assert OPEN_STAGES >= IN_HAND_STAGES | WAITING_STAGES


def test_every_act_on_a_dossier_in_the_register_has_somebody_to_carry_it_out() -> None:
    in_register = {act for start, act in TRANSITIONS if start is not None}
    assert set(PERFORMERS) == in_register - {Act.RECEIVE_FOR_ANOTHER}


@pytest.mark.parametrize("act", Act)
def test_every_act_is_a_permission_that_some_role_carries(act: Act) -> None:
    assert any(Permission(act) in rights for rights in PERMISSIONS_OF.values())
