"""Help texts in Markdown: `<key>.md` in Vietnamese, `<key>.en.md` beside it.

The first line is the title (`# …`). The words are ours, yet HTML in them is shown as text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from markdown_it import MarkdownIt
from markupsafe import Markup

TITLE = re.compile(r"# (.+)\n+")
KEY = re.compile(r"[a-z0-9-]{1,60}")
KEYCAP = re.compile(r"<code>(.+?)</code>")
SOURCE_LANGUAGE = "vi"


@dataclass(frozen=True, slots=True)
class HelpText:
    """A help text ready to be shown; `language` is the one it is written in."""

    key: str
    title: str
    body: Markup
    language: str


def keys_in(folder: Path) -> frozenset[str]:
    """Every text of the folder."""
    return frozenset(path.stem for path in folder.glob("*.md") if "." not in path.stem)


def text_in(folder: Path, key: str, language: str) -> HelpText | None:
    """The text in that language, else in Vietnamese; None where there is none."""
    if not KEY.fullmatch(key):
        return None
    for suffix, written_in in ((f".{language}", language), ("", SOURCE_LANGUAGE)):
        path = folder / f"{key}{suffix}.md"
        if path.is_file():
            return _drawn(key, path.read_text(encoding="utf-8"), written_in)
    return None


def _drawn(key: str, source: str, language: str) -> HelpText:
    title = TITLE.match(source)
    assert title is not None, f"{key}: the first line of a help text is its title"
    reader = MarkdownIt("commonmark", {"html": False}).enable("table")
    drawn = reader.render(source[title.end() :])
    body = Markup(KEYCAP.sub(r"<kbd>\1</kbd>", drawn))  # noqa: S704  # escaped by the reader
    return HelpText(key, title.group(1).strip(), body, language)
