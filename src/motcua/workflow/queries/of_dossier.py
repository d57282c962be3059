"""The work on one dossier: where it stands in its process, and every task."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

import orjson

from motcua.accounts.rules.roles import Permission, may
from motcua.dossiers.policies import among_visible, find_for
from motcua.kernel.actor import Actor
from motcua.ledger.queries import FactRow, facts_about_each
from motcua.processes.queries.processes import process_version
from motcua.processes.rules.shapes import Process, Step
from motcua.workflow.models import ProcessRun, Task
from motcua.workflow.policies import can_ask, can_do
from motcua.workflow.rows import TaskRow, rows_of
from motcua.workflow.rules.graph import reached
from motcua.workflow.rules.keeping import from_plain
from motcua.workflow.rules.running import Running
from motcua.workflow.vocabulary import TaskKind, TaskState

TASKS_MAX = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class StepNow:
    """A step of the process, with its latest task if it was ever begun. `is_done`: also one that the
    reception itself did. `is_ahead`: the dossier may still come to it."""

    step: Step
    task: TaskRow | None
    is_done: bool
    rounds: int
    is_ahead: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierWork:
    """`title` "" and no steps: the procedure had no process when the dossier was received."""

    id: int
    code: str
    title: str
    version_number: int
    received_at: datetime
    steps: tuple[StepNow, ...]
    asked: tuple[TaskRow, ...]
    """What was asked of others, the latest first."""
    is_over: bool
    may_ask: bool


def work_of_dossier(actor: Actor, code: str) -> DossierWork:
    """Five queries at most (task_of_dossier). Refusals: NotFound."""
    dossier = find_for(actor, Permission.DOSSIER_VIEW, code)
    run = ProcessRun.objects.filter(pk=dossier.pk).first()
    version = process_version(run.process_version_id) if run else None
    rows = rows_of(Task.objects.filter(dossier=dossier.pk).order_by("id")[:TASKS_MAX])
    steps = version.process.steps if version else ()
    ahead = _ahead(version.process, from_plain(orjson.loads(run.state))) if run and version else ()
    begun = {row.step_key: row for row in rows if row.kind is TaskKind.STEP}
    return DossierWork(
        id=dossier.pk,
        code=dossier.code,
        title=version.process.title if version else "",
        version_number=version.version_number if version else 0,
        received_at=dossier.received_at,
        steps=tuple(
            _now(step, begun.get(step.key), is_first=at == 0, is_ahead=step.key in ahead)
            for at, step in enumerate(steps)
        ),
        asked=tuple(row for row in reversed(rows) if row.kind is not TaskKind.STEP),
        is_over=dossier.ended_at is not None,
        may_ask=bool(can_ask(actor, Permission.TASK_ASK, dossier)),
    )


def asked_about(actor: Actor, dossier_id: int) -> tuple[TaskRow, ...]:
    """What was asked of others about a dossier that the actor sees, the latest first. One query
    (task_of_dossier), another for the names where a person was asked."""
    seen = among_visible(actor, Permission.DOSSIER_VIEW).filter(pk=dossier_id)
    found = Task.objects.filter(dossier__in=seen.values("pk")).exclude(kind=str(TaskKind.STEP))
    return rows_of(found.order_by("-id")[:TASKS_MAX])


@dataclass(frozen=True, slots=True)
class WorkBeside:
    """What the page of a dossier tells of the work on it. `open_now`: each task, with whether it is the
    actor's to do; `facts`: what people did with its tasks, in the order of time."""

    open_now: tuple[tuple[TaskRow, bool], ...] = ()
    facts: tuple[FactRow, ...] = ()
    kinds: Mapping[int, TaskRow] = field(default_factory=dict)


def work_beside(actor: Actor, dossier_id: int) -> WorkBeside:
    """For whoever may see tasks, about a dossier that he has read by his right. One query where there are
    no tasks, three where there are (task_of_dossier, fact_place_in_subject)."""
    if not may(actor, Permission.TASK_VIEW):
        return WorkBeside()
    rows = rows_of(Task.objects.filter(dossier=dossier_id).order_by("id")[:TASKS_MAX])
    facts = facts_about_each("task", [row.id for row in rows])
    open_rows = [row for row in rows if row.state is TaskState.OPEN]
    return WorkBeside(
        open_now=tuple((row, bool(can_do(actor, row))) for row in open_rows),
        facts=tuple(sorted(facts, key=lambda fact: (fact.occurred_at, fact.subject_id))),
        kinds={row.id: row for row in rows},
    )


def _ahead(process: Process, running: Running) -> frozenset[str]:
    return reached(process, [one.key for one in (*running.live, *running.waiting)])


def _now(step: Step, task: TaskRow | None, *, is_first: bool, is_ahead: bool) -> StepNow:
    by_reception = is_first and task is None
    done = by_reception or (task is not None and task.state is TaskState.DONE)
    rounds = task.round if task else 0
    return StepNow(step=step, task=task, is_done=done, rounds=rounds, is_ahead=is_ahead)
