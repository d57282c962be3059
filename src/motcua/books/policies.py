"""Who may look into whose books: an accountant and a leader into those of the agency (and of those it
has taken over), a supervisor into those of all agencies below."""

from __future__ import annotations

from collections.abc import Callable

from django.db.models import Q

from motcua.accounts.rules.roles import PERMISSIONS_OF, Permission
from motcua.kernel.actor import Actor, Role

Agencies = Callable[[Actor], frozenset[int]]


def _own(actor: Actor) -> frozenset[int]:
    return frozenset(actor.own_agency_ids)


def _below(actor: Actor) -> frozenset[int]:
    return actor.scope_agency_ids


AGENCIES_OF: dict[Role, Agencies] = {
    Role.ACCOUNTANT: _own,
    Role.SIGNATORY: _own,
    Role.SUPERVISOR: _below,
}


def agencies_for(actor: Actor, permission: Permission = Permission.BOOKS_VIEW) -> frozenset[int]:
    """The agencies on whose money the actor has the permission; none by default."""
    told: frozenset[int] = frozenset()
    for role in actor.roles & AGENCIES_OF.keys():
        if permission in PERMISSIONS_OF[role]:
            told |= AGENCIES_OF[role](actor)
    return told


def visible_accounts(actor: Actor) -> Q:
    """The start of every list of accounts."""
    return Q(agency__in=agencies_for(actor))
