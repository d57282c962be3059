"""The gallery shows every component there is, and is a whole page without inline style or script."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.test import RequestFactory
from jinja2 import Environment

from motcua.ui import views

UI = Path(views.__file__).parent / "jinja2" / "ui"
INNER = {"optional_mark", "options_of", "choice_list", "column_head", "count_input"}
MACROS = {
    name
    for sheet in (UI / "components").glob("*.html")
    for name in re.findall(r"{% macro (\w+)\(", sheet.read_text())
} - INNER


@pytest.fixture(scope="module")
def page() -> str:
    request = RequestFactory().get("/ui/gallery/")
    return views.gallery(request).content.decode()


def test_the_kit_holds_every_component(pages: Environment) -> None:
    kit = pages.get_template("ui/kit.html").make_module()
    assert {name for name in vars(kit) if not name.startswith("_")} == MACROS


@pytest.mark.parametrize("name", sorted(MACROS))
def test_the_gallery_has_an_example_of_each_component(name: str) -> None:
    examples = "".join(part.read_text() for part in (UI / "gallery").glob("*.html"))
    shown = f"ui.{name}(" in examples
    within_another = name in {"wiring", "error_summary"} and f"ui.{name}" in examples
    assert shown or within_another


def test_the_gallery_is_drawn_whole(page: str) -> None:
    assert page.rstrip().endswith("</html>")
    assert page.count("<h1") == 1


def test_no_page_carries_inline_style_or_script(page: str) -> None:
    assert not re.search(r"\sstyle=", page)
    assert not re.search(r"\son\w+=", page)
    assert not re.search(r"<script(?![^>]*\ssrc=)", page)


def test_every_identity_on_the_page_is_there_once(page: str) -> None:
    identities = re.findall(r'\sid="([^"]+)"', page)
    assert sorted(identities) == sorted(set(identities))


def test_what_is_referred_to_is_on_the_page(page: str) -> None:
    identities = set(re.findall(r'\sid="([^"]+)"', page))
    said = re.findall(r'\s(?:aria-describedby|aria-labelledby|for)="([^"]+)"', page)
    assert {one for several in said for one in several.split()} - identities == set()


@pytest.mark.parametrize(
    "sheet", sorted((UI / "components").glob("*.html")), ids=lambda path: path.stem
)
def test_a_file_of_components_is_read_at_one_sitting(sheet: Path) -> None:
    assert len(sheet.read_text().splitlines()) <= 60
