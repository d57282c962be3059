"""A citizen is told, and sees why not: the counter, the administrator and a real message between them."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from motcua.kernel import clock
from motcua.notices.commands.queueing import skip_to_heads
from motcua.notices.vocabulary import Carrier
from tests.journeys.site import ADMINISTRATOR, Site
from tests.support.reception import a_reception, receive
from tests.support.telling import MOTHER, Teller, a_teller
from tests.support.working_office import officer

Open = Callable[..., Page]
Violations = Callable[[Page], list[str]]
WORDS = "Hồ sơ {dossier_code} đã vào sổ."


def _received() -> str:
    at = clock.now()
    return receive(
        a_reception(parties=(MOTHER,), at=at), actor=officer("tiepnhan1", at), at=at
    ).code


def _told(teller: Teller) -> None:
    for _round in range(3):
        teller.at = clock.now()
        teller.round()


@pytest.mark.parametrize("with_script", [True, False])
@pytest.mark.parametrize("width", [1280, 360])
def test_from_a_refused_message_to_new_words(
    site: Site, at_desk: Open, violations: Violations, *, with_script: bool, width: int
) -> None:
    skip_to_heads()
    look = {"java_script_enabled": with_script, "viewport": {"width": width, "height": 800}}
    faults: list[str] = []
    with a_teller(Carrier.SMS) as teller:
        teller.mailroom.faults.append(400)
        code = _received()
        _told(teller)

        counter = at_desk("tiepnhan1", f"/dossiers/{code}/", **look)
        counter.get_by_role("link", name="Tin báo", exact=True).click()
        expect(counter.locator("main")).to_contain_text("Không gửi được")
        faults += violations(counter)

        page = at_desk(ADMINISTRATOR, f"/notices/?code={code}", **look)
        expect(page.locator("main")).to_contain_text("Nơi chuyển không nhận số")
        faults += violations(page)
        page.get_by_role("button", name=f"Gửi lại {code}").click()
        expect(page.locator("body")).to_contain_text("Đã cho gửi lại tin này")
        _told(teller)
        page.goto(f"/notices/?code={code}")
        expect(page.locator("main")).to_contain_text("Đã gửi, chưa biết đã đến")

        page.get_by_role("link", name="Lời tin báo").click()
        page.get_by_role("link", name=re.compile(r"SMS, Tiếng Việt\s*: Đã tiếp nhận")).click()
        expect(page.locator("main")).to_contain_text("Tính là")
        faults += violations(page)
        page.get_by_role("link", name="Sửa lời").click()
        page.get_by_label("Lời tin báo").fill("{dossier_code} của {owner_name}")
        page.get_by_role("button", name="Xem thử").click()
        expect(page.locator("main")).to_contain_text("không được nêu {owner_name}")
        faults += violations(page)
        page.get_by_label("Lời tin báo").fill(WORDS)
        page.get_by_label("Áp dụng từ ngày").fill(clock.now().strftime("%d/%m/%Y"))
        page.get_by_role("button", name="Xem thử").click()
        expect(page.locator("main")).to_contain_text("Hồ sơ H00.00-260101-0001 đã vào sổ.")
        faults += violations(page)
        page.get_by_role("button", name="Ghi").click()
        expect(page.locator("body")).to_contain_text("Đã ghi lời tin báo")

        newer = _received()
        _told(teller)
        assert teller.mailroom.messages()[-1].text == f"Hồ sơ {newer} đã vào sổ."
    assert faults == []
