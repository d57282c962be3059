"""Feedback from a telephone to its published answer: sent, taken, given on, answered, read, published."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from motcua.portal.feedback.sending import sent_lately, tried_lately
from tests.journeys.site import Site

Open = Callable[..., Page]
Context = Callable[..., BrowserContext]
Violations = Callable[..., list[str]]
PHONE = {"width": 360, "height": 740}
NAME, NUMBER = "Lê Thị Thưa", "0987654321"
HANDLER = "Phạm Minh Đức"
ANSWER = "Cơ quan xin lỗi và từ tuần này mở thêm một quầy."


def _send(page: Page, site: Site) -> tuple[str, str]:
    """By somebody without an account, the first time with something forgotten."""
    page.goto(f"{site.url}/gop-y/")
    page.get_by_label("Phản ánh về hành vi").check()
    office = page.get_by_label("Gửi đến cơ quan nào?")
    if office.count():
        office.select_option("xa-gia-lam")
    page.get_by_label("Về việc gì?").fill("Chờ lâu ở quầy chứng thực")
    page.get_by_label("Nội dung").fill(f"Tôi là {NAME}, chờ hai giờ ở quầy số 2.")
    page.get_by_role("button", name="Gửi", exact=True).click()
    expect(page.get_by_label("Về việc gì?")).to_have_value("Chờ lâu ở quầy chứng thực")
    page.get_by_label("Họ và tên").fill(NAME)
    page.get_by_label("Địa chỉ").fill("Thôn 3")
    page.get_by_label("Số điện thoại").fill(NUMBER)
    page.get_by_role("button", name="Gửi", exact=True).click()
    expect(page.get_by_role("heading", name="Đã gửi và vào sổ")).to_be_visible()
    told = page.locator("main").inner_text()
    code = re.search(r"[\w.]+-PA\d\d-\d{5}", told)
    secret = re.search(r"\b[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}\b", told)
    assert code
    assert secret
    return code.group(), secret.group()


def _act(page: Page, name: str) -> None:
    page.get_by_role("link", name=name, exact=True).click()


def _apply(page: Page, name: str, done: str) -> None:
    page.locator("main").get_by_role("button", name=name, exact=True).click()
    expect(page.locator("body")).to_contain_text(done)


def _follow(page: Page, site: Site, code: str, secret: str) -> None:
    page.goto(f"{site.url}/gop-y/theo-doi/")
    page.get_by_label("Mã phản ánh, kiến nghị").fill(code)
    page.get_by_label("Mã bí mật").fill(secret)
    page.get_by_role("button", name="Xem", exact=True).click()


@pytest.mark.parametrize("with_script", [True, False])
def test_from_a_telephone_to_the_published_answer(
    site: Site, new_context: Context, at_desk: Open, violations: Violations, *, with_script: bool
) -> None:
    sent_lately.forget_all()
    tried_lately.forget_all()
    look = {"java_script_enabled": with_script}
    citizen = new_context(base_url=site.url, viewport=PHONE, **look).new_page()
    code, secret = _send(citizen, site)
    faults = violations(citizen)

    desk = at_desk("tiepnhan1", f"/feedback/{code}/", **look)
    _act(desk, "Tiếp nhận")
    _apply(desk, "Tiếp nhận", "Đã tiếp nhận")
    _act(desk, "Giao xử lý")
    whom = desk.get_by_label("Giao cho")
    whom.select_option(whom.locator("option", has_text=HANDLER).get_attribute("value") or "")
    _apply(desk, "Giao xử lý", "Đã giao xử lý")
    faults += violations(desk)

    _answered(at_desk, code, look)
    _follow(citizen, site, code, secret)
    expect(citizen.locator("main")).to_contain_text(ANSWER)
    faults += violations(citizen)
    citizen.get_by_label("Hài lòng", exact=True).check()
    citizen.get_by_role("button", name="Gửi đánh giá").click()
    expect(citizen.locator("main")).to_contain_text("Đã ghi nhận")

    clerk = at_desk("vanthu", f"/feedback/{code}/publish/", **look)
    _apply(clerk, "Công khai", NAME)  # what still names somebody is told first
    clerk.get_by_label("Nội dung công khai").fill("Công dân chờ hai giờ ở quầy số 2.")
    _apply(clerk, "Công khai", "Đã công khai")
    faults += violations(clerk)

    citizen.goto(f"{site.url}/gop-y/cong-khai/?q=cho+lau")
    citizen.get_by_role("link", name=re.compile("Đọc câu trả lời")).first.click()
    expect(citizen.locator("main")).to_contain_text(ANSWER)
    assert NAME not in citizen.locator("main").inner_text()
    assert NUMBER not in citizen.locator("main").inner_text()
    assert citizen.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert faults == []


def _answered(at_desk: Open, code: str, look: dict[str, bool]) -> None:
    """Its handler proposes; the leader approves."""
    page = at_desk("thuly1", f"/feedback/{code}/", **look)
    _act(page, "Trình dự thảo trả lời")
    page.get_by_label("Câu trả lời").fill(ANSWER)
    _apply(page, "Trình dự thảo trả lời", "Đã trình dự thảo trả lời")
    leader = at_desk("lanhdao", f"/feedback/{code}/answer/", **look)
    expect(leader.get_by_label("Câu trả lời")).to_have_value(ANSWER)
    _apply(leader, "Duyệt và trả lời", "Đã trả lời")
