"""By a one-time code: an account opens and is come back to; nothing tells whether a contact has one."""

from __future__ import annotations

import pytest
from django.test import Client

from motcua.accounts.models import UserSession
from motcua.audit.models import AccessLog
from motcua.citizens.models import Citizen, OneTimeCode
from tests.support.citizens import CITIZEN_PHONE, a_citizen
from tests.web.account.conftest import Door, Moving

MAIL = "lan@example.vn"


@pytest.mark.parametrize("typed", ["0912 000 111", "+84912000111", "LAN@example.vn"])
def test_a_new_contact_opens_an_account_with_nothing_but_a_name(door: Door, typed: str) -> None:
    assert door.enter(typed)["Location"] == "/tai-khoan/mo"
    assert not door.is_in()
    answer = door.browser.post("/tai-khoan/mo", {"full_name": "Hoàng Thị Lan"})
    assert answer["Location"] == "/tai-khoan/"
    page = door.browser.get("/tai-khoan/")
    assert "Hoàng Thị Lan" in page.content.decode()
    assert page["Cache-Control"] == "private, no-store"


def test_a_known_contact_comes_in_at_once_and_back_to_where_it_wanted(door: Door) -> None:
    a_citizen()
    assert door.enter(CITIZEN_PHONE, tiep="/thu-tuc/?q=sao")["Location"] == "/thu-tuc/?q=sao"
    assert door.is_in()


@pytest.mark.parametrize(
    "wanted", ["https://evil.example/", "//evil.example/", "javascript:alert(1)", "tai-khoan"]
)
def test_nobody_is_led_elsewhere(door: Door, wanted: str) -> None:
    a_citizen()
    assert door.enter(CITIZEN_PHONE, tiep=wanted)["Location"] == "/tai-khoan/"


@pytest.mark.parametrize("contacts", [(CITIZEN_PHONE, "0987000222"), (MAIL, "khac@example.vn")])
def test_known_and_unknown_contacts_are_answered_alike(
    door: Door, contacts: tuple[str, str]
) -> None:
    a_citizen(contacts[0])
    told = []
    for contact in contacts:
        door.browser = Client()
        asked = door.ask(contact)
        page = door.browser.get(asked["Location"]).content.decode()
        wrong = door.give("000000" if door.last_code() != "000000" else "000001")
        told.append(
            (
                asked.status_code,
                asked["Location"],
                _plain(page),
                wrong.status_code,
                _plain(wrong.content.decode()),
            )
        )
    assert told[0] == told[1]


def _plain(page: str) -> str:
    """The page without what differs in every answer: the form's token, the contact as one typed it."""
    kept = [line for line in page.splitlines() if "csrf" not in line and "•" not in line]
    return "\n".join(kept)


def test_no_table_and_no_log_holds_a_code_or_the_contact_typed(door: Door) -> None:
    door.ask(CITIZEN_PHONE)
    code = door.last_code()
    door.give("123456" if code != "123456" else "654321")
    kept = str(list(OneTimeCode.objects.values())) + str(list(AccessLog.objects.values()))
    assert [one for one in (code, CITIZEN_PHONE) if one in kept] == []


def test_a_code_opens_once_and_for_ten_minutes(door: Door, moving: Moving) -> None:
    a_citizen()
    door.ask(CITIZEN_PHONE)
    moving.forward(minutes=10)
    late = door.give(door.last_code())
    assert (late.status_code, door.is_in()) == (422, False)
    door.enter(CITIZEN_PHONE)
    code, door.browser = door.last_code(), Client()
    door.browser.cookies.clear()
    moving.forward(minutes=2)
    door.ask(CITIZEN_PHONE)
    assert door.give(code).status_code == 422


def test_a_code_is_tried_five_times(door: Door) -> None:
    a_citizen()
    door.ask(CITIZEN_PHONE)
    right = door.last_code()
    wrong = "111111" if right != "111111" else "222222"
    assert [door.give(wrong).status_code for _try in range(5)] == [422] * 5
    assert door.give(right).status_code == 422
    assert not door.is_in()


def test_codes_to_one_contact_are_paced(door: Door, moving: Moving) -> None:
    sent = len(door.simulator.mailroom.messages())
    assert door.ask(CITIZEN_PHONE).status_code == 302
    assert door.ask(CITIZEN_PHONE).status_code == 422
    for _more in range(9):
        moving.forward(seconds=61)
        door.ask(CITIZEN_PHONE)
    assert len(door.simulator.mailroom.messages()) - sent == 5


def test_a_caller_is_paced(door: Door) -> None:
    answers = [door.ask("").status_code for _time in range(25)]
    assert answers == [422] * 20 + [429] * 5


def test_a_faulty_contact_stays_in_its_field_with_words(door: Door) -> None:
    answer = door.ask("09123")
    assert answer.status_code == 422
    assert 'value="09123"' in answer.content.decode()
    assert "Ví dụ: 0912 345 678" in answer.content.decode()


def test_a_carrier_that_does_not_take_the_code_is_said(door: Door) -> None:
    door.simulator.mailroom.faults.append(503)
    assert "Chưa gửi được mã lúc này" in door.ask(CITIZEN_PHONE).content.decode()


def test_a_name_is_asked_only_after_the_code(door: Door) -> None:
    door.ask(CITIZEN_PHONE)
    answer = door.browser.post("/tai-khoan/mo", {"full_name": "Kẻ Vội"})
    assert answer["Location"] == "/tai-khoan/dang-nhap"
    assert Citizen.objects.count() == 0


def test_signing_in_and_out_is_noted_and_out_is_out(door: Door) -> None:
    door.open(CITIZEN_PHONE)
    door.browser.post("/tai-khoan/dang-xuat")
    acts = AccessLog.objects.order_by("id").values_list("act", flat=True)
    assert list(acts) == ["sign-in.succeeded", "sign-out"]
    assert not door.is_in()
    assert UserSession.objects.count() == 0


def test_an_idle_citizen_signs_in_again_and_comes_back(door: Door, moving: Moving) -> None:
    door.open(CITIZEN_PHONE)
    moving.forward(minutes=29)
    assert door.is_in()
    moving.forward(minutes=31)
    answer = door.browser.get("/tai-khoan/")
    assert answer["Location"] == "/tai-khoan/dang-nhap?tiep=%2Ftai-khoan%2F"
    moving.forward(minutes=2)
    assert door.enter(CITIZEN_PHONE, tiep="/tai-khoan/")["Location"] == "/tai-khoan/"


def test_a_stranger_reads_the_sign_in_page_without_a_question_to_the_database(
    door: Door, django_assert_num_queries
) -> None:  # type: ignore[no-untyped-def]
    with django_assert_num_queries(0):
        assert door.browser.get("/tai-khoan/dang-nhap").status_code == 200
