"""Procedures and agencies: found by words, shown whole, compared, through time."""

from __future__ import annotations

import re
from datetime import date
from html import unescape
from typing import Any

import pytest

from motcua.procedures.queries import catalogue
from motcua.workspace.views import catalogue as pages
from tests.support.clock import PLAIN_WEDNESDAY
from tests.support.offices import load_2020
from tests.support.working_office import BIRTH_AGAIN, CERTIFIED_COPY
from tests.web.workspace.conftest import SignIn, text_of, version_id_of

SUGGEST_QUERIES = 6
FIND_QUERIES = 7
SHOW_QUERIES = 8
TREE_QUERIES = 7
AGENCY_QUERIES = 8


@pytest.fixture
def desk(browser: SignIn) -> Any:
    return browser("tiepnhan1")


def test_suggestions_are_a_fragment_with_code_and_reason(desk: Any) -> None:
    fragment = text_of(desk.get("/desk/procedures/", {"q": "dang ky lai khai sinh"}))
    assert 'role="listbox"' in fragment
    assert "<html" not in fragment
    assert f"{BIRTH_AGAIN} · " in fragment
    assert f'data-value="{version_id_of(BIRTH_AGAIN, PLAIN_WEDNESDAY)}"' in fragment


def test_suggestions_for_nothing_known_say_what_to_do(desk: Any) -> None:
    fragment = text_of(desk.get("/desk/procedures/", {"q": "xyzxyz"}))
    assert "Không tìm thấy thủ tục nào của cấp này" in fragment


def test_suggestions_keep_to_the_level_of_the_own_agency(browser: SignIn) -> None:
    at_commune = text_of(browser("tiepnhan1").get("/desk/procedures/", {"q": BIRTH_AGAIN}))
    at_province = text_of(browser("giamsat").get("/desk/procedures/", {"q": BIRTH_AGAIN}))
    assert "data-value" in at_commune
    assert "data-value" not in at_province


def test_procedures_are_found_by_words_and_say_why(desk: Any) -> None:
    page = text_of(desk.get("/procedures/", {"q": "khai sinh"}))
    assert BIRTH_AGAIN in page
    assert CERTIFIED_COPY not in page
    assert "Tên thủ tục có" in page


def test_browsing_by_sector_keeps_to_it(desk: Any) -> None:
    page = text_of(desk.get("/procedures/", {"sector": "chung-thuc"}))
    assert CERTIFIED_COPY in page
    assert BIRTH_AGAIN not in page


def test_all_levels_can_be_asked_for(browser: SignIn) -> None:
    client = browser("giamsat")
    assert BIRTH_AGAIN not in text_of(client.get("/procedures/"))
    assert BIRTH_AGAIN in text_of(client.get("/procedures/", {"level": "ALL"}))


def test_the_list_goes_on_from_the_last_row(desk: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "PAGE_ROWS", 2)
    first = text_of(desk.get("/procedures/"))
    (onward,) = re.findall(r'href="(/procedures/\?[^"]*cursor=\d+)"', first)
    second = text_of(desk.get(unescape(onward)))
    shown = [set(re.findall(r'href="(/procedures/\d+/)"', page)) for page in (first, second)]
    assert [len(urls) for urls in shown] == [2, 2]
    assert not shown[0] & shown[1]


@pytest.mark.parametrize("cursor", ["x", "-1", "9" * 30, "0"])
def test_a_cursor_that_no_page_gave_starts_anew(desk: Any, cursor: str) -> None:
    response = desk.get("/procedures/", {"cursor": cursor, "sector": "'", "level": "'"})
    assert response.status_code == 200
    assert BIRTH_AGAIN in text_of(response)


def test_a_procedure_shows_papers_limit_with_todays_date_and_the_way_to_receive_it(
    desk: Any,
) -> None:
    version_id = version_id_of(BIRTH_AGAIN, PLAIN_WEDNESDAY)
    page = text_of(desk.get(f"/procedures/{version_id}/"))
    assert "5 ngày làm việc" in page
    assert "Nếu nhận ngay bây giờ, hẹn trả" in page
    assert "17:00 17/06/2026" in page
    assert "Thành phần hồ sơ" in page
    assert f'href="/desk/receive/?procedure={version_id}"' in page


def test_a_procedure_tells_its_fees_by_page_with_cap(desk: Any) -> None:
    version_id = version_id_of(CERTIFIED_COPY, PLAIN_WEDNESDAY)
    page = text_of(desk.get(f"/procedures/{version_id}/"))
    assert "2.000 đồng mỗi trang" in page
    assert "Từ trang thứ 3: 1.000 đồng" in page
    assert "Nhiều nhất 200.000 đồng" in page


