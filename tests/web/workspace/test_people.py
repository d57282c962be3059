"""Officers, the position one works in, stand-ins, and the access log."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from html import unescape
from typing import Any

import pytest

from motcua.accounts.models import Holding, Officer, StandIn
from motcua.audit import queries as audit
from motcua.audit.models import AccessLog
from tests.web.workspace.conftest import Receive, SignIn, text_of

OFFICERS_QUERIES = 10
LOG_QUERIES = 10
POSITIONS_QUERIES = 8
STAND_INS = "/officers/stand-in/"
Send = Callable[..., Any]


def holding_of(username: str) -> int:
    held = Holding.objects.filter(officer__user__username=username)
    return held.values_list("id", flat=True).get()


def officer_of(username: str) -> int:
    return Officer.objects.values_list("id", flat=True).get(user__username=username)


@pytest.fixture
def send(browser: SignIn) -> Send:
    """The administrator's browser sends the form; changes replace its fields."""
    client = browser("quantri")

    def sent(**changes: str) -> Any:
        form = {
            "absent": str(holding_of("tiepnhan1")),
            "officer": str(officer_of("thuly1")),
            "valid_from": "10/06/2026 08:00",
            "valid_until": "12/06/2026 17:00",
            "reason": "nghỉ phép",
        } | changes
        return client.post(STAND_INS, form)

    return sent


def test_officers_are_listed_with_position_roles_and_account(browser: SignIn) -> None:
    page = text_of(browser("quantri").get("/officers/"))
    assert "Nguyễn Thị Thu Hà" in page
    assert "Công chức tiếp nhận và trả kết quả" in page
    assert "Tiếp nhận và trả kết quả" in page
    assert "Đang dùng" in page


def test_officers_are_found_without_accents(browser: SignIn) -> None:
    page = text_of(browser("quantri").get("/officers/", {"q": "tran quoc"}))
    assert "Trần Quốc Bảo" in page
    assert "Nguyễn Thị Thu Hà" not in page


def test_officers_of_agencies_above_are_not_shown(browser: SignIn) -> None:
    assert "Ngô Thị Hải Yến" not in text_of(browser("quantri").get("/officers/"))


@pytest.mark.parametrize("cursor", ["x", "1", ".", "9" * 30 + ".a"])
def test_a_cursor_that_no_page_gave_is_no_fault(browser: SignIn, cursor: str) -> None:
    client = browser("quantri")
    assert client.get("/officers/", {"cursor": cursor}).status_code == 200
    assert client.get("/access-log/", {"cursor": cursor}).status_code == 200


def test_one_sees_and_chooses_only_ones_own_positions(browser: SignIn) -> None:
    client = browser("tiepnhan1")
    page = text_of(client.get("/positions/"))
    assert len(re.findall(r'name="holding"', page)) == 1
    refused = client.post("/positions/", {"holding": holding_of("lanhdao")})
    assert refused.status_code == 422
    assert "Chọn một vị trí trong danh sách." in text_of(refused)


def test_choosing_a_position_goes_to_its_first_page(browser: SignIn) -> None:
    at_desk = browser("tiepnhan1").post("/positions/", {"holding": holding_of("tiepnhan1")})
    ground = browser("quantri").post("/positions/", {"holding": holding_of("quantri")})
    assert at_desk.headers["Location"] == "/desk/"
    assert ground.headers["Location"] == "/procedures/"


@pytest.mark.parametrize("holding", ["", "x", "999999", "9" * 30])
def test_a_position_that_is_none_is_refused(browser: SignIn, holding: str) -> None:
    response = browser("tiepnhan1").post("/positions/", {"holding": holding})
    assert response.status_code == 422


def test_a_stand_in_may_choose_the_absent_ones_position_and_then_acts_in_it(
    send: Send, browser: SignIn
) -> None:
    send()
    client = browser("thuly1")
    assert "làm thay Nguyễn Thị Thu Hà" in text_of(client.get("/positions/"))
    assert client.get("/desk/receive/").status_code == 404
    client.post("/positions/", {"holding": holding_of("tiepnhan1")})
    assert client.get("/desk/receive/").status_code == 200


def test_a_stand_in_is_appointed_and_told_in_both_lists(send: Send, browser: SignIn) -> None:
    assert send().status_code == 302
    client = browser("quantri")
    assert "Phạm Minh Đức làm thay đến 17:00 12/06/2026" in text_of(client.get("/officers/"))
    assert "08:00 10/06/2026 – 17:00 12/06/2026" in text_of(client.get(STAND_INS))


def test_the_form_sent_twice_makes_one_stand_in(send: Send) -> None:
    assert [send().status_code, send().status_code] == [302, 302]
    assert StandIn.objects.count() == 1


