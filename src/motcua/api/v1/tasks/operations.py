"""`/tasks`: inboxes, what is done with a task, what is asked of others and answered."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Annotated

from ninja import Query, Router, Status
from pydantic import Field

from motcua.accounts.rules.roles import Permission
from motcua.api.asking import ApiRequest
from motcua.api.noting import note_access
from motcua.api.tokens import BearerToken
from motcua.api.v1.shapes.fields import Asked, DossierCode, PageSize
from motcua.api.v1.shapes.tasks import (
    AnswerIn,
    AskedOut,
    QuestionIn,
    TaskActIn,
    TaskLine,
    TaskOut,
    TaskPage,
    TaskVerb,
    WayOut,
)
from motcua.kernel.actor import Actor
from motcua.kernel.paging import PAGE_ROWS
from motcua.workflow.commands.answering import answer_task
from motcua.workflow.commands.asking import ask, go_on_without
from motcua.workflow.commands.hands import assign_by_rule, assign_task, put_back_task, take_task
from motcua.workflow.commands.steps import finish_step, hand_back_step
from motcua.workflow.inputs import Answer, Minutes, Opinion, Question, Reply
from motcua.workflow.queries.inbox import Box, InboxFilter, inbox
from motcua.workflow.queries.tasks import TaskDetail, task_detail
from motcua.workflow.rows import TaskRow
from motcua.workflow.vocabulary import TaskKind

router = Router(tags=["work"])
SAME = frozenset(TaskLine.model_fields) - {"allotted_minutes", "spent_minutes"}


class InboxQuery(Asked):
    """Whose tasks, and of which kind."""

    box: Box = Field(
        Box.MINE, description="Mine, nobody's yet, asked by me, nearly late, all I lead."
    )
    kind: TaskKind | None = None
    only_late: bool = False
    cursor: Annotated[str, Field(pattern=r"^([0-9]{1,18}-[0-9]{1,18})?$")] = ""
    size: PageSize = PAGE_ROWS


@router.get(
    "/tasks",
    auth=BearerToken(Permission.TASK_VIEW),
    response=TaskPage,
    operation_id="list_tasks",
)
def list_tasks(request: ApiRequest, asked: Annotated[InboxQuery, Query()]) -> TaskPage:
    """Open tasks, the nearest end first, those without one last."""
    which = InboxFilter(box=asked.box, kind=asked.kind, only_late=asked.only_late)
    page = inbox(request.auth, which, at=request.at, cursor=asked.cursor, size=asked.size)
    found = [row.dossier_code for row in page.rows if row.dossier_code]
    note_access(request, "dossier.list", inbox=str(asked.box), found=found)
    return TaskPage(items=[task_line(row) for row in page.rows], next_cursor=page.next_cursor)


@router.get(
    "/tasks/{int:task_id}",
    auth=BearerToken(Permission.TASK_VIEW),
    response=TaskOut,
    operation_id="show_task",
)
def show_task(request: ApiRequest, task_id: int) -> TaskOut:
    """One task, and what the caller may do with it."""
    return _read(request, task_id)


@router.post(
    "/tasks/{int:task_id}/acts",
    auth=BearerToken(Permission.TASK_VIEW),
    response=TaskOut,
    operation_id="do_task",
)
def do_task(request: ApiRequest, task_id: int, given: TaskActIn) -> TaskOut:
    """Take it, put it back, give it to somebody, finish a step, hand it back, go on without an answer."""
    carry_out(request.auth, request.at, task_id, given)
    return _read(request, task_id)


@router.post(
    "/tasks/{int:task_id}/answer",
    auth=BearerToken(Permission.TASK_DO),
    response=TaskOut,
    operation_id="answer_task",
)
def answer(request: ApiRequest, task_id: int, given: AnswerIn) -> TaskOut:
    """An opinion, minutes of an inspection, a second look, or how an order was carried out."""
    detail = task_detail(request.auth, task_id, request.at)
    answer_task(
        actor=request.auth,
        at=request.at,
        task_id=task_id,
        answer=answer_from(detail.row.kind, given, request.at),
    )
    return _read(request, task_id)


@router.post(
    "/dossiers/{code}/tasks",
    auth=BearerToken(Permission.TASK_ASK),
    response={201: AskedOut},
    operation_id="ask_about_dossier",
)
def ask_about(request: ApiRequest, code: DossierCode, given: QuestionIn) -> Status[AskedOut]:
    """Ask another unit, agency or person about a dossier, by a day. Whoever is asked may read it."""
    question = Question(**given.model_dump())
    made = ask(actor=request.auth, at=request.at, code=code, question=question)
    return Status(201, AskedOut(id=made))


def task_line(row: TaskRow) -> TaskLine:
    """A task as lists tell it."""
    same = {name: getattr(row, name) for name in SAME}
    return TaskLine(**same, allotted_minutes=row.effort, spent_minutes=row.spent)


def _read(request: ApiRequest, task_id: int) -> TaskOut:
    """The task as it stands now, with a note of who has read it."""
    detail = task_detail(request.auth, task_id, request.at)
    note_access(request, "task.read", dossier_id=detail.row.dossier_id, task=task_id)
    return _shown(detail)


def _shown(detail: TaskDetail) -> TaskOut:
    rights = {
        TaskVerb.TAKE: detail.may_take,
        TaskVerb.PUT_BACK: detail.may_put_back,
        TaskVerb.ASSIGN: detail.may_assign,
        TaskVerb.SHARE: detail.may_assign,
        TaskVerb.FINISH: detail.may_do and detail.step is not None and not detail.step.act,
        TaskVerb.HAND_BACK: detail.may_do and bool(detail.back_to),
        TaskVerb.GO_ON_WITHOUT: detail.may_withdraw,
    }
    return TaskOut(
        **task_line(detail.row).model_dump(),
        may=[str(verb) for verb, allowed in rights.items() if allowed],
        ends_with=(detail.step.act or "") if detail.step and not detail.by_hand else "",
        ways=[WayOut(key=one.to, name=detail.way_names.get(one.to, "")) for one in detail.ways],
        back_to=[WayOut(key=key, name=name) for key, name in detail.back_to],
    )


def answer_from(kind: TaskKind, given: AnswerIn, at: datetime) -> Answer:
    """The answer that this kind of task wants; what lacks is refused by the rule."""
    if kind is TaskKind.INSPECTION:
        told = given.model_dump(exclude={"opinion", "text", "held_at"})
        return Minutes(**told, held_at=given.held_at or at)
    if given.opinion is not None:
        return Opinion(opinion=given.opinion, text=given.text)
    return Reply(text=given.text)


Doer = Callable[[Actor, datetime, int, TaskActIn], object]
DOERS: dict[TaskVerb, Doer] = {
    TaskVerb.TAKE: lambda actor, at, pk, _given: take_task(actor=actor, at=at, task_id=pk),
    TaskVerb.PUT_BACK: lambda actor, at, pk, given: put_back_task(
        actor=actor, at=at, task_id=pk, reason=given.reason
    ),
    TaskVerb.ASSIGN: lambda actor, at, pk, given: assign_task(
        actor=actor, at=at, task_id=pk, holding_id=given.holding_id or 0, reason=given.reason
    ),
    TaskVerb.SHARE: lambda actor, at, pk, _given: assign_by_rule(actor=actor, at=at, task_id=pk),
    TaskVerb.FINISH: lambda actor, at, pk, given: finish_step(
        actor=actor, at=at, task_id=pk, way=given.way, note=given.note
    ),
    TaskVerb.HAND_BACK: lambda actor, at, pk, given: hand_back_step(
        actor=actor, at=at, task_id=pk, to=given.to, reason=given.reason
    ),
    TaskVerb.GO_ON_WITHOUT: lambda actor, at, pk, given: go_on_without(
        actor=actor, at=at, task_id=pk, reason=given.reason
    ),
}


def carry_out(actor: Actor, at: datetime, task_id: int, given: TaskActIn) -> None:
    """Refusals: those of the command."""
    DOERS[given.act](actor, at, task_id, given)
