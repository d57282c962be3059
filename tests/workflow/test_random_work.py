"""Officers do what comes to their minds, allowed or not: tasks and process never part, nothing is left open
at the end, and every fact folds to its rows (`standing`)."""

from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta

import pytest

from motcua.dossiers import inputs
from motcua.dossiers.commands.receive import receive_dossier
from motcua.dossiers.models import Dossier
from motcua.dossiers.vocabulary import OPEN_STAGES, Act, Stage
from motcua.kernel.refusal import Refusal
from motcua.workflow.commands.answering import answer_task
from motcua.workflow.commands.asking import ask, go_on_without
from motcua.workflow.commands.hands import assign_by_rule, put_back_task, take_task
from motcua.workflow.commands.steps import finish_step, hand_back_step
from motcua.workflow.inputs import Opinion, Question
from motcua.workflow.models import Task
from motcua.workflow.proof import work_flaws
from motcua.workflow.vocabulary import OpinionKind, TaskKind
from tests.support.acts import GIVEN, do
from tests.support.clock import PLAIN_MORNING
from tests.support.offices import agency_id
from tests.support.processes_at_work import put_in_force, step, usual
from tests.support.reception import a_reception
from tests.support.working_office import BIRTH_AGAIN, officer

pytestmark = pytest.mark.usefixtures("standing")
PEOPLE = ("tiepnhan1", "thuly1", "thuly2", "truongphong", "lanhdao", "vanthu")
DONE = {
    **GIVEN,
    Act.SEND_BACK: inputs.WithReason(reason="Thiếu căn cứ"),
    Act.RESUME: inputs.Resume(),
    Act.REOPEN: inputs.Reopen(ground="Bản án", reason="Làm lại"),
}
LIFE = [act for act in DONE if act not in (Act.ASK_TO_COMPLETE, Act.WITHDRAW)]
TURNS = 45


def parallel() -> dict[str, object]:
    document = usual(check={"next": [{"to": "draft"}, {"to": "tax"}], "split": "ALL"})
    document["steps"].insert(2, step("tax", "HANDLING", "sign", returns_to=["check"]))
    document["steps"][4]["join"] = "ALL"
    return document


class Day:
    """One dossier, and a clock that goes on."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)  # a test's own dice
        given = a_reception(BIRTH_AGAIN)
        at = PLAIN_MORNING
        self.code = receive_dossier(actor=officer("tiepnhan1"), at=at, given=given).code
        self.at = PLAIN_MORNING
        self.things: list[Callable[[], object]] = [
            self.act, self.act, self.finish, self.finish, self.hand_back, self.take, self.put_back,
            self.share, self.ask, self.answer, self.without,
        ]  # fmt: skip

    @property
    def who(self):  # type: ignore[no-untyped-def]
        return officer(self.chance.choice(PEOPLE), PLAIN_MORNING)

    @property
    def task(self) -> int:
        found = list(Task.objects.filter(dossier__code=self.code).values_list("pk", flat=True))
        return self.chance.choice(found or [0])

    def turn(self) -> None:
        self.at += timedelta(minutes=self.chance.randrange(1, 200))
        with suppress(Refusal):
            self.chance.choice(self.things)()

    def act(self) -> None:
        act = self.chance.choice(LIFE)
        do(self.code, act, DONE[act], by=self.chance.choice(PEOPLE), at=self.at)

    def finish(self) -> None:
        finish_step(actor=self.who, at=self.at, task_id=self.task)

    def hand_back(self) -> None:
        to = self.chance.choice(("check", "draft", "receive"))
        hand_back_step(actor=self.who, at=self.at, task_id=self.task, to=to, reason="Sai")

    def take(self) -> None:
        take_task(actor=self.who, at=self.at, task_id=self.task)

    def put_back(self) -> None:
        put_back_task(actor=self.who, at=self.at, task_id=self.task, reason="Bận")

    def share(self) -> None:
        assign_by_rule(actor=self.who, at=self.at, task_id=self.task)

    def ask(self) -> None:
        question = Question(
            kind=self.chance.choice((TaskKind.CONSULTATION, TaskKind.REVIEW)),
            text="Hỏi một câu",
            agency_id=agency_id(),
            due_on=(self.at + timedelta(days=7)).date(),
            is_mandatory=self.chance.random() < 0.3,
        )
        ask(actor=self.who, at=self.at, code=self.code, question=question)

    def answer(self) -> None:
        answer = Opinion(opinion=OpinionKind.AGREED, text="Được")
        answer_task(actor=self.who, at=self.at, task_id=self.task, answer=answer)

    def without(self) -> None:
        go_on_without(actor=self.who, at=self.at, task_id=self.task, reason="Không cần")

    def holds(self) -> None:
        assert list(work_flaws()) == []
        dossier = Dossier.objects.get(code=self.code)
        is_over = dossier.stage not in {*OPEN_STAGES, Stage.SETTLED}
        left = Task.objects.filter(dossier=dossier, state="OPEN").count()
        assert not (is_over and left)


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("document", [usual, parallel])
def test_tasks_and_process_never_part(document: Callable[[], dict[str, object]], seed: int) -> None:
    put_in_force(document())
    day = Day(seed)
    for _turn in range(TURNS):
        day.turn()
        day.holds()
    assert Task.objects.filter(dossier__code=day.code, state="DONE").exists()
