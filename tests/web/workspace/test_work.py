"""My work: whose, how urgent, filters in the address; each number opens a list as long as it says."""

from __future__ import annotations

import re
from datetime import date
from html import unescape
from typing import Any
from urllib.parse import urlencode

import pytest
from django.test import Client
from django.urls import reverse

from motcua.audit.models import AccessLog
from motcua.dossiers import inputs
from motcua.dossiers.models import Dossier, SavedView
from motcua.dossiers.vocabulary import Act, Stage
from tests.support.acts import bring, do, holding_of, other_unit, register
from tests.support.clock import at
from tests.web.workspace.conftest import Receive, SignIn, text_of

ROW = re.compile(r'name="offered" value="([^"]+)"')
FIGURE = re.compile(
    r'class="work-figure[^"]*" href="([^"]+)".*?data-count="\w+">([\d.]+)<', re.DOTALL
)
COUNTED = re.compile(r'class="count-link[^"]*" href="([^"]+)">([\d.]+)<')
FOUND = re.compile(r'<a class="code-mark" href="/dossiers/([^/]+)/"')


def work(**asked: str) -> str:
    return f"{reverse('workspace:work')}?{urlencode(asked)}"


def rows(client: Client, address: str) -> list[str]:
    response = client.get(address)
    assert response.status_code == 200
    return ROW.findall(text_of(response))


@pytest.fixture
def some_work(receive: Receive) -> dict[str, str]:
    """Late, fresh, begun, waiting for a signature, for a number and for the applicant."""
    return {
        "late": receive("Trần Văn Muộn", at=at(date(2026, 6, 2), "09:00")),
        "fresh": receive("Lê Thị Mới"),
        "begun": bring(receive("Ngô Văn Làm"), Stage.PROCESSING),
        "proposed": bring(receive("Đỗ Thị Trình"), Stage.PROPOSED),
        "decided": bring(receive("Vũ Văn Ký"), Stage.DECIDED),
        "waiting": bring(receive("Bùi Thị Chờ"), Stage.SUPPLEMENT_REQUESTED),
    }


@pytest.mark.parametrize(
    ("username", "mine"),
    [
        ("thuly1", ["begun", "proposed", "decided", "waiting"]),
        ("truongphong", ["late", "fresh"]),
        ("lanhdao", ["proposed"]),
        ("vanthu", ["decided"]),
        ("tiepnhan1", []),
    ],
)
def test_the_page_opens_with_ones_own_turn(
    browser: SignIn, some_work: dict[str, str], username: str, mine: list[str]
) -> None:
    found = rows(browser(username), reverse("workspace:work"))
    assert sorted(found) == sorted(some_work[name] for name in mine)


def test_a_supervisor_begins_with_all_that_he_sees(
    browser: SignIn, some_work: dict[str, str]
) -> None:
    assert sorted(rows(browser("giamsat"), reverse("workspace:work"))) == sorted(some_work.values())


@pytest.mark.parametrize("username", ["thuly1", "truongphong", "lanhdao", "giamsat", "tiepnhan1"])
@pytest.mark.parametrize("whose", ["MINE", "NOBODYS", "LED", "ALL"])
def test_each_number_opens_a_list_as_long_as_it_says(
    browser: SignIn, some_work: dict[str, str], username: str, whose: str
) -> None:
    client = browser(username)
    figures = FIGURE.findall(text_of(client.get(work(whose=whose))))
    assert len(figures) == 6
    for address, count in figures:
        assert len(rows(client, unescape(address))) == int(count)


TAB = re.compile(
    r'<a href="(/work/\?[^"]*whose=\w+[^"]*)"[^>]*>[^<]*<span class="tab-count">(\d+)<'
)


