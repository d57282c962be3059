"""While the applicant is to act, the clocks of the steps stand still, and go on when he has."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import orjson

from motcua.dossiers.rules.promise import ClockInputs
from motcua.kernel.clock import local_day
from motcua.ledger.rules.chain import canonical
from motcua.workflow.models import Task
from motcua.workflow.opening import timed
from motcua.workflow.rules.clocks import paused, times_of
from motcua.workflow.vocabulary import TaskKind, TaskState
from motcua.worktime.queries.calendars import office_time


def stop_clocks(dossier_id: int, at: datetime) -> None:
    """Steps under way stand still from now on. One query for each, besides the first."""
    for task in _timed_steps(dossier_id):
        clock = ClockInputs.from_plain(orjson.loads(task.clock))
        _keep(task, paused(clock, max(at, task.opened_at)))


def start_clocks(dossier_id: int, at: datetime) -> None:
    """Their time goes on where it stood."""
    for task in _timed_steps(dossier_id):
        clock = ClockInputs.from_plain(orjson.loads(task.clock))
        if clock.is_paused:
            _keep(task, clock.resumed(at))


def _timed_steps(dossier_id: int) -> Any:
    return Task.objects.filter(
        dossier=dossier_id, kind=str(TaskKind.STEP), state=str(TaskState.OPEN)
    ).exclude(clock="")


def _keep(task: Task, clock: ClockInputs) -> None:
    calendar = office_time(task.agency_id, local_day(task.opened_at)).calendar
    columns = timed(times_of(clock, calendar), task.opened_at)
    Task.objects.filter(pk=task.pk).update(clock=canonical(clock.to_plain()), **columns)
