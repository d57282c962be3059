"""A name in bold in a help text is a name on the page, letter for letter, in the language of the text.

Bold at the beginning of a bullet is a term that the bullet explains, and may be ours; `…` stands for what changes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from motcua.jobs.wordbook.compiling import translation_files
from motcua.workspace.help.reading import PAGES

PLACEHOLDER = re.compile(r"%\(\w+\)[sd]")
BOLD = re.compile(r"(^- )?\*\*(.+?)\*\*", re.MULTILINE | re.DOTALL)
ENGLISH = next(path for path in translation_files() if path.parts[-3] == "en")
TEXTS = sorted(PAGES.glob("*.md"))


@cache
def shown(is_english: bool) -> frozenset[str]:
    """Every word of the product in that language."""
    with ENGLISH.open("rb") as source:
        messages = [message for message in read_po(source) if message.id]
    return frozenset(
        plain(words)
        for message in messages
        for words in _forms(message.string if is_english else message.id)
    )


def named(text: str) -> list[str]:
    """What stands in bold, but for the terms that a bullet explains."""
    return [name for is_explained, name in BOLD.findall(text) if not is_explained]


def plain(words: str) -> str:
    """Without what stands around a name: capitals, a closing mark, how the line was broken."""
    return " ".join(PLACEHOLDER.sub("…", words).casefold().split()).rstrip(".:")


def _forms(words: str | Iterable[str] | None) -> Iterable[str]:
    return (words,) if isinstance(words, str) else words or ()


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_a_name_in_bold_is_shown_on_a_page(path: Path) -> None:
    names = named(path.read_text(encoding="utf-8"))
    words = shown(path.stem.endswith(".en"))
    assert [name for name in names if plain(name) not in words] == []


def test_names_are_found_in_sentences_and_left_out_where_they_are_explained() -> None:
    text = "1. Press **Go on**, then\n   **Print\n   list**.\n- **Term**: press **Find**."
    assert [plain(name) for name in named(text)] == ["go on", "print list", "find"]
