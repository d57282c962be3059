"""The desk, the search of dossiers and the page of one: what is shown, to whom, at what cost."""

from __future__ import annotations

import re
from datetime import date
from html import unescape
from typing import Any

import pytest

from motcua.audit.models import AccessLog
from motcua.dossiers.inputs import WithReason
from motcua.dossiers.vocabulary import Act
from motcua.kernel import clock
from tests.support.acts import ASKED, do, register
from tests.support.clock import at
from tests.web.workspace.conftest import Receive, SignIn, text_of

DESK_QUERIES = 11
SEARCH_QUERIES = 10
DOSSIER_QUERIES = 15
NO_DOSSIERS = ["quantri"]
LATER = at(date(2026, 6, 10), "10:30")


def test_the_desk_shows_what_was_received_today_newest_first(
    browser: SignIn, receive: Receive
) -> None:
    first = receive("Trần Văn An")
    second = receive("Lê Thị Bình", at=LATER)
    page = text_of(browser("tiepnhan1").get("/desk/"))
    assert page.index(second) < page.index(first)
    assert "Trần Văn An" in page
    assert "Trung tâm Phục vụ hành chính công xã Gia Lâm" in page


def test_only_what_was_received_counts_as_received(browser: SignIn, receive: Receive) -> None:
    received, refused, asked = receive(), register(), register()
    do(refused, Act.REFUSE_RECEPTION, WithReason(reason="Không thuộc thẩm quyền"), by="tiepnhan1")
    do(asked, Act.ASK_TO_COMPLETE, ASKED)
    page = text_of(browser("tiepnhan1").get("/desk/"))
    tile = r'figure-value">1</strong>\s*<span class="figure-label">tiếp nhận hôm nay'
    assert re.search(tile, page)
    apart = page.index("<h2>Đến trong ngày, chưa hoặc không được tiếp nhận</h2>")
    assert page.index(received) < apart
    assert page.index(refused) > apart
    assert page.index(asked) > apart


def test_the_desk_of_a_day_without_receptions_says_so_and_offers_to_receive(
    browser: SignIn,
) -> None:
    page = text_of(browser("tiepnhan1").get("/desk/"))
    assert "Chưa nhận hồ sơ nào hôm nay" in page
    assert 'href="/desk/receive/"' in page


def test_the_desk_of_another_day_shows_that_day_only(browser: SignIn, receive: Receive) -> None:
    code = receive()
    page = text_of(browser("tiepnhan1").get("/desk/?day=2026-06-09"))
    assert code not in page
    assert "Không nhận hồ sơ nào trong ngày này" in page


@pytest.mark.parametrize("day", ["2026-13-45", "31/02/2026", "hôm qua", "9" * 400])
def test_a_day_that_does_not_exist_is_today_and_said(
    browser: SignIn, receive: Receive, day: str
) -> None:
    code = receive()
    response = browser("tiepnhan1").get("/desk/", {"day": day})
    assert response.status_code == 200
    assert code in text_of(response)
    assert "Ngày không đúng" in text_of(response)
    assert f'value="{day}"' in text_of(response)


@pytest.mark.parametrize("day", ["09/06/2026", "9/6/2026", "09062026", "2026-06-09"])
def test_a_day_may_be_typed_as_people_write_it(browser: SignIn, receive: Receive, day: str) -> None:
    code = receive(at=at(date(2026, 6, 9), "09:00"))
    page = text_of(browser("tiepnhan1").get("/desk/", {"day": day}))
    assert code in page
    assert 'value="09/06/2026"' in page


def test_an_empty_day_leads_to_the_last_one_with_receptions(
    browser: SignIn, receive: Receive
) -> None:
    receive(at=at(date(2026, 6, 5), "09:00"))
    page = text_of(browser("tiepnhan1").get("/desk/"))
    assert 'href="/desk/?day=2026-06-05"' in page
    assert "05/06/2026" in page


def test_on_a_sunday_the_desk_says_that_it_is_closed(
    browser: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "now", lambda: at(date(2026, 6, 14), "09:00"))
    page = text_of(browser("tiepnhan1").get("/desk/"))
    assert "Hôm nay bàn không mở" in page
    assert "Chưa nhận hồ sơ nào hôm nay" not in page


@pytest.mark.parametrize("username", ["thuly1", "lanhdao", "giamsat"])
def test_to_those_who_do_not_receive_the_first_page_is_no_desk(
    browser: SignIn, username: str
) -> None:
    page = text_of(browser(username).get("/desk/"))
    assert "<title>Hồ sơ trong phạm vi của tôi" in page
    assert "Bàn tiếp nhận" not in page


def test_who_may_not_receive_is_not_asked_to(browser: SignIn, receive: Receive) -> None:
    receive()
    assert "/desk/receive/" not in text_of(browser("vanthu").get("/desk/"))


