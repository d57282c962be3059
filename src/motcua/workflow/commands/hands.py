"""In whose hands a task is: taken, put back, given by hand, given by rule."""

from __future__ import annotations

from datetime import datetime

from motcua.accounts.rules.roles import Permission, may
from motcua.dossiers.vocabulary import Act
from motcua.kernel.actor import Actor
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotPermitted
from motcua.ledger.recording import recording
from motcua.workflow.becoming_handler import begin_handling, give_handling, locked_nobodys
from motcua.workflow.candidates import candidates_for, colleague_for
from motcua.workflow.events import TaskAssigned, TaskPutBack, TaskTaken
from motcua.workflow.guarding import SameEyes, eyes_taken
from motcua.workflow.models import Task
from motcua.workflow.policies import can_assign, can_do, can_take
from motcua.workflow.rules.sharing import ranked
from motcua.workflow.tasking import keep_fact, locked_task, named, told, within


class NobodyFits(Refusal):
    """Nobody is there who could do it: all are away, or did the step that other eyes must check."""

    code = "nobody-fits"


class AlreadyHis(Refusal):
    """The task is with this officer already."""

    code = "task-already-his"


def take_task(*, actor: Actor, at: datetime, task_id: int) -> bool:
    """It is his from now on, of whom he stands in for if he does. A step of the handling of a dossier
    that nobody has begins the handling: gives whether the dossier became his.

    Refusals: NotPermitted, NotFound, TaskClosed, NotYourTask, SameEyes.
    """
    may(actor, Permission.TASK_DO).demand()
    holding_id = actor.stands_in_for_id or actor.holding_id
    if holding_id is None:
        raise NotPermitted(reason="no-position")
    with recording(actor, at) as record:
        code = locked_nobodys(actor, Act.START, task_id)
        task = locked_task(actor, task_id, can_take)
        if actor.user_id in eyes_taken(task):
            raise SameEyes(step=task.name)
        begins = begin_handling(actor, at, code)
        _give(task, holding_id)
        keep_fact(record, task, TaskTaken(**named(task), holding_id=holding_id))
    return begins


def put_back_task(*, actor: Actor, at: datetime, task_id: int, reason: str) -> None:
    """Nobody's again, for a reason. Refusals: NotPermitted, NotFound, TaskClosed, NotYourTask, TextMissing."""
    may(actor, Permission.TASK_DO).demand()
    why = told(reason, "reason")
    with recording(actor, at) as record:
        task = locked_task(actor, task_id, can_do)
        _give(task, None)
        keep_fact(record, task, TaskPutBack(**named(task), reason=why))


def assign_task(
    *, actor: Actor, at: datetime, task_id: int, holding_id: int, reason: str = ""
) -> None:
    """A leader gives it to somebody who could do it; with a step of the handling, a dossier that nobody
    has yet.

    Refusals: NotPermitted, NotFound, TaskClosed, NotYourTask, AlreadyHis, AssigneeUnknown, SameEyes.
    """
    may(actor, Permission.TASK_ASSIGN).demand()
    why = within(reason, "reason")
    with recording(actor, at) as record:
        code = locked_nobodys(actor, Act.ASSIGN, task_id)
        task = locked_task(actor, task_id, can_assign)
        if task.assignee_id == holding_id:
            raise AlreadyHis(field="holding_id")
        to = colleague_for(task, holding_id, at, actor.agency_id)
        give_handling(actor, at, code if to.unit_id == task.unit_id else "", holding_id)
        _give(task, holding_id)
        event = TaskAssigned(
            **named(task), holding_id=holding_id, assignee_name=to.name, reason=why
        )
        keep_fact(record, task, event)


def assign_by_rule(*, actor: Actor, at: datetime, task_id: int) -> str:
    """Whoever has least in hand gets it; the fact keeps everybody who was weighed. Returns his name.

    Refusals: NotPermitted, NotFound, TaskClosed, NotYourTask, NobodyFits.
    """
    may(actor, Permission.TASK_ASSIGN).demand()
    with recording(actor, at) as record:
        code = locked_nobodys(actor, Act.ASSIGN, task_id)
        task = locked_task(actor, task_id, can_assign)
        order = ranked(candidates_for(task, at, actor.agency_id))
        if not order or not order[0].is_fit:
            raise NobodyFits(name=task.name)
        first = order[0].candidate
        give_handling(actor, at, code if first.unit_id == task.unit_id else "", first.holding_id)
        _give(task, first.holding_id)
        event = TaskAssigned(
            **named(task),
            holding_id=first.holding_id,
            assignee_name=first.name,
            grounds=tuple(one.to_plain() for one in order),
        )
        keep_fact(record, task, event)
    return first.name


def _give(task: Task, holding_id: int | None) -> None:
    Task.objects.filter(pk=task.pk).update(assignee_id=holding_id)
