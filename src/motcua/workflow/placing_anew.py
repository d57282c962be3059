"""Open steps of a dossier that has come to another unit: each where its process places it now."""

from __future__ import annotations

from datetime import datetime

from django.db.models import QuerySet

from motcua.kernel.clock import local_day
from motcua.processes.rules.shapes import Process
from motcua.workflow.letting_in import let_in
from motcua.workflow.models import Task
from motcua.workflow.placing import Standing, assignee_at, place_of


def place_anew(steps: QuerySet[Task], process: Process, standing: Standing, at: datetime) -> None:
    """What belonged to the old unit as the unit of the dossier goes along; what the process names a unit
    for stays there, with whoever has it, who may go on reading the dossier. One query, another for each
    step that moves, two for each place that is let in."""
    day = local_day(at)
    placed = []
    for task in steps:
        place = place_of(process.step(task.step_key), standing, day)
        placed.append({"agency_id": place.agency_id, "unit_id": place.unit_id})
        if (place.agency_id, place.unit_id) != (task.agency_id, task.unit_id):
            moved = placed[-1] | {"assignee_id": assignee_at(place, standing, day)}
            Task.objects.filter(pk=task.pk).update(**moved)
    let_in(standing, placed)
