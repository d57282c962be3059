"""The dossiers that one person brought together; their papers: `papers_filled/groups.py`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson
from django.db.models import OuterRef, Q, Subquery, Sum
from django.db.models.functions import Coalesce

from motcua.accounts.rules.roles import Permission
from motcua.dossiers.models import Dossier, FeeLine
from motcua.dossiers.policies import visible
from motcua.dossiers.reading import fee_from
from motcua.dossiers.vocabulary import Stage
from motcua.kernel.actor import Actor
from motcua.kernel.verdict import NotFound
from motcua.procedures.rules.fees import FeeSheetLine

ROWS_MAX = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupRow:
    """One dossier of a group reception, the head first. `fee_later_vnd`: of its fee, what is asked for at a
    supplement or with the result."""

    id: int
    code: str
    stage: Stage
    owner_name: str
    procedure_name: str
    received_at: datetime
    due_at: datetime | None
    fee_total_vnd: int
    fee_later_vnd: int
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
    "fee_later_vnd",
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
    together = (
        mine.filter(Q(group=first) | Q(pk=first)).annotate(fee_later_vnd=_later()).order_by("id")
    )
    return tuple(_row(values) for values in together.values_list(*COLUMNS)[:ROWS_MAX])


def _later() -> Any:
    """Only lines that are not asked for with the dossier say when (`procedures.rules.fees`)."""
    lines = FeeLine.objects.filter(dossier=OuterRef("pk"), params__contains='"asked_at"')
    sums = lines.order_by().values("dossier").annotate(sum=Sum("amount_vnd")).values("sum")
    return Coalesce(Subquery(sums), 0)


def fees_of(dossier_ids: Iterable[int]) -> dict[int, list[FeeSheetLine]]:
    """The fee lines of dossiers that the caller has found for its actor, none for a free one. One query."""
    found: dict[int, list[FeeSheetLine]] = {dossier_id: [] for dossier_id in dossier_ids}
    for row in FeeLine.objects.filter(dossier__in=list(found)).order_by("dossier", "position"):
        found[row.dossier_id].append(fee_from(row))
    return found


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
        fee_later_vnd=told["fee_later_vnd"],
        sets=told["sets"],
        unit_name=told["unit__name"] or "",
        clock=orjson.loads(told["clock"]),
    )
