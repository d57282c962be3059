"""Help for the page one is on: as a page without script, as a fragment for the panel, with that page's keys."""

from __future__ import annotations

import re

import pytest

from motcua.workspace.help.reading import help_text
from tests.web.workspace.conftest import Receive, SignIn, text_of

SHORTCUT = re.compile(r'data-shortcut="([^"]+)"(?! data-global-key)')
EVERYWHERE = {"/"}


def test_each_page_leads_to_its_own_help_and_back(browser: SignIn) -> None:
    client = browser("tiepnhan1")
    assert 'href="/help/calendar/?from=%2Fcalendar%2F"' in text_of(client.get("/calendar/"))
    page = text_of(client.get("/help/calendar/?from=/calendar/"))
    assert "Ngày làm việc, ngày nghỉ" in page
    assert 'href="/calendar/"' in page
    assert "<kbd>?</kbd>" in page


def test_the_way_back_never_leads_to_another_site(browser: SignIn) -> None:
    page = text_of(browser("tiepnhan1").get("/help/desk/?from=https://evil.example/"))
    assert 'href="https://evil.example' not in page


def test_the_panel_gets_the_text_alone(browser: SignIn) -> None:
    answer = browser("tiepnhan1").get("/help/desk/", headers={"HX-Request": "true"})
    assert "<html" not in text_of(answer)
    assert "<h2" in text_of(answer)
    assert "HX-Request" in answer["Vary"]


def test_help_speaks_the_reader_s_language(browser: SignIn) -> None:
    client = browser("tiepnhan1")
    client.post("/ui/look/", {"language": "en", "next": "/desk/"})
    assert "Receive a dossier" in text_of(client.get("/help/receive/"))
    assert 'lang="en"' in text_of(client.get("/help/receive/"))


def test_every_help_text_is_in_the_list(browser: SignIn) -> None:
    page = text_of(browser("giamsat").get("/help/"))
    assert 'href="/help/receive/"' in page
    assert 'href="/help/access-log/"' in page


@pytest.mark.parametrize("key", ["nothing-here", "..", "desk.en"])
def test_a_help_text_that_is_not_there_is_not_found(browser: SignIn, key: str) -> None:
    assert browser("tiepnhan1").get(f"/help/{key}/").status_code == 404


def test_strangers_are_asked_to_sign_in(browser: SignIn) -> None:
    assert browser("").get("/help/").status_code == 302


@pytest.mark.parametrize(
    ("key", "path"),
    [("desk", "/desk/"), ("receive", "/desk/receive/"), ("dossier", "/dossiers/{code}/")],
)
def test_the_keys_of_a_page_are_told_in_its_help(
    browser: SignIn, receive: Receive, key: str, path: str
) -> None:
    page = text_of(browser("tiepnhan1").get(path.format(code=receive())))
    text = help_text(key, "vi")
    assert text is not None
    found = set(SHORTCUT.findall(page)) - EVERYWHERE
    assert found
    assert {one for one in found if f"<kbd>{one}</kbd>" not in text.body} == set()


def test_keys_can_be_turned_off_and_stay_off(browser: SignIn) -> None:
    client = browser("tiepnhan1")
    client.post("/ui/look/", {"keys": "off", "next": "/desk/"})
    assert 'data-keys="off"' in text_of(client.get("/desk/"))
    client.post("/ui/look/", {"keys": "on", "next": "/desk/"})
    assert 'data-keys="off"' not in text_of(client.get("/desk/"))


def test_the_keys_that_go_to_pages_are_those_of_the_own_pages(browser: SignIn) -> None:
    page = text_of(browser("quantri").get("/officers/"))
    assert 'data-go="T"' in page
    assert 'data-go="N"' not in page
