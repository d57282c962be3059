"""The page is read aloud where the browser has a voice for its language, part by part, and stops when told.

The machine of a test has no voice: one is put in that says at once what it was given, and keeps it.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.support.checkout import ROOT

SCRIPT = ROOT / "src/motcua/ui/static/ui/js/read.js"
VOICE = """
  window.said = [];
  const voices = LANGUAGE ? [{ lang: LANGUAGE, name: "thử" }] : [];
  class Utterance { constructor(text) { this.text = text; } }
  const speech = new EventTarget();
  Object.assign(speech, { getVoices: () => voices, cancel: () => {},
    speak: (one) => { window.said.push([one.lang, one.text]); window.goOn = one.onend; } });
  Object.defineProperty(window, "speechSynthesis", { value: speech, configurable: true });
  window.SpeechSynthesisUtterance = Utterance;
"""
PAGE = """<html lang="vi"><body>
<button type="button" hidden aria-pressed="false" data-read="Đọc to" data-stop="Dừng đọc"><span class="menu-word read-word">Đọc to</span></button>
<nav><p>Không đọc phần này.</p></nav>
<main><h1>Tra cứu hồ sơ</h1><p>Câu một. Câu hai.</p><ul><li><p>Trong danh sách</p></li></ul>
<p hidden>Không thấy</p><p aria-hidden="true">Chỉ để nhìn</p></main></body></html>"""


def opened(page: Page, language: str) -> None:
    page.set_content(PAGE)
    page.add_script_tag(content=f"(() => {{ const LANGUAGE = {language!r};{VOICE}}})()")
    page.add_script_tag(path=SCRIPT)


def said(page: Page) -> list[str]:
    return [text for _language, text in page.evaluate("window.said")]


def test_each_part_that_is_seen_is_read_once_in_the_language_of_the_page(page: Page) -> None:
    opened(page, "vi-VN")
    button = page.get_by_role("button", name="Đọc to")
    button.focus()
    page.keyboard.press("Enter")
    stop = page.get_by_role("button", name="Dừng đọc")
    expect(stop).to_have_attribute("aria-pressed", "true")
    expect(page.locator("h1")).to_have_class("being-read")
    for _part in range(4):
        page.evaluate("window.goOn()")
    assert said(page) == ["Tra cứu hồ sơ", "Câu một.", "Câu hai.", "Trong danh sách"]
    assert {language for language, _text in page.evaluate("window.said")} == {"vi"}
    expect(button).to_have_attribute("aria-pressed", "false")
    expect(page.locator(".being-read")).to_have_count(0)


@pytest.mark.parametrize("key", ["Escape", "Enter"])
def test_it_stops_by_the_keyboard_and_stays_silent(page: Page, key: str) -> None:
    opened(page, "vi")
    page.get_by_role("button", name="Đọc to").focus()
    page.keyboard.press("Enter")
    page.keyboard.press(key)
    expect(page.get_by_role("button", name="Đọc to")).to_have_attribute("aria-pressed", "false")
    page.evaluate("window.goOn()")
    assert said(page) == ["Tra cứu hồ sơ"]


@pytest.mark.parametrize("language", ["", "en-US"])
def test_without_a_voice_for_the_language_there_is_no_button(page: Page, language: str) -> None:
    opened(page, language)
    expect(page.locator("button")).to_be_hidden()
