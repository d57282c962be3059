"""Reports on screen: each number opens to as many dossiers, periods are closed, rights hold."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

import orjson
import pytest
from django.test import Client

from motcua.audit.models import AccessLog
from motcua.dossiers.commands.receive import receive_dossier
from motcua.dossiers.vocabulary import Stage
from motcua.kernel import clock
from motcua.kernel.clock import local_day
from motcua.reports.models import ClosedReport
from motcua.reports.queries import rights
from motcua.reports.vocabulary import ReportName
from motcua.workspace.figures import leading, spread
from tests.support.acts import bring
from tests.support.clock import at
from tests.support.reception import a_reception
from tests.support.working_office import BIRTH_AGAIN, CERTIFIED_COPY, officer
from tests.web.workspace.conftest import Receive, SignIn, text_of

LINK = re.compile(r'class="count-link[^"]*" href="([^"]+)">([\d.]+)</a>')
NUMBER = re.compile(r'data-number="(\d+)"')
AFTER = at(date(2026, 6, 15), "08:00")
"""The first day after the month of June of reports, in which the dossiers here were received."""
JUNE = {"first": "15/05/2026", "last": "14/06/2026"}


@pytest.fixture
def worked(receive: Receive) -> None:
    """Three received; one of them settled, one without anybody."""
    bring(receive(), Stage.RETURNED)
    bring(receive(owner="Trần Văn Khác"), Stage.PROCESSING)
    receive(procedure=CERTIFIED_COPY, owner="Lê Thị Sau")


@pytest.fixture
def month_is_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: AFTER)


def opened(client: Client, html: str) -> list[tuple[str, int, int, int]]:
    """Every number of a page that opens: its address, itself, the number there and the rows there."""
    found = []
    for address, words in LINK.findall(html):
        behind = text_of(client.get(address.replace("&amp;", "&")))
        rows = behind.count('class="code-mark"')
        number = int(NUMBER.findall(behind)[0])
        found.append((address, int(words.replace(".", "")), number, rows))
    return found


@pytest.mark.parametrize("name", list(ReportName))
def test_each_number_of_a_report_opens_to_as_many_dossiers(
    browser: SignIn, worked: None, name: ReportName
) -> None:
    client = browser("lanhdao")
    found = opened(client, text_of(client.get(f"/reports/{name}/")))
    assert len(found) >= 4
    assert [one for one in found if not one[1] == one[2] == one[3]] == []


def test_each_number_of_the_leaders_page_opens_to_as_many_dossiers(
    browser: SignIn, worked: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    late = at(date(2026, 7, 20), "09:00")
    monkeypatch.setattr(clock, "now", lambda: late)
    client = browser("lanhdao")
    html = text_of(client.get("/overview/"))
    found = opened(client, html)
    assert len(found) >= 6
    assert [one for one in found if not one[1] == one[2] == one[3]] == []
    great = re.findall(
        r'figure-value">(\d+)</strong>\s*<a class="figure-label" href="([^"]+)"', html
    )
    assert [(count, _number_at(client, address)) for count, address in great] == [
        ("2", 2),
        ("2", 2),
    ]


def _number_at(client: Client, address: str) -> int:
    return int(NUMBER.findall(text_of(client.get(address.replace("&amp;", "&"))))[0])


def test_what_will_be_late_opens_too(browser: SignIn, worked: None) -> None:
    client = browser("lanhdao")
    html = text_of(client.get("/overview/"))
    ahead = re.findall(r'href="(/overview/behind/[^"]*until=[^"]+)"', html)
    assert [_number_at(client, address) for address in ahead] == [1, 2]


def test_who_looked_at_the_dossiers_behind_a_number_is_kept(browser: SignIn, worked: None) -> None:
    browser("lanhdao").get("/reports/behind/", {"report": "ii06a", "column": "open"})
    kept = AccessLog.objects.filter(act="dossier.list").latest("id")
    told = orjson.loads(kept.detail)
    assert len(told["found"]) == 2
    assert "column=open" in told["figure"]


def test_nothing_settled_has_no_share(browser: SignIn, receive: Receive) -> None:
    receive()
    html = text_of(browser("lanhdao").get("/reports/ii06a/"))
    assert "không phát sinh" in html
    assert "100,00" not in html


def test_the_form_is_drawn_by_channel_and_by_result_above_its_table(
    browser: SignIn, worked: None
) -> None:
    html = text_of(browser("lanhdao").get("/reports/ii06a/", JUNE))
    pictures = re.findall(r'class="chart-bars" role="img" aria-label="([^"]+)"', html)
    assert pictures == [
        "Tiếp nhận 3 hồ sơ trong kỳ, 0 trực tuyến. Bảng bên dưới có đủ số.",
        "Đã giải quyết 1 hồ sơ, 0 quá hạn. Bảng bên dưới có đủ số.",
    ]
    assert html.index("report-charts") < html.index("report-table-title")


def test_lists_that_show_a_part_say_how_many_of_how_many(
    browser: SignIn, worked: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = browser("lanhdao")
    assert "Hiện 1 trong 2 dòng." not in text_of(client.get("/overview/"))
    monkeypatch.setattr(spread, "OFFICERS_SHOWN", 1)
    monkeypatch.setattr(leading, "OFFICERS_SHOWN", 1)
    html = text_of(client.get("/overview/"))
    assert "Hiện 1 trong 2 dòng." in html
    assert "Báo cáo từng cán bộ có đủ" in html


def test_agencies_that_are_not_offered_are_counted(
    browser: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = browser("giamsat")
    assert "Ô chọn thiếu" not in text_of(client.get("/reports/"))
    monkeypatch.setattr(rights, "AGENCIES_OFFERED_MAX", 1)
    assert "Ô chọn thiếu" in text_of(client.get("/reports/"))


def test_a_report_says_of_whom_and_when_and_that_it_adds_up(browser: SignIn, worked: None) -> None:
    html = text_of(browser("lanhdao").get("/reports/ii06a/", JUNE))
    assert "Ủy ban nhân dân xã Gia Lâm" in html
    assert "từ ngày 15/05/2026 đến ngày 14/06/2026" in html
    assert "Kỳ chưa hết" in html
    assert "Số liệu khớp" in html
    assert "100,00\u00a0%" in html


@pytest.mark.parametrize(
    "asked",
    [
        {"first": "31/02/2026", "last": "01/03/2026"},
        {"first": "12/06/2026", "last": "01/06/2026"},
        {"first": "12/06/2026"},
        {"first": "01/01/1950", "last": "01/06/2026"},
    ],
)
def test_faulty_days_are_told_and_this_month_is_shown(
    browser: SignIn, asked: dict[str, str]
) -> None:
    response = browser("lanhdao").get("/reports/", asked)
    assert response.status_code == 422
    assert 'aria-invalid="true"' in text_of(response)
    assert "từ ngày 15/05/2026" in text_of(response)


@pytest.mark.parametrize(
    "address",
    [
        "/reports/khong-co/",
        "/reports/ii06a/file.doc",
        "/reports/ii06a/?agency=khong-co",
        "/reports/ii06a/?agency=thanh-pho-ha-noi",
        "/reports/ii06a/?below=on&agency=thanh-pho-ha-noi",
        "/reports/behind/?column=on-time-share",
        "/reports/behind/?row=procedure/NATIONAL/0.000000",
        "/reports/behind/?row=officer/xa-gia-lam/x/1",
        "/reports/closed/999/",
        "/overview/?agency=thanh-pho-ha-noi",
        "/overview/behind/?agency=thanh-pho-ha-noi",
    ],
)
def test_what_there_is_not_or_one_may_not_see_looks_alike(
    browser: SignIn, worked: None, address: str
) -> None:
    assert browser("lanhdao").get(address).status_code == 404


@pytest.mark.parametrize("username", ["tiepnhan1", "thuly1", "quantri"])
@pytest.mark.parametrize("address", ["/overview/", "/reports/", "/reports/ii06a/"])
def test_figures_are_for_those_who_lead(browser: SignIn, username: str, address: str) -> None:
    assert browser(username).get(address).status_code == 404


def test_a_unit_head_sees_the_figures_of_his_unit_alone(browser: SignIn, worked: None) -> None:
    client = browser("truongphong2")
    html = text_of(client.get("/reports/ii06a/"))
    assert "Phòng Kinh tế" in html
    assert LINK.findall(html) == []
    assert client.get("/reports/ii06a/closing/").status_code == 404


@pytest.mark.parametrize("ending", ["json", "xlsx", "pdf"])
def test_a_report_is_taken_home_as_a_file(browser: SignIn, worked: None, ending: str) -> None:
    response = browser("lanhdao").get(f"/reports/ii06a/file.{ending}", JUNE)
    assert response.status_code == 200
    assert f"ii06a-xa-gia-lam-20260515-20260614.{ending}" in response["Content-Disposition"]
    assert len(response.content) > 500


def test_the_file_tells_what_the_page_tells(browser: SignIn, worked: None) -> None:
    client = browser("lanhdao")
    told = orjson.loads(client.get("/reports/ii06a/file.json", JUNE).content)
    counts = [str(count) for count in told["total"]["values"].values()]
    shown = text_of(client.get("/reports/ii06a/", JUNE))
    total = shown.split("report-total", 1)[1].split("</tr>", 1)[0]
    assert re.findall(r">(\d+)<", total) == counts


def test_a_period_that_lasts_is_not_closed(browser: SignIn, worked: None) -> None:
    client = browser("lanhdao")
    assert "Kỳ chưa hết" in text_of(client.get("/reports/ii06a/closing/", JUNE))
    sent = {**JUNE, "agency": "xa-gia-lam", "do": "close", "sure": "on"}
    assert client.post("/reports/ii06a/closing/", sent).status_code == 422
    assert not ClosedReport.objects.exists()


def test_a_period_is_closed_after_one_was_asked(
    browser: SignIn, worked: None, month_is_over: None
) -> None:
    client = browser("lanhdao")
    assert "Chốt kỳ này" in text_of(client.get("/reports/ii06a/", JUNE))
    assert "Không bỏ chốt" in text_of(client.get("/reports/ii06a/closing/", JUNE))
    sent = {**JUNE, "agency": "xa-gia-lam", "do": "close"}
    unsure = client.post("/reports/ii06a/closing/", sent)
    assert unsure.status_code == 422
    closed = client.post("/reports/ii06a/closing/", {**sent, "sure": "on"}, follow=True)
    html = text_of(closed)
    assert ClosedReport.objects.get().digest in html
    assert "Mẫu II.06a" in text_of(client.get("/reports/closed/"))
    assert "Kỳ này đã chốt" in text_of(client.get("/reports/ii06a/", JUNE))
    again = client.post("/reports/ii06a/closing/", {**sent, "sure": "on"})
    assert "Kỳ này đã chốt" in text_of(again)


def test_what_was_recorded_after_closing_stands_beside_it_with_its_cause(
    browser: SignIn, worked: None, month_is_over: None
) -> None:
    client = browser("lanhdao")
    sent = {**JUNE, "agency": "xa-gia-lam", "do": "close", "sure": "on"}
    place = client.post("/reports/ii06a/closing/", sent)["Location"]
    assert "vẫn như lúc chốt" in text_of(client.get(f"{place}?now=1"))
    before = client.get(f"{place}file.xlsx").content
    earlier = at(date(2026, 6, 12), "09:00")
    given = a_reception(BIRTH_AGAIN, at=earlier, received_at=earlier, note="Nhập muộn")
    late = at(date(2026, 6, 16), "09:00")
    code = receive_dossier(actor=officer("tiepnhan1", late), at=late, given=given).code
    html = text_of(client.get(f"{place}?now=1"))
    changed = html.split('id="changed"', 1)[1].split("</section>", 1)[0]
    assert code in changed
    assert "Tiếp nhận hồ sơ" in changed
    assert client.get(f"{place}file.xlsx").content == before


def test_every_indicator_stands_in_the_register_with_its_basis(browser: SignIn) -> None:
    html = text_of(browser("lanhdao").get("/reports/indicators/"))
    assert "TT 01/2020/TT-VPCP, II.06a" in html
    assert "Mẫu số: Hồ sơ đã giải quyết" in html
    assert "Design" not in html


def test_a_long_list_goes_on_page_by_page_and_says_where_one_is(
    browser: SignIn, receive: Receive
) -> None:
    codes = {receive(owner=f"Người Thứ {place}") for place in range(53)}
    client = browser("lanhdao")
    first = text_of(client.get("/reports/behind/", {"report": "ii06a", "column": "received"}))
    assert "Hiện 1–50 trong 53 hồ sơ" in first
    following = re.findall(r'rel="next" href="([^"]+)"', first)[0].replace("&amp;", "&")
    second = text_of(client.get(following))
    assert "Hiện 51–53 trong 53 hồ sơ" in second
    listed = re.findall(r'class="code-mark" href="/dossiers/([^/]+)/', first + second)
    assert (len(listed), set(listed)) == (53, codes)
    broken = client.get("/reports/behind/", {"cursor": "x"})
    assert broken.status_code == 302


BUDGETS = {
    "/overview/": 24,
    "/reports/": 12,
    "/reports/ii06a/": 22,
    "/reports/on-time/": 22,
    "/reports/officers/": 24,
    "/reports/behind/?report=ii06a&column=received": 20,
    "/reports/indicators/": 12,
}


@pytest.mark.parametrize(("path", "budget"), BUDGETS.items())
def test_pages_of_figures_stay_within_their_queries(
    browser: SignIn, worked: None, django_assert_max_num_queries: Any, path: str, budget: int
) -> None:
    client = browser("lanhdao")
    client.get(path)
    with django_assert_max_num_queries(budget):
        client.get(path)


def test_the_days_shown_are_those_of_the_law(browser: SignIn) -> None:
    html = text_of(browser("lanhdao").get("/reports/"))
    assert "15/05/2026 – 14/06/2026" in html
    assert "15/12/2025 – 14/12/2026" in html
    assert local_day(clock.now()) - timedelta(days=1) < date(2026, 6, 15)
