"""Who may see and change accounts and officers, from the same clauses: his agency and all below."""

from __future__ import annotations

from datetime import date

from motcua.accounts.rules.roles import Permission, may
from motcua.agencies.queries import subtree_ids
from motcua.kernel.actor import Actor
from motcua.kernel.verdict import Verdict

__all__ = ["Permission", "agencies_in_scope", "can", "may"]


def agencies_in_scope(actor: Actor, permission: Permission, day: date) -> frozenset[int]:
    """The agencies over which the actor has the permission; for the system itself, none is listed."""
    if actor.is_system or actor.agency_id is None or not may(actor, permission):
        return frozenset()
    return subtree_ids(actor.agency_id, day)


def can(actor: Actor, permission: Permission, agency_id: int, day: date) -> Verdict:
    """Whether the actor has the permission over people of this agency."""
    general = may(actor, permission)
    if not general or actor.is_system:
        return general
    if agency_id not in agencies_in_scope(actor, permission, day):
        return Verdict(allowed=False, reason="outside-scope")
    return Verdict(allowed=True, reason="in-scope")
