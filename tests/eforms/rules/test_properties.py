"""What holds of every form and whatever answers come."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from motcua.eforms.rules.definition import Form, form_of
from motcua.eforms.rules.parties import parties_of, prefill
from motcua.eforms.rules.publishing import publishing_faults
from motcua.eforms.rules.shapes import Field, Repeat
from motcua.eforms.rules.structure import structure_of
from motcua.eforms.rules.validation import Checked, check, check_page
from tests.eforms.rules.sample_forms import (
    ANY_JSON,
    EVERYTHING,
    GOOD,
    PATIENT,
    answers_of,
    forms,
    good_forms,
)

ON = date(2026, 11, 22)
EVERY = form_of(EVERYTHING)
TOP_KEYS = [node.path[0] for node in structure_of(EVERY).nodes.values()]


def _disturbed() -> st.SearchStrategy[Any]:
    """Good answers of the form that has everything, with some replaced by anything at all."""
    return st.dictionaries(st.sampled_from(TOP_KEYS), ANY_JSON, max_size=5).map(
        lambda changes: {**GOOD, **changes}
    )


def _leads_to_an_item(form: Form, path: str) -> bool:
    """The path without numbers of items is that of an item, or of a part of a compound field."""
    keys = tuple(key for key in path.split(".") if not key.isdigit())
    nodes = structure_of(form).nodes
    depth = max((n for n in range(1, len(keys) + 1) if keys[:n] in nodes), default=0)
    return depth > 0 and (depth == len(keys) or isinstance(nodes[keys[:depth]].item, Field))


def _proves_everything(form: Form, answers: Any) -> Checked:
    checked = check(form, answers, on=ON)
    again = check(form, checked.answers, on=ON)
    assert again.answers == checked.answers
    assert again.hidden == checked.hidden
    assert [fault.path for fault in checked.faults if not _leads_to_an_item(form, fault.path)] == []
    json.dumps(checked.answers, allow_nan=False)
    return checked


@PATIENT
@given(ANY_JSON | _disturbed())
def test_any_json_is_checked_without_raising_and_checked_answers_stay_the_same(
    answers: Any,
) -> None:
    _proves_everything(EVERY, answers)


@PATIENT
@given(good_forms(), answers_of())
def test_a_form_that_may_be_published_checks_any_answers(document: Any, answers: Any) -> None:
    _proves_everything(form_of(document), answers)


@PATIENT
@given(forms(), answers_of())
def test_hidden_answers_never_survive(document: Any, answers: Any) -> None:
    form = form_of(document)
    checked = check(form, answers, on=ON)
    assert checked.hidden.isdisjoint(checked.answers)
    assert checked.hidden.isdisjoint(fault.path for fault in checked.faults)


@PATIENT
@given(_disturbed())
def test_hidden_answers_never_survive_in_items_and_groups(answers: Any) -> None:
    checked = check(EVERY, answers, on=ON)
    for path in checked.hidden:
        found: Any = checked.answers
        for key in path.split("."):
            found = _step(found, key)
        assert found is None


def _step(found: Any, key: str) -> Any:
    inside = found[int(key)] if isinstance(found, list) and int(key) < len(found) else found
    return inside.get(key) if isinstance(inside, dict) and not key.isdigit() else inside


@PATIENT
@given(good_forms(), answers_of(), st.randoms())
def test_the_order_of_pages_and_fields_changes_no_answer(
    document: Any, answers: Any, random: Any
) -> None:
    mixed = json.loads(json.dumps(document))
    random.shuffle(mixed["pages"])
    for page in mixed["pages"]:
        random.shuffle(page["fields"])
    first = check(form_of(document), answers, on=ON)
    second = check(form_of(mixed), answers, on=ON)
    assert first.answers == second.answers
    assert first.hidden == second.hidden
    assert sorted(map(str, first.faults)) == sorted(map(str, second.faults))


@PATIENT
@given(_disturbed(), st.randoms())
def test_the_order_of_pages_changes_no_sum_over_items(answers: Any, random: Any) -> None:
    pages = list(EVERYTHING["pages"])
    random.shuffle(pages)
    mixed = form_of({**EVERYTHING, "pages": pages})
    assert check(mixed, answers, on=ON).answers == check(EVERY, answers, on=ON).answers


@PATIENT
@given(_disturbed())
def test_the_faults_of_all_pages_are_the_faults_of_the_form(answers: Any) -> None:
    whole = check(EVERY, answers, on=ON)
    by_page = [
        fault
        for page in EVERY.pages
        for fault in check_page(EVERY, page.key, answers, on=ON).faults
    ]
    assert by_page == list(whole.faults)


@PATIENT
@given(_disturbed())
def test_what_is_known_of_people_comes_back_as_it_went_in(answers: Any) -> None:
    checked = check(EVERY, answers, on=ON)
    assume(checked.is_complete)
    parties = parties_of(EVERY, checked.answers)
    filled = prefill(EVERY, parties)
    assert filled["applicant"] == checked.answers["applicant"]
    assert parties_of(EVERY, filled) == parties


def test_the_form_that_has_everything_may_be_published() -> None:
    assert publishing_faults(EVERY) == ()
    assert any(isinstance(node.item, Repeat) for node in structure_of(EVERY).nodes.values())
