"""Small comforts of the reception page that only a browser can prove."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.steps import BIRTH_AGAIN

AtDesk = Callable[..., Page]
DEATH = "dang ky khai tu"


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
