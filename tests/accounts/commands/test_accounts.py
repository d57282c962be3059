"""Accounts are opened, closed, reopened and unlocked; passwords follow the rules."""

from __future__ import annotations

from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.core.exceptions import ValidationError

from motcua.accounts.commands.accounts import (
    HasAccountAlready,
    OwnAccount,
    UsernameMalformed,
    UsernameTaken,
    disable_account,
    enable_account,
    open_account,
    reset_second_factor,
)
from motcua.accounts.commands.disable_inactive import disable_inactive
from motcua.accounts.commands.officers import register_officer
from motcua.accounts.commands.passwords import change_password, reset_password
from motcua.accounts.commands.sample_officers import (
    SAMPLE_OFFICERS,
    create_sample_officers,
    sample_totp_secret,
)
from motcua.accounts.commands.sessions import open_session
from motcua.accounts.models import User, UserSession
from motcua.accounts.passwords import StaffPasswordValidator
from motcua.accounts.queries import account, session_of
from motcua.accounts.rules.passwords import PasswordTooShort, PasswordUsedBefore
from motcua.accounts.vocabulary import AccountKind, DisabledReason
from motcua.kernel.actor import Role
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.ledger.models import Fact
from motcua.ledger.queries import facts_about
from motcua.ledger.verification import verify
from tests.support.clock import PLAIN_MORNING
from tests.support.offices import SETUP
from tests.support.people import PASSWORD, TOTP_SECRET, acting, people_of_today, user_called

pytestmark = pytest.mark.django_db
OTHER = "Khac-Han-2026-xa"


def codes(kind: str, subject_id: int) -> list[str]:
    return [fact.code for fact in facts_about(kind, subject_id)]


def test_the_sample_office_has_an_officer_for_each_role_and_is_made_once() -> None:
    people_of_today()
    facts = Fact.objects.count()
    again = create_sample_officers(actor=SETUP, at=PLAIN_MORNING, password=PASSWORD)
    assert again == ()
    assert Fact.objects.count() == facts
    roles = {role for sample in SAMPLE_OFFICERS for role in acting(sample.username).roles}
    assert len(roles) == 8
    assert sample_totp_secret("quantri") == TOTP_SECRET
    assert sample_totp_secret("tiepnhan1") is None
    assert list(verify()) == []


def test_a_second_factor_is_kept_encrypted() -> None:
    people_of_today()
    kept = Authenticator.objects.get(user__username="quantri")
    assert TOTP_SECRET not in str(kept.data)


def test_the_sample_is_refused_a_weak_password() -> None:
    with pytest.raises((PasswordTooShort, NotFound)):
        create_sample_officers(actor=SETUP, at=PLAIN_MORNING, password="motcua")
    assert User.objects.count() == 0


def new_officer() -> int:
    return register_officer(
        actor=acting("quantri"),
        at=PLAIN_MORNING,
        full_name="Phan Thị  Mới",
        from_day=PLAIN_MORNING.date(),
    )


def new_account(username: str = "canbomoi", officer: int | None = None) -> int:
    return open_account(
        actor=acting("quantri"),
        at=PLAIN_MORNING,
        officer_id=officer or new_officer(),
        username=username,
        password=OTHER,
    )


def test_a_new_account_must_change_its_password() -> None:
    people_of_today()
    user_id = new_account()
    assert account(user_id).facts.must_change_password
    assert user_called("canbomoi").check_password(OTHER)
    assert codes("user", user_id) == ["account.opened"]


def test_no_password_stands_in_the_ledger() -> None:
    people_of_today()
    new_account()
    assert not [fact for fact in Fact.objects.all() if OTHER in fact.payload]


@pytest.mark.parametrize("username", ["Tiếp nhận", "AB", "a b c", "-abc", "x" * 61, ""])
def test_a_user_name_is_plain(username: str) -> None:
    people_of_today()
    with pytest.raises(UsernameMalformed):
        new_account(username)


def test_a_user_name_is_given_once_and_an_officer_has_one_account() -> None:
    people_of_today()
    with pytest.raises(UsernameTaken):
        new_account("tiepnhan1")
    officer = new_officer()
    new_account("canbomoi", officer)
    with pytest.raises(HasAccountAlready):
        new_account("canbomoi2", officer)


def test_a_person_changes_his_own_password_only() -> None:
    people_of_today()
    own, other = user_called("tiepnhan1"), user_called("tiepnhan2")
    change_password(actor=acting("tiepnhan1"), at=PLAIN_MORNING, user_id=own.pk, password=OTHER)
    assert user_called("tiepnhan1").check_password(OTHER)
    with pytest.raises(NotPermitted):
        change_password(
            actor=acting("tiepnhan1"), at=PLAIN_MORNING, user_id=other.pk, password=OTHER
        )


def numbered(number: int) -> str:
    return f"Mat-Khau-So-{number:03d}"


def test_an_administrator_may_not_come_back_to_the_last_ten_passwords() -> None:
    people_of_today()
    user = user_called("quantri")
    for number in range(10):
        at = PLAIN_MORNING + timedelta(minutes=number)
        change_password(actor=acting("quantri"), at=at, user_id=user.pk, password=numbered(number))
    later = PLAIN_MORNING + timedelta(hours=1)
    with pytest.raises(PasswordUsedBefore):
        change_password(actor=acting("quantri"), at=later, user_id=user.pk, password=numbered(0))
    change_password(actor=acting("quantri"), at=later, user_id=user.pk, password=PASSWORD)


