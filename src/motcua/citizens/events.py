"""Facts about citizens' accounts and organizations: ids and codes, never a name, number or address of a
person. An account can be closed and what it knew erased; a fact stays."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from motcua.kernel.event import Event


@dataclass(frozen=True, kw_only=True)
class CitizenAccountOpened(Event):
    """Somebody opened an account: by which kind of contact, or by the national identity."""

    code: ClassVar[str] = "citizen.account-opened"

    by: str
    level: int


@dataclass(frozen=True, kw_only=True)
class CitizenDetailsChanged(Event):
    """A citizen changed what the account says of him; the values stand in the row only."""

    code: ClassVar[str] = "citizen.details-changed"

    fields: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class CitizenContactChanged(Event):
    """A citizen proved to hold another phone or mailbox, or took one away."""

    code: ClassVar[str] = "citizen.contact-changed"

    kind: str
    is_removed: bool


@dataclass(frozen=True, kw_only=True)
class IdentityProven(Event):
    """The national identity said who the citizen is."""

    code: ClassVar[str] = "citizen.identity-proven"

    provider: str
    level: int


@dataclass(frozen=True, kw_only=True)
class SignInMethodChanged(Event):
    """A citizen set or took away a password, an app for codes, or a passkey."""

    code: ClassVar[str] = "citizen.sign-in-method-changed"

    method: str
    is_removed: bool


@dataclass(frozen=True, kw_only=True)
class ConsentGiven(Event):
    """A citizen agreed that his data are used for a purpose."""

    code: ClassVar[str] = "consent.given"

    purpose: str


@dataclass(frozen=True, kw_only=True)
class ConsentWithdrawn(Event):
    """A citizen took his consent back; what was done before stays done."""

    code: ClassVar[str] = "consent.withdrawn"

    purpose: str


@dataclass(frozen=True, kw_only=True)
class CitizenClosingAsked(Event):
    """A citizen asked to close his account; until the moment named he may change his mind."""

    code: ClassVar[str] = "citizen.closing-asked"

    erase_at: datetime


@dataclass(frozen=True, kw_only=True)
class CitizenClosingCanceled(Event):
    """A citizen keeps the account he had asked to close."""

    code: ClassVar[str] = "citizen.closing-canceled"


@dataclass(frozen=True, kw_only=True)
class CitizenErased(Event):
    """What a closed account knew of its owner was erased. His dossiers stay as the law says."""

    code: ClassVar[str] = "citizen.erased"


@dataclass(frozen=True, kw_only=True)
class OrganizationOpened(Event):
    """An organization got an account; who opened it manages it. What it is stands in the row only."""

    code: ClassVar[str] = "organization.opened"


@dataclass(frozen=True, kw_only=True)
class OrganizationDetailsChanged(Event):
    """A manager changed name or address of an organization."""

    code: ClassVar[str] = "organization.details-changed"

    fields: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class OrganizationConfirmed(Event):
    """Whose the organization is was proved: to the office, or by the owner's national identity."""

    code: ClassVar[str] = "organization.confirmed"


@dataclass(frozen=True, kw_only=True)
class OrganizationTakenAway(Event):
    """The account is closed: those in it should not have it. `claimed`: its owner proved himself."""

    code: ClassVar[str] = "organization.taken-away"

    claimed: bool


@dataclass(frozen=True, kw_only=True)
class MemberInvited(Event):
    """A manager asked somebody to act for the organization; whom stands in the row only."""

    code: ClassVar[str] = "organization.member-invited"

    invitation_id: int
    role: str


@dataclass(frozen=True, kw_only=True)
class InvitationWithdrawn(Event):
    """A manager took an invitation back before it was accepted."""

    code: ClassVar[str] = "organization.invitation-withdrawn"

    invitation_id: int


@dataclass(frozen=True, kw_only=True)
class MemberJoined(Event):
    """A citizen acts for the organization from now on."""

    code: ClassVar[str] = "organization.member-joined"

    citizen_id: int
    role: str


@dataclass(frozen=True, kw_only=True)
class MemberRoleChanged(Event):
    """A manager gave a member another role."""

    code: ClassVar[str] = "organization.member-role-changed"

    citizen_id: int
    role: str


@dataclass(frozen=True, kw_only=True)
class MemberLeft(Event):
    """A citizen no longer acts for the organization: he left, or a manager ended it."""

    code: ClassVar[str] = "organization.member-left"

    citizen_id: int
