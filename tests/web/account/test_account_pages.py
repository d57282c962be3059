"""The pages of the account: each change is kept, each fault said beside its field with nothing lost."""

from __future__ import annotations

import io
import re
import time
import zipfile
from collections.abc import Callable

import orjson
import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.test import Client
from django.test.utils import CaptureQueriesContext

from motcua.accounts.models import UserSession
from motcua.citizens.commands.closing import erase_closed
from motcua.citizens.models import Citizen
from motcua.kernel.actor import system
from motcua.ledger.models import Fact
from motcua.notices.models import AddressWish
from motcua.notices.rules.addressing import address_digest
from tests.support.citizens import CITIZEN_PHONE
from tests.web.account.conftest import Door, Moving

MAIL = "lan@example.vn"
PASSWORD = "Con-duong-lang-toi-1954"
Count = Callable[..., CaptureQueriesContext]
APP = "/tai-khoan/cach-dang-nhap/ung-dung"


def me() -> Citizen:
    return Citizen.objects.get()


@pytest.fixture
def inside(door: Door) -> Door:
    door.open(CITIZEN_PHONE)
    return door


def test_details_are_kept_as_typed(inside: Door) -> None:
    given = {
        "full_name": "Hoàng Thị Lan Anh",
        "birth_date": "5/11/1946",
        "personal_id": "001 146 000111",
    }
    assert inside.browser.post("/tai-khoan/thong-tin", given).status_code == 302
    kept = me()
    assert (kept.full_name, str(kept.birth_date), kept.personal_id) == (
        "Hoàng Thị Lan Anh",
        "1946-11-05",
        "001146000111",
    )


def test_every_faulty_detail_is_said_and_nothing_typed_is_lost(inside: Door) -> None:
    given = {"full_name": "Lan", "birth_date": "31/02/1950", "personal_id": "12345"}
    answer = inside.browser.post("/tai-khoan/thong-tin", given)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert page.count('class="field-error"') == 2
    assert [value for value in given.values() if f'value="{value}"' not in page] == []


def test_a_mailbox_is_added_by_the_code_sent_to_it(inside: Door, moving: Moving) -> None:
    inside.browser.post("/tai-khoan/lien-he", {"contact": MAIL})
    assert me().email == ""
    inside.browser.post("/tai-khoan/lien-he/ma", {"code": inside.last_code()})
    assert (me().email, me().email_confirmed_at) == (MAIL, moving.at)
    inside.browser = Client()
    moving.forward(minutes=2)
    inside.enter(MAIL)
    assert inside.is_in()


def test_a_code_to_sign_in_confirms_no_contact(inside: Door) -> None:
    stranger = Client()
    stranger.post("/tai-khoan/dang-nhap", {"contact": MAIL})
    code = inside.last_code()
    session = inside.browser.session
    session["motcua-new-contact"] = ["EMAIL", MAIL]
    session.save()
    assert inside.browser.post("/tai-khoan/lien-he/ma", {"code": code}).status_code == 422
    assert me().email == ""


def test_a_contact_of_another_is_not_taken(inside: Door) -> None:
    other = Door(Client(), inside.simulator)
    other.open(MAIL, "Trần Văn Khác")
    answer = inside.browser.post("/tai-khoan/lien-he", {"contact": MAIL})
    assert answer.status_code == 422  # the other's code is a moment old
    assert Citizen.objects.get(email=MAIL).full_name == "Trần Văn Khác"


def test_the_last_contact_stays(inside: Door) -> None:
    answer = inside.browser.post("/tai-khoan/lien-he", {"remove": "PHONE"})
    assert "cách duy nhất" in answer.content.decode()
    assert me().phone == CITIZEN_PHONE