@pytest.mark.parametrize("username", NO_DOSSIERS)
@pytest.mark.parametrize("path", ["/desk/", "/dossiers/", "/dossiers/?q=nhung", "/desk/receive/"])
def test_an_administrator_finds_no_page_of_dossiers(
    browser: SignIn, receive: Receive, username: str, path: str
) -> None:
    receive()
    response = browser(username).get(path)
    assert response.status_code == 404
    assert "Nhung" not in text_of(response)


@pytest.mark.parametrize("path", ["/desk/", "/dossiers/", "/calendar/", "/officers/"])
def test_a_stranger_is_asked_to_sign_in(browser: SignIn, path: str) -> None:
    response = browser("").get(path)
    assert response.status_code == 302
    assert response.headers["Location"].startswith("/account/login/")


def test_the_page_of_a_dossier_tells_date_reason_people_and_proof(
    browser: SignIn, receive: Receive
) -> None:
    code = receive()
    page = text_of(browser("tiepnhan1").get(f"/dossiers/{code}/"))
    assert "17:00 17/06/2026" in page
    assert "Vì sao là ngày này?" in page
    assert "Nguyễn Thị Hồng Nhung" in page
    assert "Mã kiểm chứng" in page
    assert f"/dossiers/{code}/slip.pdf?size=A4" in page
    assert f"/dossiers/{code}/slip.pdf?copies=both" in page


def test_reading_a_dossier_leaves_a_trace(browser: SignIn, receive: Receive) -> None:
    code = receive()
    browser("tiepnhan1").get(f"/dossiers/{code}/")
    assert AccessLog.objects.filter(act="dossier.read", subject_kind="dossier").count() == 1


def test_a_dossier_of_another_unit_looks_like_none(browser: SignIn, receive: Receive) -> None:
    code = receive()
    hidden = browser("thuly2").get(f"/dossiers/{code}/")
    missing = browser("thuly2").get("/dossiers/H26.45-260610-9999/")
    assert hidden.status_code == missing.status_code == 404
    assert "Nhung" not in text_of(hidden)


def test_who_may_not_print_is_offered_no_slip(browser: SignIn, receive: Receive) -> None:
    code = receive()
    page = text_of(browser("giamsat").get(f"/dossiers/{code}/"))
    assert "slip.pdf" not in page


def test_dossiers_are_found_by_name_without_accents(browser: SignIn, receive: Receive) -> None:
    found = receive("Trần Thị Bích Hường")
    other = receive("Lê Văn Chín")
    page = text_of(browser("tiepnhan1").get("/dossiers/", {"q": "bich huong"}))
    assert found in page
    assert other not in page


def test_a_search_without_hits_keeps_the_words_and_says_so(browser: SignIn) -> None:
    page = text_of(browser("tiepnhan1").get("/dossiers/", {"q": '<b>"không ai"'}))
    assert "Không tìm thấy hồ sơ nào" in page
    assert "&lt;b&gt;" in page
    assert "<b>" not in page


def test_a_list_goes_on_by_cursor_and_keeps_its_filter(
    browser: SignIn, receive: Receive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("motcua.dossiers.queries.finding.size_of", lambda _asked: 2)
    codes = [receive(f"Phạm Thị Số {number}") for number in ("Một", "Hai", "Ba")]
    client = browser("tiepnhan1")
    page = text_of(client.get("/dossiers/", {"q": "pham", "status": "RECEIVED"}))
    (onward,) = re.findall(r'href="(/dossiers/\?q=pham&amp;status=RECEIVED&amp;cursor=\d+)"', page)
    rest = text_of(client.get(unescape(onward)))
    assert codes[0] in rest
    assert codes[2] not in rest


@pytest.mark.parametrize(
    ("path", "budget"),
    [("/desk/", DESK_QUERIES), ("/dossiers/?q=nhung", SEARCH_QUERIES)],
)
def test_a_list_costs_the_same_however_long(
    browser: SignIn,
    receive: Receive,
    django_assert_max_num_queries: Any,
    path: str,
    budget: int,
) -> None:
    for _number in range(4):
        receive()
    client = browser("tiepnhan1")
    client.get(path)
    with django_assert_max_num_queries(budget):
        assert client.get(path).status_code == 200


def test_the_page_of_a_dossier_stays_within_its_queries(
    browser: SignIn, receive: Receive, django_assert_max_num_queries: Any
) -> None:
    code = receive()
    client = browser("tiepnhan1")
    client.get(f"/dossiers/{code}/")
    with django_assert_max_num_queries(DOSSIER_QUERIES):
        client.get(f"/dossiers/{code}/")


def test_figures_count_what_is_due_today_and_what_is_late(
    browser: SignIn, receive: Receive
) -> None:
    receive(at=at(date(2026, 6, 2), "09:00"))
    receive(at=at(date(2026, 6, 3), "09:00"))
    page = text_of(browser("tiepnhan1").get("/desk/"))
    assert re.findall(r'figure-value">(\d+)<', page) == ["0", "1", "1"]
