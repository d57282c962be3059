"""A named helper files for an old woman from a small telephone, with a script and without: she is told at
her own number, signs in by the national identity, and has it before her; the helper is told in his account."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from motcua.dossiers.models import Dossier, DossierParty
from motcua.kernel import clock
from motcua.notices.commands.queueing import skip_to_heads
from motcua.notices.vocabulary import Carrier
from tests.journeys.filing_steps import answer_all, begin, go_on, settle_papers
from tests.journeys.site import CITIZEN, Site
from tests.support.identity_provider import identity_provider
from tests.support.telling import Teller, a_teller

SMALL = {"width": 360, "height": 740}
NAME = "Phạm Thị Tư"
HELPER, HELPERS_PHONE = "Trần Văn Bình", "0912 000 222"
WITH_SCRIPT = ("001146009999", "0987 654 321")
WITHOUT = ("001146009998", "0987 654 322")
Context = Callable[..., BrowserContext]
Violations = Callable[[Page], list[str]]


@pytest.fixture
def identity(site: Site, settings: Any) -> Iterator[None]:
    """The provider vouches for her, by the clock of the office."""
    people = [
        {"sub": number, "name": NAME, "birthdate": "1946-11-05", "acr": "2"}
        for number, _phone in (WITH_SCRIPT, WITHOUT)
    ]
    with identity_provider(people, ahead=site.clock.ahead) as issuer:
        settings.OIDC_ISSUER = issuer
        settings.OIDC_CLIENT_ID = "mot-cua"
        settings.OIDC_CLIENT_SECRET = "chi-de-thu"
        yield


@pytest.fixture
def telephone(site: Site, new_context: Context) -> Callable[..., Page]:
    """Somebody's small telephone, which reaches nothing but this machine."""

    def opened(**more: object) -> Page:
        context = new_context(base_url=site.url, viewport=SMALL, **more)
        context.route("https://**", lambda route: route.abort())
        return context.new_page()

    return opened


@pytest.mark.parametrize(
    ("has_script", "number", "phone"),
    [(True, *WITH_SCRIPT), (False, *WITHOUT)],
    ids=["with script", "without script"],
)
@pytest.mark.usefixtures("identity")
def test_a_helper_files_and_the_one_helped_is_told_and_has_it_in_her_own_account(
    site: Site,
    telephone: Callable[..., Page],
    photograph: bytes,
    violations: Violations,
    settings: Any,
    has_script: bool,
    number: str,
    phone: str,
) -> None:
    skip_to_heads()
    found: list[str] = []
    helper = telephone(java_script_enabled=has_script)
    site.let_in(helper.context, CITIZEN)
    with a_teller(Carrier.SMS) as teller:
        settings.NOTICE_SMS_GATEWAY = teller.simulator.gateway("sms")
        begin(helper, for_whom="HELPER")
        found += violations(helper)
        _say_who_she_is(helper, number, phone)
        found += violations(helper)
        helper.locator("#id_phone").fill(phone)
        go_on(helper)
        code = _file(helper, photograph, found, violations)
        _told(teller)
        (message,) = teller.mailroom.messages()
    dossier = Dossier.objects.get(code=code)
    parties = DossierParty.objects.filter(dossier=dossier)
    assert dict(parties.values_list("role", "name"))["HELPER"] == HELPER
    assert dict(parties.values_list("role", "phone"))["OWNER"] == phone.replace(" ", "")

    assert message.to == f"+84{phone.replace(' ', '')[1:]}"
    assert code in message.text
    assert [secret for secret in (NAME, HELPER, number, "bản sao") if secret in message.text] == []

    helper.goto("/cua-toi/thong-bao/")
    expect(helper.locator("main")).to_contain_text(code)
    found += violations(helper)

    hers = telephone(java_script_enabled=has_script)
    _sign_in_by_identity(hers, number)
    found += violations(hers)
    hers.get_by_role("link", name="Hồ sơ của tôi").first.click()
    expect(hers.locator("main")).to_contain_text(code)
    found += violations(hers)
    hers.get_by_role("link", name="Chứng thực bản sao").first.click()
    expect(hers.get_by_role("heading", name="Hồ sơ đang ở đâu")).to_be_visible()
    expect(hers.locator("h1").locator("..")).to_contain_text(code)
    hers.get_by_text("Những điều đã khai").click()
    expect(hers.get_by_text(HELPER)).to_be_visible()
    found += violations(hers)
    assert found == []


def _say_who_she_is(page: Page, number: str, phone: str) -> None:
    """Her number may not be the helper's own: she would never hear of it."""
    page.locator("#id_name").fill(NAME)
    page.locator("#id_personal_id").fill(number)
    page.locator("#id_birth_date").fill("1946")
    page.locator("#id_phone").fill(HELPERS_PHONE)
    go_on(page)
    expect(page.get_by_text("Đây là số của bạn").first).to_be_visible()
    expect(page.locator("#id_name")).to_have_value(NAME)


def _file(page: Page, photograph: bytes, found: list[str], violations: Violations) -> str:
    found += violations(page)
    answer_all(page)
    found += violations(page)
    settle_papers(page, photograph)
    found += violations(page)
    go_on(page)
    expect(page.locator("main")).to_contain_text(NAME)
    found += violations(page)
    page.locator("#id_pledge").check()
    page.get_by_role("button", name="Nộp hồ sơ").click()
    expect(page.get_by_text("Người được giúp đã được báo tin")).to_be_visible()
    found += violations(page)
    return Dossier.objects.latest("id").code


def _told(teller: Teller) -> None:
    """Queued, bundled, sent."""
    for _round in range(3):
        teller.at = clock.now()
        teller.round()


def _sign_in_by_identity(page: Page, number: str) -> None:
    page.goto("/tai-khoan/dang-nhap")
    page.get_by_role("link", name="Đăng nhập bằng VNeID").click()
    page.get_by_role("button", name=number).click()
    page.wait_for_url("**/tai-khoan/mo/dinh-danh")
    page.get_by_role("button", name="Mở tài khoản").click()
    page.wait_for_url("**/tai-khoan/")
