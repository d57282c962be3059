"""Who may change who acts for an organization. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from motcua.citizens.vocabulary import MemberRole
from motcua.kernel.refusal import Refusal

INVITATION_LIFE = timedelta(days=7)
INVITATIONS_OPEN_MAX = 20
MEMBERS_MAX = 200


class LastManager(Refusal):
    """Members would be left without anybody who manages: another manager must be named first."""

    code = "last-manager"


class MemberAlready(Refusal):
    """He acts for the organization already."""

    code = "member-already"


class InvitationEnded(Refusal):
    """Accepted, taken back, too old, or for another contact."""

    code = "invitation-ended"


class InvitationsTooMany(Refusal):
    """Many invitations are open, or the organization has many members (`most`)."""

    code = "invitations-too-many"


class OrganizationKnown(Refusal):
    """He acts for this tax code already."""

    code = "organization-known"


class OrganizationNotProven(Refusal):
    """The tax code is somebody's personal number: only its owner, proved by the national identity, opens it."""

    code = "organization-not-proven"


class OrganizationConfirmedElsewhere(Refusal):
    """Another account of this tax code has been confirmed: take that one away first."""

    code = "organization-confirmed-elsewhere"


class OrganizationNameMissing(Refusal):
    """The name as registered must be said."""

    code = "organization-name-missing"


def check_someone_manages(roles: Mapping[int, MemberRole], leaving: int) -> None:
    """`roles`: by citizen, as they are. The last to go may go; the last manager of others may not.

    Refusals: LastManager.
    """
    others = [role for citizen, role in roles.items() if citizen != leaving]
    if others and MemberRole.MANAGER not in others:
        raise LastManager(field="member")


def check_room(*, members: int, invitations: int) -> None:
    """Refusals: InvitationsTooMany."""
    if members >= MEMBERS_MAX or invitations >= INVITATIONS_OPEN_MAX:
        raise InvitationsTooMany(field="contact", most=INVITATIONS_OPEN_MAX)
