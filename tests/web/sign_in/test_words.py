"""The sign-in library has no Vietnamese; what it says is said in the office's words."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import time_machine
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse

from motcua.accounts.models import User
from tests.support.clock import PLAIN_MORNING
from tests.support.people import PASSWORD, people_of_today
from tests.web.sign_in.doors import sign_in

pytestmark = pytest.mark.django_db
NEW = "Chim-Non-2026!xanh"
CHANGE = {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW}


@pytest.fixture
def signed_in(client: Client) -> Iterator[Client]:
    people_of_today()
    User.objects.update(must_change_password=False)
    with time_machine.travel(PLAIN_MORNING, tick=False):
        sign_in(client, "tiepnhan1")
        yield client


@pytest.mark.parametrize(
    ("typed", "vietnamese", "english"),
    [
        (
            {"oldpassword": "sai"},
            "Mật khẩu hiện tại không đúng.",
            "The current password is not right.",
        ),
        (
            {"password2": "khac"},
            "Hai lần nhập mật khẩu mới khác nhau. Hãy nhập lại.",
            "The two new passwords differ. Enter them again.",
        ),
    ],
)
def test_what_is_wrong_with_a_new_password_is_said_in_the_readers_language(
    signed_in: Client, typed: dict[str, str], vietnamese: str, english: str
) -> None:
    address = reverse("account_change_password")
    assert vietnamese in signed_in.post(address, CHANGE | typed).content.decode()
    signed_in.cookies["motcua-language"] = "en"
    assert english in signed_in.post(address, CHANGE | typed).content.decode()


def test_a_changed_password_is_confirmed_in_the_offices_words(signed_in: Client) -> None:
    response = signed_in.post(reverse("account_change_password"), CHANGE)
    assert [str(one) for one in get_messages(response.wsgi_request)] == ["Đã đổi mật khẩu."]
