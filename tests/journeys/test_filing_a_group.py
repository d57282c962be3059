"""A child is born and its mother files everything from her telephone, once: birth, residence, insurance. At
the desk it is one row, received with one button; with a script and without."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from motcua.dossiers.models import Dossier
from motcua.dossiers.proof import disagreements
from motcua.interlinked.models import Submission, SubmissionMember
from motcua.ledger.verification import verify
from tests.journeys.filing_steps import answer_all, go_on, send_photograph
from tests.journeys.site import CITIZEN, Site
from tests.journeys.test_day_of_an_office import AtDesk, nobody_looks
from tests.support.declaring import real_answers
from tests.support.interlinked import BIRTH, INSURANCE, RESIDENCE

SMALL = {"width": 360, "height": 740}
CARD = "Cấp thẻ căn cước cho người dưới 06 tuổi"


def begun(page: Page, look: Callable[[Page], list[str]]) -> list[str]:
    """From the page of the procedure to the first question; the identity card is left out."""
    page.goto(f"/thu-tuc/{BIRTH}")
    page.get_by_role("link", name="Liên thông điện tử: đăng ký khai sinh").first.click()
    found = look(page)
    page.get_by_role("link", name="Nộp cả nhóm trực tuyến").click()
    page.locator("#id_agency").select_option(label="Ủy ban nhân dân xã Gia Lâm")
    page.locator('[name="for_whom"][value="MYSELF"]').check()
    page.get_by_role("button", name="Bắt đầu").click()
    page.wait_for_url("**/cac-viec")
    found += look(page)
    page.get_by_label(CARD).uncheck()
    go_on(page)
    return found


def papers_settled(page: Page, photograph: bytes) -> None:
    """The first that is needed photographed, the others to be brought."""
    needed = page.locator(".paper-card-open", has_text="Chưa có").locator(".paper-name a")
    first, *others = [needed.nth(at).get_attribute("href") or "" for at in range(needed.count())]
    page.goto(first)
    send_photograph(page, photograph)
    for address in others:
        page.goto(address)
        page.get_by_text("Không gửi được ở đây?").click()
        page.locator('[name="way"][value="BRING"]').check()
        page.get_by_role("button", name="Lưu cách này").click()
    page.goto(page.url.split("/giay-to/")[0] + "/giay-to/")


@pytest.mark.parametrize("with_scripts", [True, False], ids=["scripts", "no-scripts"])
def test_birth_residence_and_insurance_from_a_telephone_at_once(
    site: Site,
    at_desk: AtDesk,
    new_context: Callable[..., BrowserContext],
    violations: Callable[[Page], list[str]],
    photograph: bytes,
    with_scripts: bool,
) -> None:
    look = violations if with_scripts else nobody_looks
    context = new_context(base_url=site.url, viewport=SMALL, java_script_enabled=with_scripts)
    site.let_in(context, CITIZEN)
    page = context.new_page()
    found = begun(page, look)
    answer_all(page, real_answers())
    found += look(page)
    papers_settled(page, photograph)
    page.get_by_role("link", name="Làm tiếp", exact=True).click()
    go_on(page)
    expect(page.get_by_text("Tất cả dự kiến xong")).to_be_visible()
    found += look(page)
    page.locator("#id_pledge").check()
    page.get_by_role("button", name="Nộp hồ sơ").click()
    expect(page.get_by_text("Đã nộp 3 việc cùng một lần")).to_be_visible()
    found += look(page)

    members = SubmissionMember.objects.filter(submission=Submission.objects.latest("id"))
    codes = dict(members.values_list("key", "dossier__code"))
    assert set(codes) == {BIRTH, RESIDENCE, INSURANCE}
    desk = at_desk("tiepnhan1", "/desk/waiting/", java_script_enabled=with_scripts)
    row = desk.get_by_role("row").filter(has_text=codes[BIRTH])
    row.get_by_role("link", name="Tiếp nhận cả nhóm").click()
    found += look(desk)
    boxes = desk.locator('[name="confirmed"]')
    for place in range(boxes.count()):
        boxes.nth(place).check()
    desk.get_by_role("button", name="Tiếp nhận cả nhóm").click()
    expect(desk.get_by_text("Đã tiếp nhận 3 hồ sơ của nhóm.")).to_be_visible()
    found += look(desk)

    page.goto(f"/cua-toi/ho-so/{codes[BIRTH]}")
    expect(page.get_by_text("Chờ việc khác làm xong")).to_have_count(2)
    found += look(page)
    stages = Dossier.objects.filter(code__in=codes.values()).values_list("stage", flat=True)
    assert set(stages) == {"RECEIVED", "IN_TRANSIT"}
    assert found == []
    assert list(disagreements()) == []
    assert list(verify()) == []