def test_a_password_opens_and_ends_other_browsers(inside: Door, moving: Moving) -> None:
    moving.forward(minutes=2)
    other = Door(Client(), inside.simulator)
    other.enter(CITIZEN_PHONE)
    given = {"password": PASSWORD, "again": PASSWORD}
    inside.browser.post("/tai-khoan/cach-dang-nhap/mat-khau", given)
    assert (inside.is_in(), other.is_in()) == (True, False)
    fresh = Door(Client(), inside.simulator)
    _by_password(fresh, CITIZEN_PHONE, PASSWORD)
    assert fresh.is_in()


def _by_password(door: Door, contact: str, password: str):  # type: ignore[no-untyped-def]
    given = {"contact": contact, "password": password}
    return door.browser.post("/tai-khoan/dang-nhap/mat-khau", given)


@pytest.mark.parametrize(("password", "again"), [("ngan", "ngan"), (PASSWORD, PASSWORD + "x")])
def test_a_weak_or_mistyped_password_is_not_kept(inside: Door, password: str, again: str) -> None:
    given = {"password": password, "again": again}
    answer = inside.browser.post("/tai-khoan/cach-dang-nhap/mat-khau", given)
    assert answer.status_code == 422
    assert not _opens(inside, password)


def _opens(door: Door, password: str) -> bool:
    fresh = Door(Client(), door.simulator)
    _by_password(fresh, CITIZEN_PHONE, password)
    return fresh.is_in()


def test_known_and_unknown_contacts_answer_a_password_alike_until_both_are_locked(
    inside: Door,
) -> None:
    told = []
    for contact in (CITIZEN_PHONE, "0987000222"):
        fresh = Door(Client(), inside.simulator)
        answers = [_by_password(fresh, contact, "Sai-mat-khau-2026") for _try in range(6)]
        told.append(
            [(one.status_code, len(one.content.replace(contact.encode(), b""))) for one in answers]
        )
    known, unknown = told
    assert [status for status, _size in known] == [422] * 4 + [429] * 2
    assert [status for status, _size in known] == [status for status, _size in unknown]


def test_the_app_is_asked_for_besides_and_each_code_opens_once(
    inside: Door, moving: Moving
) -> None:
    inside.browser.get(APP)
    secret = inside.browser.session["motcua-app-secret"]
    shown = inside.browser.post(APP, {"code": _code_of(secret)}).content.decode()
    moving.forward(minutes=2)
    door = Door(Client(), inside.simulator)
    assert door.enter(CITIZEN_PHONE)["Location"] == "/tai-khoan/dang-nhap/buoc-hai"
    assert not door.is_in()
    code = _code_of(secret)
    door.browser.post("/tai-khoan/dang-nhap/buoc-hai", {"code": code})
    assert door.is_in()
    moving.forward(minutes=2)
    again = Door(Client(), inside.simulator)
    again.enter(CITIZEN_PHONE)
    assert again.browser.post("/tai-khoan/dang-nhap/buoc-hai", {"code": code}).status_code == 422
    recovery = shown.split('<span class="code-mark">')[1].split("<")[0]
    again.browser.post("/tai-khoan/dang-nhap/buoc-hai", {"code": recovery})
    assert again.is_in()


