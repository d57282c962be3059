"""What the steps of a sample dossier need of others: asked for when its handling begins, answered by who was
asked, before the draft goes to the signer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.processes.rules.shapes import Step
from motcua.processes.vocabulary import Need
from motcua.workflow.commands.answering import answer_task
from motcua.workflow.commands.asking import ask
from motcua.workflow.commands.steps import finish_step
from motcua.workflow.inputs import Minutes, Opinion, Question
from motcua.workflow.queries.of_dossier import DossierWork, StepNow, work_of_dossier
from motcua.workflow.vocabulary import OpinionKind, TaskKind, TaskState
from motcua.worktime.queries.calendars import office_time

ANSWERS_IN_MINUTES: Final = 2 * 8 * 60
"""How long whoever is asked has: two working days."""
DESK: Final = "tiepnhan1"
ASKED: Final = {
    Need.OPINION: (TaskKind.CONSULTATION, "Xin ý kiến về quy hoạch và phòng cháy tại địa điểm này"),
    Need.MINUTES: (TaskKind.INSPECTION, "Kiểm tra thực địa, lập biên bản hiện trạng"),
}
Actors = Callable[[str, datetime], Actor]


def ask_what_is_needed(actors: Actors, code: str, handler: str, at: datetime) -> None:
    """An opinion of another unit, minutes of one's own inspection: as the open steps need them."""
    asker = actors(handler, at)
    for one in _open_steps(work_of_dossier(asker, code)):
        for need in one.step.needs:
            if need in ASKED:
                kind, text = ASKED[need]
                told = asker if need is Need.MINUTES else actors(_other(handler), at)
                ask(actor=asker, at=at, code=code, question=_question(kind, text, told, at))


def answer_what_was_asked(actors: Actors, code: str, handler: str, at: datetime) -> None:
    """Everything that waits for an answer, then the steps done by hand."""
    asker = actors(handler, at)
    work = work_of_dossier(asker, code)
    for row in work.asked:
        if row.state is TaskState.OPEN and row.kind is TaskKind.INSPECTION:
            answer_task(actor=asker, at=at, task_id=row.id, answer=_minutes(asker, at))
        elif row.state is TaskState.OPEN:
            answer = Opinion(opinion=OpinionKind.AGREED, text="Không có ý kiến khác.")
            other = actors(_other(handler), at)
            answer_task(actor=other, at=at, task_id=row.id, answer=answer)
    for _round in work.steps:
        _finish_what_is_open(actors, asker, code, at)


def _finish_what_is_open(actors: Actors, asker: Actor, code: str, at: datetime) -> None:
    """The steps that no act ends: what is done outside is told at the desk."""
    work = work_of_dossier(asker, code)
    for one in _open_steps(work):
        if one.task and not one.step.act and not _is_looked_at(one.step, work):
            who = actors(DESK, at) if one.step.is_outside else asker
            finish_step(actor=who, at=at, task_id=one.task.id)


def _open_steps(work: DossierWork) -> list[StepNow]:
    return [one for one in work.steps if one.task and one.task.state is TaskState.OPEN]


def _is_looked_at(step: Step, work: DossierWork) -> bool:
    """Whether other eyes are to look at it: its officer lays the draft before them himself."""
    return any(one.step.four_eyes_with == step.key for one in work.steps)


def _other(handler: str) -> str:
    return "thuly1" if handler == "thuly2" else "thuly2"


def _question(kind: TaskKind, text: str, told: Actor, at: datetime) -> Question:
    assert told.agency_id is not None
    calendar = office_time(told.agency_id, at.date()).calendar
    until = calendar.add_working_minutes(at, ANSWERS_IN_MINUTES)
    return Question(
        kind=kind,
        text=text,
        agency_id=told.agency_id,
        unit_id=told.unit_id,
        holding_id=told.holding_id,
        due_on=local_day(until),
        is_mandatory=True,
    )


def _minutes(asker: Actor, at: datetime) -> Minutes:
    return Minutes(
        held_at=at - timedelta(minutes=30),
        place="Tại địa điểm ghi trong hồ sơ",
        participants=f"{asker.name}; người nộp hồ sơ",
        applicant_was_there=True,
        findings="Hiện trạng đúng như hồ sơ khai.",
        conclusion="Đủ điều kiện xem xét tiếp.",
    )
