"""The dossiers that one person brought together; their papers: `papers_filled/groups.py`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson
from django.db.models import Q

from motcua.accounts.rules.roles import Permission
from motcua.dossiers.models import Dossier
from motcua.dossiers.policies import visible
from motcua.dossiers.vocabulary import Stage
from motcua.kernel.actor import Actor
from motcua.kernel.verdict import NotFound

ROWS_MAX = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupRow:
    """One dossier of a group reception, the head first."""

    id: int
    code: str
    stage: Stage
    owner_name: str
    procedure_name: str
    received_at: datetime
    due_at: datetime | None
    fee_total_vnd: int
    sets: int
    unit_name: str
    clock: dict[str, Any]


COLUMNS = (
    "id",
    "code",
    "stage",
    "owner_name",
    "procedure_version__name",
    "received_at",
    "due_at",
    "fee_total_vnd",
    "sets",
    "unit__name",
    "clock",
)


def received_together(
    actor: Actor, code: str, *, permission: Permission = Permission.DOSSIER_VIEW
) -> tuple[GroupRow, ...]:
    """The dossiers received with this one, itself included, in their order. Two queries (the code;
    dossier_group and the primary key). Refusals: NotFound."""
    mine = Dossier.objects.filter(visible(actor, permission))
    placed = mine.filter(code=code).values_list("id", "group").first()
    if placed is None:
        raise NotFound(kind="dossier")
    first = placed[1] or placed[0]
    together = mine.filter(Q(group=first) | Q(pk=first)).order_by("id")
    return tuple(_row(values) for values in together.values_list(*COLUMNS)[:ROWS_MAX])


def _row(values: tuple[Any, ...]) -> GroupRow:
    told = dict(zip(COLUMNS, values, strict=True))
    return GroupRow(
        id=told["id"],
        code=told["code"],
        stage=Stage(told["stage"]),
        owner_name=told["owner_name"],
        procedure_name=told["procedure_version__name"],
        received_at=told["received_at"],
        due_at=told["due_at"],
        fee_total_vnd=told["fee_total_vnd"],
        sets=told["sets"],
        unit_name=told["unit__name"] or "",
        clock=orjson.loads(told["clock"]),
    )
