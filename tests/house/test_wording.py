"""Every fact and every refusal has its words, and every word its translation."""

from __future__ import annotations

import re
from importlib import import_module
from typing import Any

import pytest
from babel.messages.pofile import read_po

from motcua.jobs.reference.discovery import facts_told, refusals_told
from motcua.jobs.wordbook.compiling import translation_files
from motcua.jobs.wordbook.extraction import KEYWORDS, compare_all
from tests.support.checkout import ROOT, tracked

GETTEXT_AS = re.compile(r"\bn?p?gettext(?:_lazy|_noop)? as (\w+)")
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%%|\{\w+\}")


def _wording(name: str) -> dict[str, Any]:
    """The dictionaries of that name in all wording modules, joined."""
    joined: dict[str, Any] = {}
    for path in tracked("src/*wording*.py"):
        module = import_module(".".join(path.relative_to(ROOT / "src").with_suffix("").parts))
        joined |= getattr(module, name, {})
    return joined


def test_every_fact_has_its_sentence() -> None:
    assert {event.code for event in facts_told()} - _wording("FACTS").keys() == set()


def test_every_refusal_has_its_sentence() -> None:
    codes = {refusal.code for refusal in refusals_told()}
    worded = {key.partition("/")[0] for key in _wording("REFUSALS") | _wording("SENTENCES")}
    assert codes - worded == set()


def test_every_language_has_every_word() -> None:
    missing = {
        state.path.parent.parent.name: state.missing for state in compare_all() if state.missing
    }
    assert missing == {}


def test_the_translation_files_hold_the_words_of_the_code() -> None:
    assert [str(state.path) for state in compare_all() if not state.is_current] == []


@pytest.mark.parametrize("path", translation_files(), ids=lambda path: path.parent.parent.name)
def test_a_translation_keeps_the_placeholders(path) -> None:  # type: ignore[no-untyped-def]
    with path.open("rb") as source:
        messages = [
            message for message in read_po(source) if message.id and isinstance(message.id, str)
        ]
    changed = [
        message.id
        for message in messages
        if message.string
        and set(PLACEHOLDER.findall(message.id)) != set(PLACEHOLDER.findall(message.string))
    ]
    assert changed == []


def test_words_are_collected_under_every_name_that_gettext_has() -> None:
    names = {
        name
        for path in tracked("src/*.py")
        for name in GETTEXT_AS.findall(path.read_text(encoding="utf-8"))
    }
    assert "_t" in names
    assert names - KEYWORDS.keys() == set()
