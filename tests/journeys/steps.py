"""What officers do again and again at the counter, by keyboard."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

CODE_ADDRESS = re.compile(r"/dossiers/(H26\.45-\d{6}-\d{4})/$")
COPIES = "ban sao tu ban chinh"
"""A few letters that find the certifying of copies first: same day, a fee by the page, one paper."""
COPIES_CODE = "2.000815"
BIRTH_AGAIN = "dang ky lai khai sinh"
"""Five working days, several papers."""


def card(name: str, number: str, *, born: str = "15081995", sex: str = "Nữ") -> str:
    """The text in the QR of somebody's card."""
    return f"{number}|012345678|{name}|{born}|{sex}|Số 12 Cửu Việt, xã Gia Lâm, Hà Nội|20042021"


def read_card(page: Page, text: str) -> None:
    """A card reader types into whatever has the focus, and presses Enter."""
    page.keyboard.insert_text(text[:-1])
    page.keyboard.type(text[-1])
    page.keyboard.press("Enter")


def choose_procedure(page: Page, letters: str) -> None:
    """Type a few letters into the focused box and take the first suggestion."""
    page.keyboard.type(letters)
    expect(page.get_by_role("listbox").get_by_role("option").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("#papers input").first).to_be_focused()


def receive(page: Page, text: str, letters: str = COPIES, *, phone: str = "") -> str:
    """From an empty reception page to the dossier's page, all papers ticked; gives the code."""
    page.goto("/desk/receive/")
    expect(page.locator("#id_owner-personal_id")).to_be_focused()
    read_card(page, text)
    expect(page.locator("#id_procedure")).to_be_focused()
    choose_procedure(page, letters)
    for tick in page.locator("#papers input[type=checkbox]").all():
        tick.check()
    page.locator("#id_owner-phone").fill(phone)
    page.keyboard.press("Enter")
    return code_of_page(page)


def code_of_page(page: Page) -> str:
    """The code of the dossier whose page is open, once it is."""
    expect(page).to_have_url(CODE_ADDRESS)
    found = CODE_ADDRESS.search(page.url)
    assert found
    return found.group(1)
