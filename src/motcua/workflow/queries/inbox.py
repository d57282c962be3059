"""Inboxes: what is mine, what my unit has that nobody took, what I asked, what those I lead have."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from django.db.models import Count, Q

from motcua.accounts.queries import holdings_of
from motcua.kernel.actor import Actor
from motcua.kernel.bounded import MoreThan
from motcua.kernel.paging import Page, after_moment, moment_cursor, size_of
from motcua.workflow.models import Task
from motcua.workflow.policies import OPEN, asked, led, mine_now, pool
from motcua.workflow.rows import TaskRow, rows_of
from motcua.workflow.vocabulary import TaskKind, TaskState

COUNTED_MAX = 1001
"""Figures are counted as far as this, which stands for more than a thousand."""


ANSWERED_FOR = timedelta(days=30)
"""So long an answer is shown to whoever asked; after that, with the dossier."""


class Box(StrEnum):
    """Whose tasks. ANSWERED: what I asked and was answered of late. WARNED: of those I lead, what is late or so near its end that I am told."""

    MINE = "MINE"
    FREE = "FREE"
    ASKED = "ASKED"
    ANSWERED = "ANSWERED"
    WARNED = "WARNED"
    LED = "LED"


@dataclass(frozen=True, slots=True, kw_only=True)
class InboxFilter:
    """What is asked for. `only_late`: whose time is over."""

    box: Box = Box.MINE
    kind: TaskKind | None = None
    only_late: bool = False


_WHICH: dict[Box, Callable[[Actor, datetime], Q]] = {
    Box.MINE: lambda actor, _at: mine_now(actor),
    Box.FREE: lambda actor, _at: pool(actor),
    Box.ASKED: lambda actor, _at: asked(actor),
    Box.ANSWERED: lambda actor, at: _answered(actor, at),
    Box.WARNED: lambda actor, at: led(actor) & Q(escalate_at__lte=at),
    Box.LED: lambda actor, _at: led(actor),
}


def _answered(actor: Actor, at: datetime) -> Q:
    answered = Q(state=str(TaskState.DONE), closed_at__gt=at - ANSWERED_FOR)
    return asked(actor) & answered & ~Q(kind=str(TaskKind.STEP))


def inbox(
    actor: Actor, which: InboxFilter, *, at: datetime, cursor: str = "", size: int | None = None
) -> Page[TaskRow]:
    """Open tasks, the nearest date first (task_of_person, task_of_unit, task_asked_by).

    Two queries. Refusals: CursorFaulty.
    """
    found = Task.objects.filter(_asked_for(actor, which, at))
    place = after_moment(cursor)
    if place:
        moment, last = place
        found = found.filter(Q(order_at__gt=moment) | Q(order_at=moment, id__gt=last))
    count = size_of(size)
    rows = rows_of(found.order_by("order_at", "id")[: count + 1])
    shown = rows[:count]
    more = len(rows) > count
    following = moment_cursor(shown[-1].order_at, shown[-1].id) if more else ""
    return Page(rows=shown, next_cursor=following)


def _asked_for(actor: Actor, which: InboxFilter, at: datetime) -> Q:
    stands = Q() if which.box is Box.ANSWERED else OPEN
    asked_for = stands & _WHICH[which.box](actor, at)
    if which.kind is not None:
        asked_for &= Q(kind=str(which.kind))
    return asked_for & Q(due_at__lt=at) if which.only_late else asked_for


def inbox_figures(actor: Actor, *, at: datetime) -> dict[Box, int | MoreThan]:
    """How many tasks are in each box, counted as far as COUNTED_MAX. A query for each."""
    return {box: _count(actor, InboxFilter(box=box), at) for box in Box}


def late_count(actor: Actor, which: InboxFilter, *, at: datetime) -> int | MoreThan:
    """How many of a box are late. One query."""
    return _count(actor, InboxFilter(box=which.box, kind=which.kind, only_late=True), at)


def _count(actor: Actor, which: InboxFilter, at: datetime) -> int | MoreThan:
    found = Task.objects.filter(_asked_for(actor, which, at)).values("id")[:COUNTED_MAX]
    count = found.count()
    return MoreThan(COUNTED_MAX - 1) if count == COUNTED_MAX else count


@dataclass(frozen=True, slots=True)
class WaitingElsewhere:
    """Tasks in the hands of another position of the same officer, or of one for whom he stands in
    (`absent_name`)."""

    title: str
    absent_name: str
    count: int


def waiting_elsewhere(actor: Actor, at: datetime) -> tuple[WaitingElsewhere, ...]:
    """What he would find as his own if he chose another of his positions. One query (task_of_person), none
    for whoever has one position."""
    if actor.user_id is None:
        return ()
    present = actor.stands_in_for_id or actor.holding_id
    others = {one.holding_id: one for one in holdings_of(actor.user_id, at)}
    others.pop(present or 0, None)
    if not others:
        return ()
    found: Any = Task.objects.filter(OPEN, assignee__in=list(others)).values("assignee")
    counts = found.annotate(count=Count("id")).order_by("assignee")
    return tuple(
        WaitingElsewhere(
            others[row["assignee"]].title, others[row["assignee"]].stands_in_for, row["count"]
        )
        for row in counts
    )
