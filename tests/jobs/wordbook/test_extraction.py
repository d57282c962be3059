"""Words are collected from the code; what lacks a translation is named."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from motcua.jobs.wordbook.compiling import compile_translations
from motcua.jobs.wordbook.extraction import collect, compare, update
from motcua.jobs.wordbook.python_words import extract

HEAD = 'msgid ""\nmsgstr ""\n"Language: en\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n'


@pytest.fixture
def translation(tmp_path: Path) -> Path:
    path = tmp_path / "en" / "LC_MESSAGES" / "django.po"
    path.parent.mkdir(parents=True)
    path.write_text(f'{HEAD}\nmsgid "Hồ sơ"\nmsgstr "Dossier"\n\nmsgid "Cũ"\nmsgstr "Old"\n')
    return path


@pytest.fixture
def words() -> Catalog:
    catalog = Catalog()
    catalog.add("Hồ sơ")
    catalog.add("Tiếp nhận")
    return catalog


def test_a_word_without_translation_is_named(words: Catalog, translation: Path) -> None:
    assert compare(words, translation).missing == ("Tiếp nhận",)


def test_a_file_with_other_words_than_the_code_is_stale(words: Catalog, translation: Path) -> None:
    assert not compare(words, translation).is_current


def test_updating_adds_the_new_and_drops_the_unused(words: Catalog, translation: Path) -> None:
    update(words, translation)
    text = translation.read_text()
    assert 'msgid "Tiếp nhận"\nmsgstr ""' in text
    assert "Cũ" not in text


def test_updating_keeps_what_is_translated(words: Catalog, translation: Path) -> None:
    update(words, translation)
    assert 'msgstr "Dossier"' in translation.read_text()
    assert compare(words, translation).is_current


def test_updating_twice_changes_nothing(words: Catalog, translation: Path) -> None:
    update(words, translation)
    once = translation.read_bytes()
    update(words, translation)
    assert translation.read_bytes() == once


def test_words_of_python_and_of_templates_are_both_collected() -> None:
    places = {place for message in collect() for place, _ in message.locations}
    assert {Path(place).suffix for place in places} >= {".py", ".html"}


def test_a_translation_is_compiled_only_when_its_source_is_newer(translation: Path) -> None:
    folder = translation.parents[2]
    assert compile_translations(folder) == [translation]
    assert compile_translations(folder) == []


def test_only_literal_words_are_taken_from_python() -> None:
    source = b'gettext(names["key"])\n_("H\xe1\xbb\x93 " "s\xc6\xa1")\nother("x")\nngettext("m", "n", 2)\n'
    found = list(extract(BytesIO(source), {"gettext", "_", "ngettext"}, (), {}))
    assert [(function, words) for _, function, words, _ in found] == [
        ("_", ("Hồ sơ",)),
        ("ngettext", ("m", "n", None)),
    ]
