"""A storm closes the office: the administrator announces it, sees whom it touches, and every date moves."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.journeys.site import ADMINISTRATOR, Site
from tests.journeys.steps import card, receive

AtDesk = Callable[..., Page]
BEFORE, AFTER = re.compile(r"17:00.* 22/06/2026"), re.compile(r"17:00.* 23/06/2026")
STORM = "19/06/2026"
LAND = "1.012796"
"""Eight working days: the stories of other procedures end before the storm."""


def test_a_day_off_moves_the_dates_it_touches_and_every_dossier_says_so(
    site: Site, at_desk: AtDesk
) -> None:
    counter = at_desk("tiepnhan1")
    code = receive(counter, card("Tạ Thị Bão", "001190000071", born="08081990"), LAND)
    expect(counter.locator(".promise-answer")).to_have_text(BEFORE)

    page = at_desk(ADMINISTRATOR, "/calendar/")
    page.get_by_role("link", name="Ghi ngày nghỉ, ngày làm thêm").click()
    page.get_by_label("Ngày", exact=True).fill(STORM)
    page.get_by_label("Lý do").fill("Nghỉ do bão số 2")
    page.get_by_label("Văn bản").fill("Công điện 45/CĐ-UBND")
    page.get_by_role("button", name="Xem hồ sơ bị ảnh hưởng").click()
    expect(page.locator("h1")).to_contain_text("hồ sơ sẽ đổi ngày hẹn")
    touched = page.locator("main tbody tr").filter(has_text=code)
    expect(touched).to_contain_text(BEFORE)
    expect(touched).to_contain_text(AFTER)
    counter.reload()
    expect(counter.locator(".promise-answer")).to_have_text(BEFORE)

    page.get_by_role("button", name="Ghi vào lịch và đổi ngày hẹn").click()
    expect(page.locator("main")).to_contain_text("hồ sơ đổi ngày hẹn")
    expect(page.locator("main")).to_contain_text("Nghỉ do bão số 2")
    counter.reload()
    expect(counter.locator(".promise-answer")).to_have_text(AFTER)
    expect(counter.locator(".promise")).to_contain_text(
        re.compile(r"Hẹn ban đầu: 17:00.* 22/06/2026")
    )
    counter.get_by_text("Vì sao là ngày này?").click()
    expect(counter.locator(".trace")).to_contain_text("Nghỉ do bão số 2")
    expect(counter.locator("#timeline")).to_contain_text("Tính lại ngày hẹn trả")


def test_an_officer_of_the_counter_is_not_offered_to_close_the_office(at_desk: AtDesk) -> None:
    page = at_desk("tiepnhan1", "/calendar/")
    expect(page.locator("h1")).to_contain_text("Lịch làm việc 2026")
    expect(page.get_by_role("link", name="Ghi ngày nghỉ, ngày làm thêm")).to_have_count(0)
