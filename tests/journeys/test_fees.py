"""An old person free of the fee shows the paper; a fee is paid when the result is handed over."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from motcua.dossiers.models import Dossier, ReliefClaim
from motcua.dossiers.vocabulary import Stage
from motcua.kernel import clock
from motcua.procedures.vocabulary import AskedAt
from tests.journeys.site import Site
from tests.support.acts import bring
from tests.support.money import owing
from tests.support.reliefs import OLD, asked_at, lowered

Open = Callable[..., Page]
Violations = Callable[[Page], list[str]]
YESTERDAY = timedelta(days=1)


@pytest.mark.parametrize("with_script", [True, False])
@pytest.mark.parametrize("width", [1280, 360])
def test_an_old_person_free_of_the_fee_shows_the_paper(
    site: Site, at_desk: Open, violations: Violations, *, with_script: bool, width: int
) -> None:
    lowered(OLD, 100, at=clock.now() - YESTERDAY)
    code = owing(at=clock.now())
    look = {"java_script_enabled": with_script, "viewport": {"width": width, "height": 800}}
    page = at_desk("tiepnhan1", f"/dossiers/{code}/", **look)
    page.get_by_role("link", name="Vì sao, miễn giảm, tính lại").click()
    page.get_by_label("Diện miễn, giảm").select_option("ELDERLY")
    page.get_by_label("Chấp nhận", exact=True).check()
    page.get_by_label("Lý do").fill("Đã xem thẻ căn cước")
    page.get_by_role("button", name="Ghi và tính lại").click()
    expect(page.locator("main")).to_contain_text("Chưa có giấy tờ chứng minh")
    faults = violations(page)
    page.get_by_label("Số của giấy").fill("001040012345")
    page.get_by_role("button", name="Ghi và tính lại").click()
    expect(page.locator("main")).to_contain_text("từ 4.000 đồng thành 0 đồng")
    expect(page.locator("main")).to_contain_text("Được chấp nhận")
    assert faults + violations(page) == []
    assert ReliefClaim.objects.get(dossier__code=code).number == "001040012345"
    page.goto(f"{site.url}/dossiers/{code}/fee/")
    expect(page.locator("main")).to_contain_text("không có phí, lệ phí nên không phải thu")


@pytest.fixture
def paid_with_the_result(site: Site) -> Iterator[None]:
    """For this story only: the others pay when they hand in."""
    asked_at(AskedAt.RETURN, at=clock.now() - YESTERDAY)
    yield
    asked_at(AskedAt.RECEPTION, at=clock.now() - YESTERDAY)


@pytest.mark.usefixtures("paid_with_the_result")
def test_a_fee_is_paid_when_the_result_is_handed_over(
    site: Site, at_desk: Open, violations: Violations
) -> None:
    code = bring(owing(at=clock.now()), Stage.SETTLED, at=clock.now())
    page = at_desk("tiepnhan1", f"/returns/?q={code}")
    expect(page.locator("main")).to_contain_text("Thu 4.000 đồng trước khi trao")
    faults = violations(page)
    page.get_by_role("link", name="Thu tiền").click()
    expect(page.locator("main")).to_contain_text("4.000 đồng")
    page.get_by_role("button", name="Thu tiền và cấp biên lai").click()
    expect(page.get_by_role("status").or_(page.locator("main")).first).to_be_visible()
    page.goto(f"{site.url}/returns/?q={code}")
    page.get_by_role("button", name="Trao kết quả đã chọn").click()
    page.wait_for_url(lambda address: "given=" in address)
    assert Dossier.objects.get(code=code).stage == Stage.RETURNED
    assert faults == []
