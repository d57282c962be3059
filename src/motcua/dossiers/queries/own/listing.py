"""The dossiers that a citizen follows: those he sent, those of the organization he acts for, and those
that the national identity vouches are his."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from motcua.accounts.rules.roles import Permission
from motcua.dossiers.policies import among_visible
from motcua.dossiers.vocabulary import ReturnMethod, Stage
from motcua.kernel.actor import Actor
from motcua.kernel.paging import Page, after, page_of, size_of

COLUMNS = (
    "id",
    "code",
    "version",
    "status",
    "stage",
    "owner_name",
    "agency_id",
    "procedure_version__procedure__code",
    "procedure_version__name",
    "received_at",
    "due_at",
    "awaits_companion",
    "group_id",
    "return_method",
)
NAMES = ("id", "code", "version", "status", "stage", "owner_name", "agency_id", "procedure_code",
         "procedure_name", "came_at", "due_at", "awaits_companion", "group_id",
         "return_method")  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnDossier:
    """One line of the list of one's own. `due_at`: None as long as none is promised.
    `awaits_companion`: it waits for the result of another that was handed in with it; `group_id`: the first
    of those."""

    id: int
    code: str
    version: int
    status: str
    stage: Stage
    owner_name: str
    agency_id: int
    procedure_code: str
    procedure_name: str
    came_at: datetime
    due_at: datetime | None
    awaits_companion: bool
    group_id: int | None
    return_method: ReturnMethod


def own_dossiers(actor: Actor, *, cursor: str = "", size: int | None = None) -> Page[OwnDossier]:
    """The newest first. One query, served by `dossier_citizen_newest` or `dossier_citizen_for`.

    Refusals: CursorFaulty.
    """
    size = size_of(size)
    mine = among_visible(actor, Permission.DOSSIER_FOLLOW)
    start = after(cursor)
    if start is not None:
        mine = mine.filter(id__lt=start)
    rows = mine.order_by("-id").values_list(*COLUMNS)[: size + 1]
    return page_of([_row(values) for values in rows], size=size, key="id")


def _row(values: tuple[Any, ...]) -> OwnDossier:
    told = dict(zip(NAMES, values, strict=True))
    return OwnDossier(**{**told, "stage": Stage(told["stage"]),
                         "return_method": ReturnMethod(told["return_method"])})  # fmt: skip
