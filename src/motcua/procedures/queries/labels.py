"""What procedures are called on a day, many at once: for reports."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from motcua.ledger.caching import kept_by_revision
from motcua.procedures.models import Procedure, ProcedureVersion
from motcua.procedures.vocabulary import OnlineLevel

ONLINE = frozenset({OnlineLevel.FULL, OnlineLevel.PARTIAL})


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcedureLabel:
    """A procedure as it was on a day. `is_filed_online`: wholly or in part (NĐ 61/2018, level 3–4)."""

    id: int
    code: str
    scope: str
    place: str
    name: str
    sector_code: str
    sector_name: str
    is_filed_online: bool


FIELDS = (
    "procedure_id",
    "procedure__code",
    "procedure__scope",
    "procedure__place",
    "name",
    "sector__code",
    "sector__name",
    "online_level",
    "valid_from",
)


def procedure_labels(procedure_ids: Collection[int], day: date) -> dict[int, ProcedureLabel]:
    """By the version of that day, else the last before it, else the first. One query
    (`version_of_procedure`)."""
    found = ProcedureVersion.objects.filter(procedure__in=sorted(procedure_ids))
    labels: dict[int, ProcedureLabel] = {}
    for values in found.order_by("procedure", "valid_from", "id").values_list(*FIELDS):
        *told, valid_from = values
        if told[0] not in labels or valid_from <= day:
            labels[told[0]] = _label(told)
    return labels


def procedure_called(scope: str, code: str, place: str) -> int | None:
    """The entry of the catalogue with this identity. One query."""
    found = Procedure.objects.filter(scope=scope, code=code, place=place)
    return found.values_list("id", flat=True).first()


def procedures_called(identities: Collection[tuple[str, str, str]]) -> frozenset[int]:
    """Those of the catalogue with one of these (scope, code, place). One query."""
    found = Procedure.objects.filter(code__in=sorted({code for _scope, code, _place in identities}))
    rows = found.values_list("id", "scope", "code", "place")
    return frozenset(pk for pk, *identity in rows if tuple(identity) in identities)


@kept_by_revision
def entries_of_code(procedure_id: int) -> tuple[int, ...]:
    """The entry itself, then the one of the same code for the whole country (a place may have its
    own). Two queries each revision (`procedure_code_of_place`)."""
    own = Procedure.objects.filter(pk=procedure_id).first()
    if own is None or not own.place:
        return (procedure_id,)
    country = procedure_called(own.scope, own.code, "")
    return (procedure_id,) if country is None else (procedure_id, country)


def _label(told: list[Any]) -> ProcedureLabel:
    pk, code, scope, place, name, sector_code, sector_name, online_level = told
    return ProcedureLabel(
        id=pk,
        code=code,
        scope=scope,
        place=place,
        name=name,
        sector_code=sector_code,
        sector_name=sector_name,
        is_filed_online=online_level in ONLINE,
    )
