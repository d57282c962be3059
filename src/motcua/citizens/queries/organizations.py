"""The organizations a citizen acts for."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime

from motcua.citizens.models import Citizen, Invitation, Membership
from motcua.citizens.policies import demand_citizen, in_force_at
from motcua.citizens.rules.contacts import masked
from motcua.citizens.rules.memberships import INVITATIONS_OPEN_MAX, MEMBERS_MAX
from motcua.citizens.vocabulary import Contact, ContactKind, MemberRole
from motcua.kernel.actor import Actor
from motcua.kernel.verdict import NotFound

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
    is_confirmed: bool


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
            is_confirmed=row.organization.confirmed_at is not None,
        )
        for row in rows[:ORGANIZATIONS_MAX]
    )


def who_acts(actor: Actor, at: datetime) -> WhoActs:
    """One query."""
    found = own_organizations(actor, at)
    chosen = next((one.name for one in found if one.id == actor.organization_id), "")
    return WhoActs(name=actor.name, organization=chosen, may_choose=bool(found))


@dataclass(frozen=True, kw_only=True, slots=True)
class Member:
    """Who acts for the organization; `contact` is masked."""

    citizen_id: int
    name: str
    role: MemberRole
    since: datetime
    is_me: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenInvitation:
    id: int
    contact: str
    role: MemberRole
    expires_at: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class OrganizationPage:
    """An organization as one of its members sees it."""

    organization: OwnOrganization
    members: tuple[Member, ...]
    invitations: tuple[OpenInvitation, ...]

    @property
    def is_managed_by_me(self) -> bool:
        return self.organization.role == MemberRole.MANAGER


@dataclass(frozen=True, kw_only=True, slots=True)
class Invited:
    """What an invitation's link shows before it is accepted: nothing of the members, and no tax code
    (it may be somebody's personal number)."""

    organization: str
    role: MemberRole


def organization_page(actor: Actor, at: datetime, organization_id: int) -> OrganizationPage:
    """Three queries, each by key and bounded. Refusals: NotPermitted, NotFound for whoever is no member."""
    own = [one for one in own_organizations(actor, at) if one.id == organization_id]
    if not own:
        raise NotFound(kind="organization")
    held = Membership.objects.filter(in_force_at(at), organization=organization_id)
    members = tuple(
        Member(
            citizen_id=row.citizen_id,
            name=row.citizen.full_name,
            role=MemberRole(row.role),
            since=row.valid_from,
            is_me=row.citizen_id == actor.citizen_id,
        )
        for row in held.select_related("citizen").order_by("role", "id")[:MEMBERS_MAX]
    )
    is_manager = own[0].role == MemberRole.MANAGER
    invitations = _open_invitations(organization_id, at) if is_manager else ()
    return OrganizationPage(organization=own[0], members=members, invitations=invitations)


def _open_invitations(organization_id: int, at: datetime) -> tuple[OpenInvitation, ...]:
    rows = Invitation.objects.filter(organization=organization_id, ended_at=None, expires_at__gt=at)
    return tuple(
        OpenInvitation(
            id=row.pk,
            contact=masked(Contact(ContactKind(row.contact_kind), row.contact)),
            role=MemberRole(row.role),
            expires_at=row.expires_at,
        )
        for row in rows.order_by("id")[:INVITATIONS_OPEN_MAX]
    )


def invited_by(actor: Actor, token: str, at: datetime) -> Invited:
    """What the link says to whoever holds the contact invited. Two queries, by key and by the digest.

    Refusals: NotPermitted; NotFound, also for everybody else.
    """
    digest = hashlib.sha256(token.encode()).hexdigest()
    rows = Invitation.objects.filter(token_digest=digest, ended_at=None, expires_at__gt=at)
    found = rows.select_related("organization").first()
    citizen = Citizen.objects.filter(pk=demand_citizen(actor))
    if found is None or found.contact not in citizen.values_list("phone", "email").get():
        raise NotFound(kind="invitation")
    return Invited(organization=found.organization.name, role=MemberRole(found.role))
