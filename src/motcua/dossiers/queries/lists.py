"""Lists of dossiers: received on a day, found by search, filtered for the API."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet

from motcua.accounts.rules.roles import Permission
from motcua.database.joining import first_of, in_parts
from motcua.dossiers.models import Dossier
from motcua.dossiers.policies import visible_apart
from motcua.dossiers.queries.searching.mentioning import holding
from motcua.dossiers.vocabulary import Stage
from motcua.kernel.actor import Actor
from motcua.kernel.paging import Page, after, page_of, size_of


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
    awaits_companion: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierFilter:
    """What is asked for; empty = anything. `text`: words of the dossier, accents optional."""

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
    "awaits_companion",
)
NAMES = ("id", "code", "status", "stage", "channel", "owner_name", "procedure_code",
         "procedure_name", "received_at", "due_at", "due_soon_at", "timeliness",
         "assignee_name", "awaits_companion")  # fmt: skip


def dossiers_of(
    actor: Actor,
    which: DossierFilter,
    *,
    cursor: str = "",
    size: int | None = None,
    permission: Permission = Permission.DOSSIER_VIEW,
) -> Page[DossierRow]:
    """Newest first, by id. One query.

    Served by `dossier_agency_day` and `dossier_elsewhere_day` for a day, by `dossier_agency`,
    `dossier_elsewhere` and `dossier_unit` otherwise. Refusals: CursorFaulty.
    """
    size = size_of(size)
    found = _filtered(which)
    start = after(cursor)
    if start is not None:
        found = found.filter(id__lt=start)
    lists = in_parts(found, visible_apart(actor, permission))
    values = first_of(lists, "-id", count=size + 1).values_list(*COLUMNS)
    return page_of([row_of(value) for value in values], size=size, key="id")


def _filtered(which: DossierFilter) -> QuerySet[Dossier]:
    found = Dossier.objects.all()
    if which.received_on:
        found = found.filter(received_on=which.received_on)
    if which.is_accepted is not None:
        found = found.filter(is_accepted=which.is_accepted)
    if which.status:
        found = found.filter(status=which.status)
    if which.due_before:
        found = found.filter(due_at__lt=which.due_before)
    return found.filter(holding(which.text))


def row_of(value: tuple[object, ...]) -> DossierRow:
    told: dict[str, Any] = dict(zip(NAMES, value, strict=True))
    told["stage"] = Stage(told["stage"])
    told["assignee_name"] = told["assignee_name"] or ""
    return DossierRow(**told)


def last_day_received(actor: Actor, *, before: date) -> date | None:
    """The last day before `before` on which something that the actor may see was received. One query,
    served by `dossier_agency_day` and `dossier_elsewhere_day`."""
    days = Dossier.objects.filter(received_on__lt=before, is_accepted=True)
    last = first_of(in_parts(days, visible_apart(actor)), "-received_on", "-id", count=1)
    return last.values_list("received_on", flat=True).first()


def any_dossier() -> bool:
    """Whether the register holds anything at all."""
    return Dossier.objects.exists()
