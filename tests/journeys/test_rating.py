"""Say how it was: by the link on a small telephone, by the code on the slip, at the screen where the next one sees nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from motcua.dossiers.models import Dossier
from motcua.kernel import clock
from motcua.portal import pacing
from motcua.surveys.commands.inviting import invite_everybody
from motcua.surveys.models import SurveyAnswer
from tests.journeys.site import Site
from tests.support.rating import key_of, returned

Open = Callable[..., Page]
Context = Callable[..., BrowserContext]
Violations = Callable[[Page], list[str]]
PHONE = {"width": 360, "height": 740}
TABLET = {"width": 800, "height": 1100}
SCREEN = "/danh-gia/quay/"
WHOLE = "Nói chung, bạn có hài lòng"
NUMBER = "0912345678"


def choose(page: Page, level: str) -> None:
    """The same level of every question."""
    for group in page.get_by_role("radiogroup").all():
        group.get_by_label(level, exact=True).check()


def send(page: Page) -> None:
    page.get_by_role("button", name="Gửi đánh giá").click()


@pytest.mark.parametrize("with_script", [False, True])
def test_by_the_link_on_a_telephone(
    site: Site, new_context: Context, violations: Violations, *, with_script: bool
) -> None:
    pacing.misses.forget_all()
    now = clock.now()
    key, before = key_of(returned(now), now), SurveyAnswer.objects.count()
    look = {"viewport": PHONE, "java_script_enabled": with_script}
    page = new_context(base_url=site.url, **look).new_page()
    page.goto(f"/danh-gia/{key}/")
    expect(page.locator("main")).to_contain_text(WHOLE)
    faults = violations(page)
    choose(page, "Không hài lòng")
    page.get_by_label("Muốn nói thêm điều gì?").fill("Phải đi lại ba lần")
    send(page)
    expect(page.locator("main")).to_contain_text("Hãy chọn ít nhất một lý do")
    expect(page.get_by_label("Muốn nói thêm điều gì?")).to_have_value("Phải đi lại ba lần")
    faults += violations(page)
    page.get_by_label("Phải đi lại nhiều lần").check()
    send(page)
    expect(page.get_by_role("heading", name="Cảm ơn bạn đã đánh giá")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    faults += violations(page)
    page.goto(f"/danh-gia/{key}/")
    expect(page.locator("main")).to_contain_text("đã dùng một lần")
    assert SurveyAnswer.objects.count() == before + 1
    assert faults == []


def test_by_the_code_printed_on_the_slip(site: Site, new_context: Context, at_desk: Open) -> None:
    pacing.misses.forget_all()
    code = Dossier.objects.get(pk=returned(clock.now())).code
    desk = at_desk("tiepnhan1", f"/dossiers/{code}/")
    answer = desk.request.get(f"{site.url}/dossiers/{code}/slip.pdf")
    typed = printed_code(answer.body())
    invite_everybody(at=clock.now() + timedelta(seconds=1))
    page = new_context(base_url=site.url, viewport=PHONE).new_page()
    page.goto("/danh-gia/")
    page.get_by_label("Mã đánh giá").fill(typed.lower())
    page.get_by_role("button", name="Tiếp tục").click()
    expect(page.locator("main")).to_contain_text("Sau khi tiếp nhận")
    choose(page, "Rất hài lòng")
    send(page)
    expect(page.get_by_role("heading", name="Cảm ơn bạn đã đánh giá")).to_be_visible()


def printed_code(pdf: bytes) -> str:
    from tests.papers.reading import text_of  # noqa: PLC0415  # reads PDF: slow to load

    found = re.search(
        r"danh-gia/,\s+mã\s+đánh\s+giá\s+([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})", text_of(pdf)
    )
    assert found, "no code on the slip"
    return found[1]


@pytest.mark.parametrize("with_script", [False, True])
def test_two_people_at_the_screen_one_after_the_other(
    site: Site, new_context: Context, at_desk: Open, violations: Violations, *, with_script: bool
) -> None:
    pacing.misses.forget_all()
    name = f"Quầy thử {'có' if with_script else 'không'} script"
    tablet = paired(site, new_context, at_desk, name, with_script=with_script)
    before = SurveyAnswer.objects.count()
    faults: list[str] = []
    for level, contact in (("Không hài lòng", NUMBER), ("Rất hài lòng", "")):
        invited(site, at_desk, name)
        tablet.goto(SCREEN)
        expect(tablet.locator("main")).to_contain_text(WHOLE)
        assert_blank(tablet)
        expect(tablet.get_by_role("button", name="Thêm thời gian")).to_be_visible()
        faults += violations(tablet)
        choose(tablet, level)
        if contact:
            tablet.get_by_label("Trễ hẹn").check()
            tablet.get_by_label("Số điện thoại hoặc thư điện tử").fill(contact)
        send(tablet)
        expect(tablet.get_by_role("heading", name="Cảm ơn bạn đã đánh giá")).to_be_visible()
        for _step in range(3):
            tablet.go_back(wait_until="load")
            if tablet.url == "about:blank":
                break
            assert_blank(tablet)
        site.clock.move_on(minutes=1)
    tablet.goto(SCREEN)
    expect(tablet.locator("main")).to_contain_text("Khi cán bộ mời")
    assert SurveyAnswer.objects.count() == before + 2
    assert faults == []


def assert_blank(tablet: Page) -> None:
    """Nothing that somebody chose or wrote."""
    assert tablet.locator("input:checked").count() == 0
    typed = [one.input_value() for one in tablet.locator("input[type=text], textarea").all()]
    assert not any(typed)
    assert NUMBER not in tablet.content()


def paired(
    site: Site, new_context: Context, at_desk: Open, name: str, *, with_script: bool
) -> Page:
    """A tablet at the counter, with the code that the administrator was shown."""
    keeper = at_desk("quantri", "/satisfaction/devices/")
    keeper.get_by_label("Tên màn hình").fill(name)
    keeper.get_by_role("button", name="Thêm màn hình").click()
    told = keeper.locator("main")
    expect(told).to_contain_text("Mã ghép:")
    pairing = re.search(r"Mã ghép: (\d{4} \d{4})", told.inner_text())
    assert pairing
    look = {"viewport": TABLET, "java_script_enabled": with_script}
    tablet = new_context(base_url=site.url, **look).new_page()
    tablet.goto(SCREEN)
    tablet.get_by_label("Mã ghép").fill(pairing[1])
    tablet.get_by_role("button", name="Ghép", exact=True).click()
    expect(tablet.locator("main")).to_contain_text("Khi cán bộ mời")
    return tablet


def invited(site: Site, at_desk: Open, name: str) -> None:
    """The officer shows the questions there."""
    code = Dossier.objects.get(pk=returned(clock.now())).code
    desk = at_desk("tiepnhan1", f"/dossiers/{code}/rating/")
    desk.get_by_role("button", name=f"Hiện câu hỏi ở màn hình {name}").click()
    expect(desk.locator("body")).to_contain_text("Câu hỏi đang hiện ở màn hình")
