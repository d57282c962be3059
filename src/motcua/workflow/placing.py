"""Whose work a step is: the agency, unit and role that the process names, as they are on that day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from motcua.accounts.queries.colleagues import colleagues_of
from motcua.agencies.queries import agency_called, unit_for_sector, units_of
from motcua.kernel.actor import Role
from motcua.processes.rules.shapes import Step, Who

UNIT_ROLES = frozenset({Role.HANDLING, Role.UNIT_HEAD})
"""Roles held in a unit: a step of theirs that names no unit is of the unit that has the dossier."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What of a dossier says whose its steps are."""

    dossier_id: int
    agency_id: int
    competent_agency_id: int
    unit_id: int | None
    assignee_id: int | None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a task is done; `role` "": by anybody there, `unit_id` None: in no unit or in any."""

    agency_id: int
    unit_id: int | None
    role: str


def place_of(step: Step, standing: Standing, day: date) -> Place:
    """Where the step is done. A slug that names nobody any more falls back on the competent agency:
    work is never nobody's."""
    who = step.who
    agency_id = _agency(who, standing, day)
    return Place(agency_id, _unit(who, standing, agency_id, day), str(who.role or ""))


def _agency(who: Who, standing: Standing, day: date) -> int:
    if who.agency:
        named = agency_called(who.agency, day)
        return named.id if named else standing.competent_agency_id
    # The desk that received it is the one the applicant comes back to.
    at_the_desk = who.role is Role.RECEPTION
    return standing.agency_id if at_the_desk else standing.competent_agency_id


def _unit(who: Who, standing: Standing, agency_id: int, day: date) -> int | None:
    own = standing.unit_id if agency_id == standing.competent_agency_id else None
    if who.unit:
        called = [unit.id for unit in units_of(agency_id, day) if unit.slug == who.unit]
        return called[0] if called else unit_for_sector(agency_id, who.unit, day) or own
    return own if who.role in UNIT_ROLES else None


LEADING = frozenset({Role.SIGNATORY, Role.REGISTRY_CLERK, Role.UNIT_HEAD})
"""Roles of which a place often has one holder only: then nobody else is to take the work."""


def assignee_at(place: Place, standing: Standing, day: date) -> int | None:
    """Whoever has the dossier has its steps in his own unit; what only one person there may do is that
    one's; the rest is still to be taken. No query but what is kept."""
    is_own = (place.agency_id, place.unit_id) == (standing.competent_agency_id, standing.unit_id)
    handled = place.role == Role.HANDLING or (not place.role and place.unit_id is not None)
    if handled:
        return standing.assignee_id if is_own else None
    return _only_one(place, day) if place.role in LEADING else None


def _only_one(place: Place, day: date) -> int | None:
    fits = [
        one.holding_id
        for one in colleagues_of(place.agency_id, day)
        if place.role in one.roles and place.unit_id in (None, one.unit_id)
    ]
    return fits[0] if len(fits) == 1 else None