def _code_of(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def test_a_wrong_code_sets_up_no_app(inside: Door) -> None:
    inside.browser.get(APP)
    assert inside.browser.post(APP, {"code": "000000x"}).status_code == 422
    assert "Chưa bật" in inside.browser.get("/tai-khoan/cach-dang-nhap").content.decode()


def test_other_browsers_are_seen_and_ended(inside: Door, moving: Moving) -> None:
    moving.forward(minutes=2)
    other = Door(Client(), inside.simulator)
    other.enter(CITIZEN_PHONE)
    assert "Máy khác" in inside.browser.get("/tai-khoan/noi-dang-nhap").content.decode()
    inside.browser.post("/tai-khoan/noi-dang-nhap")
    assert (inside.is_in(), other.is_in(), UserSession.objects.count()) == (True, False, 1)


def test_consent_is_given_and_taken_back(inside: Door) -> None:
    inside.browser.post("/tai-khoan/dong-y", {"purpose": "OWN_PAPERS"})
    assert "Rút lại" in inside.browser.get("/tai-khoan/dong-y").content.decode()
    inside.browser.post("/tai-khoan/dong-y", {"purpose": "OWN_PAPERS", "do": "withdraw"})
    assert "rút lại 0" in inside.browser.get("/tai-khoan/dong-y").content.decode()


def test_the_export_holds_what_the_account_knows(inside: Door) -> None:
    inside.browser.post("/tai-khoan/lien-he", {"contact": MAIL})
    inside.browser.post("/tai-khoan/lien-he/ma", {"code": inside.last_code()})
    answer = inside.browser.post("/tai-khoan/tai-ve")
    with zipfile.ZipFile(io.BytesIO(answer.content)) as packed:
        told = orjson.loads(packed.read("du-lieu.json"))
        page = packed.read("doc-duoc.html").decode()
    assert (told["account"]["phone"], told["account"]["email"]) == (CITIZEN_PHONE, MAIL)
    assert [one["act"] for one in told["access_log"]] == ["sign-in.succeeded"]
    assert [
        word
        for word in ("Hoàng Thị Lan", CITIZEN_PHONE, "Mở tài khoản người dân")
        if word not in page
    ] == []


def test_a_closed_account_can_be_kept_for_thirty_days_and_is_gone_after(
    inside: Door, moving: Moving
) -> None:
    inside.browser.post("/tai-khoan/dong-tai-khoan")
    inside.browser.post("/tai-khoan/dong-tai-khoan", {"do": "keep"})
    inside.browser.post("/tai-khoan/dong-tai-khoan")
    moving.forward(days=29)
    assert erase_closed(actor=system("nightly"), at=moving.at) == 0
    moving.forward(days=1)
    assert erase_closed(actor=system("nightly"), at=moving.at) == 1
    gone = me()
    assert (gone.full_name, gone.phone, gone.erased_at) == ("", "", moving.at)
    assert inside.enter(CITIZEN_PHONE)["Location"] == "/tai-khoan/mo"


def test_nobody_elses_language_is_wanted(inside: Door) -> None:
    inside.browser.post("/tai-khoan/ngon-ngu", {"language": "fr"})
    assert me().language == "vi"
    inside.browser.post("/tai-khoan/ngon-ngu", {"language": "en"})
    assert me().language == "en"


@pytest.mark.parametrize(
    ("given", "kept"), [("ngay", (True, False)), ("gop", (True, True)), ("khong", (False, False))]
)
def test_a_wish_is_kept_for_the_contact_and_asked_again_as_it_is(
    inside: Door, given: str, kept: tuple[bool, bool]
) -> None:
    inside.browser.post("/tai-khoan/nhan-tin", {"phone": given})
    wish = AddressWish.objects.get(pk=address_digest("+84912000111"))
    assert (wish.is_wanted, wish.in_digest) == kept
    page = inside.browser.get("/tai-khoan/nhan-tin").content.decode()
    assert re.search(rf'value="{given}"[^>]*checked', page)
    assert Fact.objects.get(subject_kind="address-wish").stream_id == "citizens"


@pytest.mark.parametrize(
    ("path", "most"),
    [
        ("/tai-khoan/", 8),
        ("/tai-khoan/thong-tin", 8),
        ("/tai-khoan/cach-dang-nhap", 10),
        ("/tai-khoan/to-chuc", 8),
        ("/tai-khoan/ai-da-xem", 9),
        ("/tai-khoan/nhan-tin", 9),
    ],
)
def test_a_page_of_the_account_costs_few_queries(
    inside: Door, path: str, most: int, django_assert_max_num_queries: Count
) -> None:
    inside.browser.get(path)
    with django_assert_max_num_queries(most) as asked:
        assert inside.browser.get(path).status_code == 200
    assert len(asked) >= 5
