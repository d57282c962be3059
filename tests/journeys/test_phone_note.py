"""A call to the office: written down by keyboard alone while the caller speaks, answered, and published."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page, expect

from tests.journeys.keyboard import Hands
from tests.journeys.site import Site

Open = Callable[..., Page]
Context = Callable[..., BrowserContext]
Violations = Callable[..., list[str]]
PHONE = {"width": 360, "height": 740}
NAME, NUMBER = "Đỗ Văn Gọi", "0987654399"
HANDLER = "Phạm Minh Đức"
TITLE, ANSWER = "Không thấy niêm yết phí chứng thực", "Bảng phí đã được niêm yết lại ở cửa chính."
SAID = {
    "channel": ["PHONE_NOTE"],
    "kind": ["CONDUCT"],
    "title": [TITLE],
    "content": [f"Ông {NAME} gọi báo không thấy bảng phí ở quầy 2."],
    "name": [NAME],
    "address": ["Thôn 5"],
    "phone": [NUMBER],
}


def test_a_call_is_noted_by_keyboard_answered_and_published(
    site: Site, new_context: Context, at_desk: Open, violations: Violations
) -> None:
    desk = at_desk("vanthu", "/feedback/", java_script_enabled=False)
    hands = Hands(desk)
    hands.follow(desk.get_by_role("link", name="Ghi cuộc gọi"))
    expect(desk.locator("main")).to_contain_text("Đang nghe điện thoại")
    expect(desk.get_by_label("Điện thoại", exact=True)).to_be_checked()
    hands.answer(SAID, desk.get_by_role("button", name="Vào sổ", exact=True))
    slip = desk.locator("main").inner_text()
    assert "Đọc cho người gọi" in slip
    code, secret = _codes(slip)
    faults = violations(desk)
    assert hands.unseen == []

    _led_on(at_desk, code)
    clerk = at_desk("vanthu", f"/feedback/{code}/publish/")
    clerk.get_by_label("Tiêu đề công khai").fill("Niêm yết phí chứng thực")
    clerk.get_by_label("Nội dung công khai").fill("Công dân không thấy bảng phí ở quầy.")
    clerk.locator("main").get_by_role("button", name="Công khai", exact=True).click()
    expect(clerk.locator("body")).to_contain_text("Đã công khai")

    caller = new_context(base_url=site.url, viewport=PHONE).new_page()
    caller.goto("/gop-y/theo-doi/")
    caller.get_by_label("Mã phản ánh, kiến nghị").fill(code)
    caller.get_by_label("Mã bí mật").fill(secret)
    caller.get_by_role("button", name="Xem", exact=True).click()
    expect(caller.locator("main")).to_contain_text(ANSWER)
    caller.goto("/gop-y/cong-khai/?q=niem+yet+phi")
    expect(caller.locator("main")).to_contain_text("Niêm yết phí chứng thực")
    told = caller.locator("main").inner_text()
    assert NAME not in told
    assert NUMBER not in told
    assert faults + violations(caller) == []


def _codes(slip: str) -> tuple[str, str]:
    code = re.search(r"[\w.]+-PA\d\d-\d{5}", slip)
    secret = re.search(r"\b[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}\b", slip)
    assert code
    assert secret
    return code.group(), secret.group()


def _led_on(at_desk: Open, code: str) -> None:
    """Given to a handler, answered by him, approved by the leader."""
    head = at_desk("vanthu", f"/feedback/{code}/route/")
    whom = head.get_by_label("Giao cho")
    whom.select_option(whom.locator("option", has_text=HANDLER).get_attribute("value") or "")
    _press(head, "Giao xử lý", "Đã giao xử lý")
    handler = at_desk("thuly1", f"/feedback/{code}/propose/")
    handler.get_by_label("Câu trả lời").fill(ANSWER)
    _press(handler, "Trình dự thảo trả lời", "Đã trình dự thảo trả lời")
    leader = at_desk("lanhdao", f"/feedback/{code}/answer/")
    _press(leader, "Duyệt và trả lời", "Đã trả lời")


def _press(page: Page, name: str, done: str) -> None:
    page.locator("main").get_by_role("button", name=name, exact=True).click()
    expect(page.locator("body")).to_contain_text(done)
