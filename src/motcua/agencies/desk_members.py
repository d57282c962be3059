"""Who sits at which desk besides its own agency. Kept while the catalogue stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from motcua.agencies.models import DeskMember, DeskName
from motcua.agencies.queries import agency_on
from motcua.agencies.rows import DeskRow
from motcua.agencies.vocabulary import VerticalSector
from motcua.database.periods import in_force
from motcua.ledger.caching import kept_by_revision


@dataclass(frozen=True, kw_only=True, slots=True)
class MemberPeriod:
    """An agency at a desk, and while it is there; `name`: as it was called when it came."""

    id: int
    desk_id: int
    agency_id: int
    sector: VerticalSector
    name: str
    valid_from: date
    valid_until: date | None

    def holds_on(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_until is None or day < self.valid_until)


@kept_by_revision
def members_of(host_id: int) -> tuple[MemberPeriod, ...]:
    """Every agency that ever was at a desk of `host_id`. One query each revision."""
    found = DeskMember.objects.filter(desk__agency=host_id).order_by("desk_id", "id")
    return tuple(_period(row) for row in found)


def members_on(host_id: int, day: date) -> tuple[MemberPeriod, ...]:
    """Those at the desks of `host_id` on that day."""
    return tuple(one for one in members_of(host_id) if one.holds_on(day))


@kept_by_revision
def desks_joined(agency_id: int, day: date) -> tuple[DeskRow, ...]:
    """The desks of others at which the officers of this agency sit, oldest first. Two queries."""
    joined = DeskMember.objects.filter(in_force(day), agency=agency_id)
    names = DeskName.objects.filter(
        in_force(day), in_force(day, "desk__"), desk__in=joined.values("desk")
    )
    fields = ("desk_id", "desk__agency_id", "desk__slug", "name", "kind")
    return tuple(
        DeskRow(id=pk, agency_id=host, slug=slug, name=name, kind=kind)
        for pk, host, slug, name, kind in names.order_by("desk__valid_from", "desk_id").values_list(
            *fields
        )
    )


def _period(row: DeskMember) -> MemberPeriod:
    agency = agency_on(row.agency_id, row.valid_from)
    return MemberPeriod(
        id=row.pk,
        desk_id=row.desk_id,
        agency_id=row.agency_id,
        sector=VerticalSector(row.sector),
        name=agency.name if agency else "",
        valid_from=row.valid_from,
        valid_until=row.valid_until,
    )
