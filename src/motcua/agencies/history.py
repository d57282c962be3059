"""An agency through time: how it was called and coded, what its desks were called, who came before.

Kept while the catalogue stands, as the queries of one day are.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import F, OuterRef, Q, Subquery

from motcua.agencies.models import (
    Agency,
    AgencyCode,
    AgencySuccession,
    AgencyVersion,
    DeskName,
    OneStopDesk,
)
from motcua.agencies.queries import succession_rows
from motcua.agencies.rows import FeedbackRow, SuccessorRow
from motcua.kernel.verdict import NotFound
from motcua.ledger.caching import kept_by_revision


@dataclass(frozen=True, kw_only=True, slots=True)
class VersionRow:
    """The agency during one period; the agency above as it was called when the period began."""

    name: str
    level_name: str
    parent_slug: str
    parent_name: str
    superior_name: str
    address: str
    phone: str
    feedback: FeedbackRow
    valid_from: date
    valid_until: date | None


@dataclass(frozen=True, kw_only=True, slots=True)
class CodeRow:
    """A code during one period; `scheme` is a `CodeScheme`."""

    scheme: str
    code: str
    source: str
    valid_from: date
    valid_until: date | None


@dataclass(frozen=True, kw_only=True, slots=True)
class NameRow:
    """What a desk was called during one period; `kind` is a `DeskKind`."""

    name: str
    kind: str
    valid_from: date
    valid_until: date | None


@dataclass(frozen=True, kw_only=True, slots=True)
class DeskHistory:
    """A desk, its life span, and its names in order, newest first."""

    id: int
    valid_from: date
    valid_until: date | None
    names: tuple[NameRow, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class AgencyHistory:
    """All periods of one agency, newest first. It is in force within its own period only."""

    id: int
    slug: str
    valid_from: date
    valid_until: date | None
    versions: tuple[VersionRow, ...]
    codes: tuple[CodeRow, ...]
    desks: tuple[DeskHistory, ...]
    predecessors: tuple[SuccessorRow, ...]

    def holds_on(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_until is None or day < self.valid_until)


@kept_by_revision
def history_of(slug: str) -> AgencyHistory:
    """The agency with this slug, whenever it was in force. Six queries. Refusals: NotFound."""
    agency = Agency.objects.filter(slug=slug).first()
    if agency is None:
        raise NotFound(kind="agency")
    return AgencyHistory(
        id=agency.pk,
        slug=agency.slug,
        valid_from=agency.valid_from,
        valid_until=agency.valid_until,
        versions=_versions(agency.pk),
        codes=_codes(agency.pk),
        desks=_desks(agency.pk),
        predecessors=predecessors_of(agency.pk),
    )


@kept_by_revision
def predecessors_of(agency_id: int) -> tuple[SuccessorRow, ...]:
    """Whom this agency came after, as last called before; by day. Served by the successor's index."""
    return succession_rows(
        AgencySuccession.objects.filter(successor=agency_id).order_by("effective_date", "id"),
        "predecessor",
        called=Q(valid_from__lt=OuterRef("effective_date")),
    )


def _versions(agency_id: int) -> tuple[VersionRow, ...]:
    above = AgencyVersion.objects.filter(
        Q(valid_until=None) | Q(valid_until__gt=OuterRef("valid_from")),
        agency=OuterRef("parent"),
    ).order_by("valid_from")
    fields = AgencyVersion.objects.filter(agency=agency_id).annotate(
        parent_name=Subquery(above.values("name")[:1]),
        parent_slug=F("parent__slug"),
        level_name=F("level__name"),
    )
    return tuple(
        VersionRow(
            name=row.name,
            level_name=row.level_name,
            parent_slug=row.parent_slug or "",
            parent_name=row.parent_name or "",
            superior_name=row.superior_name,
            address=row.address,
            phone=row.phone,
            feedback=FeedbackRow(
                to=row.feedback_to,
                address=row.feedback_address,
                phone=row.feedback_phone,
                email=row.feedback_email,
            ),
            valid_from=row.valid_from,
            valid_until=row.valid_until,
        )
        for row in fields.order_by("-valid_from")
    )


def _codes(agency_id: int) -> tuple[CodeRow, ...]:
    found = AgencyCode.objects.filter(agency=agency_id).order_by("-valid_from", "scheme")
    return tuple(
        CodeRow(
            scheme=row.scheme,
            code=row.code,
            source=row.source,
            valid_from=row.valid_from,
            valid_until=row.valid_until,
        )
        for row in found
    )


def _desks(agency_id: int) -> tuple[DeskHistory, ...]:
    names: dict[int, list[NameRow]] = defaultdict(list)
    for row in DeskName.objects.filter(desk__agency=agency_id).order_by("-valid_from"):
        names[row.desk_id].append(
            NameRow(
                name=row.name,
                kind=row.kind,
                valid_from=row.valid_from,
                valid_until=row.valid_until,
            )
        )
    desks = OneStopDesk.objects.filter(agency=agency_id).order_by("valid_from", "id")
    return tuple(
        DeskHistory(
            id=desk.pk,
            valid_from=desk.valid_from,
            valid_until=desk.valid_until,
            names=tuple(names[desk.pk]),
        )
        for desk in desks
    )
