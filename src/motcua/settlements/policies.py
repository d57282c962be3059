"""Who may see and change which refunds and settlements; each scope as a filter and as a test.

The counter, the accountant and the leader those of their agency (and, to read, of those it has taken
over), a supervisor those of all agencies below. A settlement is seen by both sides.
"""

from __future__ import annotations

from collections.abc import Callable

from django.db.models import Q

from motcua.accounts.rules.roles import PERMISSIONS_OF, Permission, may
from motcua.kernel.actor import Actor, Role
from motcua.kernel.verdict import Verdict
from motcua.settlements.vocabulary import SettlementState

Agencies = Callable[[Actor], frozenset[int]]


def _own(actor: Actor) -> frozenset[int]:
    return frozenset(actor.own_agency_ids)


def _below(actor: Actor) -> frozenset[int]:
    return actor.scope_agency_ids


AGENCIES_OF: dict[Role, Agencies] = {
    Role.RECEPTION: _own,
    Role.ACCOUNTANT: _own,
    Role.SIGNATORY: _own,
    Role.SUPERVISOR: _below,
}


def agencies_for(actor: Actor, permission: Permission) -> frozenset[int]:
    """The agencies on whose refunds the actor has the permission; none by default."""
    told: frozenset[int] = frozenset()
    for role in actor.roles & AGENCIES_OF.keys():
        if permission in PERMISSIONS_OF[role]:
            told |= AGENCIES_OF[role](actor)
    return told


def visible_refunds(actor: Actor, permission: Permission = Permission.REFUND_VIEW) -> Q:
    """The start of every list."""
    return Q(agency__in=agencies_for(actor, permission))


def can(actor: Actor, permission: Permission, agency_id: int) -> Verdict:
    """Money is given back by the agency that is, never in the name of one gone."""
    if may(actor, permission) and actor.agency_id == agency_id:
        return Verdict(allowed=True, reason="own-agency")
    return Verdict(allowed=False, reason="not-own-agency")


def visible_settlements(actor: Actor, permission: Permission = Permission.SETTLEMENT_VIEW) -> Q:
    """The start of every list: of the agency that collected, and of the one that is due the money,
    once it has been sent."""
    agencies = agencies_for(actor, permission)
    is_sent = ~Q(state=SettlementState.DRAFT)
    return Q(agency__in=agencies) | is_sent & Q(due_agency__in=agencies)


def acts_for(actor: Actor, permission: Permission, agency_id: int) -> Verdict:
    """Settled is in the name of one's agency and of those it has taken over: what they had collected
    is handed on by whoever holds it now."""
    if may(actor, permission) and agency_id in agencies_for(actor, permission):
        return Verdict(allowed=True, reason="own-agency")
    return Verdict(allowed=False, reason="not-own-agency")
