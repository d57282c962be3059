"""A citizen files by web on a small telephone: with a script and without, by keyboard, over a
line that drops while they type and while a photograph is on its way. Nothing is lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.conf import settings
from playwright.sync_api import BrowserContext, Page, expect

from motcua.citizens.commands.sample_citizens import SAMPLE_CITIZENS
from motcua.dossiers.models import Dossier
from motcua.filing.models import Draft, DraftFile
from tests.journeys.filing_steps import (
    ANSWERS,
    answer_all,
    begin,
    fill,
    go_on,
    settle_papers,
)
from tests.journeys.site import CITIZEN, Site
from tests.support.photographs import as_jpeg, photographed, printed_page

SMALL = {"width": 360, "height": 740}
Context = Callable[..., BrowserContext]
Violations = Callable[[Page], list[str]]


@pytest.fixture
def citizen(site: Site, new_context: Context) -> Callable[..., Page]:
    """A citizen who has signed in, on a small telephone."""

    def opened(**more: object) -> Page:
        context = new_context(base_url=site.url, viewport=SMALL, **more)
        site.let_in(context, CITIZEN)
        return context.new_page()

    return opened


@pytest.mark.parametrize("has_script", [True, False], ids=["with script", "without script"])
def test_a_citizen_files_from_a_telephone(
    citizen: Callable[..., Page], photograph: bytes, violations: Violations, has_script: bool
) -> None:
    page = citizen(java_script_enabled=has_script)
    begin(page)
    found = violations(page)
    answer_all(page)
    found += violations(page)
    settle_papers(page, photograph)
    found += violations(page)
    go_on(page)
    found += violations(page)
    page.locator("#id_pledge").check()
    page.get_by_role("button", name="Nộp hồ sơ").click()
    page.get_by_role("link", name="Xem hồ sơ").wait_for()
    found += violations(page)
    page.get_by_role("link", name="Xem hồ sơ").click()
    expect(page.get_by_role("heading", name="Hồ sơ đang ở đâu")).to_be_visible()
    found += violations(page)
    assert found == []
    dossier = Dossier.objects.latest("id")
    assert (dossier.channel, dossier.stage) == ("ONLINE", "REGISTERED")


def test_what_is_typed_while_the_line_is_down_is_kept_and_saved_when_it_is_back(
    citizen: Callable[..., Page],
) -> None:
    page = citizen()
    begin(page)
    page.locator('[name="a.applicant_kind"][value="person"]').check()
    page.locator('[name="a.applicant.phone"]').wait_for()
    expect(page.locator("[data-draft-state]")).to_have_text("Đã lưu.")
    page.context.set_offline(True)
    page.locator('[name="a.applicant.phone"]').fill("0912 345 678")
    expect(page.locator("[data-draft-state]")).to_contain_text("Mất mạng")
    assert "0912 345 678" not in _draft_of(page).answers
    page.context.set_offline(False)
    expect(page.locator("[data-draft-state]")).to_have_text("Đã lưu.")
    assert "0912 345 678" in _draft_of(page).answers


def test_a_page_sent_while_the_line_is_down_waits_and_goes_by_itself_when_it_is_back(
    citizen: Callable[..., Page],
) -> None:
    page = citizen()
    begin(page)
    here = page.url
    page.locator('[name="a.applicant_kind"][value="person"]').check()
    expect(page.locator("[data-draft-state]")).to_have_text("Đã lưu.")
    page.context.set_offline(True)
    fill(page)
    expect(page.locator("[data-draft-state]")).to_contain_text("Mất mạng")
    assert page.evaluate(
        "document.activeElement.getBoundingClientRect().bottom"
        " <= document.querySelector('[data-draft-state]').getBoundingClientRect().top"
    )
    page.get_by_role("button", name="Lưu và làm tiếp").click()
    expect(page.locator("[data-draft-state]")).to_contain_text("chưa gửi")
    expect(page.locator("[data-draft-state]")).to_be_in_viewport()
    assert page.url == here
    page.context.set_offline(False)
    page.wait_for_url(lambda address: address != here)
    assert ANSWERS["applicant"]["name"] in _draft_of(page).answers


def test_whoever_types_on_after_the_session_has_ended_is_told_and_led_to_sign_in(
    citizen: Callable[..., Page],
) -> None:
    page = citizen()
    begin(page)
    page.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
    page.locator('[name="a.applicant_kind"][value="person"]').check()
    told = page.locator("[data-draft-state]")
    expect(told).to_contain_text("Phiên đăng nhập đã hết")
    expect(told).to_be_in_viewport()
    told.get_by_role("link", name="Đăng nhập lại").click()
    page.wait_for_url("**/tai-khoan/dang-nhap?**")


def test_a_session_that_ends_on_every_page_loses_nothing_without_a_script(
    citizen: Callable[..., Page], photograph: bytes, site: Site
) -> None:
    page = citizen(java_script_enabled=False)
    begin(page)
    fill(page)
    _sent_after_the_session(page, site, "Lưu và làm tiếp", "Phần bạn vừa gõ được giữ trong 1 giờ")
    answer_all(page)
    first = page.locator(".paper-card-open .paper-name a").first
    page.goto(first.get_attribute("href") or "")
    page.locator("#id_files").set_input_files(
        [{"name": "giay.jpg", "mimeType": "image/jpeg", "buffer": photograph}]
    )
    _sent_after_the_session(page, site, "Gửi tệp đã chọn", "hãy chọn lại tệp ấy")
    page.goto(page.url.rpartition("/")[0] + "/")
    settle_papers(page, photograph)
    page.locator("#id_note").fill("Xin gọi trước khi trả")
    _sent_after_the_session(page, site, "Lưu và làm tiếp", "Phần bạn vừa gõ được giữ trong 1 giờ")
    expect(page.get_by_text("Xin gọi trước khi trả")).to_be_visible()
    token = _draft_of(page).token
    page.locator("#id_pledge").check()
    _sent_after_the_session(page, site, "Nộp hồ sơ", "")
    assert Draft.objects.get(token=token).sent_at is None
    page.locator("#id_pledge").check()
    page.get_by_role("button", name="Nộp hồ sơ").click()
    page.get_by_role("link", name="Xem hồ sơ").wait_for()
    draft = Draft.objects.get(token=token)
    assert draft.dossier_id is not None
    page.get_by_role("link", name="Xem hồ sơ").click()
    page.get_by_text("Những điều đã khai").click()
    expect(page.get_by_text(ANSWERS["applicant"]["name"]).first).to_be_visible()


def _sent_after_the_session(page: Page, site: Site, button: str, told: str) -> None:
    """Press it without a session any more, sign in again, and be where one was, or one page on."""
    page.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
    page.get_by_role("button", name=button).click()
    page.wait_for_url("**/tai-khoan/dang-nhap?**")
    expect(page.locator("body")).to_contain_text(told)
    page.get_by_role("link", name="Bằng mật khẩu").click()
    page.locator("[name=contact]").fill(SAMPLE_CITIZENS[-1].phone)
    page.locator("[name=password]").fill(site.password)
    page.get_by_role("button", name="Đăng nhập").click()
    page.wait_for_url("**/thu-tuc/**")


def test_what_was_typed_before_the_page_was_lost_is_there_again(
    citizen: Callable[..., Page],
) -> None:
    page = citizen()
    begin(page)
    page.locator('[name="a.applicant_kind"][value="person"]').check()
    page.locator('[name="a.applicant.phone"]').wait_for()
    expect(page.locator("[data-draft-state]")).to_have_text("Đã lưu.")
    page.route("**/luu", lambda route: route.abort("connectionreset"))
    page.locator('[name="a.applicant.phone"]').fill("0912 777 888")
    expect(page.locator("[data-draft-state]")).to_contain_text("vẫn giữ trên máy này")
    page.unroute("**/luu")
    page.reload()
    expect(page.locator('[name="a.applicant.phone"]')).to_have_value("0912 777 888")
    expect(page.locator("[data-draft-state]")).to_have_text("Đã lưu.")
    assert "0912 777 888" in _draft_of(page).answers


def test_an_upload_that_is_cut_in_the_middle_goes_on_and_arrives_whole(
    citizen: Callable[..., Page], site: Site
) -> None:
    large = as_jpeg(photographed(printed_page(), size=(3000, 4000)))
    page = citizen()
    begin(page)
    page.goto(page.url.split("/to-khai/")[0] + "/giay-to/other")
    seen: list[str] = []

    def cut(route) -> None:  # type: ignore[no-untyped-def]
        seen.append(route.request.method)
        is_second_piece = seen.count("PATCH") == 2 and route.request.method == "PATCH"
        route.abort("connectionreset") if is_second_piece else route.continue_()

    page.route("**/cua-toi/tep/**", cut)
    sent = [{"name": "ảnh.jpg", "mimeType": "image/jpeg", "buffer": large}]
    page.locator("#id_files").set_input_files(sent)  # type: ignore[arg-type]
    page.locator(".sent-file").first.wait_for(timeout=20_000)
    assert seen.count("PATCH") >= 3
    assert DraftFile.objects.latest("id").size == len(large)


def test_a_draft_is_begun_and_a_page_answered_with_the_keyboard_only(
    citizen: Callable[..., Page],
) -> None:
    page = citizen()
    page.goto("/thu-tuc/2.000815/nop/")
    page.locator("#id_agency").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    page.wait_for_url("**/to-khai/**")
    page.locator('[name="a.applicant_kind"]').first.focus()
    page.keyboard.press("Space")
    page.locator('[name="a.applicant.phone"]').wait_for()
    page.locator('[name="a.applicant.phone"]').focus()
    page.keyboard.press("Control+A")
    page.keyboard.type("0912345678")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "0912345678" in _draft_of(page).answers


def _draft_of(page: Page) -> Draft:
    token = page.locator("[data-draft]").get_attribute("data-draft")
    return Draft.objects.get(token=token)
