"""To whom something can be given: those who may answer it, and units in which somebody may."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from motcua.accounts.queries.colleagues import Colleague, colleagues_of
from motcua.accounts.rules.roles import PERMISSIONS_OF, Permission
from motcua.agencies.queries import units_of
from motcua.agencies.rows import UnitRow
from motcua.feedback.policies import ROLES_OF_UNIT
from motcua.kernel.actor import Role

HANDLERS = frozenset(
    role for role, rights in PERMISSIONS_OF.items() if Permission.FEEDBACK_HANDLE in rights
)
"""The roles that lay an answer before the leader (`policies.PERMISSION_OF[PROPOSE]`)."""


@dataclass(frozen=True, slots=True)
class Handlers:
    """Units with somebody who handles, and the people who do."""

    units: tuple[UnitRow, ...]
    people: tuple[Colleague, ...]


def handlers_of(agency_id: int, day: date, *, but_for: int | None = None) -> Handlers:
    """Whoever could answer there on that day. `but_for`: the holding it is about. Kept by revision."""
    people = tuple(
        one for one in colleagues_of(agency_id, day) if one.holding_id != but_for and _reaches(one)
    )
    manned = {one.unit_id for one in people}
    units = tuple(one for one in units_of(agency_id, day) if one.id in manned)
    return Handlers(units=units, people=people)


def _reaches(one: Colleague) -> bool:
    """He has the right, and sees what he is given: a head sees that of his unit alone."""
    roles: frozenset[Role] = one.roles & HANDLERS
    return bool(roles - ROLES_OF_UNIT) or (bool(roles) and one.unit_id is not None)


def publishers_of(agency_id: int, day: date) -> tuple[Colleague, ...]:
    """Those who may publish there on that day, before it is asked who has answered."""
    return tuple(
        one
        for one in colleagues_of(agency_id, day)
        if any(Permission.FEEDBACK_PUBLISH in PERMISSIONS_OF[role] for role in one.roles)
    )
