"""Who there is for the steps of a process, on a day."""

from __future__ import annotations

from datetime import date

from motcua.accounts.queries.holders import HolderRow, holders_of
from motcua.agencies.queries import agencies_with_desk, agency_called, agency_on, units_of
from motcua.agencies.rows import AgencyRow, UnitRow
from motcua.ledger.caching import kept_by_revision
from motcua.processes.rules.findings import Finding
from motcua.processes.rules.shapes import Process
from motcua.processes.rules.staffing import StaffedAgency, StaffedUnit, staffing_findings

AGENCIES_LOOKED_AT_MAX = 40


def staffing_of(process: Process, agency_id: int | None, day: date) -> tuple[Finding, ...]:
    """What is missing of people for the process: of the agency, or of every agency with a desk. Four
    queries for each agency as long as nobody asked about it under this revision."""
    if agency_id is None:
        own = agencies_with_desk(day)[:AGENCIES_LOOKED_AT_MAX]
    else:
        own = tuple(filter(None, (agency_on(agency_id, day),)))
    named = {step.who.agency for step in process.steps if step.who.agency}
    others = {slug: agency_called(slug, day) for slug in sorted(named)}
    found = staffing_findings(
        process,
        [staffed(agency, day) for agency in own],
        {slug: staffed(agency, day) if agency else None for slug, agency in others.items()},
        is_general=agency_id is None,
    )
    return tuple(found)


@kept_by_revision
def staffed(agency: AgencyRow, day: date) -> StaffedAgency:
    """An agency with its units and the roles that people hold there. Four queries."""
    holders = [row for row in holders_of([agency.id], day) if row.valid_from <= day]
    return StaffedAgency(
        name=agency.name,
        units=tuple(_unit(unit, holders) for unit in units_of(agency.id, day)),
        roles=frozenset(role for row in holders for role in row.roles),
    )


def _unit(unit: UnitRow, holders: list[HolderRow]) -> StaffedUnit:
    own = [row for row in holders if row.unit_id == unit.id]
    return StaffedUnit(
        names=frozenset({unit.slug, *unit.sector_codes}),
        name=unit.name,
        roles=frozenset(role for row in own for role in row.roles),
        is_manned=bool(own),
    )
