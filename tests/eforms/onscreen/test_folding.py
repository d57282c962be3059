"""Another identity paper is asked for last and folded, for most have a personal number; dates call for digits."""

from __future__ import annotations

from datetime import date
from typing import Any

from motcua.eforms.showing import show
from tests.eforms.onscreen.drawing import drawn
from tests.eforms.shipped_cases import FORMS

FOLD = '<details class="eform-fold"'


def page_of(saved: dict[str, Any]) -> str:
    form = FORMS["1.001193"]
    return drawn(show(form, saved, on=date(2026, 11, 20), page_key="mother"))


def test_another_paper_comes_last_and_folded_until_something_stands_in_it() -> None:
    empty = page_of({"declares_mother": True})
    assert f"{FOLD}><summary>" in empty
    assert empty.index("a.mother.residence.detail") < empty.index(FOLD)
    paper = {"identity_paper": {"number": "C1234567"}}
    assert f"{FOLD} open>" in page_of({"declares_mother": True, "mother": paper})


def test_a_telephone_offers_digits_for_a_date() -> None:
    _before, after = page_of({"declares_mother": True}).split('name="a.mother.birth_date"', 1)
    assert 'inputmode="numeric"' in after.split(">", 1)[0]
