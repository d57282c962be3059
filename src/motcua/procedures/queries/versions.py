"""The history of a procedure: its versions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from motcua.ledger.caching import kept_by_revision
from motcua.procedures.models import ProcedureVersion, Sector
from motcua.procedures.queries.details import procedure_detail
from motcua.procedures.rules.content import is_same_work
from motcua.procedures.shipped import overlay
from motcua.procedures.vocabulary import Scope


@dataclass(frozen=True, kw_only=True, slots=True)
class VersionRow:
    """A version in the history. Withdrawn ones (`valid_until == valid_from`) never held."""

    version_id: int
    place: str
    scope: Scope
    name: str
    decision_number: str
    source_place: str
    valid_from: date
    valid_until: date | None
    published_at: datetime

    @property
    def is_withdrawn(self) -> bool:
        return self.valid_until == self.valid_from


@dataclass(frozen=True, kw_only=True, slots=True)
class SectorRow:
    code: str
    name: str


def versions_of(code: str) -> list[VersionRow]:
    """All versions of a code, in any place, newest first. One query.

    Served by `procedure_code_of_place`, then `version_of_procedure`.
    """
    versions = ProcedureVersion.objects.select_related("procedure", "decision")
    return [
        VersionRow(
            version_id=version.pk,
            place=version.procedure.place,
            scope=Scope(version.procedure.scope),
            name=version.name,
            decision_number=version.decision.number if version.decision else "",
            source_place=version.source_place,
            valid_from=version.valid_from,
            valid_until=version.valid_until,
            published_at=version.published_at,
        )
        for version in versions.filter(procedure__code=code).order_by("-valid_from", "-id")
    ]


@kept_by_revision
def earlier_of_same_work(version_id: int) -> tuple[int, ...]:
    """The versions before this one that ask for the same work (`is_same_work`), newest first, until one that
    held and asked for other work. Those withdrawn before they began are among them: this one may stand in
    their place. One query (`version_of_procedure`), and the details of each."""
    detail = procedure_detail(version_id)
    before = ProcedureVersion.objects.filter(procedure=detail.procedure_id).exclude(pk=version_id)
    found = []
    for other in before.order_by("-valid_from", "-id").values_list(
        "id", "valid_from", "valid_until", named=True
    ):
        is_withdrawn = other.valid_from == other.valid_until
        if other.valid_from > detail.valid_from and not is_withdrawn:
            continue
        if is_same_work(procedure_detail(other.id), detail):
            found.append(other.id)
        elif not is_withdrawn:
            break
    return tuple(found)


def sectors() -> list[SectorRow]:
    """All sectors in the order of their codes (a few dozen rows)."""
    return [SectorRow(code=row.code, name=row.name) for row in Sector.objects.order_by("code")]


@kept_by_revision
def sector_names() -> Mapping[str, str]:
    """By code: the name in the catalogue, else that of the sectors we know, which a unit may handle
    before any procedure of theirs is in the catalogue. One query each revision."""
    return {**dict(overlay().sectors.values()), **{row.code: row.name for row in sectors()}}
