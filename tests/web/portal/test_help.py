"""Every public page leads to the help that fits it, in both languages."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

import pytest
from django.test import Client

from motcua.jobs.quality.addresses import Address, addresses
from motcua.portal.help.reading import (
    OF_PAGE,
    OF_PLACE,
    ORDER,
    PAGES,
    help_text,
    keys,
    text_for_page,
)

WORDS_MAX = 300
TEXTS = sorted(PAGES.glob("*.md"))


class Anything(defaultdict[str, str]):
    """For each part of an address something that is not there."""

    def __init__(self) -> None:
        super().__init__(lambda: "1")


def portal_pages() -> list[Address]:
    filled: Mapping[str, str] = Anything()
    return [page for page in addresses(filled) if page.name.startswith("portal:")]


def test_every_text_is_there_in_both_languages_and_in_the_list() -> None:
    assert keys() == set(ORDER)
    assert {path.name for path in TEXTS} == {
        f"{key}{ending}" for key in ORDER for ending in (".md", ".en.md")
    }
    assert set(OF_PAGE.values()) | set(OF_PLACE.values()) <= keys()


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_a_text_is_short_and_has_steps(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# ")
    assert "\n1. " in text
    assert len(text.split()) <= WORDS_MAX


def test_every_page_of_the_portal_has_its_help() -> None:
    pages = portal_pages()
    assert len(pages) > 15
    texts = {page.name: text_for_page(page.name.partition(":")[2], page.path) for page in pages}
    assert {name for name, key in texts.items() if help_text(key, "vi") is None} == set()
    assert texts["portal:track"] == "tra-cuu"
    assert texts["portal:procedure"] == "trang-thu-tuc"
    assert texts["portal:sign-in"] == "tai-khoan"
    assert texts["portal:home"] == "bat-dau"


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("key", ORDER)
def test_a_text_is_shown_in_the_language_of_the_reader(
    client: Client, standing: None, now: datetime, key: str, language: str
) -> None:
    client.cookies["motcua-language"] = language
    text = help_text(key, language)
    assert text is not None
    assert text.language == language
    assert f"<h1>{text.title}</h1>" in client.get(f"/tro-giup/{key}/").content.decode()


def test_a_page_leads_to_its_help_and_the_help_back(
    client: Client, standing: None, now: datetime
) -> None:
    page = client.get("/ho-so/").content.decode()
    (link,) = set(re.findall(r'href="(/tro-giup/tra-cuu/[^"]*)"', page))
    assert 'href="/ho-so/"' in client.get(link).content.decode()


@pytest.mark.parametrize("address", ["https://example.org/", "//example.org", "javascript:x", "x"])
def test_the_way_back_never_leads_elsewhere(
    client: Client, standing: None, now: datetime, address: str
) -> None:
    answer = client.get("/tro-giup/tra-cuu/", {"from": address})
    assert "example.org" not in answer.content.decode().partition("<main")[2]
    assert "javascript:" not in answer.content.decode()


def test_an_unknown_topic_is_not_found(client: Client, standing: None, now: datetime) -> None:
    assert client.get("/tro-giup/khong-co/").status_code == 404
