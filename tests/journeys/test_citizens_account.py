"""A citizen's account in a real browser: by password, by keyboard alone, and by a key kept on the machine."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from motcua.citizens.commands.sample_citizens import SAMPLE_CITIZENS
from tests.journeys.site import Site

LAN = SAMPLE_CITIZENS[0]
AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def page(site: Site, new_context: Callable[..., BrowserContext]) -> Page:
    """A phone; keys are bound to names, so the site is visited by its name."""
    address = site.url.replace("127.0.0.1", "localhost")
    context = new_context(base_url=address, viewport={"width": 360, "height": 740})
    return context.new_page()


def sign_in(page: Page, site: Site) -> None:
    page.goto("/tai-khoan/dang-nhap/mat-khau")
    page.get_by_label("Số điện thoại hoặc thư điện tử").fill(LAN.phone)
    page.get_by_label("Mật khẩu").fill(site.password)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Tài khoản của tôi", level=1)).to_be_visible()


def test_a_key_kept_on_the_machine_is_made_once_and_opens_the_account(
    page: Page, site: Site
) -> None:
    browser = page.context.new_cdp_session(page)
    browser.send("WebAuthn.enable")
    browser.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
    sign_in(page, site)
    page.goto("/tai-khoan/cach-dang-nhap/khoa")
    page.get_by_label("Tên để nhớ").fill("Điện thoại cũ")
    page.get_by_role("button", name="Tạo khóa").click()
    expect(page.get_by_text("Điện thoại cũ")).to_be_visible()
    page.goto("/tai-khoan/dang-xuat")
    page.get_by_role("button", name="Đăng xuất").click()
    page.goto("/tai-khoan/dang-nhap/khoa?tiep=/tai-khoan/lien-he")
    page.get_by_role("button", name="Dùng khóa trên máy").click()
    expect(
        page.get_by_role("heading", name="Số điện thoại và thư điện tử", level=1)
    ).to_be_visible()
    page.goto("/tai-khoan/cach-dang-nhap")
    page.get_by_role("button", name="Bỏ khóa này").click()
    page.goto("/tai-khoan/dang-xuat")
    page.get_by_role("button", name="Đăng xuất").click()
    page.goto("/tai-khoan/dang-nhap/khoa")
    page.get_by_role("button", name="Dùng khóa trên máy").click()
    expect(page.get_by_text("Khóa trên máy chưa dùng được")).to_be_visible()


def test_the_whole_account_is_reached_by_keyboard_without_scripts(
    site: Site, new_context: Callable[..., BrowserContext]
) -> None:
    context = new_context(base_url=site.url, java_script_enabled=False)
    page = context.new_page()
    sign_in(page, site)
    page.get_by_role("link", name="Thông tin của tôi").focus()
    page.keyboard.press("Enter")
    page.get_by_label("Ngày sinh").fill("31/02/1946")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Ngày sinh")).to_have_value("31/02/1946")
    expect(page.get_by_label("Ngày sinh")).to_have_attribute("aria-invalid", "true")
    page.get_by_label("Ngày sinh").fill("5/11/1946")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Đã lưu thông tin của bạn.")).to_be_visible()
