"""Roles that change and positions that end: on days that make sense, and never one's own."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from motcua.accounts.commands.accounts import (
    AccountClosedAlready,
    AccountOpenAlready,
    UsernameTaken,
    disable_account,
    enable_account,
)
from motcua.accounts.commands.enroll import NewOfficer, enroll_officer, unused_username
from motcua.accounts.commands.giving_roles import DayOutsideHolding, OwnHolding, RolesMissing
from motcua.accounts.commands.officers import (
    change_contact,
    change_roles,
    end_holding,
    rename_officer,
)
from motcua.accounts.models import HoldingRole, Officer, User
from motcua.accounts.passwords import check_new_password, new_first_password
from motcua.accounts.rules.roles import RolesNotTogether
from motcua.accounts.vocabulary import DisabledReason
from motcua.agencies.queries import positions_of
from motcua.kernel.actor import Role
from motcua.kernel.verdict import NotPermitted
from motcua.ledger.models import Fact
from motcua.ledger.queries import facts_about
from tests.support.clock import PLAIN_MORNING, PLAIN_WEDNESDAY
from tests.support.offices import agency_id
from tests.support.people import acting, holding_of, people_of_today, user_called

pytestmark = pytest.mark.django_db
NEXT_WEEK = PLAIN_WEDNESDAY + timedelta(days=7)


def roles_from(username: str, day: date, *roles: Role, by: str = "quantri") -> None:
    change_roles(
        actor=acting(by),
        at=PLAIN_MORNING,
        holding_id=holding_of(username).pk,
        roles=roles,
        from_day=day,
    )


def test_an_earlier_change_replaces_what_was_planned_for_later() -> None:
    people_of_today()
    roles_from("tiepnhan1", NEXT_WEEK, Role.HANDLING)
    roles_from("tiepnhan1", PLAIN_WEDNESDAY, Role.RECEPTION, Role.REGISTRY_CLERK)
    kept = HoldingRole.objects.filter(holding=holding_of("tiepnhan1"), valid_until=None)
    assert set(kept.values_list("role", flat=True)) == {"RECEPTION", "REGISTRY_CLERK"}
    later = acting("tiepnhan1", PLAIN_MORNING + timedelta(days=30))
    assert later.roles == {Role.RECEPTION, Role.REGISTRY_CLERK}


def test_a_role_kept_keeps_its_beginning() -> None:
    people_of_today()
    roles_from("tiepnhan1", PLAIN_WEDNESDAY, Role.RECEPTION, Role.HANDLING)
    kept = HoldingRole.objects.get(holding=holding_of("tiepnhan1"), role="RECEPTION")
    assert kept.valid_from < PLAIN_WEDNESDAY


def test_a_position_gives_a_role_at_least() -> None:
    people_of_today()
    with pytest.raises(RolesMissing):
        roles_from("tiepnhan1", PLAIN_WEDNESDAY)


def test_roles_do_not_change_before_the_position_was_held() -> None:
    people_of_today()
    before = holding_of("tiepnhan1").valid_from - timedelta(days=1)
    with pytest.raises(DayOutsideHolding):
        roles_from("tiepnhan1", before, Role.HANDLING)
    with pytest.raises(DayOutsideHolding):
        end_holding(
            actor=acting("quantri"),
            at=PLAIN_MORNING,
            holding_id=holding_of("tiepnhan1").pk,
            from_day=before,
            reason="",
        )


def test_nobody_changes_or_ends_the_position_he_is_using() -> None:
    people_of_today()
    own = holding_of("quantri").pk
    with pytest.raises(OwnHolding):
        roles_from("quantri", PLAIN_WEDNESDAY, Role.SUPERVISOR)
    with pytest.raises(OwnHolding):
        end_holding(
            actor=acting("quantri"),
            at=PLAIN_MORNING,
            holding_id=own,
            from_day=NEXT_WEEK,
            reason="",
        )
    assert acting("quantri").roles == {Role.ADMINISTRATOR}


def new_officer(**changes: object) -> NewOfficer:
    rows = {row.slug: row.id for row in positions_of(agency_id(), PLAIN_WEDNESDAY)}
    given: dict[str, object] = {
        "full_name": "Đặng Thị Ngọc Ánh",
        "username": "anhdtn",
        "agency_id": agency_id(),
        "position_id": rows["tiep-nhan"],
        "roles": frozenset({Role.RECEPTION}),
        "from_day": PLAIN_WEDNESDAY,
    }
    return NewOfficer(**(given | changes))  # type: ignore[arg-type]


def enroll(**changes: object) -> int:
    made = enroll_officer(
        actor=acting("quantri"),
        at=PLAIN_MORNING,
        new=new_officer(**changes),
        password=new_first_password(),
    )
    return made.officer_id


def test_a_new_colleague_is_made_in_one_act_and_must_change_the_password() -> None:
    people_of_today()
    officer_id = enroll()
    assert acting("anhdtn").roles == {Role.RECEPTION}
    assert user_called("anhdtn").must_change_password
    codes = [fact.code for fact in facts_about("officer", officer_id)]
    assert codes == ["officer.registered", "officer.appointed"]
    assert unused_username("Đặng Thị Ngọc Ánh") == "anhdtn2"


def test_of_a_refused_colleague_nothing_remains() -> None:
    people_of_today()
    before = (Officer.objects.count(), User.objects.count(), Fact.objects.count())
    with pytest.raises(UsernameTaken):
        enroll(username="tiepnhan1")
    with pytest.raises(RolesNotTogether):
        enroll(roles=frozenset({Role.ADMINISTRATOR, Role.HANDLING}))
    assert (Officer.objects.count(), User.objects.count(), Fact.objects.count()) == before


def test_an_administrator_gets_an_administration_account() -> None:
    people_of_today()
    enroll(roles=frozenset({Role.ADMINISTRATOR}))
    assert user_called("anhdtn").kind == "ADMIN"


def test_a_first_password_is_one_that_the_rules_allow() -> None:
    people_of_today()
    passwords = {new_first_password() for _number in range(50)}
    assert len(passwords) == 50
    for password in passwords:
        check_new_password(user_called("tiepnhan1"), password)


def test_a_name_changes_on_the_account_too_and_a_contact_without_its_value_on_record() -> None:
    people_of_today()
    officer_id = holding_of("vanthu").officer_id
    given = {"actor": acting("quantri"), "at": PLAIN_MORNING, "officer_id": officer_id}
    rename_officer(**given, full_name="Bùi  Kim Oanh")
    change_contact(**given, phone="0912 345 678", email="oanh@example.vn")
    change_contact(**given, phone="0912 345 678", email="oanh@example.vn")
    assert user_called("vanthu").display_name == "Bùi Kim Oanh"
    facts = facts_about("officer", officer_id)[-2:]
    assert [fact.code for fact in facts] == ["officer.renamed", "officer.contact-changed"]
    assert "0912" not in str(facts[1].payload)
    with pytest.raises(NotPermitted):
        rename_officer(**{**given, "actor": acting("truongphong")}, full_name="Ai đó")


def test_an_account_is_closed_and_opened_in_turn() -> None:
    people_of_today()
    user_id = user_called("vanthu").pk
    given = {"actor": acting("quantri"), "at": PLAIN_MORNING, "user_id": user_id}
    with pytest.raises(AccountOpenAlready):
        enable_account(**given, password=new_first_password())
    disable_account(**given, reason=DisabledReason.LEFT)
    with pytest.raises(AccountClosedAlready):
        disable_account(**given, reason=DisabledReason.LEFT)
