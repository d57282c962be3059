"""The role matrix: separation of duties holds in the table itself."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.accounts.rules.roles import (
    PERMISSIONS_OF,
    SYSTEM_MAY,
    VIEWS,
    Permission,
    RoleNeedsAdminAccount,
    RolesNotTogether,
    check_roles,
    may,
)
from motcua.accounts.vocabulary import AccountKind
from motcua.kernel.actor import Door, Role, stranger, system
from tests.support.offices import somebody

DOSSIER = {
    permission for permission in Permission if permission.startswith(("dossier.", "report."))
}
"""All that touches a dossier, or counts them."""


def test_every_role_has_its_line() -> None:
    assert set(PERMISSIONS_OF) == set(Role)


def test_a_supervisor_only_looks() -> None:
    assert PERMISSIONS_OF[Role.SUPERVISOR] <= VIEWS


def test_no_view_lets_anybody_change_or_receive_anything() -> None:
    assert not [
        code for code in VIEWS if code.endswith((".change", ".receive", ".import", ".issue"))
    ]


def test_an_administrator_has_nothing_to_do_with_dossiers() -> None:
    assert not PERMISSIONS_OF[Role.ADMINISTRATOR] & DOSSIER


def test_only_reception_receives() -> None:
    receiving = [role for role in Role if Permission.DOSSIER_RECEIVE in PERMISSIONS_OF[role]]
    assert receiving == [Role.RECEPTION]


def test_only_administrators_keep_the_ground() -> None:
    upkeep = {
        Permission.OFFICER_CHANGE,
        Permission.AGENCY_CHANGE,
        Permission.CALENDAR_CHANGE,
        Permission.PROCEDURE_IMPORT,
        Permission.TOKEN_ISSUE,
    }
    keepers = {role for role in Role if PERMISSIONS_OF[role] & upkeep}
    assert keepers == {Role.ADMINISTRATOR}


@given(st.sets(st.sampled_from(Role)), st.sampled_from(Permission))
def test_an_actor_may_what_one_of_his_roles_may(roles: set[Role], permission: Permission) -> None:
    expected = any(permission in PERMISSIONS_OF[role] for role in roles)
    assert bool(may(somebody(*roles), permission)) is expected


@pytest.mark.parametrize("permission", list(Permission))
def test_a_stranger_may_nothing(permission: Permission) -> None:
    verdict = may(stranger(door=Door.PAGE), permission)
    assert not verdict
    assert str(permission) in verdict.reason


def test_the_system_itself_never_touches_a_dossier() -> None:
    allowed = {permission for permission in Permission if may(system("job"), permission)}
    assert allowed == SYSTEM_MAY
    assert not allowed & (
        DOSSIER
        | {
            Permission.SLIP_PRINT,
            Permission.PAPER_PRINT,
            Permission.ACCESS_LOG_VIEW,
        }
    )


@pytest.mark.parametrize(
    "roles", [pair for pair in combinations(Role, 2) if Role.ADMINISTRATOR in pair]
)
def test_an_administrator_holds_no_other_role_beside(roles: tuple[Role, Role]) -> None:
    with pytest.raises(RolesNotTogether):
        check_roles(roles, None)


@pytest.mark.parametrize(
    ("roles", "kind"),
    [
        ([Role.ADMINISTRATOR], AccountKind.OPERATION),
        ([Role.RECEPTION], AccountKind.ADMIN),
        ([Role.ADMINISTRATOR], AccountKind.SERVICE),
    ],
)
def test_administration_has_accounts_of_its_own(roles: list[Role], kind: AccountKind) -> None:
    with pytest.raises(RoleNeedsAdminAccount):
        check_roles(roles, kind)


@pytest.mark.parametrize(
    ("roles", "kind"),
    [
        ([Role.ADMINISTRATOR], AccountKind.ADMIN),
        ([Role.RECEPTION, Role.HANDLING], AccountKind.OPERATION),
        ([Role.UNIT_HEAD], None),
    ],
)
def test_fitting_roles_are_taken(roles: list[Role], kind: AccountKind | None) -> None:
    check_roles(roles, kind)
