"""What the units, sectors and agencies are called that a process names by their slugs, and those it may name."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from motcua.agencies.queries import agency_called, todays_tree, units_of
from motcua.ledger.caching import kept_by_revision
from motcua.procedures.queries.versions import sector_names
from motcua.processes.rules.shapes import Process


@kept_by_revision
def units_to_name(agency_id: int | None, day: date) -> Mapping[str, str]:
    """The units that a step may be given to, by slug: those of the agency; for all agencies the sectors,
    each standing for the unit that handles it."""
    if agency_id is None:
        return dict(sorted(sector_names().items(), key=lambda pair: pair[1]))
    return {unit.slug: unit.name for unit in units_of(agency_id, day)}


@kept_by_revision
def agencies_to_name(today: date) -> Mapping[str, str]:
    """Every agency there is, by slug, in the order of the tree."""
    return {row.agency.slug: row.agency.name for row in todays_tree(today)}


def names_in(process: Process, agency_id: int | None, day: date) -> Mapping[str, str]:
    """By slug or sector, what a process names: a sector by the unit of the agency that handles it."""
    names = dict(sector_names())
    if agency_id is not None:
        for unit in units_of(agency_id, day):
            names |= dict.fromkeys((unit.slug, *unit.sector_codes), unit.name)
    for slug in {step.who.agency for step in process.steps if step.who.agency}:
        agency = agency_called(slug, day)
        names |= {slug: agency.name} if agency else {}
    return names
