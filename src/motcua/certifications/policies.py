"""Who may see and change which entries. The registers are the agency's: its desk, clerk and leader
see them, handling officers what their own unit settles, a supervisor those of all agencies below."""

from __future__ import annotations

from collections.abc import Callable

from django.db.models import Q

from motcua.accounts.rules.roles import PERMISSIONS_OF, Permission, may
from motcua.kernel.actor import Actor, Role
from motcua.kernel.verdict import Verdict

NONE = Q(pk__in=())


def _own_agency(actor: Actor) -> Q:
    """With the registers of the agencies it has taken over: their entries are read here now."""
    return Q(agency__in=actor.own_agency_ids)


def _own_unit(actor: Actor) -> Q:
    return Q(dossier__unit=actor.unit_id, dossier__competent_agency=actor.agency_id)


def _whole_scope(actor: Actor) -> Q:
    return Q(agency__in=actor.scope_agency_ids)


SCOPE_OF: dict[Role, Callable[[Actor], Q]] = {
    Role.RECEPTION: _own_agency,
    Role.SIGNATORY: _own_agency,
    Role.REGISTRY_CLERK: _own_agency,
    Role.HANDLING: _own_unit,
    Role.UNIT_HEAD: _own_unit,
    Role.SUPERVISOR: _whole_scope,
}


def visible(actor: Actor, permission: Permission = Permission.CERTIFICATION_VIEW) -> Q:
    """The entries on which the actor has the permission: the start of every query."""
    which = NONE
    for role in sorted(actor.roles & SCOPE_OF.keys()):
        if permission in PERMISSIONS_OF[role]:
            which |= SCOPE_OF[role](actor)
    return which


def can_cancel(actor: Actor, agency_id: int) -> Verdict:
    """An entry is struck through at the desk of the agency whose register it is."""
    general = may(actor, Permission.CERTIFICATION_ENTER)
    if general and actor.agency_id == agency_id:
        return Verdict(allowed=True, reason="own-register")
    return Verdict(allowed=False, reason="not-own-register")
