"""Who may see and change which receipts and tills; each scope as a filter and as a test.

A cashier sees his own tills and the receipts of his agency, leader and clerk those of the agency,
a supervisor those of all agencies below.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from django.db.models import Q

from motcua.accounts.rules.roles import PERMISSIONS_OF, Permission, may
from motcua.kernel.actor import Actor, Role
from motcua.kernel.verdict import Verdict

NONE = Q(pk__in=())


class Booked(Protocol):
    """What of a till or a receipt the clauses look at."""

    @property
    def agency_id(self) -> int: ...


class Drawn(Booked, Protocol):
    """A till."""

    @property
    def holding_id(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Clause:
    """One scope: `which` as a filter, `holds` for one row."""

    which: Callable[[Actor], Q]
    holds: Callable[[Actor, Drawn], bool]


def drawer_of(actor: Actor) -> int | None:
    """The position under which the actor takes money: his own, else the one he stands in for."""
    return actor.holding_id or actor.stands_in_for_id


def drawers_of(actor: Actor) -> frozenset[int]:
    """The positions whose tills are the actor's to close: his own and that of whom he stands in for."""
    return frozenset(one for one in (actor.holding_id, actor.stands_in_for_id) if one)


OWN_TILL = Clause(
    which=lambda actor: Q(agency=actor.agency_id, holding__in=drawers_of(actor)),
    holds=lambda actor, till: (
        actor.agency_id == till.agency_id and till.holding_id in drawers_of(actor)
    ),
)
OWN_AGENCY = Clause(
    which=lambda actor: Q(agency=actor.agency_id),
    holds=lambda actor, till: actor.agency_id == till.agency_id,
)
TAKEN_OVER_TOO = Clause(
    # To read: money is taken and given back by the agency that is, never in the name of one gone.
    which=lambda actor: Q(agency__in=actor.own_agency_ids),
    holds=lambda actor, till: till.agency_id in actor.own_agency_ids,
)
WHOLE_SCOPE = Clause(
    which=lambda actor: Q(agency__in=actor.scope_agency_ids),
    holds=lambda actor, till: till.agency_id in actor.scope_agency_ids,
)

TILLS_OF: dict[Role, Clause] = {
    Role.RECEPTION: OWN_TILL,
    Role.SIGNATORY: TAKEN_OVER_TOO,
    Role.REGISTRY_CLERK: TAKEN_OVER_TOO,
    Role.ACCOUNTANT: TAKEN_OVER_TOO,
    Role.SUPERVISOR: WHOLE_SCOPE,
}
RECEIPTS_OF: dict[Role, Clause] = {**TILLS_OF, Role.RECEPTION: TAKEN_OVER_TOO}


MONEY_OF: dict[Role, Clause] = {
    Role.RECEPTION: TAKEN_OVER_TOO,
    Role.SIGNATORY: TAKEN_OVER_TOO,
    Role.ACCOUNTANT: TAKEN_OVER_TOO,
    Role.SUPERVISOR: WHOLE_SCOPE,
}
"""Orders, money that came to the account, statements: all with an agency."""


def visible_orders(actor: Actor, permission: Permission = Permission.PAYMENT_VIEW) -> Q:
    """The orders, payments and lines of statements on which the actor has the permission."""
    return _visible(MONEY_OF, actor, permission)


def visible_tills(actor: Actor, permission: Permission = Permission.TILL_VIEW) -> Q:
    """The tills on which the actor has the permission: the start of every list."""
    return _visible(TILLS_OF, actor, permission)


def visible_receipts(actor: Actor, permission: Permission = Permission.TILL_VIEW) -> Q:
    """The receipts on which the actor has the permission."""
    return _visible(RECEIPTS_OF, actor, permission)


def _visible(scopes: dict[Role, Clause], actor: Actor, permission: Permission) -> Q:
    which = NONE
    for role in sorted(actor.roles & scopes.keys()):
        if permission in PERMISSIONS_OF[role]:
            which |= scopes[role].which(actor)
    return which


def can_close(actor: Actor, till: Drawn) -> Verdict:
    """A till is closed by who took the money, or who stands in for that person."""
    general = may(actor, Permission.TILL_CLOSE)
    if general and OWN_TILL.holds(actor, till):
        return Verdict(allowed=True, reason="own-till")
    return Verdict(allowed=False, reason="not-own-till")


def can_cancel(actor: Actor, till: Drawn) -> Verdict:
    """A receipt is canceled by who collected, or by a leader of the agency."""
    if may(actor, Permission.FEE_COLLECT) and OWN_TILL.holds(actor, till):
        return Verdict(allowed=True, reason="collector")
    if Role.SIGNATORY in actor.roles and OWN_AGENCY.holds(actor, till):
        return Verdict(allowed=True, reason="leader")
    return Verdict(allowed=False, reason="neither-collector-nor-leader")
