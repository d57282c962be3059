"""Every letter said to be printable is drawn in all three styles, and can be copied back."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest

from motcua.papers.cleaning import REPERTOIRE
from motcua.papers.rendering import render
from motcua.papers.vocabulary import PaperKind, SlipPaper
from tests.papers.reading import letters_outside_sheet, squeezed, text_of
from tests.papers.samples import BIRTH

LETTERS_PER_TEXT = 400
LETTERS = [chr(point) for point in sorted(REPERTOIRE) if not unicodedata.combining(chr(point))]
MARKS = [chr(point) for point in sorted(REPERTOIRE) if unicodedata.combining(chr(point))]
TEXTS = [
    " ".join(LETTERS[start : start + LETTERS_PER_TEXT])
    for start in range(0, len(LETTERS), LETTERS_PER_TEXT)
]


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: f"from {ord(text.strip()[0]):04X}")
def test_the_repertoire_is_printed_upright_bold_and_italic(text: str) -> None:
    upright, italic = (
        replace(BIRTH, papers=(SlipPaper(name=text),)),
        replace(BIRTH, papers=(SlipPaper(name="a", note=text),)),
    )
    bold = replace(BIRTH, due_at=None, due_words=text)
    for data in (upright, italic, bold):
        pdf = render(PaperKind.SLIP, data)
        assert squeezed(text) in squeezed(text_of(pdf))
        assert letters_outside_sheet(pdf) == []


def test_every_mark_is_printed_on_a_letter() -> None:
    text = " ".join(f"◌{mark}" for mark in MARKS)
    pdf = render(
        PaperKind.SLIP, replace(BIRTH, papers=(SlipPaper(name=text, note=text),), officer_name=text)
    )
    assert MARKS
    assert letters_outside_sheet(pdf) == []
