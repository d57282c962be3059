from __future__ import annotations

from datetime import date

import pytest

from motcua.kernel.refusal import Refusal
from motcua.papers.codes import CodeTextTooLong
from motcua.papers.commands.set_form_wording import WordingBeginsInThePast
from motcua.papers.content.plain import TooManyLines
from motcua.papers.form_sets import FormUnknown, NoFormSetInForce, PaperNotInFormSet, form_sets
from motcua.papers.rules.words import (
    FormWordsRefused,
    LetterNotPrintable,
    PageValueNotValid,
    PlaceholderMissing,
    PlaceholderUnknown,
    WordEmpty,
    WordTooLong,
    WordUnknown,
)
from motcua.papers.wording import REFUSALS

RAISED = [
    NoFormSetInForce(on=date(2018, 1, 1), earliest=date(2019, 1, 6)),
    FormUnknown(form_no="99", form_set="tt03-2025"),
    TooManyLines(field="papers", count=301, count_max=300),
    CodeTextTooLong(field="lookup_url", bytes=400, bytes_max=300),
    PaperNotInFormSet(kind="STOP_NOTICE", source="Thông tư 01/2018/TT-VPCP"),
    WordUnknown(field="lines.x"),
    WordEmpty(field="lines.x"),
    WordTooLong(field="lines.x", count=201, count_max=200),
    LetterNotPrintable(field="lines.x", letter="李"),
    PlaceholderUnknown(field="lines.x", placeholder="gì", known="{điện thoại}"),
    PlaceholderMissing(field="lines.x", placeholder="điện thoại"),
    PageValueNotValid(field="page.left", least=5, most=40),
    FormWordsRefused([]),
    WordingBeginsInThePast(field="valid_from", earliest="10/06/2026"),
]


@pytest.mark.parametrize("refusal", RAISED, ids=lambda refusal: refusal.code)
def test_every_refusal_is_said_with_its_own_figures(refusal: Refusal) -> None:
    sentence = REFUSALS[refusal.code] % refusal.params
    assert sentence.endswith(".")
    assert "%(" not in sentence


def test_the_first_day_said_is_the_first_day_there_is() -> None:
    first = form_sets()[0].valid_from
    assert f"{first:%d/%m/%Y}" in REFUSALS["no-form-set-in-force"]
