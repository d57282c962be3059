"""A dossier carried on in its process: rows of the run and of its tasks, in the transaction of whoever
asked. Each move of the engine (`rules.running`) is written as it is made."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import orjson
from django.db.models import QuerySet

from motcua.accounts.queries.colleagues import names_of
from motcua.dossiers.rules.promise import ClockInputs
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.ledger.rules.chain import canonical
from motcua.processes.queries.processes import process_version
from motcua.processes.rules.shapes import Process
from motcua.workflow.letting_in import let_in
from motcua.workflow.models import ProcessRun, Task
from motcua.workflow.opening import step_row
from motcua.workflow.placing import Standing
from motcua.workflow.rules.clocks import spent_of
from motcua.workflow.rules.keeping import from_plain, to_plain
from motcua.workflow.rules.running import Live, Moved, Running
from motcua.workflow.vocabulary import TaskKind, TaskState
from motcua.worktime.queries.calendars import office_time


@dataclass(frozen=True, slots=True)
class Doing:
    """Who carries it on, and when."""

    actor: Actor
    at: datetime


@dataclass(frozen=True, slots=True)
class Run:
    """A run whose row is locked, with the process it goes by."""

    dossier_id: int
    process: Process
    running: Running


def locked_run(dossier_id: int) -> Run | None:
    """The run of a dossier, locked until the transaction ends; None when it goes by no process. One
    query besides the process, which is kept."""
    return _read(ProcessRun.objects.select_for_update(no_key=True), dossier_id)


def seen_run(dossier_id: int) -> Run | None:
    """The same for a page, which locks nothing."""
    return _read(ProcessRun.objects.all(), dossier_id)


def _read(among: QuerySet[ProcessRun], dossier_id: int) -> Run | None:
    row = among.filter(pk=dossier_id).first()
    version = process_version(row.process_version_id) if row else None
    if row is None or version is None:
        return None
    return Run(dossier_id, version.process, from_plain(orjson.loads(row.state)))


def carry(run: Run, moved: Moved, standing: Standing, doing: Doing, answer: str = "") -> Run:
    """Write a move: what it finished, skipped and called off is closed, what it opened is there."""
    close_steps(run.dossier_id, moved.finished, TaskState.DONE, doing, answer)
    close_steps(run.dossier_id, moved.returned, TaskState.HANDED_BACK, doing, answer)
    close_steps(run.dossier_id, moved.skipped, TaskState.SKIPPED, doing, answer)
    close_steps(run.dossier_id, moved.called_off, TaskState.CANCELLED, doing)
    rows = opened_rows(run, moved, standing, doing.at)
    missed = _missed_rows(run, moved, standing, doing)
    Task.objects.bulk_create(Task(**row) for row in (*missed, *rows))
    let_in(standing, rows)
    return replace(run, running=moved.running)


def opened_rows(run: Run, moved: Moved, standing: Standing, at: datetime) -> list[dict[str, Any]]:
    """The rows of the steps that a move opened."""
    return [step_row(standing, run.process.step(one.key), one, at) for one in moved.opened]


def _missed_rows(run: Run, moved: Moved, standing: Standing, doing: Doing) -> list[dict[str, Any]]:
    """Steps that were jumped over before they opened: told with who did, and when."""
    closed = closing(TaskState.SKIPPED, doing)
    steps = [(run.process.step(one.key), one) for one in moved.missed]
    return [step_row(standing, step, one, doing.at) | closed for step, one in steps]


def close_steps(
    dossier_id: int, steps: Iterable[Live], state: TaskState, doing: Doing, answer: str = ""
) -> None:
    """Two queries for each step."""
    for one in steps:
        task = Task.objects.filter(
            dossier=dossier_id,
            kind=str(TaskKind.STEP),
            step_key=one.key,
            round=one.round,
            state=str(TaskState.OPEN),
        ).first()
        if task is not None:
            columns = closing(state, doing, answer) | {"spent": _spent(task, doing.at)}
            Task.objects.filter(pk=task.pk).update(**columns)


def _spent(task: Task, at: datetime) -> int:
    clock = ClockInputs.from_plain(orjson.loads(task.clock)) if task.clock else None
    calendar = office_time(task.agency_id, local_day(task.opened_at)).calendar
    return spent_of(clock, task.opened_at, at, calendar)


def closing(state: TaskState, doing: Doing, answer: str = "") -> dict[str, Any]:
    """The columns of a task that ends now."""
    return {
        "state": str(state),
        "closed_at": doing.at,
        "closed_by_name": _by_name(doing.actor),
        "closed_user_id": doing.actor.user_id,
        "answer": answer,
    }


NAME_MAX = 200


def _by_name(actor: Actor) -> str:
    """Who did it and for whom, as a paper would say it. One query for a stand-in."""
    if actor.stands_in_for_id is None:
        return actor.name
    absent = names_of(frozenset({actor.stands_in_for_id})).get(actor.stands_in_for_id, "")
    return f"{actor.name} (làm thay {absent})"[:NAME_MAX]


def keep(run: Run, at: datetime) -> None:
    """The row of the run as it stands now. One query."""
    ended = {"ended_at": at if run.running.is_over else None}
    state = canonical(to_plain(run.running))
    ProcessRun.objects.filter(pk=run.dossier_id).update(state=state, **ended)


def new_run_row(run: Run, version_id: int, at: datetime) -> dict[str, Any]:
    """The row of a run that begins."""
    return {
        "dossier_id": run.dossier_id,
        "process_version_id": version_id,
        "state": canonical(to_plain(run.running)),
        "begun_at": at,
        "ended_at": at if run.running.is_over else None,
    }
