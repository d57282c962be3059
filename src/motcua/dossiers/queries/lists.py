"""Lists of dossiers: received on a day, found by search, filtered for the API."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet

from motcua.accounts.rules.roles import Permission
from motcua.dossiers.models import Dossier
from motcua.dossiers.policies import visible
from motcua.dossiers.vocabulary import Stage
from motcua.kernel.actor import Actor
from motcua.kernel.folding import fold
from motcua.kernel.paging import Page, after, page_of, size_of

WORDS_MAX = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierRow:
    """One line of a list. `assignee_name` is empty while it is nobody's."""

    id: int
    code: str
    status: str
    stage: Stage
    channel: str
    owner_name: str
    procedure_code: str
    procedure_name: str
    received_at: datetime
    due_at: datetime | None
    due_soon_at: datetime | None
    timeliness: str
    assignee_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierFilter:
    """What is asked for; empty = anything. `text` is looked for word by word, accents optional."""

    text: str = ""
    status: str = ""
    received_on: date | None = None
    is_accepted: bool | None = None
    due_before: datetime | None = None


COLUMNS = (
    "id",
    "code",
    "status",
    "stage",
    "channel",
    "owner_name",
    "procedure_version__procedure__code",
    "procedure_version__name",
    "received_at",
    "due_at",
    "due_soon_at",
    "timeliness",
    "assignee__officer__full_name",
)
NAMES = ("id", "code", "status", "stage", "channel", "owner_name", "procedure_code",
         "procedure_name", "received_at", "due_at", "due_soon_at", "timeliness",
         "assignee_name")  # fmt: skip


def dossiers_of(
    actor: Actor,
    which: DossierFilter,
    *,
    cursor: str = "",
    size: int | None = None,
    permission: Permission = Permission.DOSSIER_VIEW,
) -> Page[DossierRow]:
    """Newest first, by id. One query.

    Served by `dossier_agency_day` for a day, by the primary key within the agency otherwise; text
    by the trigram index of `search_key` on PostgreSQL. Refusals: CursorFaulty.
    """
    size = size_of(size)
    found = _filtered(Dossier.objects.filter(visible(actor, permission)), which)
    start = after(cursor)
    if start is not None:
        found = found.filter(id__lt=start)
    values = found.order_by("-id").values_list(*COLUMNS)[: size + 1]
    return page_of([row_of(value) for value in values], size=size, key="id")


def _filtered(found: QuerySet[Dossier], which: DossierFilter) -> QuerySet[Dossier]:
    if which.received_on:
        found = found.filter(received_on=which.received_on)
    if which.is_accepted is not None:
        found = found.filter(is_accepted=which.is_accepted)
    if which.status:
        found = found.filter(status=which.status)
    if which.due_before:
        found = found.filter(due_at__lt=which.due_before)
    for word in fold(which.text).split()[:WORDS_MAX]:
        found = found.filter(search_key__contains=word)
    return found


def row_of(value: tuple[object, ...]) -> DossierRow:
    told: dict[str, Any] = dict(zip(NAMES, value, strict=True))
    told["stage"] = Stage(told["stage"])
    told["assignee_name"] = told["assignee_name"] or ""
    return DossierRow(**told)


def last_day_received(actor: Actor, *, before: date) -> date | None:
    """The last day before `before` on which something that the actor may see was received."""
    mine = Dossier.objects.filter(visible(actor), received_on__lt=before, is_accepted=True)
    return mine.order_by("-received_on").values_list("received_on", flat=True).first()


def any_dossier() -> bool:
    """Whether the register holds anything at all."""
    return Dossier.objects.exists()
