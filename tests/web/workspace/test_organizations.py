"""Who runs the system confirms an organization once its paper was seen, or takes its account away; nobody else."""

from __future__ import annotations

from datetime import datetime

import pytest
from django.test import Client

from motcua.audit.models import AccessLog
from motcua.citizens.commands.organizations import open_organization
from motcua.citizens.models import Organization
from motcua.ledger.queries import facts_about
from tests.support.citizens import a_citizen, citizen_actor
from tests.web.workspace.conftest import SignIn, text_of

PAGE = "/organizations/"
NAME, TAX_CODE = "Hợp tác xã Chè Sông Cầu", "0100109106"


@pytest.fixture
def number(standing: None, now: datetime) -> int:
    lan = citizen_actor(a_citizen())
    return open_organization(actor=lan, at=now, tax_code=TAX_CODE, name=NAME)


@pytest.fixture
def desk(browser: SignIn) -> Client:
    return browser("quantri")


def last_fact(number: int) -> tuple[str, str]:
    """What happened last, and in which position somebody did it."""
    fact = list(facts_about("organization", number))[-1]
    return fact.code, str(fact.actor.get("title", ""))


def test_it_is_confirmed_and_that_stands_in_the_ledger(desk: Client, number: int) -> None:
    page = text_of(desk.get(PAGE))
    assert (NAME in page, TAX_CODE in page, "Hoàng Thị Lan" in page) == (True, True, True)
    told = text_of(desk.post(PAGE, {"confirm": str(number)}, follow=True))
    assert "Đã xác minh tổ chức." in told
    assert NAME not in told
    code, title = last_fact(number)
    assert code == "organization.confirmed"
    assert title
    assert "Đã xác minh" in text_of(desk.get(PAGE, {"tax-code": TAX_CODE}))


def test_it_is_taken_away_only_after_one_more_question(desk: Client, number: int) -> None:
    asked = text_of(desk.get(PAGE, {"take": str(number)}))
    assert f"Thu hồi tài khoản của {NAME}?" in asked
    assert Organization.objects.get().closed_at is None
    told = text_of(desk.post(PAGE, {"take": str(number)}, follow=True))
    assert "Đã thu hồi." in told
    assert Organization.objects.get().closed_at is not None
    again = text_of(desk.post(PAGE, {"take": str(number)}, follow=True))
    assert "có người vừa thu hồi" in again


def test_a_second_one_of_the_same_code_is_refused_in_words(
    desk: Client, number: int, now: datetime
) -> None:
    desk.post(PAGE, {"confirm": str(number)}, follow=True)
    other = citizen_actor(a_citizen("0987000111"))
    second = open_organization(actor=other, at=now, tax_code=TAX_CODE, name="Người khác")
    told = text_of(desk.post(PAGE, {"confirm": str(second)}, follow=True))
    assert "Đã xác minh tổ chức." not in told
    assert Organization.objects.filter(confirmed_at__isnull=False).count() == 1
    assert "notice-danger" in told


def test_looking_is_noted_and_anything_else_sent_does_nothing(desk: Client, number: int) -> None:
    assert desk.post(PAGE, {"confirm": "x", "take": "-1"}).status_code == 302
    assert Organization.objects.get().confirmed_at is None
    desk.get(PAGE)
    note = AccessLog.objects.filter(act="organization.list").latest("id")
    assert str(number) in note.detail


@pytest.mark.parametrize("username", ["tiepnhan1", "lanhdao", "giamsat"])
def test_nobody_else_may(browser: SignIn, number: int, username: str) -> None:
    client = browser(username)
    assert client.get(PAGE).status_code == 404
    assert client.post(PAGE, {"confirm": str(number)}).status_code == 404
    assert Organization.objects.get().confirmed_at is None
