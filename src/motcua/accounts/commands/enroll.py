"""A new colleague in one act: the officer, the account, the position with its roles."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from motcua.accounts.commands.accounts import open_account
from motcua.accounts.commands.officers import appoint_officer, register_officer
from motcua.accounts.models import User
from motcua.accounts.rules.roles import check_roles
from motcua.accounts.rules.usernames import free_username, proposed_username
from motcua.accounts.vocabulary import AccountKind, EmploymentKind
from motcua.kernel.actor import Actor, Role
from motcua.ledger.recording import recording


@dataclass(frozen=True, kw_only=True, slots=True)
class NewOfficer:
    """Who is to work where, as what, from when on."""

    full_name: str
    username: str
    agency_id: int
    position_id: int
    roles: frozenset[Role]
    from_day: date
    phone: str = ""
    email: str = ""
    employment_kind: EmploymentKind = EmploymentKind.CIVIL_SERVANT


@dataclass(frozen=True, slots=True)
class Enrolled:
    officer_id: int
    user_id: int
    holding_id: int


def account_kind_for(roles: Collection[Role]) -> AccountKind:
    """The kind of account that these roles ask for (law.md 11.2 keeps the kinds apart)."""
    return AccountKind.ADMIN if Role.ADMINISTRATOR in roles else AccountKind.OPERATION


def unused_username(full_name: str) -> str:
    """A user name proposed from the name that nobody has yet; "" when the name gives none."""
    proposed = proposed_username(full_name)
    alike = User.objects.filter(username__startswith=proposed) if proposed else User.objects.none()
    return free_username(proposed, set(alike.values_list("username", flat=True)))


def enroll_officer(*, actor: Actor, at: datetime, new: NewOfficer, password: str) -> Enrolled:
    """Register an officer, open the account with a first password and give the position.

    All or nothing. Refusals: those of `register_officer`, `open_account`, `appoint_officer`.
    """
    kind = account_kind_for(new.roles)
    check_roles(new.roles, kind)
    with recording(actor, at):
        officer_id = register_officer(
            actor=actor,
            at=at,
            full_name=new.full_name,
            from_day=new.from_day,
            phone=new.phone,
            email=new.email,
            employment_kind=new.employment_kind,
        )
        user_id = open_account(
            actor=actor,
            at=at,
            officer_id=officer_id,
            username=new.username,
            password=password,
            kind=kind,
        )
        holding_id = appoint_officer(
            actor=actor,
            at=at,
            officer_id=officer_id,
            agency_id=new.agency_id,
            position_id=new.position_id,
            roles=new.roles,
            from_day=new.from_day,
        )
    return Enrolled(officer_id, user_id, holding_id)
