"""Small comforts of the reception page that only a browser can prove."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from urllib.parse import quote_plus

import pytest
from playwright.sync_api import Page, Route, expect

from tests.journeys.steps import BIRTH_AGAIN, card, code_of_page, read_card, receive

AtDesk = Callable[..., Page]
DEATH = "dang ky khai tu"
KEYS_MAX = 25
"""From the reading of the card to the dossier's page."""
COUNT_KEYS = (
    "() => { window.keys = 0; addEventListener('keydown', () => { window.keys += 1; }, true); }"
)


def choose_first(page: Page, letters: str) -> None:
    """Enter alone, without an arrow key."""
    page.locator("#id_procedure").focus()
    page.keyboard.type(letters)
    expect(page.get_by_role("listbox").get_by_role("option").first).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator("#papers input").first).to_be_focused()


def test_enter_takes_the_first_suggestion(at_desk: AtDesk) -> None:
    page = at_desk("tiepnhan1", "/desk/receive/")
    choose_first(page, BIRTH_AGAIN)
    expect(page.locator("#promise .promise-answer")).to_be_visible()


@pytest.mark.parametrize("keys", [["Enter"], ["ArrowDown", "Enter"]])
def test_keys_pressed_before_the_suggestions_come_choose_what_they_choose_after(
    at_desk: AtDesk, keys: list[str]
) -> None:
    """A slow line still shows what the first letters found, which is another procedure."""
    page = at_desk("tiepnhan1", "/desk/receive/")
    held: list[Route] = []
    page.route(lambda url: url.endswith(f"q={quote_plus(DEATH)}"), lambda route: held.append(route))
    page.locator("#id_procedure").focus()
    page.keyboard.type(DEATH.removesuffix("khai tu"))
    first = page.get_by_role("listbox").get_by_role("option").first
    expect(first).to_be_visible()
    expect(first).not_to_contain_text("khai tử")
    page.keyboard.type("khai tu")
    for key in keys:
        page.keyboard.press(key)
    assert page.url.endswith("/desk/receive/")
    page.wait_for_timeout(200)
    held[-1].continue_()
    expect(page.locator("#papers input").first).to_be_focused()
    expect(page.locator("#id_procedure")).to_have_value(re.compile("đăng ký khai tử", re.I))


def test_the_numbers_of_a_paper_wait_until_it_is_ticked(at_desk: AtDesk) -> None:
    page = at_desk("tiepnhan1", "/desk/receive/")
    choose_first(page, DEATH)
    first, second = page.locator("#papers input[type=checkbox]").all()[:2]
    page.keyboard.press("Tab")
    expect(second).to_be_focused()
    first.check()
    page.keyboard.press("Tab")
    expect(page.locator("#papers .paper-count input").first).to_be_focused()


def test_the_date_follows_the_moment_of_reception(at_desk: AtDesk) -> None:
    page = at_desk("tiepnhan1", "/desk/receive/")
    choose_first(page, BIRTH_AGAIN)
    page.get_by_text("Nhận từ trước, ghi chú", exact=True).click()
    page.locator("#id_received_at").fill("08/06/2026 09:00")
    page.keyboard.press("Tab")
    expect(page.locator("#promise .promise-answer")).to_have_text("17:00 15/06/2026")


@pytest.mark.parametrize("text", ["", "large"])
@pytest.mark.parametrize(("width", "height"), [(1366, 768), (1440, 900)])
def test_the_promise_stays_in_sight_below_the_head(
    at_desk: AtDesk, width: int, height: int, text: str
) -> None:
    page = at_desk("tiepnhan1", "/desk/receive/")
    page.set_viewport_size({"width": width, "height": height})
    page.evaluate("size => { document.documentElement.dataset.text = size; }", text)
    choose_first(page, DEATH)
    page.evaluate("window.scrollTo(0, 600)")
    head = page.locator(".top").bounding_box()
    card = page.locator("#promise .promise").bounding_box()
    assert head
    assert card
    assert head["height"] <= card["y"]
    assert card["y"] + card["height"] <= height


@pytest.mark.parametrize("letters", ["ban sao tu ban", "khai tu"])
def test_a_usual_reception_takes_few_keys_after_the_card(at_desk: AtDesk, letters: str) -> None:
    page = at_desk("tiepnhan1", "/desk/receive/")
    read_card(page, card("Hoàng Thị Phím", f"0011950{len(letters):05d}"))
    expect(page.locator("#id_procedure")).to_be_focused()
    page.evaluate(COUNT_KEYS)
    page.keyboard.type(letters)
    expect(page.get_by_role("listbox").get_by_role("option").first).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator("#papers input").first).to_be_focused()
    page.keyboard.press("Space")
    for before, paper in pairwise(page.locator("#papers .paper").all()):
        for _field in before.locator("input").all():
            page.keyboard.press("Tab")
        expect(paper.locator("input[type=checkbox]")).to_be_focused()
        page.keyboard.press("Space")
    keys = page.evaluate("window.keys") + 1
    page.keyboard.press("Enter")
    code_of_page(page)
    assert keys <= KEYS_MAX


def test_a_number_typed_by_hand_finds_its_person_and_the_hands_go_on(at_desk: AtDesk) -> None:
    page = at_desk("tiepnhan1")
    receive(page, card("Đỗ Thị Quen", "001170000077", born="07071970"), phone="0912345670")
    page.goto("/desk/receive/")
    page.locator("#id_owner-personal_id").focus()
    page.keyboard.type("001170000077")
    page.keyboard.press("Tab")
    expect(page.locator("#people")).to_contain_text("Đỗ Thị Quen đã nộp hồ sơ")
    expect(page.locator("#id_owner-name")).to_have_value("Đỗ Thị Quen")
    expect(page.locator("#id_owner-name")).to_be_focused()


def test_whoever_types_on_loses_nothing_to_the_person_found(at_desk: AtDesk) -> None:
    page = at_desk("tiepnhan1")
    receive(page, card("Đỗ Thị Lạ", "001170000078", born="07071970"), phone="0912345671")
    page.goto("/desk/receive/")
    page.locator("#id_owner-personal_id").focus()
    page.keyboard.type("001170000078")
    page.keyboard.press("Tab")
    page.keyboard.type("Đỗ Thị L")
    page.wait_for_timeout(800)
    expect(page.locator("#id_owner-name")).to_have_value("Đỗ Thị L")
    page.keyboard.type("ạ")
    page.keyboard.press("Tab")
    expect(page.locator("#id_owner-phone")).to_have_value("0912345671")
    expect(page.locator("#id_owner-name")).to_have_value("Đỗ Thị Lạ")
