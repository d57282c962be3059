"""Who may change agencies. (`accounts` gives the same permission its code; a test holds them equal.)"""

from __future__ import annotations

from datetime import date

from motcua.agencies.queries import subtree_ids
from motcua.kernel.actor import Actor, Role
from motcua.kernel.verdict import Verdict


def may_change_all(actor: Actor) -> Verdict:
    """Whether the actor may take over the whole catalogue: only the system's own jobs may."""
    return Verdict(allowed=actor.is_system, reason="system" if actor.is_system else "not-system")


def may_change(actor: Actor, agency_id: int, day: date) -> Verdict:
    """Whether the actor may change this agency: an administrator of it or of one above it."""
    if actor.is_system:
        return Verdict(allowed=True, reason="system")
    if Role.ADMINISTRATOR not in actor.roles or actor.agency_id is None:
        return Verdict(allowed=False, reason="not-administrator")
    if agency_id not in subtree_ids(actor.agency_id, day):
        return Verdict(allowed=False, reason="outside-scope")
    return Verdict(allowed=True, reason="administrator")
