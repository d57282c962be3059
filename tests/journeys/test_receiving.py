"""Receiving at the counter, as officers do it all day: by card, by keyboard, without a script."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.papers import text_of
from tests.journeys.steps import (
    BIRTH_AGAIN,
    COPIES,
    card,
    choose_procedure,
    code_of_page,
    read_card,
    receive,
)

AtDesk = Callable[..., Page]
TODAY_AT_FIVE = re.compile(r"17:00.* 10/06/2026")
SLIP_BYTES_MIN = 10_000


def test_chi_nhung_has_copies_certified_and_no_hand_leaves_the_keyboard(at_desk: AtDesk) -> None:
    page = at_desk("tiepnhan1")
    page.keyboard.press("F2")
    expect(page.locator("h1")).to_have_text("Tiếp nhận hồ sơ")
    expect(page.locator("#id_owner-personal_id")).to_be_focused()
    read_card(page, card("Nguyễn Thị Hồng Nhung", "001195012345"))
    expect(page.get_by_label("Họ và tên").first).to_have_value("Nguyễn Thị Hồng Nhung")
    expect(page.locator("#id_owner-birth_date")).to_have_value("15/08/1995")
    expect(page.locator("#people")).to_contain_text("Đã đọc thẻ của Nguyễn Thị Hồng Nhung.")
    expect(page.locator("#id_procedure")).to_be_focused()
    choose_procedure(page, COPIES)
    page.keyboard.press("Space")
    expect(page.locator("#promise .promise-answer")).to_have_text(TODAY_AT_FIVE)
    expect(page.locator("#promise")).to_contain_text("2.000 đồng")
    page.keyboard.press("Enter")
    code = code_of_page(page)
    expect(page.locator("h1")).to_have_text(code)
    expect(page.locator("main")).to_contain_text(f"Đã tiếp nhận hồ sơ {code}.")
    expect(page.locator("main")).to_contain_text(TODAY_AT_FIVE)
    with page.context.expect_event("response", lambda answer: "slip.pdf" in answer.url) as opened:
        page.keyboard.press("Alt+I")
    assert opened.value.headers["content-type"] == "application/pdf"
    slip = page.request.get(opened.value.url).body()
    assert len(slip) > SLIP_BYTES_MIN
    words = text_of(slip)
    assert code in words
    assert "17 giờ 00 phút, ngày 10 tháng 6 năm 2026" in words


def test_fee_and_date_follow_what_is_typed(at_desk: AtDesk) -> None:
    page = at_desk("tiepnhan2", "/desk/receive/")
    read_card(page, card("Trần Văn Đạt", "001095012346", sex="Nam"))
    expect(page.locator("#id_procedure")).to_be_focused()
    choose_procedure(page, COPIES)
    page.locator("#id_copies").fill("3")
    page.locator("#id_pages").fill("5")
    page.keyboard.press("Tab")
    expect(page.locator("#promise")).to_contain_text("21.000 đồng")
    page.locator("#promise summary").click()
    expect(page.locator("#promise .trace")).to_contain_text("17:00 thứ Tư 10/06/2026")


def test_ong_dat_is_received_by_a_browser_without_script(at_desk: AtDesk) -> None:
    page = at_desk("tiepnhan2", "/desk/receive/", java_script_enabled=False)
    expect(page.locator("#id_owner-personal_id")).to_be_focused()
    read_card(page, card("Lê Văn Đạt", "001075000011", born="02091975", sex="Nam"))
    expect(page.locator("#id_owner-name")).to_have_value("Lê Văn Đạt")
    expect(page.locator("#id_owner-personal_id")).to_have_value("001075000011")
    page.locator("#id_procedure").fill(BIRTH_AGAIN)
    page.get_by_role("button", name="Tìm", exact=True).last.click()
    page.get_by_role("radio", name="Thủ tục đăng ký lại khai sinh", exact=True).check()
    page.get_by_role("button", name="Xem lại ngày và phí").click()
    expect(page.locator("#promise .promise-answer")).to_have_text(re.compile(r"17:00.* 17/06/2026"))
    for tick in page.locator("#papers input[type=checkbox]").all():
        tick.check()
    page.get_by_role("button", name="Tiếp nhận", exact=True).last.click()
    code = code_of_page(page)
    expect(page.locator("main")).to_contain_text("Lê Văn Đạt")
    assert page.request.get(f"/dossiers/{code}/slip.pdf").ok


def test_a_broken_card_says_what_is_wrong_and_nothing_typed_is_lost(at_desk: AtDesk) -> None:
    page = at_desk("tiepnhan1", "/desk/receive/")
    page.locator("#id_owner-phone").fill("0912345678")
    page.locator("#id_owner-address").focus()
    read_card(page, "001195012345|012345678|Phạm Thị Yến|31021995|Nữ|Thôn Đoài|20042021")
    expect(page.locator("main")).to_contain_text("không phải một ngày có thật")
    expect(page.locator("#id_owner-phone")).to_have_value("0912345678")
    expect(page.locator("#id_owner-name")).to_have_value("")


def test_a_card_that_contradicts_itself_is_taken_with_a_warning(at_desk: AtDesk) -> None:
    page = at_desk("tiepnhan1", "/desk/receive/")
    read_card(page, card("Phạm Văn Yên", "001195012347", born="15081996", sex="Nam"))
    expect(page.locator("#id_owner-name")).to_have_value("Phạm Văn Yên")
    people = page.locator("#people")
    expect(people).to_contain_text("Thẻ ghi năm sinh 1996 nhưng số định danh cho năm 1995.")
    expect(people).to_contain_text("Thẻ ghi giới tính Nam")


def test_ba_hoa_comes_back_and_is_known(at_desk: AtDesk) -> None:
    page = at_desk("tiepnhan1")
    first = receive(page, card("Đặng Thị Hoa", "001160000021", born="01021960"))
    page.goto("/desk/receive/")
    page.locator("#id_owner-phone").focus()
    read_card(page, card("Đặng Thị Hoa", "001160000021", born="01021960"))
    expect(page.locator("#people")).to_contain_text(f"Đặng Thị Hoa đã nộp hồ sơ {first}")


def test_an_impatient_double_click_makes_one_dossier(at_desk: AtDesk) -> None:
    page = at_desk("tiepnhan2", "/desk/receive/")
    sent: list[str] = []
    page.on(
        "request",
        lambda asked: sent.append(asked.method) if asked.is_navigation_request() else None,
    )
    read_card(page, card("Vũ Thị Chi", "001199000031", born="03031999"))
    expect(page.locator("#id_procedure")).to_be_focused()
    choose_procedure(page, COPIES)
    page.keyboard.press("Space")
    page.get_by_role("button", name="Tiếp nhận", exact=True).last.dblclick()
    code_of_page(page)
    assert sent.count("POST") == 1
    page.goto("/dossiers/?q=001199000031")
    expect(page.locator("main tbody tr")).to_have_count(1)


def test_going_back_and_sending_again_makes_one_dossier(at_desk: AtDesk) -> None:
    page = at_desk("tiepnhan2", "/desk/receive/", java_script_enabled=False)
    page.locator("#id_owner-name").fill("Bùi Quang Huy")
    page.locator("#id_owner-personal_id").fill("001088000041")
    page.locator("#id_procedure").fill("2.000815")
    page.get_by_role("button", name="Xem lại ngày và phí").click()
    page.locator("#papers input[type=checkbox]").check()
    page.get_by_role("button", name="Tiếp nhận", exact=True).last.click()
    first = code_of_page(page)
    page.go_back()
    page.locator("#papers input[type=checkbox]").check()
    page.get_by_role("button", name="Tiếp nhận", exact=True).last.click()
    assert code_of_page(page) == first
    expect(page.locator("main")).to_contain_text(f"Đã tiếp nhận trước đó: {first}.")


def test_going_back_for_the_next_person_receives_a_new_dossier(at_desk: AtDesk) -> None:
    page = at_desk("tiepnhan2", "/desk/receive/", java_script_enabled=False)
    page.locator("#id_owner-name").fill("Cao Thị Gấm")
    page.locator("#id_procedure").fill("2.000815")
    page.get_by_role("button", name="Xem lại ngày và phí").click()
    page.locator("#papers input[type=checkbox]").check()
    page.get_by_role("button", name="Tiếp nhận", exact=True).last.click()
    first = code_of_page(page)
    page.go_back()
    page.locator("#papers input[type=checkbox]").check()
    page.locator("#id_owner-name").fill("Cao Thị Vóc")
    page.get_by_role("button", name="Tiếp nhận", exact=True).last.click()
    expect(page.locator("[data-error-summary]")).to_contain_text("đã tiếp nhận một hồ sơ")
    expect(page.locator("#id_owner-name")).to_have_value("Cao Thị Vóc")
    page.get_by_role("button", name="Tiếp nhận", exact=True).last.click()
    assert code_of_page(page) != first


def test_a_son_hands_in_for_his_mother_and_a_neighbor_fills_the_form(at_desk: AtDesk) -> None:
    page = at_desk("tiepnhan1", "/desk/receive/")
    read_card(page, card("Ngô Thị Lụa", "001150000051", born="04041950"))
    expect(page.locator("#id_procedure")).to_be_focused()
    page.get_by_text("Người nộp", exact=True).click()
    page.locator("#id_submitter-personal_id").focus()
    read_card(page, card("Ngô Văn Tơ", "001080000052", born="05051980", sex="Nam"))
    expect(page.locator("#id_submitter-name")).to_have_value("Ngô Văn Tơ")
    expect(page.locator("#id_owner-name")).to_have_value("Ngô Thị Lụa")
    page.get_by_text("Người được ủy quyền", exact=True).click()
    page.locator("#id_representative-name").fill("Ngô Văn Tơ")
    page.get_by_text("Người hỗ trợ kê khai", exact=True).click()
    page.locator("#id_helper-name").fill("Lý Thị Thêu")
    page.locator("#id_procedure").focus()
    choose_procedure(page, BIRTH_AGAIN)
    for tick in page.locator("#papers input[type=checkbox]").all():
        tick.check()
    page.keyboard.press("Enter")
    expect(page.locator("[data-error-summary]")).to_contain_text("Chưa có căn cứ đại diện")
    page.locator("#id_representative-authority").fill("Con đẻ của chủ hồ sơ")
    page.keyboard.press("Enter")
    code = code_of_page(page)
    people = page.locator("#people")
    for words in ("Ngô Thị Lụa", "Ngô Văn Tơ", "Lý Thị Thêu", "Con đẻ của chủ hồ sơ"):
        expect(people).to_contain_text(words)
    words = text_of(page.request.get(f"/dossiers/{code}/slip.pdf").body())
    assert "Ngô Thị Lụa" in words
    assert "Ngô Văn Tơ" in words


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_one_person_brings_two_matters_and_gets_one_slip(at_desk: AtDesk, *, scripts: bool) -> None:
    page = at_desk("tiepnhan1", "/desk/receive/", java_script_enabled=scripts)
    page.locator("#id_owner-name").fill("Trịnh Thị Đôi")
    for code in ("2.000815", "1.004884"):
        page.locator("#id_procedure").fill(code)
        page.locator("#id_procedure").press("Escape")
        page.evaluate(
            "document.getElementById('reception').querySelector('[name=procedure]').value = ''"
        )
        look = page.locator("#promise button[value=look]")
        look.evaluate("button => button.click()")
        expect(page.locator("#promise .promise-answer")).to_be_visible()
        for tick in page.locator("#papers input[type=checkbox]").all():
            tick.check()
        add = page.get_by_role("button", name="Thêm hồ sơ khác cho người này")
        add.click()
        expect(page.locator("#matters-title")).to_be_visible()
        expect(page.locator("#id_owner-name")).to_have_value("Trịnh Thị Đôi")
    expect(page.locator(".matter-row")).to_have_count(2)
    page.get_by_role("button", name="Tiếp nhận tất cả (2)").last.click()
    expect(page.locator("h1")).to_have_text("Hồ sơ nhận cùng lúc")
    codes = page.locator("main tbody .code-mark").all_inner_texts()
    words = text_of(page.request.get(f"/desk/received/{codes[0]}/slip.pdf").body())
    assert all(code.replace("-", "") in words.replace("-", "").replace("\n", "") for code in codes)


def test_what_lacks_is_asked_for_at_the_counter(
    at_desk: AtDesk, violations: Callable[[Page], list[str]]
) -> None:
    page = at_desk("tiepnhan1", "/desk/receive/")
    read_card(page, card("Lương Văn Thiếu", "001090000061", born="06061990", sex="Nam"))
    expect(page.locator("#id_procedure")).to_be_focused()
    choose_procedure(page, BIRTH_AGAIN)
    page.get_by_role("button", name="Yêu cầu hoàn thiện…").click()
    expect(page.locator("#id_items-0-name")).to_be_focused()
    assert violations(page) == []
    page.keyboard.press("Enter")
    code = code_of_page(page)
    expect(page.locator("h1")).to_have_text(code)
    expect(page.locator("main")).to_contain_text("In phiếu yêu cầu cho người nộp")
    page.goto("/desk/waiting/")
    assert violations(page) == []
