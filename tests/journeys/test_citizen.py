"""A citizen at home with the slip in her hand: she points her telephone at it."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page, expect

from tests.journeys.papers import codes_of
from tests.journeys.site import Site
from tests.journeys.steps import BIRTH_AGAIN, card, receive

AtDesk = Callable[..., Page]
Context = Callable[..., BrowserContext]
OWNER, NUMBER = "Chu Thị Quỳnh", "001197000081"
PHONE = {"viewport": {"width": 390, "height": 844}}


def test_the_code_on_the_slip_leads_to_stage_and_date_and_to_nobodys_name(
    site: Site, at_desk: AtDesk, new_context: Context
) -> None:
    counter = at_desk("tiepnhan2")
    code = receive(counter, card(OWNER, NUMBER, born="09091997"), BIRTH_AGAIN)
    slip = counter.request.get(f"/dossiers/{code}/slip.pdf").body()
    (link,) = [text for text in codes_of(slip) if text.startswith(f"{site.url}/ho-so/")]

    page = new_context(**PHONE).new_page()
    page.goto(link)
    expect(page.locator("h1")).to_contain_text(code)
    expect(page.locator("main")).to_contain_text("Được tiếp nhận")
    expect(page.locator("main")).to_contain_text("17/06/2026")
    told = page.content()
    assert [secret for secret in (OWNER, "Quỳnh", NUMBER, "khai sinh") if secret in told] == []


def test_a_code_typed_by_hand_is_found_and_a_wrong_one_is_said_to_be_wrong(
    site: Site, at_desk: AtDesk, new_context: Context
) -> None:
    counter = at_desk("tiepnhan2")
    code = receive(counter, card("Chu Văn Tìm", "001097000082", born="10101997", sex="Nam"))
    page = new_context(base_url=site.url, java_script_enabled=False, **PHONE).new_page()
    page.goto("/")
    page.get_by_label("Hồ sơ của tôi đến đâu rồi?").fill(f" {code.lower()} ")
    page.get_by_role("button", name="Tra cứu").click()
    expect(page.locator("h1")).to_contain_text(code)
    page.goto("/ho-so/?ma=H26.45-260610-9999")
    expect(page.get_by_role("alert")).to_contain_text("Không tìm thấy hồ sơ có mã này")


def test_a_procedure_is_found_in_everyday_words(site: Site, new_context: Context) -> None:
    page = new_context(base_url=site.url, **PHONE).new_page()
    page.goto("/thu-tuc/")
    page.get_by_label("Bạn cần làm việc gì?").fill("sao y giay to")
    page.keyboard.press("Enter")
    page.locator("main").get_by_role("link").filter(
        has_text="Chứng thực bản sao từ bản chính"
    ).first.click()
    expect(page.locator("main")).to_contain_text("Cần mang theo gì?")
    expect(page.locator("main")).to_contain_text("2.000 đồng")
