"""Interactive forms in a browser: written by an administrator, filled in at the desk on a narrow screen."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from motcua.eforms.queries.forms import form_in_force
from motcua.kernel import clock
from motcua.procedures.queries.labels import procedure_called

AtDesk = Callable[..., Page]
Violations = Callable[[Page], list[str]]
NARROW = {"width": 360, "height": 740}
BIRTH, COPIES = "1.001193", "2.000815"
FACILITY = "Tên bệnh viện, trạm y tế"


def procedure(code: str) -> int:
    found = procedure_called("NATIONAL", code, "")
    assert found is not None
    return found


def room(code: str) -> str:
    return f"/procedures/forms/{procedure(code)}/"


@pytest.mark.parametrize("scripted", [True, False], ids=["with-script", "without-script"])
def test_rows_come_and_go_on_a_telephone(at_desk: AtDesk, scripted: bool) -> None:
    page = at_desk(
        "quantri",
        f"{room(COPIES)}preview/?version={version_of(COPIES)}&view=whole",
        viewport=NARROW,
        java_script_enabled=scripted,
    )
    rows = page.locator(".eform-row")
    expect(rows).to_have_count(1)
    page.locator(".eform-row input[type=text]").first.fill("Giấy khai sinh")
    page.get_by_role("button", name=re.compile("^Thêm ")).click()
    expect(rows).to_have_count(2)
    expect(page.locator(".eform-row input[type=text]").first).to_have_value("Giấy khai sinh")
    page.get_by_role("button", name=re.compile("^Bỏ ")).last.click()
    expect(rows).to_have_count(1)
    page.get_by_role("button", name="Kiểm tra").click()
    expect(page.locator("[data-error-summary]")).to_be_visible()
    expect(page.locator(".eform-row input[type=text]").first).to_have_value("Giấy khai sinh")


def version_of(code: str) -> int:
    found = form_in_force(procedure(code), clock.local_day(clock.now()))
    assert found is not None
    return found.version_id


def test_a_form_with_rows_fits_a_telephone_and_axe(at_desk: AtDesk, violations: Violations) -> None:
    whole = f"{room(COPIES)}preview/?version={version_of(COPIES)}&view=whole"
    page = at_desk("quantri", whole, viewport=NARROW)
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
    assert violations(page) == []


def test_what_an_answer_makes_appear_comes_at_once_and_nothing_typed_is_touched(
    at_desk: AtDesk,
) -> None:
    here = f"{room(BIRTH)}preview/?version={version_of(BIRTH)}&view=whole"
    page = at_desk("quantri", here, viewport=NARROW)
    page.get_by_label("Họ, chữ đệm, tên của trẻ").fill("Trần Lê Minh An")
    expect(page.get_by_label(FACILITY)).to_have_count(0)
    page.get_by_label("Ở bệnh viện, trạm y tế").check()
    page.get_by_label(FACILITY).fill("Trạm y tế xã")
    page.get_by_label("Ở nơi khác").check()
    expect(page.get_by_label(FACILITY)).to_have_count(0)
    page.get_by_label("Ở bệnh viện, trạm y tế").check()
    expect(page.get_by_label(FACILITY)).to_have_value("Trạm y tế xã")
    expect(page.get_by_label("Họ, chữ đệm, tên của trẻ")).to_have_value("Trần Lê Minh An")
    page.locator("#f-birthplace-province_code").select_option("01")
    page.locator("#f-birthplace-commune").press_sequentially("gia l")
    page.get_by_role("option", name="Xã Gia Lâm").click()
    expect(page.locator("#f-birthplace-commune")).to_have_value("Xã Gia Lâm")


def test_without_a_script_the_page_is_posted_and_asks_what_is_new(at_desk: AtDesk) -> None:
    here = f"{room(BIRTH)}preview/?version={version_of(BIRTH)}&view=pages"
    page = at_desk("quantri", here, viewport=NARROW, java_script_enabled=False)
    page.get_by_label("Họ và tên").fill("Lê Thị Hoa")
    page.get_by_label("Số định danh cá nhân").fill("001190012345")
    page.locator("#f-applicant-residence-province_code").select_option("01")
    page.locator("#f-applicant-residence-commune").fill("gia lam")
    page.get_by_label("Số điện thoại").fill("0912 345 678")
    page.get_by_label("Người thân khác").check()
    page.get_by_role("button", name="Tiếp tục").click()
    expect(page.locator("[data-error-summary]")).to_have_count(0)
    page.get_by_label("Quan hệ cụ thể là gì?").fill("Dì ruột")
    page.get_by_role("button", name="Tiếp tục").click()
    expect(page.get_by_label("Họ, chữ đệm, tên của trẻ")).to_be_visible()


def test_the_declaration_is_filled_in_at_the_desk_without_typing_anything_twice(
    at_desk: AtDesk, violations: Violations
) -> None:
    page = at_desk("tiepnhan1", "/desk/receive/")
    page.locator("#id_owner-name").fill("Lê Thị Hoa")
    page.locator("#id_owner-phone").fill("0912345678")
    page.locator("#id_procedure").press_sequentially(BIRTH)
    page.get_by_role("listbox").get_by_role("option").first.click()
    page.get_by_label("Điền tại đây").check()
    expect(page.locator("#f-applicant-name")).to_have_value("Lê Thị Hoa")
    expect(page.locator("#f-applicant-phone")).to_have_value("0912345678")
    page.get_by_label("Ở bệnh viện, trạm y tế").check()
    expect(page.get_by_label(FACILITY)).to_be_visible()
    assert violations(page) == []
    page.get_by_label("Tờ khai giấy, kèm trong hồ sơ").check()
    expect(page.locator("#f-applicant-name")).to_have_count(0)


def test_an_administrator_changes_a_form_from_tomorrow_and_todays_stays(
    at_desk: AtDesk, violations: Violations
) -> None:
    page = at_desk("quantri", room(COPIES))
    page.get_by_role("button", name="Soạn bản mới").click()
    page.locator(".outline a", has_text="Ai yêu cầu?").click()
    page.get_by_label("Câu hỏi (tiếng Việt)").fill("Ai xin chứng thực?")
    page.get_by_role("button", name="Lưu", exact=True).click()
    page.get_by_text("Thêm câu hỏi vào Kết quả").click()
    adding = page.locator("details[open]").filter(has=page.get_by_label("Loại câu hỏi"))
    adding.get_by_label("Câu hỏi").first.fill("Gửi về đâu?")
    adding.get_by_role("button", name="Thêm câu hỏi").click()
    expect(page.locator("h1")).to_have_text("Gửi về đâu?")
    page.get_by_label("Câu hỏi (tiếng Anh)").fill("Where to?")
    page.locator("#id_shown_if-0").select_option(label="“Ai xin chứng thực” là “Cơ quan, tổ chức”")
    assert violations(page) == []
    page.get_by_role("button", name="Lưu", exact=True).click()
    expect(page.locator("main")).to_contain_text(
        "Chỉ hỏi khi “Ai xin chứng thực” là “Cơ quan, tổ chức”"
    )
    page.get_by_role("link", name="Dùng thử").click()
    page.get_by_role("link", name="Cả biểu mẫu như ở quầy").click()
    expect(page.get_by_label("Gửi về đâu?")).to_have_count(0)
    page.get_by_label("Cơ quan, tổ chức").check()
    expect(page.get_by_label("Gửi về đâu?")).to_be_visible()
    before = version_of(COPIES)
    page.goto(f"{room(COPIES)}publish/")
    assert violations(page) == []
    expect(page.locator("main")).to_contain_text("Ai xin chứng thực?")
    page.get_by_role("button", name="Công bố").click()
    expect(page.locator("main")).to_contain_text("chưa áp dụng")
    assert version_of(COPIES) == before