@pytest.mark.parametrize("username", ["thuly1", "truongphong", "lanhdao", "giamsat", "tiepnhan1"])
@pytest.mark.parametrize("asked", [{}, {"q": "thi"}, {"urgency": "OVERDUE"}])
def test_each_tab_says_how_long_its_list_is(
    browser: SignIn, some_work: dict[str, str], username: str, asked: dict[str, str]
) -> None:
    client = browser(username)
    tabs = TAB.findall(text_of(client.get(work(**asked))))
    assert len(tabs) >= 3
    for address, count in tabs:
        assert len(rows(client, unescape(address))) == int(count)


def test_filters_are_folded_until_one_is_set(browser: SignIn, some_work: dict[str, str]) -> None:
    client = browser("thuly1")
    folded, opened = (text_of(client.get(work(**asked))) for asked in ({}, {"q": "thi"}))
    assert re.search(r'<details class="disclosure">\s*<summary>Lọc', folded)
    assert re.search(r'<details class="disclosure" open>\s*<summary>Lọc', opened)


@pytest.mark.parametrize("username", ["truongphong", "lanhdao"])
def test_each_number_of_the_unit_opens_a_list_as_long_as_it_says(
    browser: SignIn, some_work: dict[str, str], username: str
) -> None:
    client = browser(username)
    page = text_of(client.get(reverse("workspace:unit")))
    numbers = COUNTED.findall(page) + FIGURE.findall(page)
    assert len(numbers) > 10
    for address, count in numbers:
        assert len(rows(client, unescape(address))) == int(count)


def test_each_pile_of_the_desk_opens_a_list_as_long_as_it_says(
    browser: SignIn, some_work: dict[str, str]
) -> None:
    register()
    bring(some_work["decided"], Stage.RECEIVED)
    do(some_work["decided"], Act.ISSUE_RESULT, inputs.IssueResult(document_number="7/GKS"))
    offered = inputs.Offer(unit_id=other_unit("thuly1"), task="Đo lại thửa đất")
    do(some_work["begun"], Act.OFFER, offered, by="thuly1")
    client = browser("tiepnhan1")
    figures = FIGURE.findall(text_of(client.get(reverse("workspace:desk"))))
    assert [count for _address, count in figures] == ["1", "0", "1", "1", "0", "1", "0"]
    for address, count in figures:
        assert len(FOUND.findall(text_of(client.get(unescape(address))))) == int(count)


def test_the_numbers_of_the_day_open_their_lists(
    browser: SignIn, some_work: dict[str, str]
) -> None:
    client = browser("tiepnhan1")
    page = text_of(client.get(reverse("workspace:desk")))
    late = re.findall(
        r'figure-value">(\d+)</strong>\s*<a class="figure-label" href="([^"]+)"', page
    )
    assert [int(count) for count, _address in late] == [0, 1]
    for count, address in late:
        assert len(rows(client, unescape(address))) == int(count)


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ({"q": "do thi trinh"}, ["proposed"]),
        ({"stage": "PROCESSING"}, ["begun"]),
        ({"assignee": "none"}, ["late", "fresh"]),
        ({"procedure": "không có thủ tục này"}, []),
        ({"urgency": "OVERDUE"}, ["late"]),
        ({"stage": "SETTLED", "urgency": "SOMETIMES", "unit": "x", "assignee": "-1"}, None),
    ],
)
def test_filters_stand_in_the_address_and_nonsense_is_passed_over(
    browser: SignIn, some_work: dict[str, str], asked: dict[str, str], names: list[str] | None
) -> None:
    found = rows(browser("lanhdao"), work(whose="ALL", **asked))
    wanted = list(some_work) if names is None else names
    assert sorted(found) == sorted(some_work[name] for name in wanted)


