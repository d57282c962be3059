"""Waiting for the desk: registered by web, by post, or completed; and what is completed in part."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson
from django.db.models import F, Max, OuterRef, Subquery

from motcua.accounts.rules.roles import Permission
from motcua.database.joining import all_of, first_of, in_parts
from motcua.dossiers.models import Dossier, SupplementRequest
from motcua.dossiers.policies import visible_apart
from motcua.dossiers.queries.counter import Pile, lies_in
from motcua.dossiers.queries.filters import to_receive
from motcua.dossiers.vocabulary import STATUS_OF, Stage
from motcua.kernel.actor import Actor
from motcua.kernel.paging import Page, after, page_of, size_of


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingRow:
    """One to be answered. `came_at`: when it came in; `completed_at`: when it was completed, if it was."""

    id: int
    code: str
    agency_id: int
    owner_name: str
    procedure_code: str
    procedure_name: str
    channel: str
    came_at: datetime
    completed_at: datetime | None

    @property
    def since(self) -> datetime:
        """Since when an answer is owed."""
        return self.completed_at or self.came_at


COLUMNS = (
    "id",
    "code",
    "agency_id",
    "owner_name",
    "procedure_version__procedure__code",
    "procedure_version__name",
    "channel",
    "received_at",
    "completed_at",
)
NAMES = ("id", "code", "agency_id", "owner_name", "procedure_code", "procedure_name", "channel",
         "came_at", "completed_at")  # fmt: skip


def waiting_to_be_received(
    actor: Actor, *, cursor: str = "", size: int | None = None
) -> Page[WaitingRow]:
    """Those that the actor may receive, the oldest first. One query, served by
    `dossier_agency_status`. Refusals: CursorFaulty."""
    size = size_of(size)
    answered = (
        SupplementRequest.objects.filter(dossier=OuterRef("pk"), answered_at__isnull=False)
        .values("dossier")
        .annotate(last=Max("answered_at"))
        .values("last")
    )
    waiting = Dossier.objects.filter(
        to_receive(), status=str(STATUS_OF[Stage.REGISTERED]), ended_at__isnull=True
    )
    start = after(cursor)
    if start is not None:
        waiting = waiting.filter(id__gt=start)
    lists = in_parts(waiting, visible_apart(actor, Permission.DOSSIER_RECEIVE))
    found = first_of(lists, "id", count=size + 1).annotate(completed_at=Subquery(answered))
    values = found.values_list(*COLUMNS)
    return page_of([_row(value) for value in values], size=size, key="id")


def _row(value: tuple[Any, ...]) -> WaitingRow:
    return WaitingRow(**dict(zip(NAMES, value, strict=True)))


PARTLY_MAX = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class PartlyRow:
    """One of which `answered` of `asked` items have come, the last at `came_at`."""

    code: str
    owner_name: str
    procedure_code: str
    procedure_name: str
    came_at: datetime
    answered: int
    asked: int


PARTLY_COLUMNS = (
    "dossier__code",
    "dossier__owner_name",
    "dossier__procedure_version__procedure__code",
    "dossier__procedure_version__name",
    "partly_answered_at",
    "items",
)


def partly_completed(actor: Actor, *, size: int = PARTLY_MAX) -> tuple[PartlyRow, ...]:
    """Those that the actor may complete, what came last first; no more than `PARTLY_MAX`. One query,
    served by `dossier_agency_status` and `request_one_open`."""
    lying = Dossier.objects.filter(lies_in(Pile.PARTLY_COMPLETED))
    lists = in_parts(lying, visible_apart(actor, Permission.DOSSIER_SUPPLEMENT))
    found = SupplementRequest.objects.filter(
        dossier__in=all_of(lists), answered_at__isnull=True, partly_answered_at__isnull=False
    ).order_by(F("partly_answered_at").desc(), "-id")
    return tuple(
        _partly_row(value) for value in found.values_list(*PARTLY_COLUMNS)[: min(size, PARTLY_MAX)]
    )


def _partly_row(value: tuple[Any, ...]) -> PartlyRow:
    code, owner_name, procedure_code, procedure_name, came_at, text = value
    items = orjson.loads(text)
    return PartlyRow(
        code=code,
        owner_name=owner_name,
        procedure_code=procedure_code,
        procedure_name=procedure_name,
        came_at=came_at,
        answered=sum(bool(item.get("state")) for item in items),
        asked=len(items),
    )
