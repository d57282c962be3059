"""Whose figures somebody may see: the same scopes as the lists of dossiers, so that a number can be
opened by whoever sees it. Deny by default: who has no role named here sees no report.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from motcua.accounts.rules.roles import Permission, may
from motcua.kernel.actor import Actor, Door, Role

SCOPE_OF: dict[Role, Callable[[Actor], frozenset[int]]] = {
    Role.SIGNATORY: lambda actor: actor.own_agency_ids,
    Role.REGISTRY_CLERK: lambda actor: actor.own_agency_ids,
    Role.SUPERVISOR: lambda actor: actor.scope_agency_ids,
}
"""Roles that see whole agencies. A unit head sees his unit."""


@dataclass(frozen=True, slots=True)
class Sight:
    """`everything`: of all agencies. `deep_ids`: those of whom all below is seen too.
    `unit_id` 0 = the work that lies with no unit."""

    everything: bool = False
    agency_ids: frozenset[int] = frozenset()
    deep_ids: frozenset[int] = frozenset()
    unit_agency_id: int | None = None
    unit_id: int = 0


def sight_of(actor: Actor) -> Sight:
    """Of which agencies and unit the actor sees figures.

    Who operates the machine holds its database anyway, and sees all. Refusals: NotPermitted.
    """
    if is_operator(actor):
        return Sight(everything=True)
    may(actor, Permission.REPORT_VIEW).demand()
    agencies: frozenset[int] = frozenset()
    for role in sorted(actor.roles & SCOPE_OF.keys()):
        agencies |= SCOPE_OF[role](actor)
    heads = Role.UNIT_HEAD in actor.roles
    return Sight(
        agency_ids=agencies,
        deep_ids=actor.scope_agency_ids if Role.SUPERVISOR in actor.roles else frozenset(),
        unit_agency_id=actor.agency_id if heads else None,
        unit_id=actor.unit_id or 0,
    )


def is_operator(actor: Actor) -> bool:
    """The person at the machine that the office runs on."""
    return actor.is_system and actor.door is Door.COMMAND_LINE
