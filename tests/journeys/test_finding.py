"""Finding a dossier again, reading why its date is what it is, and seeing the page as one likes."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import count

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.steps import BIRTH_AGAIN, card, receive

AtDesk = Callable[..., Page]
DUE = re.compile(r"17:00.* 17/06/2026")
OWNER, PHONE = "Phùng Thị Ngọc Ánh", "0977123456"
CODE, CARD = "her code", "her card"
NUMBERS = count(1192000061)


@pytest.fixture
def number() -> str:
    """Of her card: each story has a woman of that name of its own."""
    return f"{next(NUMBERS):012d}"


@pytest.fixture
def received(at_desk: AtDesk, number: str) -> str:
    """Her dossier."""
    page = at_desk("tiepnhan1")
    return receive(page, card(OWNER, number, born="07071992"), BIRTH_AGAIN, phone=PHONE)


@pytest.mark.parametrize("remembered", [CODE, "phung thi ngoc anh", "Ngọc Ánh", PHONE, CARD])
def test_mrs_anh_is_found_by_whatever_she_remembers(
    at_desk: AtDesk, received: str, number: str, remembered: str
) -> None:
    words = {CODE: received, CARD: number}.get(remembered, remembered)
    page = at_desk("tiepnhan3")
    page.keyboard.press("/")
    expect(page.get_by_placeholder("Mã, tên, điện thoại, số giấy tờ")).to_be_focused()
    page.keyboard.type(words)
    page.keyboard.press("Enter")
    first = page.locator("main tbody tr").first
    expect(first).to_contain_text(received)
    expect(first).to_contain_text(OWNER)
    first.get_by_role("link").click()
    expect(page.locator("h1")).to_have_text(received)


def test_the_desk_lists_what_came_in_today(at_desk: AtDesk, received: str) -> None:
    page = at_desk("tiepnhan3")
    expect(page.locator("h1")).to_have_text("Hồ sơ nhận hôm nay")
    expect(page.locator("main tbody tr").first).to_contain_text(received)


def test_a_date_gives_its_reasons_when_asked(at_desk: AtDesk, received: str) -> None:
    page = at_desk("thuly1", f"/dossiers/{received}/")
    expect(page.locator(".promise-answer")).to_have_text(DUE)
    expect(page.locator(".trace")).to_be_hidden()
    page.get_by_text("Vì sao là ngày này?").click()
    expect(page.locator(".trace")).to_be_visible()
    expect(page.locator(".trace-line").last).to_contain_text(DUE)


def test_a_reader_of_english_is_spoken_to_in_english(at_desk: AtDesk) -> None:
    page = at_desk("tiepnhan3")
    page.get_by_text("Hiển thị").click()
    page.get_by_role("button", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("h1")).not_to_have_text("Hồ sơ nhận hôm nay")
    page.locator(".look-menu summary").click()
    page.get_by_role("button", name="Tiếng Việt").click()
    expect(page.locator("h1")).to_have_text("Hồ sơ nhận hôm nay")


def test_tired_eyes_get_dark_and_large(at_desk: AtDesk) -> None:
    page = at_desk("tiepnhan3")
    size = page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)")
    page.locator(".look-menu summary").click()
    with page.expect_response("**/ui/look/"):
        page.get_by_role("button", name="Tối").click()
    with page.expect_response("**/ui/look/"):
        page.get_by_role("button", name="Lớn", exact=True).click()
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    assert page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") > size
    shade = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert max(map(int, re.findall(r"\d+", shade)[:3])) < 64


def test_whoever_oversees_sees_all_and_may_receive_nothing(at_desk: AtDesk, received: str) -> None:
    page = at_desk("giamsat")
    expect(page.locator("main")).to_contain_text(received)
    expect(page.get_by_role("link", name="Tiếp nhận hồ sơ")).to_have_count(0)
    page.goto(f"/dossiers/{received}/")
    expect(page.locator("main")).to_contain_text(OWNER)
    expect(page.get_by_role("link", name=re.compile("In giấy hẹn|Nhận hồ sơ"))).to_have_count(0)
    assert page.goto("/desk/receive/").status == 404  # type: ignore[union-attr]


def test_a_land_officer_finds_no_papers_of_civil_status(at_desk: AtDesk, received: str) -> None:
    page = at_desk("thuly2", "/dossiers/?q=phung thi ngoc anh")
    expect(page.locator("main")).to_contain_text("Không tìm thấy hồ sơ nào")
    assert page.goto(f"/dossiers/{received}/").status == 404  # type: ignore[union-attr]
    expect(page.locator("body")).not_to_contain_text(OWNER)
