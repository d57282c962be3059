"""Who may do what with an account: its owner, and nobody else. Of an organization: its members."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Q

from motcua.accounts.rules.roles import Permission, may
from motcua.citizens.models import Membership
from motcua.citizens.vocabulary import MemberRole
from motcua.kernel.actor import Actor, Door
from motcua.kernel.verdict import NotPermitted, Verdict

__all__ = [
    "Permission",
    "demand_citizen",
    "demand_manager",
    "in_force_at",
    "may",
    "may_erase",
    "may_open",
    "role_in",
]


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


def may_erase(actor: Actor) -> Verdict:
    """What a closed account knew is erased by the nightly job, when the time has come."""
    return Verdict(allowed=actor.is_system, reason="system" if actor.is_system else "not-system")


def demand_manager(actor: Actor, organization_id: int, at: datetime) -> int:
    """The citizen who acts, if he manages the organization. Refusals: NotPermitted."""
    citizen_id = demand_citizen(actor)
    if role_in(organization_id, citizen_id, at) != MemberRole.MANAGER:
        raise NotPermitted(reason="no-manager")
    return citizen_id


def role_in(organization_id: int, citizen_id: int, at: datetime) -> MemberRole | None:
    """As what he acts for it at that instant; None: not at all. One query."""
    rows = Membership.objects.filter(
        in_force_at(at), organization=organization_id, citizen=citizen_id
    )
    role = rows.values_list("role", flat=True).first()
    return MemberRole(role) if role else None


def in_force_at(at: datetime, prefix: str = "") -> Q:
    """Memberships that hold at that instant; `prefix` is an ORM path that ends in `__`."""
    begun = Q(**{f"{prefix}valid_from__lte": at})
    open_ended = Q(**{f"{prefix}valid_until__isnull": True})
    return begun & (open_ended | Q(**{f"{prefix}valid_until__gt": at}))
