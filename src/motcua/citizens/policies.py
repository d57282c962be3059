"""Who may do what with an account: its owner, and nobody else. Of an organization: its members."""

from __future__ import annotations

from motcua.accounts.rules.roles import Permission, may
from motcua.kernel.actor import Actor, Door
from motcua.kernel.verdict import NotPermitted, Verdict

__all__ = ["Permission", "demand_citizen", "may", "may_open"]


def demand_citizen(actor: Actor) -> int:
    """The citizen who acts, in his own account. Refusals: NotPermitted for anybody else."""
    may(actor, Permission.CITIZEN_ACCOUNT).demand()
    if actor.citizen_id is None:
        raise NotPermitted(reason="no-citizen")
    return actor.citizen_id


def may_open(actor: Actor) -> Verdict:
    """Whoever stands at the citizens' door opens an account for himself; the system opens sample ones."""
    if actor.is_system or actor.door == Door.PORTAL:
        return Verdict(allowed=True, reason="own-door")
    return Verdict(allowed=False, reason="not-at-the-portal")
