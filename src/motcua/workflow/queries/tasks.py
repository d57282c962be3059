"""One task with all that can be done about it, and the candidates to whom it could be given."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson

from motcua.accounts.rules.roles import Permission, may
from motcua.dossiers.following.standing_row import standing_row
from motcua.dossiers.policies import among_visible
from motcua.dossiers.vocabulary import Stage
from motcua.kernel.actor import Actor
from motcua.kernel.verdict import NotFound
from motcua.ledger.queries import facts_about
from motcua.processes.rules.shapes import Next, Step
from motcua.workflow.candidates import candidates_for
from motcua.workflow.carrying import seen_run
from motcua.workflow.following import standing_of
from motcua.workflow.guarding import eyes_taken
from motcua.workflow.knowing import known_of
from motcua.workflow.models import Task
from motcua.workflow.policies import (
    can_assign,
    can_correct,
    can_do,
    can_take,
    can_withdraw,
    fits,
    visible,
)
from motcua.workflow.rows import TaskRow, rows_of
from motcua.workflow.rules.following import finished_by_hand
from motcua.workflow.rules.running import choices, hands_back_to
from motcua.workflow.rules.sharing import Ranked, ranked
from motcua.workflow.vocabulary import TaskKind, TaskState


@dataclass(frozen=True, slots=True)
class Returned:
    """Why a step is done once more: who returned it, from which step, for what reason ("" = the act on the
    dossier that did it says it)."""

    by_name: str
    from_name: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskDetail:
    """A task, what this actor may do with it, and for a step where it leads."""

    row: TaskRow
    may_take: bool
    may_do: bool
    may_put_back: bool
    may_assign: bool
    may_withdraw: bool
    sees_dossier: bool
    may_correct: bool = False
    needs_other_eyes: bool = False
    """Whether it would be his to do, had he not done what is looked at, or asked for it."""
    returned: Returned | None = None
    step: Step | None = None
    by_hand: bool = False
    """Whether the step is finished here, and not by an act on the dossier."""
    ways: tuple[Next, ...] = ()
    way_names: dict[str, str]
    back_to: tuple[tuple[str, str], ...] = ()


def task_detail(actor: Actor, task_id: int, at: datetime) -> TaskDetail:
    """Whoever may see the task as work, or the dossier that it is about. Ten queries at most.

    Refusals: NotPermitted, NotFound.
    """
    may(actor, Permission.TASK_VIEW).demand()
    task = Task.objects.filter(pk=task_id).first()
    if task is None:
        raise NotFound(kind="task")
    sees = task.dossier_id is not None and _sees(actor, task.dossier_id)
    if not sees and not Task.objects.filter(visible(actor), pk=task_id).exists():
        raise NotFound(kind="task")
    is_open = task.state == TaskState.OPEN
    step = _step(task, at) if is_open else {"way_names": {}}
    is_fit = not is_open or actor.user_id not in eyes_taken(task)
    return TaskDetail(
        row=rows_of(Task.objects.filter(pk=task_id))[0],
        may_take=is_open and is_fit and bool(can_take(actor, task)),
        may_do=is_open and is_fit and bool(can_do(actor, task)),
        may_put_back=is_open and task.assignee_id is not None and bool(can_do(actor, task)),
        may_assign=is_open and bool(can_assign(actor, task)),
        may_withdraw=is_open and bool(can_withdraw(actor, task)),
        sees_dossier=sees,
        may_correct=bool(can_correct(actor, task)),
        needs_other_eyes=not is_fit and bool(can_do(actor, task)),
        returned=_returned(task),
        **step,
    )


def _returned(task: Task) -> Returned | None:
    """One query for a step begun again (task_of_dossier), two where an act on the dossier returned it."""
    if task.kind != TaskKind.STEP or task.round == 1 or task.dossier_id is None:
        return None
    found = Task.objects.filter(
        dossier=task.dossier_id, state=str(TaskState.HANDED_BACK), closed_at=task.opened_at
    )
    from_task = found.order_by("-id").first()
    if from_task is None:
        return None
    told = orjson.loads(from_task.answer).get("note", "") if from_task.answer else ""
    reason = told or _reason_of_act(task.dossier_id, task.opened_at)
    return Returned(from_task.closed_by_name, from_task.name, reason)


def _reason_of_act(dossier_id: int, at: datetime) -> str:
    facts = facts_about("dossier", dossier_id)
    told = [fact.payload.get("reason", "") for fact in facts if fact.occurred_at == at]
    return str(told[-1]) if told else ""


def taken_by(actor: Actor, task_id: int) -> TaskRow | None:
    """A task that the actor could take if nobody had been faster, while somebody has it; None otherwise.
    Two queries."""
    found = Task.objects.filter(fits(actor), pk=task_id, state=str(TaskState.OPEN))
    rows = rows_of(found.exclude(assignee=None))
    return rows[0] if rows else None


def _sees(actor: Actor, dossier_id: int) -> bool:
    return among_visible(actor, Permission.DOSSIER_VIEW).filter(pk=dossier_id).exists()


def _step(task: Task, at: datetime) -> dict[str, Any]:
    """The step, how it ends, the branches to choose from by hand, and where it may be handed back."""
    run = seen_run(task.dossier_id) if task.kind == TaskKind.STEP and task.dossier_id else None
    if run is None or run.running.at(task.step_key) is None:
        return {"way_names": {}}
    step = run.process.step(task.step_key)
    row = standing_row(run.dossier_id)
    known = known_of(run.process, standing_of(run.dossier_id, row), row, at)
    back = hands_back_to(run.process, run.running, task.step_key)
    names = {one.key: one.name for one in run.process.steps}
    return {
        "step": step,
        "by_hand": finished_by_hand(step, task.round, Stage(row["stage"])),
        "ways": choices(step, known),
        "way_names": names,
        "back_to": tuple((key, names[key]) for key in back),
    }


def who_could(actor: Actor, task_id: int, at: datetime) -> tuple[Ranked, ...]:
    """Everybody to whom the task could be given, whoever should get it first. Six queries at most.

    Refusals: NotFound.
    """
    task = Task.objects.filter(visible(actor), pk=task_id).first()
    if task is None or not can_assign(actor, task):
        raise NotFound(kind="task")
    return ranked(candidates_for(task, at, actor.agency_id))
