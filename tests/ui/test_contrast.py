"""Every pair of colors that meets on a page, computed from tokens.css by the formula of WCAG 2.2."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

TEXT = 4.5
SHAPE = 3.0
READ = [
    (ink, ground, TEXT)
    for ink in ("ink", "muted", "brand", "accent", "accent-strong", "danger")
    for ground in ("paper", "surface", "raised")
]
TONES = [(tone, f"{tone}-soft", TEXT) for tone in ("info", "success", "warning", "danger")]
ON_SOFT = [
    ("ink", f"{tone}-soft", TEXT) for tone in ("info", "success", "warning", "danger", "accent")
]
LINKS = [
    ("accent", f"{tone}-soft", TEXT) for tone in ("info", "success", "warning", "danger", "accent")
]
ON_COLOR = [
    ("on-accent", "accent", TEXT),
    ("on-accent", "accent-strong", TEXT),
    ("on-danger", "danger", TEXT),
    ("on-danger", "danger-strong", TEXT),
    ("on-brand", "brand-deep", TEXT),
    ("gold", "brand-deep", SHAPE),
]
SHAPES = [
    (shape, ground, SHAPE)
    for shape in ("edge", "focus")
    for ground in ("paper", "surface", "raised")
]
SELECTORS = [":root", ':root[data-theme="dark"]', ':root[data-theme="contrast"]']
PAIRS = READ + TONES + ON_SOFT + LINKS + ON_COLOR + SHAPES


def _sheet() -> str:
    return Path(finders.find("ui/css/tokens.css") or "").read_text()


def _tokens(selector: str) -> dict[str, str]:
    """The custom properties of the first block of that selector."""
    block = _sheet().split(selector + " {", 1)[1].split("}", 1)[0]
    return {name: value.strip() for name, value in re.findall(r"--([\w-]+):\s*([^;]+);", block)}


def _luminance(color: str) -> float:
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(first: str, second: str) -> float:
    darker, lighter = sorted((_luminance(first), _luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


def test_the_formula_gives_the_known_extremes() -> None:
    assert _contrast("#000000", "#ffffff") == pytest.approx(21)
    assert _contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("selector", SELECTORS)
@pytest.mark.parametrize(("front", "ground", "least"), PAIRS)
def test_a_pair_of_colors_can_be_told_apart(
    selector: str, front: str, ground: str, least: float
) -> None:
    tokens = _tokens(selector)
    assert _contrast(tokens[front], tokens[ground]) >= least


def test_the_dark_of_the_machine_is_the_dark_one_chooses() -> None:
    assert _tokens(':root[data-theme="auto"]') == _tokens(':root[data-theme="dark"]')


def test_every_color_has_its_dark_one() -> None:
    light = {name for name, value in _tokens(":root").items() if value.startswith("#")}
    assert light == {
        name for name, value in _tokens(':root[data-theme="dark"]').items() if value.startswith("#")
    }


@pytest.mark.parametrize(("front", "ground"), [pair[:2] for pair in PAIRS if pair[2] == TEXT])
def test_high_contrast_reads_at_seven_to_one(front: str, ground: str) -> None:
    tokens = _tokens(':root[data-theme="contrast"]')
    assert _contrast(tokens[front], tokens[ground]) >= 7
