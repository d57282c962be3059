"""What is shown and posted again is the same: for ordinary answers and for anything that came in."""

from __future__ import annotations

import copy
from datetime import date
from typing import Any

import pytest
from django.utils.translation import override
from hypothesis import given, settings
from hypothesis import strategies as st

from motcua.eforms.posted import posted_answers
from motcua.eforms.rules.definition import Form
from motcua.eforms.rules.validation import check
from motcua.eforms.showing import show, tell_all
from tests.eforms.onscreen.drawing import drawn
from tests.eforms.real_answers import COMPLETE
from tests.eforms.rules.sample_forms import PATIENT
from tests.eforms.shipped_cases import DAYS, FORMS, disturbed
from tests.support.posted_forms import posted_by

ON = date(2026, 11, 20)
DRAWN = settings(PATIENT, max_examples=40)


def again(form: Form, answers: Any, on: date) -> dict[str, Any]:
    """The answers after they have been shown on the screen and posted as they stand."""
    page = drawn(show(form, answers, on=on, telling=tell_all))
    return posted_answers(form, posted_by(page))


@pytest.mark.parametrize("code", sorted(FORMS))
@pytest.mark.parametrize("language", ["vi", "en"])
def test_an_ordinary_case_comes_back_as_it_went(code: str, language: str) -> None:
    form = FORMS[code]
    kept = check(form, COMPLETE[code], on=ON)
    assert kept.is_complete
    with override(language):
        back = again(form, kept.answers, ON)
    assert check(form, back, on=ON).answers == kept.answers


@pytest.mark.parametrize("code", sorted(FORMS))
def test_a_form_that_is_only_looked_at_answers_nothing(code: str) -> None:
    form = FORMS[code]
    assert check(form, again(form, {}, ON), on=ON).answers == check(form, {}, on=ON).answers


@pytest.mark.parametrize("code", sorted(FORMS))
def test_page_by_page_posts_the_same_as_all_on_one_screen(code: str) -> None:
    form = FORMS[code]
    kept = check(form, COMPLETE[code], on=ON).answers
    by_page: dict[str, Any] = {}
    for page in form.pages:
        shown = show(form, kept, on=ON, page_key=page.key)
        by_page |= posted_answers(form, posted_by(drawn(shown)), page_key=page.key)
    assert by_page == again(form, kept, ON)


@DRAWN
@given(disturbed(), DAYS)
def test_whatever_stands_in_the_answers_comes_back_as_it_went(
    case: tuple[Form, dict[str, Any]], on: date
) -> None:
    form, answers = case
    kept = check(form, answers, on=on)
    back = check(form, again(form, kept.answers, on), on=on)
    assert back.answers == kept.answers
    assert back.hidden == kept.hidden


@DRAWN
@given(disturbed(), DAYS)
def test_every_fault_that_is_told_leads_to_a_field_of_the_page(
    case: tuple[Form, dict[str, Any]], on: date
) -> None:
    form, answers = case
    shown = show(form, answers, on=on, telling=tell_all)
    page = drawn(shown)
    faults = check(form, answers, on=on).faults
    assert bool(shown.faults) == bool(faults)
    assert [one.field_id for one in shown.faults if f'id="{one.field_id}"' not in page] == []


@DRAWN
@given(st.sampled_from(sorted(FORMS)), st.data())
def test_whatever_is_posted_is_read_without_fail(code: str, data: st.DataObject) -> None:
    form = FORMS[code]
    sent = posted_by(drawn(show(form, copy.deepcopy(COMPLETE[code]), on=ON))).copy()
    names = data.draw(st.lists(st.sampled_from(sorted(sent)), max_size=6))
    for name in names:
        sent.setlist(name, data.draw(st.lists(st.text(max_size=30), max_size=3)))
    checked = check(form, posted_answers(form, sent), on=ON)
    assert check(form, checked.answers, on=ON).answers == checked.answers
