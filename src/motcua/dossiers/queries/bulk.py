"""How a bulk run stands: how much is done, and what became of each dossier."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson
from django.db.models import Count, Q

from motcua.dossiers.models import BulkItem, BulkRun
from motcua.dossiers.vocabulary import Act, BulkOutcome
from motcua.kernel.actor import Actor
from motcua.kernel.verdict import NotFound

ITEMS_SHOWN_MAX = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class BulkResult:
    """One dossier of the run; `outcome` None = still to come, `refusal` a code with its params."""

    code: str
    outcome: BulkOutcome | None
    refusal: str
    params: dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class BulkStanding:
    """A run as its owner sees it."""

    id: int
    act: Act
    total: int
    done: int
    refused: int
    asked_at: datetime
    finished_at: datetime | None
    results: tuple[BulkResult, ...]

    @property
    def is_over(self) -> bool:
        return self.done + self.refused >= self.total


def bulk_standing(actor: Actor, run_id: int) -> BulkStanding:
    """Only for whoever asked for it. Three queries. Refusals: NotFound."""
    run = BulkRun.objects.filter(pk=run_id, user_id=actor.user_id or 0).first()
    if run is None:
        raise NotFound(kind="bulk-run")
    items = BulkItem.objects.filter(run=run)
    counts = items.aggregate(
        done=Count("id", filter=Q(outcome=str(BulkOutcome.DONE))),
        refused=Count("id", filter=Q(outcome=str(BulkOutcome.REFUSED))),
    )
    return BulkStanding(
        id=run.pk,
        act=Act(run.act),
        total=run.total,
        asked_at=run.asked_at,
        finished_at=run.finished_at,
        results=tuple(_result(item) for item in items.order_by("position")[:ITEMS_SHOWN_MAX]),
        **counts,
    )


def _result(item: BulkItem) -> BulkResult:
    return BulkResult(
        code=item.code,
        outcome=BulkOutcome(item.outcome) if item.outcome else None,
        refusal=item.refusal,
        params=orjson.loads(item.params),
    )
