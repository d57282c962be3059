"""A closed report on screen: its numbers open too, and it is said where they differ today."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import orjson
import pytest
from django.test import Client

from motcua.audit.models import AccessLog
from motcua.dossiers.commands.receive import receive_dossier
from motcua.dossiers.tallies import changed
from motcua.dossiers.vocabulary import Stage
from motcua.kernel import clock
from motcua.procedures.models import Sector
from motcua.reports.queries import causes
from motcua.reports.queries import differences as differing
from motcua.reports.vocabulary import ReportName
from tests.support.acts import bring
from tests.support.clock import at
from tests.support.reception import a_reception
from tests.support.working_office import BIRTH_AGAIN, CERTIFIED_COPY, officer
from tests.web.workspace.conftest import Receive, SignIn, text_of

LINK = re.compile(r'class="count-link[^"]*" href="([^"]+)">([\d.]+)</a>')
NUMBER = re.compile(r'data-number="(\d+)"')
AFTER = at(date(2026, 6, 15), "08:00")
JUNE = {"first": "15/05/2026", "last": "14/06/2026"}


@pytest.fixture
def leader(browser: SignIn, receive: Receive, monkeypatch: pytest.MonkeyPatch) -> Client:
    """Signed in after the month in which one dossier was settled and two are open."""
    bring(receive(), Stage.RETURNED)
    bring(receive(owner="Trần Văn Khác"), Stage.PROCESSING)
    receive(procedure=CERTIFIED_COPY, owner="Lê Thị Sau")
    monkeypatch.setattr(clock, "now", lambda: AFTER)
    return browser("lanhdao")


def close(client: Client, name: ReportName = ReportName.II06A) -> str:
    """The address of the closed report."""
    sent = {**JUNE, "agency": "xa-gia-lam", "do": "close", "sure": "on"}
    return str(client.post(f"/reports/{name}/closing/", sent)["Location"])


def enter_late(count: int = 1) -> list[str]:
    """Received within June, entered on the day after it was closed."""
    earlier, late = at(date(2026, 6, 12), "09:00"), at(date(2026, 6, 16), "09:00")
    given = a_reception(BIRTH_AGAIN, at=earlier, received_at=earlier, note="Nhập muộn")
    desk = officer("tiepnhan1", late)
    return [receive_dossier(actor=desk, at=late, given=given).code for _one in range(count)]


def addresses(html: str) -> list[tuple[str, int]]:
    """Each number that opens, with its address."""
    return [
        (address.replace("&amp;", "&"), int(words.replace(".", "")))
        for address, words in LINK.findall(html)
    ]


@pytest.mark.parametrize("name", list(ReportName))
def test_each_number_that_opens_in_a_fresh_report_opens_in_the_closed_one(
    leader: Client, name: ReportName
) -> None:
    place = close(leader, name)
    told = addresses(text_of(leader.get(place)))
    fresh = addresses(text_of(leader.get(f"/reports/{name}/", JUNE)))
    assert [count for _address, count in told] == [count for _address, count in fresh]
    assert len(told) >= 4
    for address, count in told:
        behind = text_of(leader.get(address))
        assert (int(NUMBER.findall(behind)[0]), behind.count('class="code-mark"')) == (count, count)
        assert f"Bản chốt cũng ghi {count}." in behind


def test_where_the_count_of_today_is_another_the_list_says_so_and_leads_to_the_causes(
    leader: Client,
) -> None:
    place = close(leader)
    (code,) = enter_late()
    behind = text_of(leader.get(f"{place}behind/?row=total&column=received"))
    assert "Bản chốt ghi 3, hôm nay đếm được 4:" in behind
    assert code in behind
    (link,) = re.findall(r'href="(/reports/closed/[^"]+#changed)"', behind)
    assert code in text_of(leader.get(link)).split('id="changed"', 1)[1]
    settled = text_of(leader.get(f"{place}behind/?row=total&column=settled"))
    assert "Bản chốt cũng ghi 1." in settled


def test_a_row_that_there_is_no_more_still_tells_what_was_closed(leader: Client) -> None:
    place = close(leader)
    told = [address for address, _count in addresses(text_of(leader.get(place)))]
    in_sector = next(one for one in told if "sector" in one and one.endswith("column=received"))
    code = in_sector.split("row=sector%2F")[1].partition("&")[0]
    Sector.objects.filter(code=code).update(code="ten-khac")
    behind = text_of(leader.get(in_sector))
    assert re.search(r"Bản chốt ghi [123], hôm nay đếm được 0:", behind)
    assert "Không có hồ sơ nào" in behind


@pytest.mark.parametrize(
    "query",
    ["row=khong-co", "column=khong-co", "column=on-time-share", "row=agency/xa-phu-dong"],
)
def test_what_is_no_number_of_the_closed_report_does_not_open(leader: Client, query: str) -> None:
    place = close(leader)
    assert leader.get(f"{place}behind/?{query}").status_code == 404


def test_without_a_column_the_first_number_opens(leader: Client) -> None:
    assert "Bản chốt cũng ghi 3." in text_of(leader.get(f"{close(leader)}behind/"))


@pytest.mark.parametrize("username", ["tiepnhan1", "thuly1", "truongphong2", "quantri"])
def test_who_may_not_see_the_closed_report_opens_none_of_its_numbers(
    leader: Client, browser: SignIn, username: str
) -> None:
    place = close(leader)
    address = f"{place}behind/?row=total&column=received"
    assert leader.get(address).status_code == 200
    assert browser(username).get(address).status_code == 404


def test_who_looked_behind_a_closed_number_is_kept_with_the_report(leader: Client) -> None:
    place = close(leader)
    leader.get(f"{place}behind/?row=total&column=open")
    told = orjson.loads(AccessLog.objects.filter(act="dossier.list").latest("id").detail)
    assert told["figure"] == f"{place}behind/?row=total&column=open"
    assert len(told["found"]) == 2


def test_a_long_list_behind_a_closed_number_goes_on_page_by_page(leader: Client) -> None:
    place = close(leader)
    codes = set(enter_late(50))
    first = text_of(leader.get(f"{place}behind/?row=total&column=received"))
    assert "Hiện 1–50 trong 53 hồ sơ" in first
    following = re.findall(r'rel="next" href="([^"]+)"', first)[0].replace("&amp;", "&")
    second = text_of(leader.get(following))
    assert "Hiện 51–53 trong 53 hồ sơ" in second
    listed = re.findall(r'class="code-mark" href="/dossiers/([^/]+)/', first + second)
    assert (len(listed), len(set(listed))) == (53, 53)
    assert codes < set(listed)
    assert leader.get(f"{place}behind/?column=received&cursor=x").status_code == 302


def test_causes_that_are_left_off_are_counted(
    leader: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(differing, "CAUSES_MAX", 2)
    place = close(leader)
    enter_late(5)
    changed_part = text_of(leader.get(f"{place}?now=1")).split('id="changed"', 1)[1]
    assert "và 3 việc khác nữa" in changed_part
    assert "chưa đủ" not in changed_part


def test_a_search_for_causes_that_was_cut_off_says_how_many_dossiers_it_looked_at(
    leader: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(changed, "PIECE", 1)
    monkeypatch.setattr(causes, "LOOKED_AT_MAX", 1)
    place = close(leader)
    enter_late(2)
    changed_part = text_of(leader.get(f"{place}?now=1")).split('id="changed"', 1)[1]
    assert "Danh sách nguyên nhân chưa đủ: mới xem 1 hồ sơ" in changed_part
    assert "không phải do hồ sơ" not in changed_part


BUDGETS = {"": 14, "?now=1": 32, "behind/?row=total&column=received": 24}


@pytest.mark.parametrize(("rest", "budget"), BUDGETS.items())
def test_pages_of_a_closed_report_stay_within_their_queries(
    leader: Client, django_assert_max_num_queries: Any, rest: str, budget: int
) -> None:
    place = close(leader)
    enter_late(3)
    leader.get(f"{place}{rest}")
    with django_assert_max_num_queries(budget):
        leader.get(f"{place}{rest}")
