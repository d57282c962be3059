"""The forms that the product brings along: complete, of real procedures, and right for ordinary cases."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from motcua.eforms.rules.definition import Form, form_of
from motcua.eforms.rules.parties import parties_of, prefill
from motcua.eforms.rules.publishing import publishing_faults
from motcua.eforms.rules.shapes import Field, every_item
from motcua.eforms.rules.validation import check
from motcua.eforms.shipped import shipped_forms
from motcua.procedures.shipped import shipped_catalogue
from tests.eforms.real_answers import COMPLETE, HOA, WRONG

ON = date(2026, 11, 22)
FORMS = {one["procedure"]["code"]: form_of(one["form"]) for one in shipped_forms()}
CODES = sorted(FORMS)


@pytest.fixture(params=CODES)
def code(request: Any) -> str:
    return str(request.param)


@pytest.fixture
def form(code: str) -> Form:
    return FORMS[code]


def test_there_are_at_least_ten_and_each_has_its_ordinary_case() -> None:
    assert len(FORMS) == len(shipped_forms()) >= 10
    assert FORMS.keys() == COMPLETE.keys() == WRONG.keys()
    assert len({form.code for form in FORMS.values()}) == len(FORMS)


def test_each_is_of_a_procedure_of_the_catalogue() -> None:
    known = {one["code"] for one in shipped_catalogue()["procedures"]}
    assert FORMS.keys() - known == set()


def test_a_shipped_form_may_be_published(form: Form) -> None:
    assert publishing_faults(form) == ()


def test_an_ordinary_case_has_no_fault_and_checks_the_same_again(code: str, form: Form) -> None:
    checked = check(form, COMPLETE[code], on=ON)
    assert checked.faults == ()
    assert checked.doubts == ()
    assert checked.unknown == ()
    assert check(form, checked.answers, on=ON).answers == checked.answers


def test_no_answer_of_an_ordinary_case_is_hidden(code: str, form: Form) -> None:
    checked = check(form, COMPLETE[code], on=ON)
    assert checked.hidden.isdisjoint(COMPLETE[code])


def test_what_is_wrong_is_named_where_it_is(code: str, form: Form) -> None:
    changes, expected = WRONG[code]
    checked = check(form, {**COMPLETE[code], **changes}, on=ON)
    assert sorted((fault.path, fault.code) for fault in checked.faults) == sorted(expected)


def test_a_form_tells_who_applies_and_takes_what_is_known(code: str, form: Form) -> None:
    checked = check(form, COMPLETE[code], on=ON)
    applicant = parties_of(form, checked.answers)["applicant"]
    assert applicant["name"] == "Lê Thị Hoa"
    assert applicant["kind"] == "person"
    choices = {key: one for key, one in COMPLETE[code].items() if isinstance(one, str)}
    filled = prefill(form, {"applicant": HOA}, choices)
    assert "Lê Thị Hoa" in str(filled)


def test_a_form_says_who_must_be_told_what_in_both_languages(form: Form) -> None:
    questions = [
        one for page in form.pages for one in every_item(page.fields) if isinstance(one, Field)
    ]
    assert [one.key for one in questions if one.label.vi == one.label.en] == []
    assert form.pledge.vi
    assert form.paper_title.vi.isupper()
    assert form.legal_basis


def test_certified_pages_and_copies_are_added_up() -> None:
    answers = check(FORMS["2.000815"], COMPLETE["2.000815"], on=ON).answers
    assert (answers["total_copies"], answers["total_sheets"]) == (8, 13)


def test_the_full_name_of_a_household_business_is_put_together() -> None:
    answers = check(FORMS["1.001612"], COMPLETE["1.001612"], on=ON).answers
    assert answers["full_name"] == "Hộ kinh doanh Phở Hoa Sen"


def test_nobody_but_who_fills_in_a_marriage_is_filled_in() -> None:
    form = FORMS["1.000894"]
    assert prefill(form, {"applicant": HOA}) == {}
    assert prefill(form, {"applicant": HOA}, {"filled_by": "woman"}).keys() == {"woman"}
    assert prefill(form, {"applicant": HOA}, {"filled_by": "woman", "woman": HOA}) == {}


def test_a_late_birth_shows_its_note_and_a_timely_one_hides_it() -> None:
    form, answers = FORMS["1.001193"], COMPLETE["1.001193"]
    late = {**answers, "child": {**answers["child"], "birth_date": "01/08/2026"}}
    assert "late" in check(form, answers, on=ON).hidden
    assert "late" not in check(form, late, on=ON).hidden
