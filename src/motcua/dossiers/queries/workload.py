"""How work is spread: what each officer has in hand, and where dossiers stand still."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Min, Q

from motcua.dossiers.models import Dossier
from motcua.dossiers.queries import filters
from motcua.dossiers.queries.urgency import counts_by_urgency
from motcua.dossiers.queries.work import SPREAD_MAX, Whose, WorkFilter, bounded, work_asked
from motcua.dossiers.vocabulary import Stage
from motcua.kernel.actor import Actor


def open_counts(holding_ids: Collection[int]) -> dict[int, int]:
    """Open dossiers of each of these positions; those without any are left out. One query
    (dossier_assignee_due)."""
    open_ones = Dossier.objects.filter(assignee__in=list(holding_ids), ended_at__isnull=True)
    counted = open_ones.values_list("assignee").annotate(count=Count("id"))
    return {holding_id: count for holding_id, count in counted if holding_id is not None}


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """What one officer has in hand; `holding_id` None = nobody yet. `oldest`: received when."""

    holding_id: int | None
    open: int
    overdue: int
    due_today: int
    due_soon: int
    later: int
    waiting: int
    oldest: datetime


def load_of(actor: Actor, which: WorkFilter, *, at: datetime) -> tuple[Load, ...]:
    """The dossiers of a filter by who has them, the heaviest first. One query.

    The counts are those of the list with `assignee_id`, or with `unassigned`.
    """
    open_ones = bounded(work_asked(actor, which, at), SPREAD_MAX)
    found = open_ones.filter(Q(assignee__isnull=False) | filters.nobodys())
    counted: Any = found.values("assignee").annotate(
        open=Count("id"), oldest=Min("received_at"), **counts_by_urgency(at)
    )
    rows: list[dict[str, Any]] = list(counted.order_by("-overdue", "-open", "assignee"))
    return tuple(Load(holding_id=row.pop("assignee"), **row) for row in rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class AtStage:
    """How many dossiers stand at a stage, how many of them late, since when the oldest is here."""

    stage: Stage
    open: int
    overdue: int
    oldest: datetime


def by_stage(actor: Actor, *, at: datetime) -> tuple[AtStage, ...]:
    """Where the dossiers of those to whom the actor gives work stand, in the order of a life.
    One query; the counts are those of the list with `stage`."""
    found = bounded(work_asked(actor, WorkFilter(whose=Whose.LED), at), SPREAD_MAX)
    counted: Any = found.values("stage").annotate(
        open=Count("id"),
        overdue=Count("id", filter=filters.overdue(at)),
        oldest=Min("received_at"),
    )
    rows: dict[str, dict[str, Any]] = {row["stage"]: row for row in counted.order_by()}
    return tuple(AtStage(**rows[stage] | {"stage": stage}) for stage in Stage if stage in rows)
