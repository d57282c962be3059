"""What people do when they file by web: fill in a page, send a photograph, go on; with a script or without."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from playwright.sync_api import Page

from tests.eforms.real_answers import COMPLETE

COPIES = "2.000815"
ROUNDS_MAX = 4
ANSWERS: dict[str, Any] = {
    **{key: value for key, value in COMPLETE[COPIES].items() if key != "papers"},
    "papers": [COMPLETE[COPIES]["papers"][0]],
}


def names_of(answers: Any, above: str = "a") -> Iterator[tuple[str, list[str]]]:
    """The names of the fields, as the form posts them, and what is to stand there."""
    if isinstance(answers, dict):
        for key, value in answers.items():
            yield from names_of(value, f"{above}.{key}")
    elif isinstance(answers, list) and answers and isinstance(answers[0], dict):
        for place, value in enumerate(answers):
            yield from names_of(value, f"{above}.{place}")
    else:
        yield above, list(map(str, answers)) if isinstance(answers, list) else [str(answers)]


def put(page: Page, name: str, values: list[str]) -> bool:
    """Whether there was such a field to be filled in."""
    found = page.locator(f'form [name="{name}"]:not([type=hidden])')
    if not found.count():
        return False
    kind = found.first.evaluate("e => e.tagName === 'SELECT' ? 'select' : e.type")
    if kind in ("radio", "checkbox"):
        for value in values:
            page.locator(f'form [name="{name}"][value="{value}"]').check()
    elif kind == "select":
        found.first.select_option(values)
    elif found.first.input_value() != values[0]:
        found.first.fill(values[0])
    return True


def fill(page: Page, answers: Any = ANSWERS) -> int:
    """How many fields were there."""
    return sum(put(page, name, values) for name, values in names_of(answers))


def go_on(page: Page) -> None:
    page.get_by_role("button", name="Lưu và làm tiếp").click()
    page.wait_for_load_state()


def begin(page: Page, *, for_whom: str = "MYSELF", code: str = COPIES) -> None:
    page.goto(f"/thu-tuc/{code}/nop/")
    page.locator("#id_agency").select_option(index=1)
    page.locator(f'[name="for_whom"][value="{for_whom}"]').check()
    page.get_by_role("button", name="Bắt đầu").click()
    page.wait_for_url("**/nop/*/**")


def answer_all(page: Page, answers: Any = ANSWERS) -> None:
    """Page after page until the papers come; what appears is filled in too."""
    for _round in range(12):
        if "/to-khai/" not in page.url:
            return
        here = page.url
        for _again in range(ROUNDS_MAX):
            fill(page, answers)
            page.wait_for_timeout(
                400
                if page.evaluate("!!window.fetch && !!document.querySelector('[data-draft-state]')")
                else 0
            )
            go_on(page)
            if page.url != here:
                break
    raise AssertionError(
        f"the form does not end: {page.url} {page.locator('.error-summary').all_inner_texts()}"
    )


def settle_papers(page: Page, photograph: bytes) -> None:
    """The first paper photographed, the others to be brought."""
    links = page.locator(".paper-card-open .paper-name a")
    addresses = [links.nth(at).get_attribute("href") or "" for at in range(links.count())]
    for number, address in enumerate(addresses[:-1]):
        page.goto(address)
        if number == 0:
            send_photograph(page, photograph)
        else:
            page.get_by_text("Không gửi được ở đây?").click()
            page.locator('[name="way"][value="BRING"]').check()
            page.get_by_role("button", name="Lưu cách này").click()
    page.goto(page.url.split("/giay-to/")[0] + "/giay-to/")
    page.get_by_role("link", name="Làm tiếp", exact=True).click()


def send_photograph(page: Page, photograph: bytes) -> None:
    sent = [{"name": "giay.jpg", "mimeType": "image/jpeg", "buffer": photograph}]
    page.locator("#id_files").set_input_files(sent)  # type: ignore[arg-type]
    if page.locator("[data-upload-rows] li").count() == 0:
        page.get_by_role("button", name="Gửi tệp đã chọn").click()
    page.locator(".sent-file").first.wait_for()
