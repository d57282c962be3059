"""Who acts for an organization: rows that end, and the one rule that somebody manages."""

from __future__ import annotations

from datetime import datetime

from motcua.citizens.commands.loading import STREAM, about_organization
from motcua.citizens.events import MemberJoined, MemberLeft, MemberRoleChanged
from motcua.citizens.models import Membership, Organization
from motcua.citizens.policies import demand_citizen, demand_manager, in_force_at
from motcua.citizens.rules.memberships import check_someone_manages
from motcua.citizens.vocabulary import MemberRole
from motcua.kernel.actor import Actor
from motcua.kernel.verdict import NotFound
from motcua.ledger.recording import Record, recording


def change_member_role(
    *, actor: Actor, at: datetime, organization_id: int, citizen_id: int, role: MemberRole
) -> None:
    """A manager gives a member another role. Refusals: NotPermitted, NotFound, LastManager."""
    with recording(actor, at) as record:
        lock_organization(organization_id)
        demand_manager(actor, organization_id, at)
        roles = roles_at(organization_id, at)
        if citizen_id not in roles:
            raise NotFound(kind="member")
        if roles[citizen_id] == role:
            return
        if role != MemberRole.MANAGER:
            check_someone_manages(roles | {citizen_id: role}, leaving=0)
        end_row(organization_id, citizen_id, at)
        Membership.objects.create(
            organization_id=organization_id, citizen_id=citizen_id, role=role, valid_from=at
        )
        changed = MemberRoleChanged(citizen_id=citizen_id, role=role)
        record.append(changed, about=about_organization(organization_id), stream=STREAM)


def end_membership(*, actor: Actor, at: datetime, organization_id: int, citizen_id: int) -> None:
    """A manager ends another's, or a member his own. Refusals: NotPermitted, NotFound, LastManager."""
    with recording(actor, at) as record:
        lock_organization(organization_id)
        if citizen_id != demand_citizen(actor):
            demand_manager(actor, organization_id, at)
        roles = roles_at(organization_id, at)
        if citizen_id not in roles:
            raise NotFound(kind="member")
        check_someone_manages(roles, leaving=citizen_id)
        left(record, organization_id, citizen_id, at)


def joined(record: Record, organization_id: int, citizen_id: int, role: MemberRole) -> None:
    """A member more; the organization is locked, and he is none yet."""
    Membership.objects.create(
        organization_id=organization_id, citizen_id=citizen_id, role=role, valid_from=record.at
    )
    told = MemberJoined(citizen_id=citizen_id, role=role)
    record.append(told, about=about_organization(organization_id), stream=STREAM)


def left(record: Record, organization_id: int, citizen_id: int, at: datetime) -> None:
    end_row(organization_id, citizen_id, at)
    told = MemberLeft(citizen_id=citizen_id)
    record.append(told, about=about_organization(organization_id), stream=STREAM)


def end_row(organization_id: int, citizen_id: int, at: datetime) -> None:
    """What began at this very instant never held, and goes."""
    rows = Membership.objects.filter(
        in_force_at(at), organization=organization_id, citizen=citizen_id
    )
    rows.filter(valid_from=at).delete()
    rows.update(valid_until=at)


def roles_at(organization_id: int, at: datetime) -> dict[int, MemberRole]:
    """By citizen. One query."""
    rows = Membership.objects.filter(in_force_at(at), organization=organization_id)
    return {citizen: MemberRole(role) for citizen, role in rows.values_list("citizen_id", "role")}


def lock_organization(organization_id: int) -> Organization:
    """Refusals: NotFound."""
    rows = Organization.objects.select_for_update(no_key=True)
    found = rows.filter(pk=organization_id).first()
    if found is None:
        raise NotFound(kind="organization")
    return found


def demand_may_leave_all(citizen_id: int, at: datetime) -> None:
    """Refusals: LastManager, where others would be left without a manager."""
    for organization_id in _held_by(citizen_id, at):
        lock_organization(organization_id)
        check_someone_manages(roles_at(organization_id, at), leaving=citizen_id)


def leave_all(record: Record, citizen_id: int, at: datetime) -> None:
    """End all; an account that is erased leaves even what it was the last to manage."""
    for organization_id in _held_by(citizen_id, at):
        lock_organization(organization_id)
        left(record, organization_id, citizen_id, at)


def _held_by(citizen_id: int, at: datetime) -> list[int]:
    rows = Membership.objects.filter(in_force_at(at), citizen=citizen_id)
    return sorted(rows.values_list("organization_id", flat=True))
