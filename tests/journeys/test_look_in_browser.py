"""The gallery and the scripts in a real Chromium. The pages come straight from Django: no server, no database."""

from __future__ import annotations

import mimetypes
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.staticfiles import finders
from django.test import Client, override_settings
from playwright.sync_api import Browser, Page, Request, Route, expect

HERE = "http://testserver"
MIDDLEWARE = [
    "csp.middleware.CSPMiddleware",
    "motcua.ui.middleware.ChosenLanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
]
FINDERS = [
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "motcua.ui.finders.TypefaceFinder",
]


def _static(path: str) -> dict[str, Any]:
    found = finders.find(path)
    assert found, path
    kind = mimetypes.guess_type(path)[0] or "application/octet-stream"
    return {"body": Path(found).read_bytes(), "content_type": kind}


def _page(request: Request) -> dict[str, Any]:
    address = urlsplit(request.url)
    client = Client(headers={"cookie": request.headers.get("cookie", "")})
    answer = client.generic(
        request.method,
        f"{address.path}?{address.query}",
        data=request.post_data or "",
        content_type=request.headers.get("content-type", ""),
    )
    headers = {name: value for name, value in answer.headers.items() if value}
    cookies = [morsel.OutputString() for morsel in answer.cookies.values()]
    if cookies:
        headers["Set-Cookie"] = "\n".join(cookies)
    return {"status": answer.status_code, "headers": headers, "body": answer.content}


def _answer(route: Route) -> None:
    path = urlsplit(route.request.url).path
    is_static = path.startswith("/static/")
    route.fulfill(**(_static(path.removeprefix("/static/")) if is_static else _page(route.request)))


def _open(browser: Browser, address: str, **wishes: Any) -> Page:
    page = browser.new_context(viewport={"width": 1280, "height": 900}, **wishes).new_page()
    page.route("**/*", _answer)
    page.goto(HERE + address)
    return page


@pytest.fixture(autouse=True, scope="module")
def _light_settings() -> Iterator[None]:
    with override_settings(
        MIDDLEWARE=MIDDLEWARE, STATICFILES_FINDERS=FINDERS, ROOT_URLCONF="tests.ui.addresses"
    ):
        finders.get_finder.cache_clear()
        yield
    finders.get_finder.cache_clear()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("text", ["normal", "large"])
@pytest.mark.parametrize("width", [1440, 1024, 390])
def test_the_gallery_has_no_fault_for_anyone(
    browser: Browser, theme: str, text: str, width: int
) -> None:
    page = _open(browser, "/ui/gallery/", reduced_motion="reduce")
    page.context.add_cookies(
        [
            {"name": "motcua-theme", "value": theme, "url": HERE},
            {"name": "motcua-text", "value": text, "url": HERE},
        ]
    )
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(HERE + "/ui/gallery/")
    found = Axe().run(page).response["violations"]
    assert [(fault["id"], [node["html"] for node in fault["nodes"]]) for fault in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.context.close()


def test_the_page_obeys_its_own_security_policy(browser: Browser) -> None:
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda fault: said.append(str(fault)))
    page.route("**/*", _answer)
    page.goto(HERE + "/thu/")
    assert said == []
    page.close()


def test_the_theme_changes_at_once_and_is_kept(browser: Browser) -> None:
    page = _open(browser, "/thu/")
    page.get_by_text("Hiển thị").click()
    page.evaluate("window.stayed = true")
    with page.expect_response("**/ui/look/"):
        page.get_by_role("button", name="Tối").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    assert page.evaluate("window.stayed") is True
    page.goto(HERE + "/thu/")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    page.context.close()


def test_the_theme_changes_without_script_too(browser: Browser) -> None:
    page = _open(browser, "/thu/", java_script_enabled=False)
    page.get_by_text("Hiển thị").click()
    page.get_by_role("button", name="Lớn", exact=True).click()
    expect(page.locator("html")).to_have_attribute("data-text", "large")
    assert urlsplit(page.url).path == "/thu/"
    page.context.close()


def test_a_question_mark_lists_the_keys_of_the_page(browser: Browser) -> None:
    page = _open(browser, "/thu/")
    page.keyboard.press("?")
    keys = page.get_by_role("dialog", name="Phím tắt")
    expect(keys).to_be_visible()
    expect(keys).to_contain_text("Thủ tục")
    expect(keys).to_contain_text("F2")
    page.keyboard.press("Escape")
    expect(keys).to_be_hidden()
    page.context.close()


def test_a_function_key_works_while_typing(browser: Browser) -> None:
    page = _open(browser, "/thu/")
    page.get_by_label("Họ tên").fill("Hoa")
    page.keyboard.press("F2")
    expect(page.get_by_role("combobox")).to_be_focused()
    page.context.close()


def test_a_suggestion_is_chosen_by_keyboard_and_sent(browser: Browser) -> None:
    page = _open(browser, "/thu/")
    box = page.get_by_role("combobox")
    box.press_sequentially("ket hon")
    expect(page.get_by_role("option")).to_have_count(2)
    box.press("ArrowDown")
    box.press("ArrowDown")
    expect(page.get_by_role("option", selected=True)).to_contain_text("Đăng ký kết hôn")
    box.press("Enter")
    expect(box).to_have_value("Đăng ký kết hôn")
    expect(box).to_have_attribute("aria-expanded", "false")
    page.get_by_role("button", name="Nhận").click()
    expect(page.locator("#sent")).to_have_text("1.000894")
    page.context.close()


def test_typing_on_after_choosing_takes_the_choice_back(browser: Browser) -> None:
    page = _open(browser, "/thu/")
    box = page.get_by_role("combobox")
    box.press_sequentially("ket")
    expect(page.get_by_role("option")).to_have_count(2)
    page.get_by_role("option").first.click()
    expect(page.locator("[name=procedure]")).to_have_value("1.001193")
    box.press_sequentially("x")
    expect(page.locator("[name=procedure]")).to_have_value("")
    page.context.close()


def test_a_form_is_sent_once_however_often_it_is_pressed(browser: Browser) -> None:
    page = _open(browser, "/thu/")
    sent: list[str] = []

    def note(route: Route) -> None:
        sent.append(route.request.method)
        route.fulfill(status=204)

    page.route("**/thu/", note)
    page.get_by_label("Họ tên").fill("Hoa")
    page.evaluate(
        "() => { const b = document.querySelector('.button-primary'); b.click(); b.click(); b.click(); }"
    )
    expect(page.locator(".button-primary .button-text")).to_have_text("Đang gửi…")
    assert sent == ["POST"]
    page.context.close()


def test_leaving_a_half_typed_form_asks_first(browser: Browser) -> None:
    page = _open(browser, "/thu/")
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.get_by_label("Họ tên").press_sequentially("Hoa")
    page.goto(HERE + "/ui/gallery/")
    assert asked == ["beforeunload"]
    page.context.close()
