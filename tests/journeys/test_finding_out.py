"""Somebody with a cheap telephone finds out what to bring, when it will be ready and what it costs."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.journeys.site import Site
from tests.journeys.steps import COPIES_CODE

Context = Callable[..., BrowserContext]
PHONE = {"viewport": {"width": 360, "height": 740}}
SCRIPTS = [True, False]


def opened(site: Site, new_context: Context, *, scripts: bool = True) -> Page:
    page = new_context(base_url=site.url, java_script_enabled=scripts, **PHONE).new_page()
    page.goto("/")
    return page


def test_results_come_while_typing_and_are_told_aloud(site: Site, new_context: Context) -> None:
    page = opened(site, new_context)
    page.get_by_label("Tìm thủ tục").press_sequentially("sao y giay to", delay=10)
    expect(page.locator("#found")).to_contain_text("Chứng thực bản sao từ bản chính")
    expect(page.locator("#announcer")).to_contain_text("thủ tục")
    page.get_by_label("Tìm thủ tục").fill("")
    expect(page.locator("#found .found-item")).to_have_count(0)


@pytest.mark.parametrize("scripts", SCRIPTS)
def test_from_a_life_event_to_the_fee_of_ones_own_case(
    site: Site, new_context: Context, *, scripts: bool
) -> None:
    page = opened(site, new_context, scripts=scripts)
    page.get_by_role("link", name="Chứng thực giấy tờ").click()
    page.get_by_role("link", name="Chứng thực bản sao từ bản chính (sao y)").click()
    expect(page).to_have_url(f"{site.url}/thu-tuc/{COPIES_CODE}")
    page.get_by_label("Số bản", exact=True).fill("3")
    page.get_by_label("Số trang mỗi bản", exact=True).fill("5")
    page.get_by_role("button", name="Tính cho tôi").click()
    expect(page.locator(".money-total")).to_contain_text("21.000 đồng")
    expect(page.get_by_label("Số bản", exact=True)).to_have_value("3")


def test_by_keyboard_alone(site: Site, new_context: Context) -> None:
    page = opened(site, new_context)
    page.get_by_label("Tìm thủ tục").focus()
    page.keyboard.type("giay doc than")
    page.keyboard.press("Enter")
    page.locator(".found-item a").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("tình trạng hôn nhân")
    page.locator(".explain > summary").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".trace").first).to_be_visible()


def test_on_paper_stands_what_matters_and_nothing_to_press(
    site: Site, new_context: Context
) -> None:
    page = opened(site, new_context)
    page.goto(f"/thu-tuc/{COPIES_CODE}")
    page.emulate_media(media="print")
    for shown in ("#giay-to", "#thoi-gian", "#chi-phi .money-total", "#noi-nop"):
        expect(page.locator(shown)).to_be_visible()
    for hidden in (".top-nav", ".on-page", ".case-form", "[data-print]"):
        expect(page.locator(hidden).first).to_be_hidden()
