"""By the national identity, with a real OpenID provider in a process of its own."""

from __future__ import annotations

import re
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.error import HTTPError
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from django.test import Client

from motcua.audit.models import AccessLog
from motcua.citizens.models import Citizen
from tests.support.citizens import CITIZEN_PHONE, LAN, a_citizen
from tests.support.identity_provider import free_port, identity_provider
from tests.web.account.conftest import Door, Moving

PEOPLE = (
    {"sub": "001190000111", "name": "Hoàng Thị Lan", "birthdate": "1990-04-30", "acr": "2"},
    {"sub": "001188000222", "name": "Trần Văn Bình", "birthdate": "02/03/1988", "acr": "1"},
    {"sub": "someone-without-number", "name": "Không Số", "acr": "2"},
)
LAN_SUB, BINH_SUB, NUMBERLESS = (str(one["sub"]) for one in PEOPLE)
START = "/tai-khoan/dang-nhap/dinh-danh"


@pytest.fixture(scope="session")
def issuer() -> Iterator[str]:
    with identity_provider(PEOPLE) as address:
        yield address


@dataclass
class Identity:
    """The provider as a citizen meets it: he signs in there and is sent back."""

    door: Door

    def leave(self, **asked: str) -> str:
        answer = self.door.browser.get(START, asked)
        assert answer.status_code == 302
        return str(answer["Location"])

    def sign_in_there(self, address: str, sub: str) -> str:
        """The address that the provider sends the browser back to."""
        opener = urllib.request.build_opener(_Stay)
        try:
            opener.open(address, urlencode({"sub": sub}).encode(), timeout=5)
        except HTTPError as answer:
            return str(answer.headers["Location"])
        raise AssertionError("the provider did not send back")

    def come_back(self, address: str) -> Any:
        parts = urlsplit(address)
        return self.door.browser.get(f"{parts.path}?{parts.query}")

    def enter(self, sub: str, **asked: str) -> Any:
        return self.come_back(self.sign_in_there(self.leave(**asked), sub))


class _Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_args: Any, **_kwargs: Any) -> None:
        return None


@pytest.fixture
def identity(door: Door, issuer: str, settings: Any, moving: Moving) -> Identity:
    settings.OIDC_ISSUER = issuer
    settings.OIDC_CLIENT_ID = "mot-cua"
    settings.OIDC_CLIENT_SECRET = "chi-de-thu"
    settings.ALLOWED_HOSTS = ["testserver"]
    moving.at = datetime.now(tz=UTC).replace(microsecond=0)  # the provider's clock is the real one
    return Identity(door)


def test_level_two_opens_an_account_that_nobody_can_type_over(identity: Identity) -> None:
    assert identity.enter(LAN_SUB)["Location"] == "/tai-khoan/mo/dinh-danh"
    answer = identity.door.browser.post("/tai-khoan/mo/dinh-danh", {"full_name": "Tên Khác"})
    assert answer["Location"] == "/tai-khoan/"
    kept = Citizen.objects.get()
    assert (kept.full_name, str(kept.birth_date)) == ("Hoàng Thị Lan", "1990-04-30")
    assert (kept.personal_id, kept.level) == (LAN_SUB, 2)
    changed = {"full_name": "Tên Khác", "birth_date": "", "personal_id": ""}
    assert identity.door.browser.post("/tai-khoan/thong-tin", changed).status_code == 422
    assert Citizen.objects.get().full_name == "Hoàng Thị Lan"


def test_level_one_vouches_for_no_name(identity: Identity) -> None:
    identity.enter(BINH_SUB)
    identity.door.browser.post("/tai-khoan/mo/dinh-danh", {"full_name": "Bình Tự Khai"})
    kept = Citizen.objects.get()
    assert (kept.full_name, kept.level, kept.personal_id) == ("Bình Tự Khai", 1, "")


def test_level_two_without_a_personal_number_is_none(identity: Identity) -> None:
    identity.enter(NUMBERLESS)
    identity.door.browser.post("/tai-khoan/mo/dinh-danh", {"full_name": "Không Số"})
    assert Citizen.objects.get().level == 1


