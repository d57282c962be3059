"""Who could do a task, and what each has in hand."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.db.models import Case, Count, F, IntegerField, Max, Q, Sum, Value, When

from motcua.accounts.queries.absences import absent_holdings
from motcua.accounts.queries.colleagues import Colleague, colleagues_of
from motcua.accounts.queries.holders import users_of
from motcua.accounts.rules.roles import PERMISSIONS_OF, Permission
from motcua.dossiers.commands.handling import AssigneeUnknown
from motcua.dossiers.queries.workload import open_counts
from motcua.kernel.actor import Role
from motcua.kernel.clock import local_day
from motcua.workflow.guarding import SameEyes, eyes_taken
from motcua.workflow.models import Task
from motcua.workflow.rules.sharing import EFFORT_UNKNOWN, Candidate
from motcua.workflow.vocabulary import TaskState


def fitting(task: Task, at: datetime, home: int | None = None) -> tuple[Colleague, ...]:
    """Everybody of the agency, and of the unit where one is named, with the role that is asked. Where
    nobody is left there (the unit has ended), everybody of the agency with the role.

    `home`: the agency of whoever gives it out, which has taken over that of the task if it differs.
    """
    roles = {Role(task.role)} if task.role else DOERS
    everybody = colleagues_of(home or task.agency_id, local_day(at))
    able = tuple(one for one in everybody if one.roles & roles)
    in_unit = tuple(one for one in able if task.unit_id in (None, one.unit_id))
    return in_unit or able


DOERS = frozenset(role for role in Role if Permission.TASK_DO in PERMISSIONS_OF[role])


def candidates_for(task: Task, at: datetime, home: int | None = None) -> tuple[Candidate, ...]:
    """Those who could do it, with their loads. Five queries at most."""
    people = fitting(task, at, home)
    ids = [one.holding_id for one in people]
    loads, away = loads_of(ids, at), absent_holdings(ids, at)
    taken = eyes_taken(task)
    users = users_of(ids) if taken else {}
    return tuple(
        Candidate(
            holding_id=one.holding_id,
            name=one.name,
            unit_id=one.unit_id,
            is_asker=one.holding_id == task.asked_by_id,
            is_absent=one.holding_id in away,
            has_same_eyes=users.get(one.holding_id) in taken if taken else False,
            **loads.get(one.holding_id, {}),
        )
        for one in people
    )


def colleague_for(task: Task, holding_id: int, at: datetime, home: int | None = None) -> Colleague:
    """The colleague to whom it is given by hand. Refusals: AssigneeUnknown, SameEyes."""
    found = next((one for one in fitting(task, at, home) if one.holding_id == holding_id), None)
    if found is None:
        raise AssigneeUnknown(field="holding_id")
    taken = eyes_taken(task)
    if taken and users_of([holding_id]).get(holding_id) in taken:
        raise SameEyes(field="holding_id", step=task.name)
    return found


def loads_of(holding_ids: Collection[int], at: datetime) -> dict[int, dict[str, Any]]:
    """Minutes, pieces and late ones in the hands of each; those without any are left out. A dossier that
    somebody has counts for a piece where no task of it is in his hands: it waits, or goes by no process.
    Two queries (task_of_person, dossier_assignee_due)."""
    minutes = Case(
        When(effort=0, then=Value(EFFORT_UNKNOWN)), default=F("effort"), output_field=IntegerField()
    )
    found = Task.objects.filter(assignee__in=list(holding_ids), state=str(TaskState.OPEN))
    rows: Any = found.values("assignee").annotate(
        minutes=Sum(minutes),
        tasks=Count("id"),
        late=Count("id", filter=Q(due_at__lt=at)),
        given_at=Max("opened_at"),
        told=Count("dossier", distinct=True, filter=Q(dossier__assignee=F("assignee"))),
    )
    loads: dict[int, dict[str, Any]] = {row.pop("assignee"): row for row in rows.order_by()}
    for holding_id, count in open_counts(holding_ids).items():
        load = loads.setdefault(holding_id, {"minutes": 0, "tasks": 0, "told": 0})
        besides = max(0, count - load["told"])
        load["minutes"] += besides * EFFORT_UNKNOWN
        load["tasks"] += besides
    for load in loads.values():
        del load["told"]
    return loads
