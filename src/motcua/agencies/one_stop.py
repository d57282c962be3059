"""The offices where citizens hand dossiers in: agencies with a one-stop desk. Kept while the catalogue
stands."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from motcua.agencies.models import DeskName
from motcua.agencies.queries import todays_tree
from motcua.agencies.rows import AgencyRow, DeskRow, FeedbackRow
from motcua.database.periods import in_force
from motcua.ledger.caching import kept_by_revision


@dataclass(frozen=True, kw_only=True, slots=True)
class OfficeRow:
    """An agency that receives dossiers, with its desks, oldest first.

    `above`: the agencies above it, nearest first, as they are called that day. `feedback`: its own
    address for feedback, else that of the nearest above it that has one.
    """

    agency: AgencyRow
    desks: tuple[DeskRow, ...]
    above: tuple[str, ...]
    feedback: FeedbackRow


@kept_by_revision
def offices_on(today: date) -> tuple[OfficeRow, ...]:
    """All offices of today in the order of the tree. Two queries each revision."""
    tree = [row.agency for row in todays_tree(today)]
    by_id = {agency.id: agency for agency in tree}
    desks = _desks(today)
    return tuple(
        _office(agency, desks[agency.id], _line(agency, by_id))
        for agency in tree
        if agency.id in desks
    )


@kept_by_revision
def office_called(slug: str, today: date) -> OfficeRow | None:
    """The office with this slug; None when there is none today."""
    return next((one for one in offices_on(today) if one.agency.slug == slug), None)


def _desks(today: date) -> dict[int, list[DeskRow]]:
    found: dict[int, list[DeskRow]] = defaultdict(list)
    names = DeskName.objects.filter(in_force(today), in_force(today, "desk__"))
    fields = ("desk_id", "desk__agency_id", "desk__slug", "name", "kind")
    for pk, agency_id, slug, name, kind in names.order_by(
        "desk__valid_from", "desk_id"
    ).values_list(*fields):
        desk = DeskRow(id=pk, agency_id=agency_id, slug=slug, name=name, kind=kind)
        found[agency_id].append(desk)
    return dict(found)


def _line(agency: AgencyRow, by_id: dict[int, AgencyRow]) -> list[AgencyRow]:
    """The agency and those above it, nearest first; the tree has no cycles."""
    line = [agency]
    while line[-1].parent_id in by_id:
        line.append(by_id[line[-1].parent_id or 0])
    return line


def _office(agency: AgencyRow, desks: list[DeskRow], line: list[AgencyRow]) -> OfficeRow:
    known = (one.feedback for one in line if one.feedback.is_known)
    return OfficeRow(
        agency=agency,
        desks=tuple(desks),
        above=tuple(one.name for one in line[1:]),
        feedback=next(known, FeedbackRow()),
    )
