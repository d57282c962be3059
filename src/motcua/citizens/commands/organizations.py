"""An organization gets an account; managers invite who acts for it besides."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime

from motcua.citizens.commands.holding import holds, made_new, owned_by_number
from motcua.citizens.commands.loading import STREAM, about_organization, own_row
from motcua.citizens.commands.members import joined, lock_organization, roles_at
from motcua.citizens.events import (
    InvitationWithdrawn,
    MemberInvited,
    OrganizationDetailsChanged,
)
from motcua.citizens.models import Invitation, Organization
from motcua.citizens.policies import demand_manager
from motcua.citizens.rules.memberships import (
    INVITATION_LIFE,
    InvitationEnded,
    MemberAlready,
    OrganizationKnown,
    OrganizationNameMissing,
    OrganizationNotProven,
    check_room,
)
from motcua.citizens.vocabulary import Contact, ContactKind, MemberRole
from motcua.kernel.actor import Actor
from motcua.kernel.characters import plain_words
from motcua.kernel.clock import local_day
from motcua.kernel.identifiers.tax_code import parse_tax_code
from motcua.kernel.verdict import NotFound
from motcua.ledger.recording import recording

NAME_MAX = 250
TOKEN_BYTES = 24


def open_organization(
    *, actor: Actor, at: datetime, tax_code: str, name: str, address: str = ""
) -> int:
    """Who opens it is its first manager. A tax code that is a personal number is opened by its owner
    alone; any other stays unconfirmed until the office has looked, and keeps nobody else away: so
    the answer never tells who has an account. Refusals: NotPermitted, those of `parse_tax_code`,
    OrganizationNameMissing, OrganizationNotProven, OrganizationKnown."""
    said = parse_tax_code(tax_code, today=local_day(at))
    values = _details(name, address)
    is_personal = said.kind == "personal_id"
    if is_personal and actor.proven_id != said.tax_code:
        raise OrganizationNotProven(field="tax_code")
    with recording(actor, at) as record:
        citizen = own_row(actor)
        if holds(citizen.pk, said.tax_code, at):
            raise OrganizationKnown(field="tax_code")
        made = owned_by_number(record, said.tax_code) if is_personal else None
        made = made or made_new(
            record, {"tax_code": said.tax_code, **values}, is_proven=is_personal
        )
        joined(record, made, citizen.pk, MemberRole.MANAGER)
    return made


def change_organization(
    *, actor: Actor, at: datetime, organization_id: int, name: str, address: str
) -> None:
    """Refusals: NotPermitted, NotFound, OrganizationNameMissing."""
    values = _details(name, address)
    with recording(actor, at) as record:
        kept = lock_organization(organization_id)
        demand_manager(actor, organization_id, at)
        changed = tuple(name for name, value in values.items() if getattr(kept, name) != value)
        if not changed:
            return
        Organization.objects.filter(pk=organization_id).update(**values)
        told = OrganizationDetailsChanged(fields=changed)
        record.append(told, about=about_organization(organization_id), stream=STREAM)


def invite_member(
    *, actor: Actor, at: datetime, organization_id: int, contact: Contact, role: MemberRole
) -> str:
    """Returns the token of the link, to be sent to that contact and kept nowhere.

    Refusals: NotPermitted, NotFound, InvitationsTooMany.
    """
    token = secrets.token_urlsafe(TOKEN_BYTES)
    with recording(actor, at) as record:
        lock_organization(organization_id)
        manager = demand_manager(actor, organization_id, at)
        open_ones = Invitation.objects.filter(
            organization=organization_id, ended_at=None, expires_at__gt=at
        )
        open_ones.filter(contact=contact.value).update(ended_at=at, contact="")
        check_room(members=len(roles_at(organization_id, at)), invitations=open_ones.count())
        made = Invitation.objects.create(
            organization_id=organization_id,
            role=role,
            contact_kind=contact.kind,
            contact=contact.value,
            token_digest=token_digest(token),
            invited_by_id=manager,
            made_at=at,
            expires_at=at + INVITATION_LIFE,
        )
        told = MemberInvited(invitation_id=made.pk, role=role)
        record.append(told, about=about_organization(organization_id), stream=STREAM)
    return token


def withdraw_invitation(
    *, actor: Actor, at: datetime, organization_id: int, invitation_id: int
) -> None:
    """Refusals: NotPermitted, NotFound."""
    with recording(actor, at) as record:
        lock_organization(organization_id)
        demand_manager(actor, organization_id, at)
        found = Invitation.objects.filter(
            pk=invitation_id, organization=organization_id, ended_at=None
        )
        if not found.update(ended_at=at, contact=""):
            raise NotFound(kind="invitation")
        told = InvitationWithdrawn(invitation_id=invitation_id)
        record.append(told, about=about_organization(organization_id), stream=STREAM)


def accept_invitation(*, actor: Actor, at: datetime, token: str) -> int:
    """Only the account that holds the contact invited may: a link that was passed on opens nothing.
    Returns the organization's id. Refusals: NotPermitted, InvitationEnded, MemberAlready."""
    with recording(actor, at) as record:
        citizen = own_row(actor)
        open_ones = Invitation.objects.filter(
            token_digest=token_digest(token), ended_at=None, expires_at__gt=at
        )
        found = open_ones.first()
        held = {ContactKind.PHONE: citizen.phone, ContactKind.EMAIL: citizen.email}
        if found is None or held[ContactKind(found.contact_kind)] != found.contact:
            raise InvitationEnded(field="invitation")
        lock_organization(found.organization_id)
        if citizen.pk in roles_at(found.organization_id, at):
            raise MemberAlready(field="invitation")
        if not open_ones.update(ended_at=at, contact="", accepted_by=citizen):
            raise InvitationEnded(field="invitation")
        joined(record, found.organization_id, citizen.pk, MemberRole(found.role))
    return found.organization_id


def token_digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _details(name: str, address: str) -> dict[str, str]:
    values = {"name": plain_words(name)[:NAME_MAX], "address": plain_words(address)[:NAME_MAX]}
    if not values["name"]:
        raise OrganizationNameMissing(field="name")
    return values
