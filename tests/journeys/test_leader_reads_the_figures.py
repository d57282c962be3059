"""A leader's morning: what is late, how many it really are, the report of the month, and its closing."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import count

import orjson
import pytest
from playwright.sync_api import Page, expect

from motcua.kernel.paging import PAGE_ROWS
from tests.journeys.site import Site
from tests.journeys.steps import BIRTH_AGAIN, card, receive

AtDesk = Callable[..., Page]
ROWS = "main tbody tr"
NUMBERS = count(1195088001)
"""Of her card: each story has a woman of that name of its own."""


@pytest.fixture
def late(at_desk: AtDesk, site: Site) -> str:
    """One that is promised for the week after, and a summer that passes."""
    owner = card("Vũ Thị Trễ", f"{next(NUMBERS):012d}")
    code = receive(at_desk("tiepnhan1"), owner, BIRTH_AGAIN)
    site.clock.move_on(days=40)
    return code


def _number(page: Page) -> int:
    return int(page.locator("[data-number]").get_attribute("data-number") or "-1")


def _leader(at_desk: AtDesk, site: Site, **options: object) -> Page:
    """After forty days one signs in anew."""
    site.kept.pop("lanhdao", None)
    return at_desk("lanhdao", "/overview/", **options)


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_ms_van_opens_what_is_late_and_sees_as_many_as_she_was_told(
    at_desk: AtDesk, site: Site, late: str, scripts: bool
) -> None:
    page = _leader(at_desk, site, java_script_enabled=scripts)
    expect(page.locator("h1")).to_have_text("Tổng quan")
    figure = page.locator(".figure", has_text="đã quá hạn")
    told = int(figure.locator(".figure-value").inner_text())
    figure.get_by_role("link").click()
    assert _number(page) == told
    expect(page.locator(ROWS)).to_have_count(min(told, PAGE_ROWS))
    page.locator(ROWS, has_text=late).get_by_role("link").click()
    expect(page.locator("h1")).to_have_text(late)
    site.kept.pop("lanhdao", None)


def test_ms_van_checks_a_figure_takes_the_report_home_and_closes_the_month(
    at_desk: AtDesk, site: Site, late: str
) -> None:
    page = _leader(at_desk, site)
    page.get_by_role("navigation").get_by_role("link", name="Báo cáo").click()
    page.get_by_label("Từ ngày").fill("15/05/2026")
    page.get_by_label("Đến hết ngày").fill("14/06/2026")
    page.get_by_role("button", name="Xem").click()
    page.get_by_role("link", name="Mẫu II.06a").click()
    report = page.url
    total = page.locator(".report-total .count-link").first
    told = int(total.inner_text())
    total.click()
    assert _number(page) == told
    expect(page.locator(ROWS, has_text=late)).to_have_count(1)
    page.goto(report)
    with page.expect_download() as download:
        page.get_by_role("link", name="Bảng tính (XLSX)").click()
    assert download.value.path().read_bytes().startswith(b"PK")
    with page.expect_download() as download:
        page.get_by_role("link", name="Dữ liệu (JSON)").click()
    assert orjson.loads(download.value.path().read_bytes())["total"]["values"]["received"] == told
    page.get_by_role("link", name="Chốt kỳ này").click()
    expect(page.locator("main")).to_contain_text("Không bỏ chốt, không chốt lại được.")
    page.get_by_label("Tôi đã xem các con số và chốt kỳ này").check()
    page.get_by_role("button", name="Chốt kỳ").click()
    expect(page).to_have_url(re.compile(r"/reports/closed/\d+/$"))
    expect(page.locator("main")).to_contain_text("Đã chốt")
    page.get_by_role("link", name="So với số tính lại lúc này").click()
    expect(page.locator("#changed")).to_contain_text("mọi con số vẫn như lúc chốt")
    page.goto(report)
    expect(page.locator("main")).to_contain_text("Kỳ này đã chốt")
    site.kept.pop("lanhdao", None)
