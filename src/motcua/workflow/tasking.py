"""What every command on a task does: the row found and locked, the right looked at, the fact kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from motcua.kernel.actor import Actor
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound, Verdict
from motcua.ledger.queries import next_seq
from motcua.ledger.recording import Record, Subject, agency_stream
from motcua.workflow.events import TaskEvent
from motcua.workflow.models import Task
from motcua.workflow.policies import visible
from motcua.workflow.rules.texts import TEXT_MAX, TextMissing, TextTooLong
from motcua.workflow.vocabulary import TaskState

SUBJECT = "task"


class TaskClosed(Refusal):
    """The task has ended meanwhile."""

    code = "task-closed"


class NotYourTask(Refusal):
    """The task is in somebody else's hands, or not for this role."""

    code = "not-your-task"


def locked_task(
    actor: Actor, task_id: int, allowed: Callable[[Actor, Task], Verdict] | None = None
) -> Task:
    """The open task, locked until the transaction ends. Refusals: NotFound, also when the actor may
    not see it; TaskClosed; NotYourTask."""
    found = Task.objects.filter(visible(actor), pk=task_id)
    task = found.select_for_update(no_key=True).first()
    if task is None:
        raise NotFound(kind=SUBJECT)
    if task.state != TaskState.OPEN:
        raise TaskClosed(name=task.name)
    if allowed is not None and not allowed(actor, task):
        raise NotYourTask(name=task.name)
    return task


def keep_fact(record: Record, task: Task, event: TaskEvent) -> None:
    """At the end of the chain of the agency that acts."""
    record.append(
        event,
        about=Subject(SUBJECT, task.pk, next_seq(SUBJECT, task.pk)),
        stream=agency_stream(record.actor.agency_id or task.agency_id),
    )


def told(text: str, field: str) -> str:
    """What was written, without the spaces around it. Refusals: TextMissing, TextTooLong."""
    clean = within(text, field)
    if not clean:
        raise TextMissing(field=field)
    return clean


def within(text: str, field: str) -> str:
    """Refusals: TextTooLong."""
    clean = text.strip()
    if len(clean) > TEXT_MAX:
        raise TextTooLong(field=field, length_max=TEXT_MAX)
    return clean


def named(task: Task) -> dict[str, Any]:
    """What every fact about a task says."""
    return {"name": task.name, "kind": task.kind, "dossier_id": task.dossier_id}
