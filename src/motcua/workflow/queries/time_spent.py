"""Where time goes: the working time of steps that ended in a period, and what is open now."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Count, F, Max, Min, Q, QuerySet, Sum

from motcua.accounts.rules.roles import Permission, may
from motcua.kernel.actor import Actor
from motcua.kernel.clock import ZONE
from motcua.kernel.paging import Page, after_moment, moment_cursor, size_of
from motcua.workflow.models import Task
from motcua.workflow.policies import measured
from motcua.workflow.rows import TaskRow, rows_of
from motcua.workflow.vocabulary import TaskKind, TaskState

LINES_MAX = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeFilter:
    """A period, both days included; empty = every place, every step. `unit_id` 0: no unit."""

    first: date
    last: date
    agency_id: int | None = None
    unit_id: int | None = None
    step: str = ""

    @property
    def spell(self) -> tuple[datetime, datetime]:
        """From its first moment to before its end."""
        start = datetime.combine(self.first, time.min, tzinfo=ZONE)
        return start, datetime.combine(self.last + timedelta(days=1), time.min, tzinfo=ZONE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spent:
    """Steps that ended: how many, their working minutes, those allotted, how many late, the longest."""

    agency_id: int
    unit_id: int | None
    step: str
    count: int
    minutes: int
    allotted: int
    late: int
    longest: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenNow:
    """Steps that are open at a place: how many, how many late, since when the oldest."""

    agency_id: int
    unit_id: int | None
    count: int
    late: int
    oldest: datetime


def time_by_place(actor: Actor, which: TimeFilter) -> tuple[Spent, ...]:
    """By agency and unit, where most went first. One query (task_closed)."""
    return _sums(_ended(actor, which), ("agency_id", "unit_id"))


def time_by_step(actor: Actor, which: TimeFilter) -> tuple[Spent, ...]:
    """By place and step, where most went first. One query (task_closed)."""
    return _sums(_ended(actor, which), ("agency_id", "unit_id", "name"))


def _ended(actor: Actor, which: TimeFilter) -> QuerySet[Task]:
    may(actor, Permission.REPORT_VIEW).demand()
    start, end = which.spell
    found = Task.objects.filter(
        measured(actor),
        kind=str(TaskKind.STEP),
        is_outside=False,
        state__in=[str(TaskState.DONE), str(TaskState.HANDED_BACK)],
        closed_at__gte=start,
        closed_at__lt=end,
    )
    return found.filter(_place(which))


def _place(which: TimeFilter) -> Q:
    asked = Q(agency=which.agency_id) if which.agency_id is not None else Q()
    if which.unit_id is not None:
        asked &= Q(unit=which.unit_id or None)
    return asked & Q(name=which.step) if which.step else asked


def _sums(found: QuerySet[Task], by: tuple[str, ...]) -> tuple[Spent, ...]:
    rows: Iterable[dict[str, Any]] = (
        found.values(*by)
        .annotate(
            count=Count("id"),
            minutes=Sum("spent"),
            allotted=Sum("effort"),
            late=Count("id", filter=Q(closed_at__gt=F("due_at"))),
            longest=Max("spent"),
        )
        .order_by("-minutes", *by)[:LINES_MAX]
    )
    return tuple(Spent(step=row.pop("name", ""), **row) for row in map(dict, rows))


def open_by_place(actor: Actor, which: TimeFilter, at: datetime) -> tuple[OpenNow, ...]:
    """What is open now, by agency and unit. One query (task_of_unit)."""
    may(actor, Permission.REPORT_VIEW).demand()
    found = Task.objects.filter(
        measured(actor),
        _place(which),
        is_outside=False,
        kind=str(TaskKind.STEP),
        state=str(TaskState.OPEN),
    )
    rows: Any = found.values("agency_id", "unit_id").annotate(
        count=Count("id"), late=Count("id", filter=Q(due_at__lt=at)), oldest=Min("opened_at")
    )
    return tuple(OpenNow(**row) for row in rows.order_by("-late", "-count")[:LINES_MAX])


def tasks_behind(
    actor: Actor, which: TimeFilter, *, only_late: bool = False, cursor: str = ""
) -> Page[TaskRow]:
    """The steps behind a number, the latest end first. Two queries. Refusals: CursorFaulty."""
    found = _ended(actor, which)
    if only_late:
        found = found.filter(closed_at__gt=F("due_at"))
    place = after_moment(cursor)
    if place:
        moment, last = place
        found = found.filter(Q(closed_at__lt=moment) | Q(closed_at=moment, id__lt=last))
    size = size_of(None)
    rows = rows_of(found.order_by("-closed_at", "-id")[: size + 1])
    shown = rows[:size]
    last_row = shown[-1] if len(rows) > size else None
    moment_of_last = last_row.closed_at if last_row else None
    following = moment_cursor(moment_of_last, last_row.id) if last_row and moment_of_last else ""
    return Page(rows=shown, next_cursor=following)