def test_who_may_not_receive_is_not_offered_to(browser: SignIn) -> None:
    version_id = version_id_of(BIRTH_AGAIN, PLAIN_WEDNESDAY)
    page = text_of(browser("quantri").get(f"/procedures/{version_id}/"))
    assert "/desk/receive/" not in page


def test_an_earlier_version_is_marked_and_promises_no_date(desk: Any) -> None:
    version_id = version_id_of(BIRTH_AGAIN, date(2023, 5, 10))
    page = text_of(desk.get(f"/procedures/{version_id}/"))
    assert "Phiên bản này không áp dụng hôm nay" in page
    assert "Nếu nhận ngay bây giờ" not in page
    assert "/desk/receive/?procedure=" not in page


@pytest.mark.parametrize("version_id", ["0", "999999", "9" * 30])
def test_no_such_version_is_not_found(desk: Any, version_id: str) -> None:
    assert desk.get(f"/procedures/{version_id}/").status_code == 404


def test_the_tree_of_2020_has_three_levels_and_todays_has_not(desk: Any) -> None:
    load_2020()
    today = text_of(desk.get("/agencies/"))
    then = text_of(desk.get("/agencies/", {"on": "2020-06-01"}))
    assert "Ủy ban nhân dân huyện Gia Lâm" not in today
    assert "Cơ quan của bạn" in today
    assert "Ủy ban nhân dân huyện Gia Lâm" in then
    assert "Ủy ban nhân dân xã Kiêu Kỵ" in then
    assert "tree-depth-2" in then


def test_an_agency_shows_codes_desk_counters_units_and_positions(desk: Any) -> None:
    page = text_of(desk.get("/agencies/xa-gia-lam/"))
    assert "H26.45" in page
    assert "Trung tâm Phục vụ hành chính công xã Gia Lâm" in page
    assert "Hộ tịch, chứng thực" in page
    assert "Văn phòng HĐND và UBND" in page
    assert "Chủ tịch UBND xã" in page


def test_an_agency_that_has_ended_tells_its_successors(desk: Any) -> None:
    load_2020()
    page = text_of(desk.get("/agencies/huyen-gia-lam/"))
    assert "Cơ quan này không còn hoạt động" in page
    assert "Cơ quan kế thừa" in page
    assert 'href="/agencies/xa-gia-lam/?on=2025-07-01"' in page


def test_an_agency_tells_where_it_comes_from(desk: Any) -> None:
    load_2020()
    page = text_of(desk.get("/agencies/xa-gia-lam/"))
    assert "Hình thành từ" in page
    assert 'href="/agencies/huyen-gia-lam/?on=2025-06-30"' in page


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "2026-02-30", "'"])
def test_any_day_can_be_asked_for(desk: Any, day: str) -> None:
    assert desk.get("/agencies/", {"on": day}).status_code == 200
    assert desk.get("/agencies/xa-gia-lam/", {"on": day}).status_code == 200


def test_an_unknown_agency_is_not_found(desk: Any) -> None:
    assert desk.get("/agencies/xa-khong-co/").status_code == 404


@pytest.mark.parametrize(
    ("path", "budget"),
    [
        ("/desk/procedures/?q=khai", SUGGEST_QUERIES),
        ("/procedures/?q=khai", FIND_QUERIES),
        ("/procedures/", FIND_QUERIES),
        ("/agencies/", TREE_QUERIES),
        ("/agencies/xa-gia-lam/", AGENCY_QUERIES),
    ],
)
def test_pages_of_the_catalogue_stay_within_their_queries(
    desk: Any, django_assert_max_num_queries: Any, path: str, budget: int
) -> None:
    desk.get(path)
    with django_assert_max_num_queries(budget):
        desk.get(path)


def test_a_procedure_costs_the_same_however_many_papers(
    desk: Any, django_assert_max_num_queries: Any
) -> None:
    path = f"/procedures/{version_id_of(BIRTH_AGAIN, PLAIN_WEDNESDAY)}/"
    desk.get(path)
    with django_assert_max_num_queries(SHOW_QUERIES):
        desk.get(path)


def test_the_catalogue_is_read_once_for_many_pages(
    desk: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.get("/procedures/")
    monkeypatch.setattr(catalogue, "_versions", lambda: pytest.fail("read again"))
    assert desk.get("/procedures/?q=sinh").status_code == 200
