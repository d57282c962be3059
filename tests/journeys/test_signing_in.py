"""Getting in, and being kept out: wrong passwords, idle desks, first passwords."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from motcua.accounts.commands.accounts import open_account
from motcua.accounts.commands.officers import appoint_officer, register_officer
from motcua.accounts.vocabulary import AccountKind
from motcua.agencies.queries import agency_called, positions_of
from motcua.agencies.shipped import SAMPLE_AGENCY
from motcua.kernel.actor import Role
from tests.journeys.site import ADMINISTRATOR, Site
from tests.support.offices import SETUP

Context = Callable[..., BrowserContext]
FIRST_PASSWORD, OWN_PASSWORD = "Mat-khau-cap-lan-dau-1", "Mua-thu-Ha-Noi-2026!"


@pytest.fixture
def newcomer(site: Site) -> str:
    """Somebody who began at the counter today and was given a first password; gives the user name."""
    username = f"moi{uuid.uuid4().hex[:8]}"
    at = site.clock.now()
    agency = agency_called(SAMPLE_AGENCY, at.date())
    assert agency is not None
    position = next(one for one in positions_of(agency.id, at.date()) if one.slug == "tiep-nhan")
    officer_id = register_officer(actor=SETUP, at=at, full_name="Hồ Thị Mới", from_day=at.date())
    open_account(
        actor=SETUP,
        at=at,
        officer_id=officer_id,
        username=username,
        password=FIRST_PASSWORD,
        kind=AccountKind.OPERATION,
    )
    appoint_officer(
        actor=SETUP,
        at=at,
        officer_id=officer_id,
        agency_id=agency.id,
        position_id=position.id,
        roles=(Role.RECEPTION,),
        from_day=at.date(),
    )
    return username


@pytest.fixture
def visitor(site: Site, new_context: Context) -> Page:
    return new_context(base_url=site.url).new_page()


def send(page: Page) -> None:
    """Enter, and the page that comes of it."""
    with page.expect_navigation():
        page.keyboard.press("Enter")


def try_password(page: Page, username: str, password: str) -> None:
    page.goto("/account/login/")
    page.get_by_label("Tên đăng nhập").fill(username)
    page.get_by_label("Mật khẩu").fill(password)
    send(page)


def test_five_wrong_passwords_close_the_door_and_the_right_one_does_not_open_it(
    visitor: Page, newcomer: str
) -> None:
    for attempt in range(4):
        try_password(visitor, newcomer, f"đoán mò {attempt}")
        expect(visitor.locator("[data-error-summary]")).to_be_visible()
    try_password(visitor, newcomer, "đoán mò lần cuối")
    expect(visitor.locator("h1")).to_have_text(re.compile("tạm khóa", re.IGNORECASE))
    try_password(visitor, newcomer, FIRST_PASSWORD)
    expect(visitor.locator("h1")).to_have_text(re.compile("tạm khóa", re.IGNORECASE))


def test_a_first_password_is_changed_before_anything_else(visitor: Page, newcomer: str) -> None:
    try_password(visitor, newcomer, FIRST_PASSWORD)
    expect(visitor).to_have_url(re.compile("/account/password/change/"))
    visitor.goto("/desk/receive/")
    expect(visitor).to_have_url(re.compile("/account/password/change/"))
    visitor.locator("[name=oldpassword]").fill(FIRST_PASSWORD)
    visitor.locator("[name=password1]").fill(OWN_PASSWORD)
    visitor.locator("[name=password2]").fill(OWN_PASSWORD)
    send(visitor)
    visitor.goto("/desk/")
    expect(visitor.locator("h1")).to_have_text("Hồ sơ nhận hôm nay")


def test_a_desk_left_alone_is_closed_and_says_why(site: Site, visitor: Page) -> None:
    site.sign_in(visitor, "vanthu")
    visitor.goto("/desk/")
    site.clock.move_on(minutes=16)
    visitor.goto("/dossiers/")
    expect(visitor).to_have_url(re.compile(r"/account/login/\?next="))
    expect(visitor.locator("main")).to_contain_text("không thao tác trong 15 phút")


def test_an_administrator_needs_the_code_of_the_telephone(site: Site, visitor: Page) -> None:
    try_password(visitor, ADMINISTRATOR, site.password)
    expect(visitor).to_have_url(re.compile("/account/2fa/authenticate/"))
    visitor.locator("[name=code]").fill("000000")
    send(visitor)
    expect(visitor.locator("[data-error-summary]")).to_be_visible()
    visitor.goto("/officers/")
    expect(visitor).to_have_url(re.compile(r"/account/(login|2fa/authenticate)/"))


def test_whoever_signs_out_is_out(site: Site, visitor: Page) -> None:
    site.sign_in(visitor, "lanhdao")
    visitor.goto("/desk/")
    visitor.locator(".account-menu summary").click()
    visitor.get_by_role("link", name="Đăng xuất").click()
    visitor.get_by_role("button", name="Đăng xuất").focus()
    send(visitor)
    visitor.goto("/desk/")
    expect(visitor).to_have_url(re.compile("/account/login/"))
