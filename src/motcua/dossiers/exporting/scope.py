"""By what rights a file was made: whoever fetches it must still have the same."""

from __future__ import annotations

from motcua.kernel.actor import Actor
from motcua.ledger.rules.chain import content_digest


def position_of(actor: Actor) -> int | None:
    """The position acted in: one's own, or that of whom one stands in for."""
    return actor.stands_in_for_id or actor.holding_id


def scope_of(actor: Actor) -> str:
    """The digest of all that decides which dossiers the actor sees."""
    return content_digest(
        {
            "position": position_of(actor),
            "own": actor.holding_id,
            "agency": actor.agency_id,
            "unit": actor.unit_id,
            "roles": sorted(map(str, actor.roles)),
            "scope": sorted(actor.scope_agency_ids),
            "predecessors": sorted(actor.predecessor_ids),
        }
    )
