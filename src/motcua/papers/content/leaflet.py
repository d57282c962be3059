"""The words of a leaflet, ready for its template: cut step by step until they fit one page."""

from __future__ import annotations

from typing import Any, Final

from motcua.papers.cleaning import breakable, printable
from motcua.papers.codes import qr_svg
from motcua.papers.content.web_address import web_address
from motcua.papers.data.leaflets import Leaflet, LeafletPart

RUN_MAX: Final = 34
UNNAMED: Final = "…"
"""For readers aloud no heading may be empty."""
STEPS: Final = (
    (1.0, 40, 400),
    (0.9, 40, 300),
    (0.8, 30, 220),
    (0.72, 24, 170),
    (0.66, 16, 120),
    (0.6, 8, 90),
    (0.55, 4, 60),
)
"""Size of the letters, lines of a part, characters of a line: the first step that fits is printed."""


def leaflet_content(data: Leaflet, step: tuple[float, int, int]) -> dict[str, Any]:
    """Plain words for `leaflet.typ`. Refusals: CodeTextTooLong."""
    scale, lines_max, characters_max = step
    return {
        "title": _text(data.title, 2 * characters_max) or UNNAMED,
        "office": _text(data.office, 160),
        "code_words": _text(data.code_words, 120),
        "running_code": "",
        "scale": scale,
        "language": data.language,
        "parts": [_part(part, data.more, lines_max, characters_max) for part in data.parts],
        "code": qr_svg(data.address, field="address"),
        "address": web_address(data.address),
        "scan_words": _text(data.scan_words, 160),
        "foot": [_text(line, 200) for line in data.foot],
        "margins": {},
        "copies": [""],
        "hidden": [],
        "words": {},
    }


def _part(part: LeafletPart, more: str, lines_max: int, characters_max: int) -> dict[str, Any]:
    left_out = len(part.lines) - lines_max
    return {
        "title": _text(part.title, 120) or UNNAMED,
        "lines": [_text(line, characters_max) for line in part.lines[:lines_max]],
        "more": _text(more % {"count": left_out}, 200) if left_out > 0 else "",
        "numbered": part.is_numbered,
    }


def _text(words: str, characters_max: int) -> str:
    shown = printable(words)
    if len(shown) > characters_max:
        shown = f"{shown[: characters_max - 1].rstrip()}…"
    return breakable(shown, run_max=RUN_MAX)
