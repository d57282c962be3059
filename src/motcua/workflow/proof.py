"""Do tasks and runs agree? What a process says is under way is an open task, and nothing else is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import orjson

from motcua.workflow.models import ProcessRun, Task
from motcua.workflow.rules.keeping import from_plain
from motcua.workflow.vocabulary import TaskKind, TaskState

PIECE = 500


@dataclass(frozen=True, slots=True)
class WorkFlaw:
    """A dossier whose steps under way and open tasks differ."""

    dossier_id: int
    under_way: tuple[str, ...]
    open_tasks: tuple[str, ...]


def work_flaws() -> Iterator[WorkFlaw]:
    """Everything that differs. Memory is bounded: runs are read in pieces by id."""
    last = 0
    while True:
        found = ProcessRun.objects.filter(pk__gt=last).order_by("pk")
        piece = list(found.values_list("pk", "state")[:PIECE])
        if not piece:
            return
        tasks = _open_tasks([pk for pk, _state in piece])
        for pk, state in piece:
            live = sorted(f"{one.key}/{one.round}" for one in from_plain(orjson.loads(state)).live)
            if live != sorted(tasks[pk]):
                yield WorkFlaw(pk, tuple(live), tuple(sorted(tasks[pk])))
        last = piece[-1][0]


def _open_tasks(dossier_ids: list[int]) -> defaultdict[int, list[str]]:
    """One query for a piece (task_of_dossier)."""
    tasks: defaultdict[int, list[str]] = defaultdict(list)
    found = Task.objects.filter(
        dossier__in=dossier_ids, kind=str(TaskKind.STEP), state=str(TaskState.OPEN)
    )
    for dossier_id, key, count in found.values_list("dossier", "step_key", "round"):
        assert dossier_id is not None
        tasks[dossier_id].append(f"{key}/{count}")
    return tasks
