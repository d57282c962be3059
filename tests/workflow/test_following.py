"""The process moves with the acts on the dossier: in their transaction, never ahead and never behind."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.agencies.queries import units_of
from motcua.dossiers import inputs
from motcua.dossiers.commands.receive import receive_dossier
from motcua.dossiers.models import Dossier
from motcua.dossiers.queries.detail import dossier_detail
from motcua.dossiers.vocabulary import Act, Stage
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.ledger.models import Fact
from motcua.workflow.commands.steps import finish_step, hand_back_step, pass_over_step
from motcua.workflow.guarding import MinutesNeeded, NeedMissing, SameEyes, StepAhead
from motcua.workflow.models import ProcessRun, Task
from motcua.workflow.tasking import TextMissing
from tests.support.acts import GIVEN, bring, do, holding_of, other_unit, receive_elsewhere
from tests.support.clock import PLAIN_MORNING
from tests.support.offices import agency_id
from tests.support.processes_at_work import (
    put_in_force,
    running_of,
    states_of,
    step,
    tasks_of,
    usual,
)
from tests.support.reception import a_reception
from tests.support.working_office import BIRTH_AGAIN, officer

pytestmark = pytest.mark.usefixtures("standing")
LATER = PLAIN_MORNING + timedelta(hours=2)
NEXT_DAY = PLAIN_MORNING + timedelta(days=1)


def received() -> str:
    given = a_reception(BIRTH_AGAIN)
    return receive_dossier(actor=officer("tiepnhan1"), at=PLAIN_MORNING, given=given).code


def test_reception_opens_the_step_after_it_with_its_time() -> None:
    put_in_force(usual())
    opened = tasks_of(received())
    assert list(opened) == ["check"]
    check = opened["check"]
    assert check.effort == 240
    assert check.opened_at <= check.remind_at <= check.escalate_at < check.due_at


@pytest.mark.parametrize(
    "limit",
    [
        {"unit": "WORKING_DAYS", "value": "999999"},
        {"unit": "WORKING_DAYS", "value": "99999"},
        {"unit": "MONTHS", "value": "1000"},
    ],
)
def test_a_step_with_more_time_than_any_calendar_opens_without_a_date(
    limit: dict[str, str],
) -> None:
    put_in_force(usual(check={"limit": limit}))
    check = tasks_of(received())["check"]
    assert (check.due_at, check.remind_at, check.clock, check.effort) == (None, None, "", 0)


def test_a_procedure_without_a_process_goes_on_as_before() -> None:
    code = bring(received(), Stage.RETURNED)
    assert not ProcessRun.objects.exists()
    assert Dossier.objects.get(code=code).stage == Stage.RETURNED


def test_reception_and_process_are_one_fact() -> None:
    put_in_force(usual())
    before = Fact.objects.count()
    received()
    assert Fact.objects.count() == before + 1


def test_a_process_costs_reception_two_rows_and_no_question() -> None:
    received()
    before = statements_of_a_reception()
    put_in_force(usual())
    received()
    after = statements_of_a_reception()
    assert len(after) - len(before) == 2
    assert sum("workflow_" in one for one in after) == 2


def statements_of_a_reception() -> list[str]:
    given, actor = a_reception(BIRTH_AGAIN), officer("tiepnhan1")
    with CaptureQueriesContext(connection) as queries:
        receive_dossier(actor=actor, at=PLAIN_MORNING, given=given)
    return [one["sql"] for one in queries]


def test_acts_end_their_steps_and_pass_over_those_before() -> None:
    put_in_force(usual())
    code = bring(received(), Stage.PROPOSED)
    assert states_of(code) == [("check", "SKIPPED"), ("draft", "DONE"), ("sign", "OPEN")]
    for act in (Act.DECIDE, Act.ISSUE_RESULT):
        do(code, act, GIVEN[act])
    assert states_of(code)[2:] == [("sign", "DONE"), ("issue", "DONE"), ("give", "OPEN")]
    do(code, Act.RETURN_RESULT, GIVEN[Act.RETURN_RESULT])
    assert running_of(code).is_over
    assert ProcessRun.objects.get().ended_at == PLAIN_MORNING


def test_a_citizen_who_collects_late_makes_nobody_late() -> None:
    put_in_force(usual(give={"limit": {"unit": "WORKING_HOURS", "value": "1"}}))
    code = bring(received(), Stage.SETTLED)
    give = tasks_of(code)["give"]
    assert (give.due_at, give.is_outside) == (None, True)


def test_a_running_dossier_keeps_its_process() -> None:
    first = put_in_force(usual())
    code = received()
    assert ProcessRun.objects.get(dossier__code=code).process_version_id == first.pk


def test_what_was_received_for_another_begins_when_that_one_takes_it_over() -> None:
    put_in_force(usual())
    code = receive_elsewhere()
    assert not ProcessRun.objects.exists()
    assert tasks_of(code) == {}


def test_a_draft_sent_back_opens_the_drafting_again() -> None:
    put_in_force(usual())
    code = bring(received(), Stage.PROPOSED)
    do(code, Act.SEND_BACK, inputs.WithReason(reason="Thiếu căn cứ"), by="lanhdao")
    assert states_of(code)[2:] == [("sign", "HANDED_BACK"), ("draft", "OPEN")]
    assert tasks_of(code)["draft"].round == 2


def test_whoever_has_the_dossier_has_its_steps() -> None:
    put_in_force(usual())
    code = received()
    to = holding_of("thuly1")
    do(code, Act.ASSIGN, inputs.Assign(holding_id=to))
    assert tasks_of(code)["check"].assignee_id == to
    do(code, Act.START, GIVEN[Act.START])
    do(code, Act.PROPOSE, GIVEN[Act.PROPOSE])
    assert tasks_of(code)["sign"].assignee_id == holding_of("lanhdao")
    do(code, Act.DECIDE, GIVEN[Act.DECIDE])
    assert tasks_of(code)["issue"].assignee_id == holding_of("vanthu")
    do(code, Act.ISSUE_RESULT, GIVEN[Act.ISSUE_RESULT])
    assert tasks_of(code)["give"].assignee_id is None


def test_a_dossier_that_somebody_has_is_given_out() -> None:
    document = usual()
    document["steps"][0]["next"] = [{"to": "assign"}]
    document["steps"].insert(1, step("assign", "UNIT_HEAD", "check", act="dossier.assign"))
    put_in_force(document)
    code = received()
    assert tasks_of(code)["assign"].assignee_id == holding_of("truongphong")
    do(code, Act.REQUEST_SUPPLEMENT, GIVEN[Act.REQUEST_SUPPLEMENT])
    assert states_of(code) == [("assign", "DONE"), ("check", "OPEN")]
    assert tasks_of(code)["check"].assignee_id == holding_of("thuly1")


def test_a_step_of_a_named_unit_stays_there_when_the_dossier_goes_to_another() -> None:
    office = {unit.id: unit.slug for unit in units_of(agency_id(), PLAIN_MORNING.date())}
    own = officer("thuly1").unit_id
    named = {"kind": "UNIT", "unit": office[own], "role": "HANDLING"}
    put_in_force(usual(check={"who": named}))
    code = received()
    do(
        code,
        Act.FORWARD,
        inputs.Forward(unit_id=other_unit("thuly1"), reason="Nhầm phòng"),
        by="thuly1",
    )
    assert tasks_of(code)["check"].unit_id == own
    assert dossier_detail(officer("thuly1"), code).code == code


def test_a_step_of_the_unit_that_has_the_dossier_goes_along() -> None:
    put_in_force(usual())
    code = received()
    to = officer("thuly2").unit_id
    do(code, Act.FORWARD, inputs.Forward(unit_id=to, reason="Nhầm phòng"), by="thuly1")
    assert tasks_of(code)["check"].unit_id == to
    assert tasks_of(code)["check"].assignee_id is None


def test_clocks_of_steps_stand_still_while_the_applicant_is_to_act() -> None:
    put_in_force(usual())
    code = received()
    due_at = tasks_of(code)["check"].due_at
    do(code, Act.START, GIVEN[Act.START])
    do(code, Act.SUSPEND, GIVEN[Act.SUSPEND], at=LATER)
    assert tasks_of(code)["check"].due_at is None
    do(code, Act.RESUME, inputs.Resume(), by="thuly1", at=LATER + timedelta(days=1))
    assert tasks_of(code)["check"].due_at == due_at + timedelta(days=1)


def test_a_dossier_that_is_withdrawn_leaves_nothing_to_do() -> None:
    put_in_force(usual())
    code = bring(received(), Stage.WITHDRAWN)
    assert tasks_of(code) == {}
    assert running_of(code).is_over
    do(code, Act.REOPEN, inputs.Reopen(reason="Xin làm tiếp", ground="Đơn xin"), by="lanhdao")
    assert list(tasks_of(code)) == ["check"]


def test_a_step_that_needs_minutes_cannot_be_passed_over() -> None:
    put_in_force(usual(check={"needs": ["MINUTES"]}))
    code = received()
    do(code, Act.START, GIVEN[Act.START])
    with pytest.raises(NeedMissing):
        do(code, Act.PROPOSE, GIVEN[Act.PROPOSE])
    assert Dossier.objects.get(code=code).stage == Stage.PROCESSING
    assert list(tasks_of(code)) == ["check"]


def test_a_look_by_other_eyes_is_not_passed_over_by_the_signature() -> None:
    document = usual(draft={"next": [{"to": "look"}]})
    document["steps"].insert(3, step("look", "HANDLING", "sign", four_eyes_with="draft"))
    put_in_force(document)
    code = bring(received(), Stage.PROPOSED)
    with pytest.raises(StepAhead):
        do(code, Act.DECIDE, GIVEN[Act.DECIDE])
    assert states_of(code)[-1] == ("look", "OPEN")


def test_whoever_drafted_does_not_sign_where_four_eyes_are_asked() -> None:
    put_in_force(usual(sign={"four_eyes_with": "draft"}))
    code = bring(received(), Stage.PROPOSED)
    Task.objects.filter(step_key="draft").update(closed_user_id=officer("lanhdao").user_id)
    with pytest.raises(SameEyes):
        do(code, Act.DECIDE, GIVEN[Act.DECIDE])
    assert list(tasks_of(code)) == ["sign"]


def test_a_branch_beside_the_step_of_the_act_is_not_lost() -> None:
    document = usual(check={"next": [{"to": "draft"}, {"to": "tax"}], "split": "ALL"})
    document["steps"].insert(2, step("tax", "HANDLING", "sign"))
    document["steps"][4]["join"] = "ALL"
    put_in_force(document)
    code = bring(received(), Stage.PROPOSED)
    assert set(tasks_of(code)) == {"tax"}
    assert ("check", "SKIPPED") in states_of(code)
    with pytest.raises(StepAhead):
        do(code, Act.DECIDE, GIVEN[Act.DECIDE])
    finish_step(actor=officer("thuly1"), at=LATER, task_id=tasks_of(code)["tax"].pk)
    do(code, Act.DECIDE, GIVEN[Act.DECIDE], at=LATER)


def permit() -> dict[str, Any]:
    """As a building permit: given out, then looked at on the spot and asked about at once."""
    document = usual(check={"needs": ["MINUTES"]})
    document["steps"][0]["next"] = [{"to": "assign"}]
    document["steps"].insert(
        1, step("assign", "UNIT_HEAD", "check", "consult", act="dossier.assign", split="ALL")
    )
    document["steps"].insert(3, step("consult", "HANDLING", "draft", needs=["OPINION"]))
    document["steps"][4]["join"] = "ALL"
    return document


def test_whoever_starts_unasked_has_given_the_dossier_out_himself() -> None:
    put_in_force(permit())
    code = bring(received(), Stage.PROCESSING)
    assert set(tasks_of(code)) == {"check", "consult"}


def test_an_act_does_not_jump_over_steps_that_never_opened() -> None:
    document = usual(check={"next": [{"to": "look"}]})
    document["steps"].insert(2, step("look", "HANDLING", "draft", needs=["MINUTES"]))
    put_in_force(document)
    code = bring(received(), Stage.PROCESSING)
    with pytest.raises(MinutesNeeded):
        do(code, Act.PROPOSE, GIVEN[Act.PROPOSE])
    assert list(tasks_of(code)) == ["check"]


def test_the_step_of_a_superior_is_not_jumped_over_but_passed_over_by_him_for_a_reason() -> None:
    document = usual(check={"next": [{"to": "review"}]})
    document["steps"].insert(2, step("review", "UNIT_HEAD", "draft"))
    put_in_force(document)
    code = bring(received(), Stage.PROCESSING)
    with pytest.raises(StepAhead) as refused:
        do(code, Act.PROPOSE, GIVEN[Act.PROPOSE])
    assert "Bước review" in refused.value.params["names"]
    finish_step(actor=officer("thuly1"), at=LATER, task_id=tasks_of(code)["check"].pk)
    review = tasks_of(code)["review"].pk
    head = officer("lanhdao")
    with pytest.raises(TextMissing):
        pass_over_step(actor=head, at=LATER, task_id=review, reason=" ")
    pass_over_step(actor=head, at=LATER, task_id=review, reason="Trưởng phòng đi công tác")
    fact = Fact.objects.get(code="task.step-passed-over", subject_id=review)
    assert "công tác" in str(fact.payload)
    do(code, Act.PROPOSE, GIVEN[Act.PROPOSE], at=LATER)
    assert states_of(code)[:3] == [("check", "DONE"), ("review", "SKIPPED"), ("draft", "DONE")]


def test_an_officer_does_not_pass_over_the_step_of_his_superior() -> None:
    document = usual(check={"next": [{"to": "review"}]})
    document["steps"].insert(2, step("review", "UNIT_HEAD", "draft"))
    put_in_force(document)
    code = bring(received(), Stage.PROCESSING)
    finish_step(actor=officer("thuly1"), at=LATER, task_id=tasks_of(code)["check"].pk)
    with pytest.raises((NotPermitted, NotFound)):
        pass_over_step(
            actor=officer("thuly1"), at=LATER, task_id=tasks_of(code)["review"].pk, reason="Gấp"
        )


def test_own_steps_that_never_opened_are_done_one_after_the_other() -> None:
    document = usual(check={"next": [{"to": "posting"}]})
    document["steps"].insert(2, step("posting", "HANDLING", "draft"))
    put_in_force(document)
    code = bring(received(), Stage.PROCESSING)
    with pytest.raises(StepAhead):
        do(code, Act.PROPOSE, GIVEN[Act.PROPOSE])
    finish_step(actor=officer("thuly1"), at=LATER, task_id=tasks_of(code)["check"].pk)
    do(code, Act.PROPOSE, GIVEN[Act.PROPOSE], at=LATER)
    assert Dossier.objects.get(code=code).stage == Stage.PROPOSED


def test_what_a_direct_decision_jumps_over_is_told_with_who_did() -> None:
    document = usual()
    document["steps"][0]["next"] = [{"to": "draft"}]
    put_in_force({**document, "steps": [one for one in document["steps"] if one["key"] != "check"]})
    code = bring(received(), Stage.PROCESSING)
    do(code, Act.DECIDE, GIVEN[Act.DECIDE])
    draft = Task.objects.get(step_key="draft")
    assert (draft.state, draft.closed_by_name) == ("SKIPPED", officer("lanhdao").name)


def test_a_step_given_back_whose_act_was_done_is_finished_by_hand() -> None:
    put_in_force(usual(check={"returns_to": ["receive"]}))
    code = received()
    hand_back_step(
        actor=officer("thuly1"), at=LATER, task_id=tasks_of(code)["check"].pk, to="receive",
        reason="Thiếu bản chính",
    )  # fmt: skip
    again = tasks_of(code)["receive"]
    finish_step(actor=officer("tiepnhan1"), at=LATER, task_id=again.pk, note="Đã nhận đủ")
    assert set(tasks_of(code)) == {"check"}


def test_a_draft_given_back_while_it_lies_before_the_signer_is_finished_with_a_word() -> None:
    """The act that ends it does not fit the stage: without this nobody could ever go on."""
    put_in_force(usual())
    code = bring(received(), Stage.PROPOSED)
    sign = tasks_of(code)["sign"]
    hand_back_step(
        actor=officer("lanhdao"), at=LATER, task_id=sign.pk, to="draft", reason="Sai tên"
    )
    draft = tasks_of(code)["draft"].pk
    with pytest.raises(TextMissing):
        finish_step(actor=officer("thuly1"), at=LATER, task_id=draft)
    finish_step(actor=officer("thuly1"), at=LATER, task_id=draft, note="Đã sửa tên")
    assert set(tasks_of(code)) == {"sign"}
    do(code, Act.DECIDE, GIVEN[Act.DECIDE], at=LATER)
