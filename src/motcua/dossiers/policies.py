"""Who may do what with which dossier: one set of clauses answers both "may I" and "which ones".

Each role sees a scope; the scope is written twice, as a filter and as a test of one dossier, side
by side, and a property test holds them equal for random people and dossiers.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from django.db.models import Q

from motcua.accounts.rules.roles import PERMISSIONS_OF, Permission, may
from motcua.dossiers.models import Dossier
from motcua.kernel.actor import Actor, Role
from motcua.kernel.verdict import NotFound, Verdict

NONE = Q(pk__in=())


class Placed(Protocol):
    """What of a dossier the clauses look at."""

    @property
    def agency_id(self) -> int: ...
    @property
    def competent_agency_id(self) -> int: ...
    @property
    def unit_id(self) -> int | None: ...


@dataclass(frozen=True, slots=True)
class Clause:
    """One scope: `which` as a filter, `holds` for one dossier."""

    which: Callable[[Actor], Q]
    holds: Callable[[Actor, Placed], bool]


OWN_AGENCY = Clause(
    which=lambda actor: Q(agency=actor.agency_id) | Q(competent_agency=actor.agency_id),
    holds=lambda actor, dossier: (
        actor.agency_id in (dossier.agency_id, dossier.competent_agency_id)
    ),
)
OWN_UNIT = Clause(
    which=lambda actor: Q(unit=actor.unit_id) if actor.unit_id else NONE,
    holds=lambda actor, dossier: actor.unit_id is not None and actor.unit_id == dossier.unit_id,
)
WHOLE_SCOPE = Clause(
    which=lambda actor: (
        Q(agency__in=actor.scope_agency_ids) | Q(competent_agency__in=actor.scope_agency_ids)
    ),
    holds=lambda actor, dossier: bool(
        {dossier.agency_id, dossier.competent_agency_id} & actor.scope_agency_ids
    ),
)

SCOPE_OF: dict[Role, Clause] = {
    Role.RECEPTION: OWN_AGENCY,
    Role.REGISTRY_CLERK: OWN_AGENCY,
    Role.SIGNATORY: OWN_AGENCY,
    Role.UNIT_HEAD: OWN_UNIT,
    Role.HANDLING: OWN_UNIT,
    Role.SUPERVISOR: WHOLE_SCOPE,
}


def _clauses(actor: Actor, permission: Permission) -> list[Clause]:
    """The scopes of those roles of the actor that carry the permission."""
    return [
        SCOPE_OF[role]
        for role in sorted(actor.roles)
        if role in SCOPE_OF and permission in PERMISSIONS_OF[role]
    ]


def visible(actor: Actor, permission: Permission = Permission.DOSSIER_VIEW) -> Q:
    """The dossiers on which the actor has the permission: the start of every query and list."""
    which = NONE
    for clause in _clauses(actor, permission):
        which |= clause.which(actor)
    return which


def can(actor: Actor, permission: Permission, dossier: Placed) -> Verdict:
    """Whether the actor has the permission on this dossier."""
    general = may(actor, permission)
    if not general:
        return general
    if any(clause.holds(actor, dossier) for clause in _clauses(actor, permission)):
        return Verdict(allowed=True, reason="in-scope")
    return Verdict(allowed=False, reason="outside-scope")


def find_for(actor: Actor, permission: Permission, code: str) -> Dossier:
    """The dossier with this code. Refusals: NotFound, also when the actor has no right to it."""
    found = Dossier.objects.filter(visible(actor, permission), code=code)
    dossier = found.select_related("procedure_version__procedure").first()
    if dossier is None:
        raise NotFound(kind="dossier")
    return dossier
