"""Passwords, first steps after signing in, sessions: law.md 11.2 boundary by boundary."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.accounts.rules.passwords import (
    PasswordLikeName,
    PasswordTooLong,
    PasswordTooPlain,
    PasswordTooShort,
    check_password_strength,
    classes_in,
    is_expired,
    reuse_depth,
)
from motcua.accounts.rules.sessions import (
    OpenSession,
    is_idle,
    should_be_seen,
    to_be_ended,
)
from motcua.accounts.rules.sign_in import AccountFacts, NextStep, is_inactive, next_step
from motcua.accounts.vocabulary import AccountKind
from tests.support.clock import PLAIN_MORNING

ADMIN, OPERATION = AccountKind.ADMIN, AccountKind.OPERATION


def check(password: str, *, beside: bool = False, username: str = "tiepnhan1") -> None:
    check_password_strength(password, username=username, has_second_factor=beside)


@pytest.mark.parametrize("password", ["Mot-Cua-2026!x", "Giữ-gìn-Bí-mật-9"])
def test_fourteen_signs_of_four_classes_stand_alone(password: str) -> None:
    check(password)


def test_eight_signs_are_enough_beside_a_second_factor() -> None:
    check("motcuaxa", beside=True)


@pytest.mark.parametrize(
    ("password", "beside", "refusal"),
    [
        ("Mot-Cua-2026!", False, PasswordTooShort),
        ("motcuax", True, PasswordTooShort),
        ("", True, PasswordTooShort),
        ("mot-cua-2026-xy", False, PasswordTooPlain),
        ("MotCua2026MotCua", False, PasswordTooPlain),
        ("Mot-Cua-Mot-Cua", False, PasswordTooPlain),
        ("a" * 129, True, PasswordTooLong),
        ("Xin-TiepNhan1-2026", False, PasswordLikeName),
        ("Xin-Tiếp-Nhận-12", False, None),
    ],
)
def test_each_weakness_has_its_refusal(
    password: str, beside: bool, refusal: type[Exception] | None
) -> None:
    found = None
    try:
        check(password, beside=beside)
    except Exception as refused:  # noqa: BLE001  # the kind of it is what is tested
        found = type(refused)
    assert found is refusal


@given(st.text(max_size=40))
def test_there_are_never_more_than_four_classes(password: str) -> None:
    assert 0 <= classes_in(password) <= 4


def test_administrators_may_not_come_back_to_their_last_ten_passwords() -> None:
    assert (reuse_depth(ADMIN), reuse_depth(OPERATION)) == (10, 1)


@pytest.mark.parametrize(
    ("kind", "days", "expired"),
    [(ADMIN, 60, False), (ADMIN, 61, True), (OPERATION, 4000, False)],
)
def test_only_an_administrators_password_ages(kind: AccountKind, days: int, expired: bool) -> None:
    changed = PLAIN_MORNING - timedelta(days=days)
    assert is_expired(kind, changed, PLAIN_MORNING) is expired


def facts(
    kind: AccountKind = OPERATION,
    *,
    must: bool = False,
    changed: datetime | None = PLAIN_MORNING,
    factor: bool = False,
) -> AccountFacts:
    return AccountFacts(
        kind=kind, must_change_password=must, password_changed_at=changed, has_second_factor=factor
    )


@pytest.mark.parametrize(
    ("account", "step"),
    [
        (facts(), NextStep.NONE),
        (facts(must=True), NextStep.CHANGE_PASSWORD),
        (facts(ADMIN, must=True, factor=False), NextStep.CHANGE_PASSWORD),
        (facts(ADMIN, factor=False), NextStep.SET_UP_SECOND_FACTOR),
        (facts(ADMIN, factor=True), NextStep.NONE),
        (facts(ADMIN, changed=None, factor=True), NextStep.CHANGE_PASSWORD),
        (facts(changed=None), NextStep.NONE),
    ],
)
def test_what_comes_first_after_signing_in(account: AccountFacts, step: NextStep) -> None:
    assert next_step(account, PLAIN_MORNING) == step


@pytest.mark.parametrize(
    ("kind", "minutes", "idle"),
    [(OPERATION, 14, False), (OPERATION, 15, True), (ADMIN, 4, False), (ADMIN, 5, True)],
)
def test_an_idle_session_ends_after_its_minutes(
    kind: AccountKind, minutes: int, idle: bool
) -> None:
    assert is_idle(kind, PLAIN_MORNING, PLAIN_MORNING + timedelta(minutes=minutes)) is idle


def test_a_session_is_seen_at_most_once_a_minute() -> None:
    assert not should_be_seen(PLAIN_MORNING, PLAIN_MORNING + timedelta(seconds=59))
    assert should_be_seen(PLAIN_MORNING, PLAIN_MORNING + timedelta(seconds=60))


@given(st.lists(st.integers(0, 500), unique=True, max_size=8), st.integers(1, 4))
def test_with_a_new_session_there_are_never_more_than_allowed(ages: list[int], most: int) -> None:
    sessions = [OpenSession(age, PLAIN_MORNING - timedelta(minutes=age)) for age in ages]
    ended = to_be_ended(sessions, most)
    assert len(sessions) - len(ended) + 1 <= most or not sessions
    assert ended == sorted(ages, reverse=True)[: len(ended)]
    assert len(ended) == max(len(sessions) - most + 1, 0)


@pytest.mark.parametrize(("days", "inactive"), [(44, False), (45, True)])
def test_an_account_nobody_uses_for_45_days_is_inactive(days: int, inactive: bool) -> None:
    before = PLAIN_MORNING - timedelta(days=days)
    long_ago = PLAIN_MORNING - timedelta(days=900)
    assert is_inactive(created_at=long_ago, last_sign_in_at=before, at=PLAIN_MORNING) is inactive
    assert is_inactive(created_at=before, last_sign_in_at=None, at=PLAIN_MORNING) is inactive
