"""Which words may be changed, as a pure rule; and how they come onto the paper."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.papers.cleaning import visible_text
from motcua.papers.form_sets import every_form, form_called
from motcua.papers.rendering import render_form
from motcua.papers.rules.words import (
    MARGIN_MAX,
    MARGIN_MIN,
    MARGINS,
    PLACEHOLDER,
    SENTENCE_MAX,
    TEXT_MAX,
    FormWordsRefused,
    decide_changes,
    default_of,
    length_max,
)
from motcua.papers.specimens.choosing import specimen_of
from motcua.papers.vocabulary import PaperSize
from tests.papers.reading import letters_outside_sheet, page_sizes_mm, text_of, words_on_first_page

REQUEST = form_called("tt03-2025/02")
HELP = "sentences.help"


@pytest.mark.parametrize("key", every_form())
def test_the_words_of_a_sheet_are_no_change_of_it(key: str) -> None:
    sheet = form_called(key).sheet
    assert decide_changes(sheet, {word: default_of(sheet, word) for word in sheet.keys}) == {}


@pytest.mark.parametrize("key", every_form())
def test_every_placeholder_has_a_datum_and_every_datum_its_placeholder(key: str) -> None:
    sheet = form_called(key).sheet
    used = {name for word in sheet.texts for name in sheet.placeholders(word)}
    assert used == set(sheet.fills)


@pytest.mark.parametrize(
    ("words", "problems"),
    [
        ({"lines.none": "x"}, ["paper-word-unknown"]),
        ({"lines.reason": 5}, ["paper-word-unknown"]),
        ({"optional.none": False}, ["paper-word-unknown"]),
        ({"optional.applicant.email": "no"}, ["paper-word-unknown"]),
        ({"page.size": "A3"}, ["paper-word-unknown"]),
        ({"lines.reason": "  "}, ["paper-word-empty"]),
        ({"lines.reason": "x" * (TEXT_MAX + 1)}, ["paper-word-too-long"]),
        ({"sentences.note": "x" * (SENTENCE_MAX + 1)}, ["paper-word-too-long"]),
        ({"lines.reason": "李"}, ["paper-letter-not-printable"]),
        ({"lines.reason": "Lý do {gì}"}, ["paper-placeholder-unknown"]),
        ({HELP: "Gọi {người liên hệ}"}, ["paper-placeholder-missing"]),
        ({"page.left": MARGIN_MIN - 1}, ["paper-page-value-not-valid"]),
        ({"page.left": MARGIN_MAX + 1}, ["paper-page-value-not-valid"]),
        ({"page.left": True}, ["paper-page-value-not-valid"]),
        ({"page.left": "20"}, ["paper-page-value-not-valid"]),
        ({"lines.reason": "", "page.top": 99}, ["paper-word-empty", "paper-page-value-not-valid"]),
    ],
)
def test_every_problem_is_named(words: dict[str, Any], problems: list[str]) -> None:
    with pytest.raises(FormWordsRefused) as refused:
        decide_changes(REQUEST.sheet, words)
    assert [problem.code for problem in refused.value.problems] == problems
    assert [problem.field for problem in refused.value.problems] == list(words)


def test_a_sentence_may_go_as_a_whole() -> None:
    changes = decide_changes(REQUEST.sheet, {HELP: ""})
    assert changes == {HELP: ""}
    text = text_of(render_form(REQUEST, specimen_of(REQUEST), words=changes))
    assert "Trong quá trình" not in text
    assert "NGƯỜI HƯỚNG DẪN" in text


@pytest.mark.slow
@pytest.mark.parametrize("key", every_form())
def test_every_word_of_a_sheet_can_be_seen_when_it_is_changed_except_where_data_hide_it(
    key: str,
) -> None:
    """Each text, changed alone, changes the paper: no word of a sheet is a dead one."""
    form = form_called(key)
    data, plain = specimen_of(form), render_form(form, specimen_of(form))
    dead = []
    for word, text in form.sheet.texts.items():
        changed = decide_changes(form.sheet, {word: f"Khác {text}"})
        dead += [word] * (render_form(form, data, words=changed) == plain)
    assert set(dead) <= HIDDEN_BY_THE_SPECIMEN


HIDDEN_BY_THE_SPECIMEN = {
    "head.number",
    "head.dossier_code",
    "head.data_code",
    "head.lookup_code",
    "head.copy",
    "lines.owner",
    "lines.owner_identity",
    "lines.representative",
    "lines.representative_identity",
    "lines.no_fee",
    "lines.note",
    "lines.notes",
    "signatures.decider",
    "columns.electronic",
    "kinds.electronic",
    "copies.OFFICE",
    "sentences.closing",
    "signatures.keeper",
    "signatures.head",
    "signatures.hint",
    "signatures.seal_hint",
    "lines.closed",
}


@pytest.mark.slow
@pytest.mark.parametrize("key", every_form())
def test_every_optional_line_is_gone_when_it_is_unmarked(key: str) -> None:
    form = form_called(key)
    data, plain = specimen_of(form), render_form(form, specimen_of(form))
    still = [
        path
        for path in form.sheet.optional
        if render_form(form, data, words={f"optional.{path}": False}) == plain
    ]
    assert set(still) <= {"head.data_code", "head.lookup_code"}


def test_margins_and_size_are_those_set() -> None:
    words = {"page.size": "A4", "page.left": 40}
    wide = render_form(REQUEST, specimen_of(REQUEST), words=words)
    usual = render_form(REQUEST, specimen_of(REQUEST), words={"page.size": "A4"})
    assert page_sizes_mm(wide) == [(210, 297)]
    moved = words_on_first_page(wide, "Lý do").left - words_on_first_page(usual, "Lý do").left
    assert moved == pytest.approx(10 * 72 / 25.4, abs=0.5)
    assert page_sizes_mm(render_form(REQUEST, specimen_of(REQUEST), PaperSize.A5, words=words)) == [
        (148, 210)
    ]


@given(
    text=st.text(st.characters(blacklist_categories=["Cs"]), max_size=TEXT_MAX),
    margin=st.integers(MARGIN_MIN, MARGIN_MAX),
)
def test_what_the_rule_lets_through_is_tidy_and_not_empty(text: str, margin: int) -> None:
    changes: dict[str, Any] = {}
    with suppress(FormWordsRefused):
        changes = decide_changes(REQUEST.sheet, {"lines.reason": text, MARGINS[0]: margin})
    said = changes.get("lines.reason", "Lý do")
    assert said
    assert said == visible_text(said)
    assert PLACEHOLDER.search(said) is None


@given(margin=st.integers().filter(lambda size: not MARGIN_MIN <= size <= MARGIN_MAX))
def test_no_other_margin_is_let_through(margin: int) -> None:
    with pytest.raises(FormWordsRefused):
        decide_changes(REQUEST.sheet, {MARGINS[0]: margin})


def test_the_longest_words_allowed_stay_on_the_sheet() -> None:
    words = {
        key: " ".join(["Chữ"] * (min(length_max(key), TEXT_MAX) // 4))
        for key in REQUEST.sheet.texts
        if not REQUEST.sheet.placeholders(key)
    }
    pdf = render_form(REQUEST, specimen_of(REQUEST), words=decide_changes(REQUEST.sheet, words))
    assert letters_outside_sheet(pdf) == []
