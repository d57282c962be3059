"""Tasks in people's hands: taken, given by hand and by rule, finished, handed back, asked and answered."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from motcua.accounts.commands.stand_ins import appoint_stand_in
from motcua.accounts.queries.users import officer_id_called
from motcua.agencies.queries import units_of
from motcua.dossiers.commands.handling import AssigneeUnknown
from motcua.dossiers.commands.receive import receive_dossier
from motcua.dossiers.models import Dossier
from motcua.dossiers.queries.detail import dossier_detail
from motcua.dossiers.vocabulary import Act, Stage
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.ledger.models import Fact
from motcua.workflow.candidates import loads_of
from motcua.workflow.commands.answering import answer_task
from motcua.workflow.commands.asking import AskedNobody, ask, go_on_without
from motcua.workflow.commands.hands import assign_by_rule, assign_task, put_back_task, take_task
from motcua.workflow.commands.steps import EndedByAct, finish_step, hand_back_step
from motcua.workflow.guarding import AnswerOutstanding, SameEyes
from motcua.workflow.inputs import Minutes, Opinion, Question, Reply
from motcua.workflow.models import Task
from motcua.workflow.queries.inbox import InboxFilter, inbox, waiting_elsewhere
from motcua.workflow.queries.tasks import who_could
from motcua.workflow.rules.asking import AnswerNotForThis, QuestionRefused
from motcua.workflow.rules.sharing import Why
from motcua.workflow.tasking import NotYourTask, TaskClosed, TextMissing
from motcua.workflow.vocabulary import OpinionKind, TaskKind
from tests.support.acts import GIVEN, bring, do, holding_of
from tests.support.clock import PLAIN_MORNING
from tests.support.offices import agency_id
from tests.support.processes_at_work import put_in_force, states_of, step, tasks_of, usual
from tests.support.reception import a_reception
from tests.support.working_office import BIRTH_AGAIN, officer

pytestmark = pytest.mark.usefixtures("standing")
LATER = PLAIN_MORNING + timedelta(hours=1)
NEXT_DAY = date(2026, 6, 11)
SATURDAY = date(2026, 6, 13)


def received() -> str:
    given = a_reception(BIRTH_AGAIN)
    return receive_dossier(actor=officer("tiepnhan1"), at=PLAIN_MORNING, given=given).code


def check_of(code: str) -> int:
    return tasks_of(code)["check"].pk


def question(kind: TaskKind = TaskKind.CONSULTATION, **changes) -> Question:  # type: ignore[no-untyped-def]
    return Question(
        **{
            "kind": kind,
            "text": "Thửa đất có tranh chấp không?",
            "agency_id": agency_id(),
            "unit_id": officer("thuly2").unit_id,
            "due_on": NEXT_DAY,
        }
        | changes
    )


def test_a_task_is_taken_once_by_somebody_of_the_unit() -> None:
    put_in_force(usual())
    task = check_of(received())
    take_task(actor=officer("thuly1"), at=LATER, task_id=task)
    assert Task.objects.get(pk=task).assignee_id == holding_of("thuly1")
    assert Fact.objects.filter(code="task.taken", subject_id=task).count() == 1
    with pytest.raises(NotYourTask):
        take_task(actor=officer("thuly1"), at=LATER, task_id=task)


def test_whoever_takes_a_step_of_the_handling_has_the_dossier() -> None:
    put_in_force(usual())
    code = received()
    assert take_task(actor=officer("thuly1"), at=LATER, task_id=check_of(code)) is True
    dossier = Dossier.objects.get(code=code)
    assert (dossier.assignee_id, dossier.stage) == (holding_of("thuly1"), Stage.PROCESSING)
    assert tasks_of(code)["check"].assignee_id == holding_of("thuly1")


def test_a_dossier_is_given_out_with_a_step_of_its_handling() -> None:
    put_in_force(usual())
    by_hand, by_rule = received(), received()
    to, head = holding_of("thuly1"), officer("truongphong")
    assign_task(actor=head, at=LATER, task_id=check_of(by_hand), holding_id=to)
    assign_by_rule(actor=head, at=LATER, task_id=check_of(by_rule))
    given = Dossier.objects.filter(code__in=[by_hand, by_rule])
    assert set(given.values_list("assignee", "stage")) == {(to, "RECEIVED")}


def test_taking_what_stands_before_the_beginning_does_not_begin() -> None:
    document = usual(check={"next": [{"to": "start"}]})
    document["steps"].insert(2, step("start", "HANDLING", "draft", act="dossier.start"))
    put_in_force(document)
    code = received()
    assert take_task(actor=officer("thuly1"), at=LATER, task_id=check_of(code)) is False
    assert states_of(code) == [("check", "OPEN")]


def test_whoever_asked_is_weighed_last_and_the_rule_gives_it_to_another() -> None:
    put_in_force(usual())
    code = bring(received(), Stage.PROCESSING)
    mine = question(TaskKind.INSPECTION, unit_id=officer("thuly1").unit_id)
    task = ask(actor=officer("thuly1"), at=LATER, code=code, question=mine)
    order = who_could(officer("lanhdao"), task, LATER)
    assert (order[-1].candidate.holding_id, order[-1].why) == (holding_of("thuly1"), Why.ASKER)
    assert order[-1].candidate.tasks == 1


def test_dossiers_held_without_a_task_weigh_too() -> None:
    codes = [bring(received(), Stage.PROCESSING) for _each in range(2)]
    assert len(codes) == 2
    assert loads_of([holding_of("thuly1")], LATER)[holding_of("thuly1")]["tasks"] == 2
    put_in_force(usual())
    bring(received(), Stage.PROCESSING)
    assert loads_of([holding_of("thuly1")], LATER)[holding_of("thuly1")]["tasks"] == 3


def test_another_unit_does_not_even_know_of_it() -> None:
    put_in_force(usual())
    with pytest.raises(NotFound):
        take_task(actor=officer("thuly2"), at=LATER, task_id=check_of(received()))


def test_reception_does_not_take_what_is_for_the_handling_officer() -> None:
    put_in_force(usual())
    with pytest.raises(NotFound):
        take_task(actor=officer("tiepnhan1"), at=LATER, task_id=check_of(received()))


def test_whoever_finishes_a_step_opens_the_next() -> None:
    put_in_force(usual())
    code = received()
    finish_step(actor=officer("thuly1"), at=LATER, task_id=check_of(code), note="Đủ giấy tờ")
    assert states_of(code) == [("check", "DONE"), ("draft", "OPEN")]
    done = Task.objects.get(step_key="check")
    assert (done.closed_at, done.closed_user_id) == (LATER, officer("thuly1").user_id)
    with pytest.raises(TaskClosed):
        finish_step(actor=officer("thuly1"), at=LATER, task_id=done.pk)


def test_a_step_that_an_act_ends_is_not_finished_here() -> None:
    put_in_force(usual())
    code = received()
    finish_step(actor=officer("thuly1"), at=LATER, task_id=check_of(code))
    with pytest.raises(EndedByAct):
        finish_step(actor=officer("thuly1"), at=LATER, task_id=tasks_of(code)["draft"].pk)


def test_a_step_is_handed_back_for_a_reason() -> None:
    put_in_force(usual())
    code = received()
    finish_step(actor=officer("thuly1"), at=LATER, task_id=check_of(code))
    draft = tasks_of(code)["draft"].pk
    with pytest.raises(TextMissing):
        hand_back_step(actor=officer("thuly1"), at=LATER, task_id=draft, to="check", reason=" ")
    hand_back_step(actor=officer("thuly1"), at=LATER, task_id=draft, to="check", reason="Thiếu")
    assert states_of(code)[1:] == [("draft", "HANDED_BACK"), ("check", "OPEN")]


def test_a_leader_gives_it_to_somebody_who_could_do_it() -> None:
    put_in_force(usual())
    task = check_of(received())
    with pytest.raises(AssigneeUnknown):
        assign_task(
            actor=officer("lanhdao"), at=LATER, task_id=task, holding_id=holding_of("thuly2")
        )
    assign_task(actor=officer("lanhdao"), at=LATER, task_id=task, holding_id=holding_of("thuly1"))
    assert Task.objects.get(pk=task).assignee_id == holding_of("thuly1")
    put_back_task(actor=officer("thuly1"), at=LATER, task_id=task, reason="Đi học")
    assert Task.objects.get(pk=task).assignee_id is None


def test_the_rule_gives_it_to_whoever_has_least_and_keeps_why() -> None:
    put_in_force(usual(give={"act": None, "limit": {"unit": "HALF_DAYS", "value": "1"}}))
    codes = [received() for _each in range(3)]
    given = []
    for code in codes:
        bring(code, Stage.SETTLED)
        task = tasks_of(code)["give"]
        Task.objects.filter(pk=task.pk).update(role="RECEPTION")
        given.append(assign_by_rule(actor=officer("lanhdao"), at=LATER, task_id=task.pk))
    assert len(set(given)) == 3
    fact = Fact.objects.filter(code="task.assigned").latest("id")
    assert '"why":"LEAST_EFFORT"' in fact.payload or '"why":"LONGEST_AGO"' in fact.payload


def test_nobody_away_is_given_anything() -> None:
    put_in_force(usual())
    code = bring(received(), Stage.SETTLED)
    away = officer("tiepnhan1")
    appoint_stand_in(
        actor=officer("lanhdao"),
        at=PLAIN_MORNING,
        absent_holding_id=away.holding_id,
        officer_id=officer_id_called("tiepnhan2"),
        valid_from=PLAIN_MORNING,
        valid_until=PLAIN_MORNING + timedelta(days=2),
        reason="Nghỉ phép",
    )
    name = assign_by_rule(actor=officer("lanhdao"), at=LATER, task_id=tasks_of(code)["give"].pk)
    assert name != away.name


def test_a_stand_in_is_told_of_the_tasks_of_whom_he_stands_in_for_and_does_them_in_his_name() -> (
    None
):
    put_in_force(usual())
    away, other = officer("thuly1"), officer("thuly2")
    appoint_stand_in(
        actor=officer("lanhdao"),
        at=PLAIN_MORNING,
        absent_holding_id=holding_of("thuly1"),
        officer_id=officer_id_called("thuly2"),
        valid_from=PLAIN_MORNING,
        valid_until=PLAIN_MORNING + timedelta(days=2),
        reason="Nghỉ phép",
    )
    code = received()
    task = check_of(code)
    do(code, Act.START, GIVEN[Act.START])
    (told,) = waiting_elsewhere(other, LATER)
    assert (told.absent_name, told.count) == (away.name, 1)
    acting = replace(
        other, unit_id=away.unit_id, roles=away.roles, stands_in_for_id=away.holding_id
    )
    Task.objects.filter(pk=ask(actor=away, at=LATER, code=code, question=question())).update(
        assignee=other.holding_id
    )
    assert [row.id for row in inbox(acting, InboxFilter(), at=LATER).rows] == [task]
    finish_step(actor=acting, at=LATER, task_id=task)
    closed = Task.objects.get(pk=task)
    assert closed.closed_by_name == f"{other.name} (làm thay {away.name})"


def test_an_opinion_is_waited_for_before_deciding() -> None:
    put_in_force(usual())
    code = bring(received(), Stage.PROPOSED)
    task = ask(actor=officer("thuly1"), at=LATER, code=code, question=question())
    with pytest.raises(AnswerOutstanding):
        do(code, Act.DECIDE, GIVEN[Act.DECIDE], at=LATER)
    assert Dossier.objects.get(code=code).stage == Stage.PROPOSED
    answer_task(
        actor=officer("thuly2"),
        at=LATER,
        task_id=task,
        answer=Opinion(opinion=OpinionKind.AGREED),
    )
    do(code, Act.DECIDE, GIVEN[Act.DECIDE], at=LATER)
    assert Dossier.objects.get(code=code).stage == Stage.DECIDED


def test_whoever_is_asked_may_read_the_dossier_and_nobody_else_of_the_house() -> None:
    code = bring(received(), Stage.PROCESSING)
    with pytest.raises(NotFound):
        dossier_detail(officer("thuly2"), code)
    ask(actor=officer("thuly1"), at=LATER, code=code, question=question())
    assert dossier_detail(officer("thuly2"), code).code == code
    with pytest.raises(NotFound):
        dossier_detail(officer("thuly3"), code)


def test_a_step_of_another_unit_lets_that_unit_in_from_reception_on() -> None:
    who = {"kind": "ROLE", "role": "HANDLING", "unit": unit_slug("thuly2")}
    put_in_force(usual(check={"who": who}))
    code = received()
    assert dossier_detail(officer("thuly2"), code).code == code
    take_task(actor=officer("thuly2"), at=LATER, task_id=check_of(code))


def unit_slug(username: str) -> str:
    units = units_of(agency_id(), PLAIN_MORNING.date())
    return next(one.slug for one in units if one.id == officer(username).unit_id)


def test_silence_is_no_consent_but_its_absence_can_be_justified() -> None:
    code = bring(received(), Stage.PROPOSED)
    task = ask(actor=officer("thuly1"), at=LATER, code=code, question=question())
    much_later = PLAIN_MORNING + timedelta(days=2)
    with pytest.raises(AnswerOutstanding):
        do(code, Act.DECIDE, GIVEN[Act.DECIDE], at=much_later)
    with pytest.raises(NotYourTask):
        go_on_without(actor=officer("thuly2"), at=much_later, task_id=task, reason="Trễ")
    go_on_without(actor=officer("thuly1"), at=much_later, task_id=task, reason="Đã có trong bản đồ")
    do(code, Act.DECIDE, GIVEN[Act.DECIDE], at=much_later)
    assert Task.objects.get(pk=task).state == "WAIVED"


def test_whoever_does_not_agree_says_why() -> None:
    code = bring(received(), Stage.PROCESSING)
    task = ask(actor=officer("thuly1"), at=LATER, code=code, question=question())
    with pytest.raises(QuestionRefused):
        answer_task(
            actor=officer("thuly2"),
            at=LATER,
            task_id=task,
            answer=Opinion(opinion=OpinionKind.DISAGREED),
        )
    with pytest.raises(AnswerNotForThis):
        answer_task(actor=officer("thuly2"), at=LATER, task_id=task, answer=Reply(text="Xong"))


def test_an_answer_is_asked_for_a_day_on_which_one_works() -> None:
    code = bring(received(), Stage.PROCESSING)
    for changes in ({"due_on": SATURDAY}, {"due_on": date(2026, 6, 9)}, {"text": "  "}):
        with pytest.raises(QuestionRefused):
            ask(actor=officer("thuly1"), at=LATER, code=code, question=question(**changes))


def test_one_asks_somebody_who_is_there() -> None:
    code = bring(received(), Stage.PROCESSING)
    for changes in ({"agency_id": 10**9}, {"unit_id": 10**9}, {"holding_id": 10**9}):
        with pytest.raises(AskedNobody):
            ask(actor=officer("thuly1"), at=LATER, code=code, question=question(**changes))


def test_an_inspection_has_minutes_and_ends_the_need_for_them() -> None:
    put_in_force(usual(check={"needs": ["MINUTES"]}))
    code = received()
    task = ask(
        actor=officer("thuly1"),
        at=PLAIN_MORNING,
        code=code,
        question=question(TaskKind.INSPECTION, unit_id=officer("thuly1").unit_id),
    )
    minutes = Minutes(
        held_at=PLAIN_MORNING,
        place="Thửa 12, tờ 5",
        participants="Ông A, bà B",
        findings="Đúng ranh giới",
        conclusion="Đủ điều kiện",
    )
    with pytest.raises(QuestionRefused):
        answer_task(actor=officer("thuly1"), at=PLAIN_MORNING, task_id=task, answer=_ahead(minutes))
    answer_task(actor=officer("thuly1"), at=LATER, task_id=task, answer=minutes)
    finish_step(actor=officer("thuly1"), at=LATER, task_id=check_of(code))
    assert list(tasks_of(code)) == ["draft"]


def _ahead(minutes: Minutes) -> Minutes:
    return Minutes(**vars(minutes) | {"held_at": LATER})


def test_a_second_look_is_somebody_elses() -> None:
    code = bring(received(), Stage.PROCESSING)
    asked = question(TaskKind.REVIEW, unit_id=None)
    task = ask(actor=officer("thuly1"), at=LATER, code=code, question=asked)
    with pytest.raises(SameEyes):
        answer_task(
            actor=officer("thuly1"),
            at=LATER,
            task_id=task,
            answer=Opinion(opinion=OpinionKind.AGREED),
        )


def test_an_order_is_given_by_a_leader_and_answered() -> None:
    to = question(
        TaskKind.DIRECTIVE, unit_id=officer("thuly1").unit_id, holding_id=holding_of("thuly1")
    )
    with pytest.raises(NotPermitted):
        ask(actor=officer("thuly2"), at=LATER, code="", question=to)
    task = ask(actor=officer("lanhdao"), at=LATER, code="", question=to)
    answer_task(actor=officer("thuly1"), at=LATER, task_id=task, answer=Reply(text="Đã làm xong"))
    assert Task.objects.get(pk=task).state == "DONE"
