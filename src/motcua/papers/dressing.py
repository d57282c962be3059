"""The words of a form put on the content of a paper: sentences filled, lines hidden, margins set."""

from __future__ import annotations

from typing import Any, Final

from motcua.papers.rules.words import MARGINS, OPTIONAL, PLACEHOLDER, SIZE, Changes, WordSheet
from motcua.papers.vocabulary import PaperSize

TO_FILL_IN: Final = "……………"
"""Printed for a placeholder without a value: a person writes it in."""
_NUMBER_MAX: Final = 20


def size_of(sheet: WordSheet, changes: Changes, asked: PaperSize | None) -> PaperSize:
    """The sheet of paper: as asked if the form has it, else as the office set it, else the default."""
    if asked in sheet.sizes:
        assert asked is not None
        return asked
    return PaperSize(str(changes.get(SIZE, sheet.sizes[0])))


def dress(content: dict[str, Any], sheet: WordSheet, changes: Changes) -> dict[str, Any]:
    """The content with `words` by group, `hidden` columns and `margins` (mm); hidden lines emptied."""
    hidden = [path for path in sheet.optional if changes.get(OPTIONAL + path) is False]
    for path in hidden:
        _empty(content, path)
    words: dict[str, dict[str, str]] = {}
    for key, default in sheet.texts.items():
        group, _, name = key.partition(".")
        words.setdefault(group, {})[name] = _filled(str(changes.get(key, default)), sheet, content)
    margins = {key.partition(".")[2]: changes[key] for key in MARGINS if key in changes}
    return content | {"words": words, "hidden": hidden, "margins": margins}


def _filled(text: str, sheet: WordSheet, content: dict[str, Any]) -> str:
    def value(name: str) -> str:
        found: Any = content
        for step in sheet.fills[name].split("."):
            found = found.get(step) if isinstance(found, dict) else None
        return _said(found) if found not in ("", None) else TO_FILL_IN

    return PLACEHOLDER.sub(lambda match: value(match[1]), text)


def _said(value: Any) -> str:
    """A count below ten takes a 0; a telephone number stays on one line."""
    if isinstance(value, int):
        return f"{value:02d}"
    text = str(value)
    is_number = len(text) <= _NUMBER_MAX and text.replace(" ", "").isdigit()
    return text.replace(" ", "\N{NO-BREAK SPACE}") if is_number else text


def _empty(content: dict[str, Any], path: str) -> None:
    """Nothing where the path leads; a path that ends at a column or nowhere is left to the template."""
    *way, last = path.split(".")
    place: Any = content
    for step in way:
        place = place.get(step) if isinstance(place, dict) else None
    if isinstance(place, dict) and last in place:
        place[last] = [] if isinstance(place[last], list) else ""
