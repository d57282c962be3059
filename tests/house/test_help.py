"""Every page of the workspace has its help, in Vietnamese and in English, short and in one shape."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.urls import get_resolver

from motcua.workspace.help.reading import PAGES, SAME_HELP, help_text, keys

# Answers that are part of a page, not pages.
FRAGMENTS = {"suggest-procedures", "suggest-agencies", "changes", "upload", "dossier-file"}
FRAGMENTS |= {"fetch-report", "fetch-closed-report", "original"}
FILE_ADDRESS = re.compile(r"\.[a-z]{2,6}$")
WORDS_MAX = 450
TEXTS = sorted(PAGES.glob("*.md"))


def _pages(resolver: Any, is_staff: bool = False) -> Iterator[str]:
    for pattern in resolver.url_patterns:
        if hasattr(pattern, "url_patterns"):
            yield from _pages(pattern, pattern.namespace == "workspace")
        elif is_staff and not FILE_ADDRESS.search(str(pattern.pattern)):
            view = getattr(pattern.callback, "view_class", None)
            if hasattr(view, "get"):
                yield str(pattern.name)


def test_every_page_of_the_workspace_has_its_help() -> None:
    helped = keys() | SAME_HELP.keys() | FRAGMENTS
    assert sorted(set(_pages(get_resolver())) - helped) == []


def test_every_help_is_there_in_both_languages() -> None:
    vietnamese = {path.stem for path in TEXTS if not path.stem.endswith(".en")}
    english = {path.stem.removesuffix(".en") for path in TEXTS if path.stem.endswith(".en")}
    assert vietnamese == english


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_a_help_text_is_short_and_has_steps(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# ")
    assert "\n1. " in text
    assert len(text.split()) <= WORDS_MAX


def test_a_page_told_of_elsewhere_has_that_text() -> None:
    assert [key for key in SAME_HELP if help_text(key, "vi") is None] == []
