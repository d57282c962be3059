"""Somebody who cannot hold a mouse files a dossier: from the search box of the first page to the receipt,
with a keyboard and nothing else, with a script and without. The focus is always seen and never stuck."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from motcua.citizens.commands.sample_citizens import SAMPLE_CITIZENS
from motcua.dossiers.models import Dossier
from motcua.jobs.simulator.running import Simulator
from motcua.portal.account.door_view import forms_sent
from motcua.portal.account.sending import codes_sent
from tests.journeys.filing_steps import ANSWERS, names_of
from tests.journeys.keyboard import Hands
from tests.journeys.site import Site

SMALL = {"width": 360, "height": 740}
SIX_DIGITS = re.compile(r"(?<!\d)\d{6}(?!\d)")
PHONES = {True: SAMPLE_CITIZENS[0].phone, False: SAMPLE_CITIZENS[1].phone}
ROUNDS_MAX = 16
CHOOSER_MILLISECONDS_MAX = 60_000
SAVE = "Lưu và làm tiếp"
Context = Callable[..., BrowserContext]


@pytest.fixture
def telephone(settings: Any) -> Iterator[Simulator]:
    """Where the codes arrive."""
    forms_sent.forget_all()
    codes_sent.forget_all()
    with Simulator(seconds_to_arrive=0) as running:
        settings.NOTICE_SMS_GATEWAY = running.gateway("sms")
        yield running


@pytest.mark.parametrize("has_script", [True, False], ids=["with script", "without script"])
def test_a_dossier_is_filed_with_a_keyboard_and_nothing_else(
    site: Site, telephone: Simulator, new_context: Context, photograph: bytes, has_script: bool
) -> None:
    context = new_context(base_url=site.url, viewport=SMALL, java_script_enabled=has_script)
    page = context.new_page()
    hands = Hands(page)
    before = Dossier.objects.count()
    _find(hands)
    _sign_in(hands, telephone, PHONES[has_script])
    _begin(hands)
    _answer(hands)
    _bring_papers(hands, photograph)
    hands.go_round()
    hands.answer({}, _button(page, SAVE))
    _send(hands)
    assert hands.unseen == []
    assert Dossier.objects.count() == before + 1
    assert Dossier.objects.latest("id").channel == "ONLINE"


def _find(hands: Hands) -> None:
    """From the first page, past what stands on every page, to the procedure and its start."""
    page = hands.page
    page.goto("/")
    hands.go_round()
    page.reload()
    hands.press("Tab", "Enter")
    hands.go_to(page.locator("main [name=q]").first)
    hands.write("sao y giay to")
    with page.expect_navigation():
        hands.press("Enter")
    hands.go_round()
    link = page.locator("main").get_by_role("link", name="Chứng thực bản sao từ bản chính")
    hands.follow(link.first)
    hands.go_round()
    hands.follow(page.locator("main").locator("a[href*='/nop/']").first)


def _sign_in(hands: Hands, telephone: Simulator, phone: str) -> None:
    page = hands.page
    page.wait_for_url("**/tai-khoan/dang-nhap?**")
    hands.go_round()
    hands.go_to(page.locator("[name=contact]"))
    hands.write(phone)
    with page.expect_navigation():
        hands.press("Enter")
    code = SIX_DIGITS.search(telephone.mailroom.messages()[-1].text)
    assert code is not None
    hands.go_round()
    hands.go_to(page.locator("[name=code]"))
    hands.write(code[0])
    with page.expect_navigation():
        hands.press("Enter")


def _begin(hands: Hands) -> None:
    page = hands.page
    page.wait_for_url("**/thu-tuc/*/nop/")
    hands.go_round()
    first = page.locator("#id_agency option").nth(1).get_attribute("value") or ""
    hands.answer({"agency": [first], "for_whom": ["MYSELF"]}, _button(page, "Bắt đầu"))


def _answer(hands: Hands) -> None:
    """Page after page until the papers come."""
    names = dict(names_of(ANSWERS))
    for _round in range(ROUNDS_MAX):
        if "/to-khai/" not in hands.page.url:
            return
        hands.go_round()
        hands.answer(names, _button(hands.page, SAVE))
    raise AssertionError(hands.page.locator(".error-summary").all_inner_texts())


def _bring_papers(hands: Hands, photograph: bytes) -> None:
    """The first one photographed, the next ones to be brought; what is not needed is left."""
    page = hands.page
    hands.go_round()
    links = page.locator(".paper-card-open .paper-name a")
    count = links.count()
    for number in range(count - 1):
        hands.follow(page.locator(".paper-card-open .paper-name a").nth(number))
        hands.go_round()
        if number == 0:
            _choose_file(hands, photograph)
        else:
            _bring(hands)
        hands.follow(page.locator("main a[href$='/giay-to/']").first)
    hands.follow(page.get_by_role("link", name="Làm tiếp", exact=True))


def _choose_file(hands: Hands, photograph: bytes) -> None:
    page = hands.page
    # Expected before the way there: Chromium tells of the chooser only once it has heard that it should.
    with page.expect_file_chooser(timeout=CHOOSER_MILLISECONDS_MAX) as opened:
        hands.go_to(page.locator("#id_files"))
        hands.press("Space")
    opened.value.set_files([{"name": "giay.jpg", "mimeType": "image/jpeg", "buffer": photograph}])
    if page.evaluate("document.documentElement.matches('.no-script')"):
        hands.follow(_button(page, "Gửi tệp đã chọn"))
    page.locator(".sent-file").first.wait_for()


def _bring(hands: Hands) -> None:
    page = hands.page
    hands.go_to(page.locator("summary", has_text="Không gửi được ở đây?"))
    hands.press("Enter")
    hands.answer({"way": ["BRING"]}, _button(page, "Lưu cách này"))


def _send(hands: Hands) -> None:
    page = hands.page
    hands.go_round()
    hands.go_to(page.locator("#id_pledge"))
    hands.press("Space")
    hands.follow(_button(page, "Nộp hồ sơ"))
    expect(page.get_by_role("heading", name="Đã nộp hồ sơ")).to_be_visible()
    hands.go_round()
    hands.follow(page.get_by_role("link", name="Xem hồ sơ"))
    hands.go_round()


def _button(page: Page, name: str) -> Any:
    return page.get_by_role("button", name=name).first
