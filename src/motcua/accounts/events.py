"""Facts about accounts, officers and what they hold. Never a password, a token or its digest."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from motcua.kernel.event import Event


@dataclass(frozen=True, kw_only=True)
class AccountOpened(Event):
    """Somebody was given an account."""

    code: ClassVar[str] = "account.opened"

    username: str
    kind: str


@dataclass(frozen=True, kw_only=True)
class PasswordChanged(Event):
    """A person chose a new password."""

    code: ClassVar[str] = "account.password-changed"


@dataclass(frozen=True, kw_only=True)
class PasswordReset(Event):
    """An administrator set a password that must be changed at the next sign-in."""

    code: ClassVar[str] = "account.password-reset"


@dataclass(frozen=True, kw_only=True)
class SecondFactorReset(Event):
    """The second factor of an account was taken away, so that it can be set up anew."""

    code: ClassVar[str] = "account.second-factor-reset"


@dataclass(frozen=True, kw_only=True)
class AccountDisabled(Event):
    """An account was closed to sign-in; its sessions and tokens ended with it."""

    code: ClassVar[str] = "account.disabled"

    reason: str


@dataclass(frozen=True, kw_only=True)
class AccountEnabled(Event):
    """A closed account was opened again; the password must be changed."""

    code: ClassVar[str] = "account.enabled"


@dataclass(frozen=True, kw_only=True)
class AccountUnlocked(Event):
    """The lock after wrong passwords was lifted before its time."""

    code: ClassVar[str] = "account.unlocked"


@dataclass(frozen=True, kw_only=True)
class SessionsEnded(Event):
    """An administrator ended signed-in browsers of an account."""

    code: ClassVar[str] = "account.sessions-ended"

    count: int


@dataclass(frozen=True, kw_only=True)
class OfficerRegistered(Event):
    """A person was entered as an officer."""

    code: ClassVar[str] = "officer.registered"

    full_name: str
    employment_kind: str
    from_date: date
    user_id: int | None


@dataclass(frozen=True, kw_only=True)
class OfficerRenamed(Event):
    """The name of an officer was corrected."""

    code: ClassVar[str] = "officer.renamed"

    before: str
    after: str


@dataclass(frozen=True, kw_only=True)
class ContactChanged(Event):
    """How an officer is reached was changed; the values stand in the row only."""

    code: ClassVar[str] = "officer.contact-changed"

    fields: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class OfficerLeft(Event):
    """An officer's service ends on a day: from it on, nothing can be done in his name."""

    code: ClassVar[str] = "officer.left"

    from_date: date
    reason: str
    note: str


@dataclass(frozen=True, kw_only=True)
class OfficerAppointed(Event):
    """An officer holds a position with these roles from a day on."""

    code: ClassVar[str] = "officer.appointed"

    holding_id: int
    position_id: int
    position: str
    agency_id: int
    roles: tuple[str, ...]
    from_date: date
    until_date: date | None


@dataclass(frozen=True, kw_only=True)
class HoldingEnded(Event):
    """An officer no longer holds a position from a day on."""

    code: ClassVar[str] = "officer.holding-ended"

    holding_id: int
    position: str
    from_date: date
    reason: str


@dataclass(frozen=True, kw_only=True)
class RolesChanged(Event):
    """A position held gives other roles from a day on."""

    code: ClassVar[str] = "officer.roles-changed"

    holding_id: int
    before: tuple[str, ...]
    after: tuple[str, ...]
    from_date: date


@dataclass(frozen=True, kw_only=True)
class StandInAppointed(Event):
    """An officer acts for the holder of a position between two instants."""

    code: ClassVar[str] = "stand-in.appointed"

    stand_in_id: int
    stand_in_officer_id: int
    stand_in: str
    valid_from: datetime
    valid_until: datetime
    reason: str


@dataclass(frozen=True, kw_only=True)
class StandInEnded(Event):
    """A stand-in ended before its time."""

    code: ClassVar[str] = "stand-in.ended"

    stand_in_id: int


@dataclass(frozen=True, kw_only=True)
class TokenIssued(Event):
    """A program was given a token to act in this position."""

    code: ClassVar[str] = "token.issued"

    token_id: int
    name: str
    expires_at: datetime


@dataclass(frozen=True, kw_only=True)
class TokenRevoked(Event):
    """A token was taken back."""

    code: ClassVar[str] = "token.revoked"

    token_id: int
    name: str
