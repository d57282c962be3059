"""Another identity paper is asked for last and folded, for most have a personal number; dates call for digits."""

from __future__ import annotations

from datetime import date
from typing import Any

from motcua.eforms.showing import show
from motcua.eforms.turning import turn
from tests.eforms.onscreen.drawing import drawn
from tests.eforms.shipped_cases import FORMS
from tests.support.posted_forms import filled_in

ON = date(2026, 11, 20)
FOLD = '<details class="eform-fold"'


def page_of(saved: dict[str, Any]) -> str:
    form = FORMS["1.001193"]
    return drawn(show(form, saved, on=ON, page_key="mother"))


def test_another_paper_comes_last_and_folded_until_something_stands_in_it() -> None:
    empty = page_of({"declares_mother": True})
    assert f"{FOLD}><summary>" in empty
    assert empty.index("a.mother.residence.detail") < empty.index(FOLD)
    paper = {"identity_paper": {"number": "C1234567"}}
    assert f"{FOLD} open>" in page_of({"declares_mother": True, "mother": paper})


def test_a_telephone_offers_digits_for_a_date() -> None:
    _before, after = page_of({"declares_mother": True}).split('name="a.mother.birth_date"', 1)
    assert 'inputmode="numeric"' in after.split(">", 1)[0]


def box(page: str, name: str) -> str:
    """The tag of a box."""
    before, after = page.split(f'name="{name}"', 1)
    return before.rpartition("<input")[2] + after.split(">", 1)[0]


def test_the_nationality_of_nearly_everybody_stands_there_until_it_is_said_to_be_missing() -> None:
    saved = {"declares_mother": True}
    assert 'value="Việt Nam"' in box(page_of(saved), "a.mother.nationality")
    told = {"declares_mother": True, "mother": {"nationality": "Lào"}}
    assert 'value="Lào"' in box(page_of(told), "a.mother.nationality")
    data = filled_in(page_of(saved), {"a.mother.nationality": ""})
    sent = turn(FORMS["1.001193"], saved, data, on=ON, page_key="mother")
    assert 'value="Việt Nam"' not in box(drawn(sent.shown), "a.mother.nationality")


def test_nothing_is_put_in_for_whom_it_need_not_be_said() -> None:
    deceased = drawn(show(FORMS["1.000656"], {}, on=ON, page_key="deceased"))
    assert 'value="Việt Nam"' not in deceased
