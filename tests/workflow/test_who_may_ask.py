"""Who may ask others about a dossier, who goes on without their answer, and whose eyes are other eyes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from motcua.accounts.commands.stand_ins import appoint_stand_in
from motcua.accounts.queries.users import officer_id_called
from motcua.dossiers import inputs
from motcua.dossiers.commands.receive import receive_dossier
from motcua.dossiers.models import Dossier, DossierAgency
from motcua.dossiers.vocabulary import Act, Stage
from motcua.kernel.actor import Actor, Role
from motcua.kernel.verdict import NotPermitted
from motcua.workflow.commands.answering import answer_task
from motcua.workflow.commands.asking import AskedNobody, ask, go_on_without
from motcua.workflow.commands.steps import finish_step
from motcua.workflow.guarding import SameEyes
from motcua.workflow.inputs import Opinion, Question
from motcua.workflow.queries.of_dossier import work_of_dossier
from motcua.workflow.vocabulary import OpinionKind, TaskKind
from tests.support.acts import GIVEN, bring, do, other_unit
from tests.support.clock import PLAIN_MORNING
from tests.support.offices import agency_id, somebody
from tests.support.processes_at_work import put_in_force, tasks_of, usual
from tests.support.reception import a_reception
from tests.support.working_office import BIRTH_AGAIN, officer

pytestmark = pytest.mark.usefixtures("standing")
LATER = PLAIN_MORNING + timedelta(hours=1)
CITY, NEIGHBOR = "thanh-pho-ha-noi", "xa-bat-trang"
WHY = "Đã có trong bản đồ"


def received() -> str:
    given = a_reception(BIRTH_AGAIN)
    return receive_dossier(actor=officer("tiepnhan1"), at=PLAIN_MORNING, given=given).code


def asking(slug: str = "", kind: TaskKind = TaskKind.CONSULTATION) -> Question:
    place = agency_id(slug) if slug else agency_id()
    return Question(
        kind=kind, text="Có tranh chấp không?", agency_id=place, due_on=date(2026, 6, 11)
    )


def at_the(slug: str) -> Actor:
    return somebody(Role.HANDLING, agency=agency_id(slug))


def test_whoever_was_asked_lets_nobody_else_in() -> None:
    code = bring(received(), Stage.PROCESSING)
    ask(actor=officer("thuly1"), at=LATER, code=code, question=asking(NEIGHBOR))
    assert not work_of_dossier(at_the(NEIGHBOR), code).may_ask
    with pytest.raises(NotPermitted):
        ask(actor=at_the(NEIGHBOR), at=LATER, code=code, question=asking(CITY))
    assert not DossierAgency.objects.filter(agency=agency_id(CITY)).exists()


def test_whoever_has_it_in_hand_or_does_a_step_asks() -> None:
    put_in_force(usual(check={"who": {"kind": "AGENCY", "agency": CITY}}))
    by_step = received()
    assert ask(actor=at_the(CITY), at=LATER, code=by_step, question=asking(NEIGHBOR))
    in_hand = bring(received(), Stage.PROCESSING)
    Dossier.objects.filter(code=in_hand).update(held_agency=agency_id(CITY))
    assert ask(actor=at_the(CITY), at=LATER, code=in_hand, question=asking(NEIGHBOR))
    Dossier.objects.filter(code=in_hand).update(held_agency=None)


def test_second_looks_and_orders_stay_inside_the_agency() -> None:
    code = bring(received(), Stage.PROCESSING)
    with pytest.raises(AskedNobody):
        ask(actor=officer("thuly1"), at=LATER, code=code, question=asking(CITY, TaskKind.REVIEW))
    with pytest.raises(AskedNobody):
        ask(actor=officer("lanhdao"), at=LATER, code="", question=asking(CITY, TaskKind.DIRECTIVE))


def test_who_decides_goes_on_without_an_answer_that_another_agency_owes() -> None:
    code = bring(received(), Stage.PROPOSED)
    task = ask(actor=officer("thuly1"), at=LATER, code=code, question=asking(NEIGHBOR))
    go_on_without(actor=officer("lanhdao"), at=LATER, task_id=task, reason=WHY)
    do(code, Act.DECIDE, GIVEN[Act.DECIDE], at=LATER)
    assert Dossier.objects.get(code=code).stage == Stage.DECIDED


def test_who_decides_goes_on_without_an_answer_that_another_agency_asked_for() -> None:
    put_in_force(usual(check={"who": {"kind": "AGENCY", "agency": CITY}}))
    code = received()
    task = ask(actor=at_the(CITY), at=LATER, code=code, question=asking(NEIGHBOR))
    go_on_without(actor=officer("lanhdao"), at=LATER, task_id=task, reason=WHY)


def test_a_second_look_is_not_of_whoever_asked_as_a_stand_in() -> None:
    code = bring(received(), Stage.PROCESSING)
    away = officer("thuly1")
    appoint_stand_in(
        actor=officer("lanhdao"),
        at=PLAIN_MORNING,
        absent_holding_id=away.holding_id,
        officer_id=officer_id_called("thuly3"),
        valid_from=PLAIN_MORNING,
        valid_until=PLAIN_MORNING + timedelta(days=2),
        reason="Nghỉ phép",
    )
    own = officer("thuly3", LATER)
    standing_in = replace(own, stands_in_for_id=away.holding_id, unit_id=away.unit_id)
    task = ask(actor=standing_in, at=LATER, code=code, question=asking(kind=TaskKind.REVIEW))
    agreed = Opinion(opinion=OpinionKind.AGREED)
    with pytest.raises(SameEyes):
        answer_task(actor=own, at=LATER, task_id=task, answer=agreed)


def test_no_time_runs_for_a_step_that_opens_while_the_applicant_is_to_act() -> None:
    put_in_force(usual(draft={"act": None}))
    code = received()
    do(code, Act.START, GIVEN[Act.START])
    do(code, Act.SUSPEND, GIVEN[Act.SUSPEND], at=LATER)
    finish_step(actor=officer("thuly1"), at=LATER, task_id=tasks_of(code)["check"].pk)
    assert tasks_of(code)["draft"].due_at is None
    resumed_at = LATER + timedelta(days=1)
    do(code, Act.RESUME, inputs.Resume(), by="thuly1", at=resumed_at)
    assert tasks_of(code)["draft"].due_at > resumed_at


def test_a_step_of_the_head_goes_with_the_dossier_to_another_unit() -> None:
    put_in_force(usual(check={"who": {"kind": "ROLE", "role": "UNIT_HEAD"}}))
    code = bring(received(), Stage.PROCESSING)
    to = inputs.Forward(unit_id=other_unit("thuly1"), reason="Thuộc phòng kia")
    do(code, Act.FORWARD, to, by="thuly1", at=LATER)
    assert tasks_of(code)["check"].unit_id == to.unit_id == Dossier.objects.get(code=code).unit_id
