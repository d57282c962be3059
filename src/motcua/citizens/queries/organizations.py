"""The organizations a citizen acts for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from motcua.citizens.models import Membership
from motcua.citizens.policies import demand_citizen
from motcua.citizens.queries.actors import in_force_at
from motcua.citizens.vocabulary import MemberRole
from motcua.kernel.actor import Actor

ORGANIZATIONS_MAX = 50


@dataclass(frozen=True, kw_only=True, slots=True)
class OwnOrganization:
    """An organization the citizen acts for, and as what."""

    id: int
    tax_code: str
    name: str
    address: str
    role: MemberRole
    since: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class WhoActs:
    """For the bar above each page: the citizen, and the organization he acts for now or ""."""

    name: str
    organization: str
    may_choose: bool


def own_organizations(actor: Actor, at: datetime) -> tuple[OwnOrganization, ...]:
    """By name. One query, by the key of the citizen; at most ORGANIZATIONS_MAX rows.

    Refusals: NotPermitted.
    """
    held = Membership.objects.filter(in_force_at(at), citizen=demand_citizen(actor))
    rows = held.select_related("organization").order_by("organization__name", "id")
    return tuple(
        OwnOrganization(
            id=row.organization_id,
            tax_code=row.organization.tax_code,
            name=row.organization.name,
            address=row.organization.address,
            role=MemberRole(row.role),
            since=row.valid_from,
        )
        for row in rows[:ORGANIZATIONS_MAX]
    )


def who_acts(actor: Actor, at: datetime) -> WhoActs:
    """One query."""
    found = own_organizations(actor, at)
    chosen = next((one.name for one in found if one.id == actor.organization_id), "")
    return WhoActs(name=actor.name, organization=chosen, may_choose=bool(found))
