"""What each role may do. The table is the role matrix that law.md 11.2 asks for."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from motcua.accounts.vocabulary import AccountKind
from motcua.kernel.actor import Actor, Role
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import Verdict


class Permission(StrEnum):
    """Codes of all that somebody may be allowed to do."""

    DOSSIER_RECEIVE = "dossier.receive"
    DOSSIER_VIEW = "dossier.view"
    DOSSIER_SEARCH = "dossier.search"
    DOSSIER_EXPORT = "dossier.export"
    SLIP_PRINT = "slip.print"
    PROCEDURE_VIEW = "procedure.view"
    PROCEDURE_IMPORT = "procedure.import"
    CALENDAR_VIEW = "calendar.view"
    CALENDAR_CHANGE = "calendar.change"
    AGENCY_VIEW = "agency.view"
    AGENCY_CHANGE = "agency.change"
    OFFICER_VIEW = "officer.view"
    OFFICER_CHANGE = "officer.change"
    STAND_IN_APPOINT = "stand-in.appoint"
    TOKEN_ISSUE = "token.issue"  # noqa: S105  # a permission code
    LEDGER_VERIFY = "ledger.verify"
    ACCESS_LOG_VIEW = "access-log.view"


CATALOGUE_VIEWS = frozenset(
    {Permission.PROCEDURE_VIEW, Permission.CALENDAR_VIEW, Permission.AGENCY_VIEW}
)
VIEWS = CATALOGUE_VIEWS | {
    Permission.DOSSIER_VIEW,
    Permission.DOSSIER_SEARCH,
    Permission.DOSSIER_EXPORT,
    Permission.OFFICER_VIEW,
    Permission.LEDGER_VERIFY,
    Permission.ACCESS_LOG_VIEW,
}
"""Permissions that change nothing."""

_READER = CATALOGUE_VIEWS | {Permission.DOSSIER_VIEW, Permission.DOSSIER_SEARCH}
_UPKEEP = frozenset(
    {
        Permission.PROCEDURE_IMPORT,
        Permission.CALENDAR_CHANGE,
        Permission.AGENCY_CHANGE,
        Permission.OFFICER_VIEW,
        Permission.OFFICER_CHANGE,
        Permission.STAND_IN_APPOINT,
        Permission.TOKEN_ISSUE,
        Permission.LEDGER_VERIFY,
    }
)

PERMISSIONS_OF: dict[Role, frozenset[Permission]] = {
    Role.RECEPTION: _READER | {Permission.DOSSIER_RECEIVE, Permission.SLIP_PRINT},
    Role.HANDLING: _READER,
    Role.UNIT_HEAD: _READER | {Permission.DOSSIER_EXPORT, Permission.OFFICER_VIEW},
    Role.SIGNATORY: _READER
    | {Permission.DOSSIER_EXPORT, Permission.OFFICER_VIEW, Permission.STAND_IN_APPOINT},
    Role.REGISTRY_CLERK: _READER | {Permission.SLIP_PRINT, Permission.DOSSIER_EXPORT},
    Role.ADMINISTRATOR: CATALOGUE_VIEWS | _UPKEEP | {Permission.ACCESS_LOG_VIEW},
    Role.SUPERVISOR: VIEWS,
}

SYSTEM_MAY = CATALOGUE_VIEWS | _UPKEEP
"""What the system's own jobs may do: set up and keep the ground, never touch a dossier."""


def may(actor: Actor, permission: Permission) -> Verdict:
    """Whether any role of the actor carries the permission; whose things it covers is not asked."""
    if actor.is_system:
        return Verdict(allowed=permission in SYSTEM_MAY, reason="system")
    if any(permission in PERMISSIONS_OF[role] for role in actor.roles):
        return Verdict(allowed=True, reason="role")
    return Verdict(allowed=False, reason=f"no-role-with:{permission}")


class RolesNotTogether(Refusal):
    """One position may not join these roles: who runs the system does not handle dossiers."""

    code = "roles-not-together"


class RoleNeedsAdminAccount(Refusal):
    """The administrator's role is held by an administration account only, and that by it only."""

    code = "role-needs-admin-account"


def check_roles(roles: Iterable[Role], kind: AccountKind | None) -> None:
    """Separation of duties and of account kinds (law.md 11.2).

    `kind` is None when the officer has no account yet. Refusals: RolesNotTogether,
    RoleNeedsAdminAccount.
    """
    wanted = frozenset(roles)
    if Role.ADMINISTRATOR in wanted and len(wanted) > 1:
        raise RolesNotTogether(field="roles", roles=sorted(wanted))
    if kind is not None and (kind == AccountKind.ADMIN) != (Role.ADMINISTRATOR in wanted):
        raise RoleNeedsAdminAccount(field="roles", kind=str(kind))