def test_the_same_person_comes_back_to_the_same_account(identity: Identity) -> None:
    identity.enter(LAN_SUB)
    identity.door.browser.post("/tai-khoan/mo/dinh-danh")
    identity.door.browser = Client()
    assert identity.enter(LAN_SUB, tiep="/thu-tuc/")["Location"] == "/thu-tuc/"
    assert identity.door.is_in()
    assert Citizen.objects.count() == 1


def test_a_number_that_somebody_typed_opens_nothing(identity: Identity) -> None:
    a_citizen(person=LAN)
    assert LAN.personal_id == LAN_SUB
    assert identity.enter(LAN_SUB)["Location"] == "/tai-khoan/mo/dinh-danh"


def test_an_account_is_joined_once_both_are_proven(identity: Identity) -> None:
    opened = a_citizen()
    identity.enter(LAN_SUB)
    identity.door.enter(CITIZEN_PHONE)
    kept = Citizen.objects.get()
    assert (kept.pk, kept.level, kept.personal_id) == (opened.citizen_id, 2, LAN_SUB)
    identity.door.browser = Client()
    identity.enter(LAN_SUB)
    assert identity.door.is_in()


def test_whoever_is_signed_in_puts_his_identity_to_his_account(identity: Identity) -> None:
    a_citizen()
    identity.door.enter(CITIZEN_PHONE)
    identity.enter(LAN_SUB)
    assert Citizen.objects.get().level == 2
    identity.enter(BINH_SUB)
    assert Citizen.objects.get().identity == LAN_SUB


def test_an_identity_of_another_account_is_not_taken(identity: Identity) -> None:
    identity.enter(LAN_SUB)
    identity.door.browser.post("/tai-khoan/mo/dinh-danh")
    identity.door.browser = Client()
    a_citizen()
    identity.door.enter(CITIZEN_PHONE)
    identity.enter(LAN_SUB)
    assert Citizen.objects.get(phone=CITIZEN_PHONE).level == 1


@pytest.mark.parametrize("change", [("state", "state=khac"), ("code", "code=khac")])
def test_what_was_not_asked_for_opens_nothing(identity: Identity, change: tuple[str, str]) -> None:
    back = identity.sign_in_there(identity.leave(), LAN_SUB)
    answer = identity.come_back(re.sub(rf"{change[0]}=[^&]+", change[1], back))
    assert answer.status_code == 422
    assert not identity.door.is_in()
    assert AccessLog.objects.filter(act="sign-in.failed").count() == 1


def test_the_same_answer_opens_once(identity: Identity) -> None:
    back = identity.sign_in_there(identity.leave(), LAN_SUB)
    assert identity.come_back(back).status_code == 302
    assert identity.come_back(back).status_code == 422


def test_another_browser_cannot_use_the_answer(identity: Identity) -> None:
    back = identity.sign_in_there(identity.leave(), LAN_SUB)
    identity.door.browser = Client()
    assert identity.come_back(back).status_code == 422


def test_the_provider_is_asked_with_a_challenge_and_sends_back_to_our_own_address(
    identity: Identity,
) -> None:
    asked = parse_qs(urlsplit(identity.leave()).query)
    assert asked["code_challenge_method"] == ["S256"]
    assert asked["redirect_uri"] == ["http://testserver/tai-khoan/dang-nhap/dinh-danh/ve"]
    assert asked["scope"] == ["openid profile"]


def test_a_provider_that_is_away_is_said(identity: Identity, settings: Any) -> None:
    settings.OIDC_ISSUER = f"http://127.0.0.1:{free_port()}"
    answer = identity.door.browser.get(START)
    assert answer.status_code == 422
    assert "chưa trả lời" in answer.content.decode()


def test_without_a_provider_this_way_is_not_offered(door: Door) -> None:
    assert door.browser.get(START)["Location"] == "/tai-khoan/dang-nhap"
    assert "VNeID" not in door.browser.get("/tai-khoan/dang-nhap").content.decode()
