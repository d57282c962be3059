"""The list of results that wait to be collected or sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q

from motcua.database.joining import first_of, in_parts
from motcua.dossiers.models import Dossier, DossierParty
from motcua.dossiers.policies import visible_apart
from motcua.dossiers.queries.returns import RIGHT
from motcua.dossiers.queries.searching.mentioning import holding
from motcua.dossiers.vocabulary import PartyRole, ReturnMethod, Stage
from motcua.kernel.actor import Actor
from motcua.kernel.paging import Page, after_moment, moment_cursor, size_of


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadyFilter:
    """Which of those that wait; empty = all."""

    method: ReturnMethod | None = None
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadyRow:
    """A result that waits to be collected, since when."""

    id: int
    code: str
    version: int
    owner_name: str
    procedure_name: str
    return_method: ReturnMethod
    decision: str
    ended_at: datetime


READY = (
    "id",
    "code",
    "version",
    "owner_name",
    "procedure_version__name",
    "return_method",
    "decision",
    "ended_at",
)


def ready_to_hand_over(
    actor: Actor, which: ReadyFilter, *, cursor: str = "", size: int | None = None
) -> Page[ReadyRow]:
    """What has waited longest first. One query, served by `dossier_to_hand_over`.

    Refusals: CursorFaulty.
    """
    size = size_of(size)
    found = Dossier.objects.filter(holding(which.text), stage=str(Stage.SETTLED))
    if which.method:
        found = found.filter(return_method=str(which.method))
    start = after_moment(cursor)
    if start is not None:
        moment, last = start
        found = found.filter(Q(ended_at__gt=moment) | Q(ended_at=moment, id__gt=last))
    lists = in_parts(found, visible_apart(actor, RIGHT))
    read = list(first_of(lists, "ended_at", "id", count=size + 1).values_list(*READY))
    rows = tuple(_ready_row(value) for value in read[:size])
    more = len(read) > size
    return Page(rows, moment_cursor(rows[-1].ended_at, rows[-1].id) if more else "")


def _ready_row(value: tuple[Any, ...]) -> ReadyRow:
    told = dict(zip(READY, value, strict=True))
    told["procedure_name"] = told.pop("procedure_version__name")
    told["return_method"] = ReturnMethod(told["return_method"])
    return ReadyRow(**told)


@dataclass(frozen=True, slots=True)
class Addressee:
    """To whom and where a result is sent."""

    name: str
    address: str
    phone: str


def addressees_of(rows: tuple[ReadyRow, ...]) -> dict[int, Addressee]:
    """The owners by id of the dossier. One query, by `party_one_per_role`."""
    among = {"dossier__in": [row.id for row in rows], "role": str(PartyRole.OWNER)}
    owners = DossierParty.objects.filter(**among)
    return {one.dossier_id: Addressee(one.name, one.address, one.phone) for one in owners}
