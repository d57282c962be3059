"""Typeface, icons, sheets: what the pages need is there and nothing comes from elsewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

from motcua.ui import finders as ours
from motcua.ui.icons import IconDoesNotExist, icon

UI = Path(ours.__file__).parent
SHEETS = sorted((UI / "static").rglob("*.css"))
TEMPLATES = sorted((UI / "jinja2").rglob("*.html"))


def test_the_finder_serves_the_five_cuts_of_the_wheel() -> None:
    finder = ours.TypefaceFinder()
    assert [name for name, _storage in finder.list([])] == list(ours.FONT_FILES)
    assert all(Path(finder.find(f"fonts/{name}")).is_file() for name in ours.FONT_FILES)


@pytest.mark.parametrize(
    "path",
    [
        "fonts/BeVietnamPro-Black.ttf",
        "fonts/../LICENSE",
        "BeVietnamPro-Bold.ttf",
        "fonts/",
        "x/y.css",
    ],
)
def test_the_finder_serves_nothing_else(path: str) -> None:
    assert ours.TypefaceFinder().find(path) == []
    assert ours.TypefaceFinder().find(path, find_all=True) == []


def test_every_font_of_the_sheet_is_served() -> None:
    named = re.findall(
        r'url\("\.\./\.\./fonts/([^"]+)"\)', (UI / "static/ui/css/tokens.css").read_text()
    )
    assert sorted(named) == sorted(ours.FONT_FILES)


def test_every_static_file_a_layout_names_exists() -> None:
    named = {
        path
        for template in TEMPLATES
        for path in re.findall(r'static\("([^"~]+)"\)', template.read_text())
        if not path.startswith("fonts/")
    }
    assert {path for path in named if not finders.find(path)} == set()


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.stem)
def test_a_sheet_takes_nothing_from_elsewhere(sheet: Path) -> None:
    text = sheet.read_text()
    assert "http" not in text
    assert "@import" not in text
    assert text.count("{") == text.count("}")


def test_an_icon_is_decoration_unless_it_is_named() -> None:
    assert 'aria-hidden="true"' in icon("check")
    assert 'role="img" aria-label="Xong"' in icon("check", 16, "Xong")


def test_an_unknown_icon_is_a_fault() -> None:
    with pytest.raises(IconDoesNotExist):
        icon("no-such-icon")


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.stem)
def test_every_icon_a_template_names_exists(template: Path) -> None:
    named = re.findall(r'icon\("([a-z0-9-]+)"', template.read_text())
    named += re.findall(r'icon_name="([a-z0-9-]+)"', template.read_text())
    assert all(icon(name).startswith("<svg") for name in named)