def test_a_list_goes_on_by_cursor_and_keeps_its_filter(
    browser: SignIn, some_work: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("motcua.dossiers.queries.work.size_of", lambda _asked: 4)
    client = browser("lanhdao")
    page = text_of(client.get(work(whose="ALL")))
    (onward,) = re.findall(r'href="([^"]*&amp;cursor=[^"]+)"', page)
    rest = rows(client, unescape(onward))
    assert sorted([*ROW.findall(page), *rest]) == sorted(some_work.values())
    assert client.get(work(whose="ALL", cursor="x")).status_code == 302


def test_a_list_that_was_read_is_in_the_access_log(
    browser: SignIn, some_work: dict[str, str]
) -> None:
    rows(browser("thuly1"), work(whose="MINE"))
    noted = AccessLog.objects.filter(act="dossier.list").latest("id")
    assert some_work["begun"] in str(noted.detail)


@pytest.mark.parametrize("name", ["work", "due", "unit", "saved-views"])
@pytest.mark.parametrize("username", ["quantri", ""])
def test_who_has_no_dossiers_has_no_work(browser: SignIn, name: str, username: str) -> None:
    assert browser(username).get(reverse(f"workspace:{name}")).status_code in (302, 404)


@pytest.mark.parametrize("username", ["thuly1", "vanthu", "giamsat", "tiepnhan1"])
def test_only_leaders_have_an_overview(browser: SignIn, username: str) -> None:
    client = browser(username)
    assert client.get(reverse("workspace:unit")).status_code == 404
    assert client.get(reverse("workspace:hand-over-work", args=[1])).status_code == 404


def test_a_filter_is_saved_by_name_shown_as_a_way_and_forgotten(browser: SignIn) -> None:
    client = browser("thuly1")
    lists = reverse("workspace:saved-views")
    sent = {"do": "save", "name": "Chờ tôi", "query": "whose=MINE&q=lan&evil=1"}
    assert client.post(lists, sent).headers["Location"] == work(whose="MINE", q="lan")
    assert SavedView.objects.get().query == "whose=MINE&q=lan"
    page = text_of(client.get(work(whose="MINE", q="lan")))
    assert "Chờ tôi" in page
    assert "Lưu danh sách này" not in page
    view = str(SavedView.objects.get().pk)
    assert client.post(lists, {"do": "rename", "view": view, "name": "Việc gấp"}).status_code == 302
    assert "Việc gấp" in text_of(client.get(lists))
    assert browser("thuly2").post(lists, {"do": "delete", "view": view}).status_code == 404
    client.post(lists, {"do": "delete", "view": view})
    assert not SavedView.objects.exists()


def test_a_name_that_is_taken_is_said_and_what_was_typed_stays(browser: SignIn) -> None:
    client = browser("thuly1")
    sent = {"do": "save", "name": "Chờ tôi", "query": "whose=ALL"}
    client.post(reverse("workspace:saved-views"), sent)
    again = client.post(reverse("workspace:saved-views"), sent)
    assert again.status_code == 422
    assert "Bạn đã có danh sách tên này" in text_of(again)
    assert 'value="Chờ tôi"' in text_of(again)
    assert 'name="query" value="whose=ALL"' in text_of(again)


def test_all_of_an_officers_work_is_handed_over_on_one_page(
    browser: SignIn, some_work: dict[str, str]
) -> None:
    client = browser("truongphong")
    here = reverse("workspace:hand-over-work", args=[holding_of("thuly1")])
    assert "4 hồ sơ sẽ được bàn giao" in text_of(client.get(here))
    sent = {"to_holding_id": str(holding_of("truongphong")), "reason": ""}
    assert "Chưa ghi lý do" in text_of(client.post(here, sent))
    assert client.post(here, {**sent, "reason": "Nghỉ phép"}).status_code == 302
    assert Dossier.objects.filter(assignee=holding_of("truongphong")).count() == 3
    assert client.get(reverse("workspace:hand-over-work", args=[10**17])).status_code == 404


PAGES = {
    "work": 16,
    "due": 14,
    "unit": 12,
    "saved-views": 9,
    "dossiers": 12,
}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_work_costs_the_same_however_long(
    browser: SignIn,
    some_work: dict[str, str],
    django_assert_max_num_queries: Any,
    name: str,
) -> None:
    client, address = browser("lanhdao"), reverse(f"workspace:{name}")
    client.get(address)
    with django_assert_max_num_queries(PAGES[name]):
        assert client.get(address, {"q": "thi"}).status_code == 200