def test_others_may_not_take_the_password_they_have() -> None:
    people_of_today()
    with pytest.raises(PasswordUsedBefore):
        change_password(
            actor=acting("vanthu"),
            at=PLAIN_MORNING,
            user_id=user_called("vanthu").pk,
            password=PASSWORD,
        )


def test_a_second_factor_allows_a_shorter_password() -> None:
    people_of_today()
    change_password(
        actor=acting("quantri"),
        at=PLAIN_MORNING,
        user_id=user_called("quantri").pk,
        password="ngangan8",
    )
    with pytest.raises(PasswordTooShort):
        change_password(
            actor=acting("vanthu"),
            at=PLAIN_MORNING,
            user_id=user_called("vanthu").pk,
            password="ngangan8",
        )


def test_the_forms_of_django_use_the_same_rules_in_words() -> None:
    people_of_today()
    with pytest.raises(ValidationError, match="ít nhất 14 ký tự"):
        StaffPasswordValidator().validate("ngan", user_called("vanthu"))
    StaffPasswordValidator().validate(OTHER, user_called("vanthu"))
    assert "14" in StaffPasswordValidator().get_help_text()


def test_a_password_set_by_an_administrator_ends_all_sessions() -> None:
    people_of_today()
    user = user_called("tiepnhan1")
    token = open_session(user_id=user.pk, at=PLAIN_MORNING)
    reset_password(actor=acting("quantri"), at=PLAIN_MORNING, user_id=user.pk, password=OTHER)
    assert session_of(token, user) is None
    assert account(user.pk).facts.must_change_password


def test_a_closed_account_has_no_session_no_rights_and_can_be_opened_again() -> None:
    people_of_today()
    user = user_called("thuly1")
    open_session(user_id=user.pk, at=PLAIN_MORNING)
    disable_account(
        actor=acting("quantri"),
        at=PLAIN_MORNING,
        user_id=user.pk,
        reason=DisabledReason.TRANSFERRED,
    )
    assert UserSession.objects.filter(user=user).count() == 0
    assert acting("thuly1").roles == frozenset()
    enable_account(actor=acting("quantri"), at=PLAIN_MORNING, user_id=user.pk, password=OTHER)
    assert acting("thuly1").roles != frozenset()
    assert codes("user", user.pk)[-2:] == ["account.disabled", "account.enabled"]


def test_nobody_closes_the_account_he_is_using() -> None:
    people_of_today()
    with pytest.raises(OwnAccount):
        disable_account(
            actor=acting("quantri"),
            at=PLAIN_MORNING,
            user_id=user_called("quantri").pk,
            reason=DisabledReason.LEFT,
        )


@pytest.mark.parametrize(
    "username",
    [sample.username for sample in SAMPLE_OFFICERS if Role.ADMINISTRATOR not in sample.roles],
)
def test_nobody_but_an_administrator_resets_a_password(username: str) -> None:
    people_of_today()
    victim = user_called("thuly2")
    with pytest.raises(NotPermitted):
        reset_password(actor=acting(username), at=PLAIN_MORNING, user_id=victim.pk, password=OTHER)


def test_an_administrator_of_a_commune_does_not_reach_the_city() -> None:
    people_of_today()
    with pytest.raises(NotPermitted):
        reset_second_factor(
            actor=acting("quantri"), at=PLAIN_MORNING, user_id=user_called("giamsat").pk
        )


def test_a_lost_second_factor_is_taken_away_and_set_up_anew() -> None:
    people_of_today()
    user = user_called("quantri")
    reset_second_factor(actor=SETUP, at=PLAIN_MORNING, user_id=user.pk)
    assert not account(user.pk).facts.has_second_factor
    assert codes("user", user.pk)[-1] == "account.second-factor-reset"


def test_accounts_unused_for_45_days_are_closed_by_night() -> None:
    people_of_today()
    later = PLAIN_MORNING + timedelta(days=45)
    User.objects.exclude(username="vanthu").update(last_login=later - timedelta(days=1))
    assert disable_inactive(actor=SETUP, at=later) == ("vanthu",)
    assert disable_inactive(actor=SETUP, at=later) == ()
    closed = user_called("vanthu")
    assert (closed.is_active, closed.disabled_reason) == (False, "INACTIVE")


def test_accounts_of_services_are_left_alone() -> None:
    people_of_today()
    User.objects.update(kind=AccountKind.SERVICE)
    assert disable_inactive(actor=SETUP, at=PLAIN_MORNING + timedelta(days=400)) == ()


def test_only_the_system_closes_accounts_in_bulk() -> None:
    people_of_today()
    with pytest.raises(NotPermitted):
        disable_inactive(actor=acting("quantri"), at=PLAIN_MORNING + timedelta(days=400))


def test_a_third_browser_ends_the_one_not_used_for_longest() -> None:
    people_of_today()
    user = user_called("tiepnhan1")
    tokens = [
        open_session(user_id=user.pk, at=PLAIN_MORNING + timedelta(minutes=number))
        for number in range(3)
    ]
    kept = [session_of(token, user) is not None for token in tokens]
    assert kept == [False, True, True]


def test_a_session_is_of_its_user_only() -> None:
    people_of_today()
    token = open_session(user_id=user_called("tiepnhan1").pk, at=PLAIN_MORNING)
    assert session_of(token, user_called("tiepnhan2")) is None