def test_a_stand_in_can_be_ended_now(send: Send, browser: SignIn, now: datetime) -> None:
    send()
    stand_in = StandIn.objects.get()
    browser("quantri").post(STAND_INS, {"end": str(stand_in.pk)})
    assert StandIn.objects.get().valid_until == now


@pytest.mark.parametrize("asked", ["x", "0", "999999", "9" * 30])
def test_ending_what_is_not_there_is_not_found(browser: SignIn, asked: str) -> None:
    assert browser("quantri").post(STAND_INS, {"end": asked}).status_code == 404


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"absent": ""}, "Chọn người vắng mặt."),
        ({"officer": ""}, "Chọn người làm thay."),
        ({"valid_from": "hôm nay"}, "Ngày giờ không đúng"),
        ({"valid_until": ""}, "Chưa có ngày, giờ kết thúc."),
        ({"valid_until": "09/06/2026 08:00"}, "Thời gian làm thay phải kết thúc"),
        ({"reason": " "}, "Chưa có lý do."),
    ],
)
def test_a_wrong_stand_in_is_refused_in_words_and_kept(
    send: Send, changes: dict[str, str], words: str
) -> None:
    response = send(**changes)
    page = text_of(response)
    assert response.status_code == 422
    assert words in page
    assert StandIn.objects.count() == 0
    assert f'value="{changes.get("valid_from", "10/06/2026 08:00")}"' in page


def test_nobody_stands_in_for_himself(send: Send) -> None:
    response = send(officer=str(officer_of("tiepnhan1")))
    assert response.status_code == 422
    assert "Không thể giao làm thay chính mình." in text_of(response)


def test_officers_outside_ones_reach_cannot_be_named(send: Send) -> None:
    assert send(absent=str(holding_of("giamsat"))).status_code == 422


def test_the_log_tells_who_read_and_who_was_denied(browser: SignIn, receive: Receive) -> None:
    code = receive()
    browser("tiepnhan1").get(f"/dossiers/{code}/")
    browser("tiepnhan2").get("/access-log/")
    page = text_of(browser("quantri").get("/access-log/"))
    assert "Xem hồ sơ" in page
    assert "trang: /access-log/" in page


def test_the_log_is_narrowed_to_a_person_a_day_and_what_was_denied(
    browser: SignIn, receive: Receive
) -> None:
    code = receive()
    browser("tiepnhan1").get(f"/dossiers/{code}/")
    browser("tiepnhan2").get("/access-log/")
    reader = AccessLog.objects.values_list("user_id", flat=True).get(act="dossier.read")
    client = browser("quantri")
    by_person = text_of(client.get("/access-log/", {"user": reader}))
    denied = text_of(client.get("/access-log/", {"outcome": "DENIED"}))
    day_before = text_of(client.get("/access-log/", {"day": "09/06/2026"}))
    mistyped = text_of(client.get("/access-log/", {"day": "31/02/2026"}))
    assert "Xem hồ sơ" in by_person
    assert "trang: /access-log/" not in by_person
    assert "Ngày không đúng" in mistyped
    assert 'value="31/02/2026"' in mistyped
    assert "Xem hồ sơ" not in denied
    assert "Không có dòng nhật ký nào" in day_before


def test_the_log_goes_on_by_cursor(
    browser: SignIn, receive: Receive, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = receive()
    reader = browser("tiepnhan1")
    for _number in range(3):
        reader.get(f"/dossiers/{code}/")
    monkeypatch.setattr(audit, "PAGE_ROWS_MAX", 2)
    client = browser("quantri")
    first = text_of(client.get("/access-log/?outcome="))
    (onward,) = re.findall(r'href="(/access-log/\?[^"]*cursor=[^"]+)"', first)
    second = client.get(unescape(onward))
    assert second.status_code == 200
    assert "Về đầu danh sách" in text_of(second)


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "2026-02-30", "0001-01-02"])
def test_any_day_of_the_log_can_be_asked_for(browser: SignIn, day: str) -> None:
    assert browser("quantri").get("/access-log/", {"day": day, "user": "9" * 30}).status_code == 200


@pytest.mark.parametrize(
    ("path", "budget"),
    [
        ("/officers/", OFFICERS_QUERIES),
        (STAND_INS, OFFICERS_QUERIES),
        ("/access-log/", LOG_QUERIES),
        ("/positions/", POSITIONS_QUERIES),
    ],
)
def test_pages_of_people_stay_within_their_queries(
    browser: SignIn, django_assert_max_num_queries: Any, path: str, budget: int
) -> None:
    client = browser("quantri")
    client.get(path)
    with django_assert_max_num_queries(budget):
        client.get(path)
