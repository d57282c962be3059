"""What holds of the shipped forms whatever comes in whichever place."""

from __future__ import annotations

import copy
import json
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from motcua.eforms.rules.definition import Form, form_of
from motcua.eforms.rules.shapes import Field
from motcua.eforms.rules.structure import structure_of
from motcua.eforms.rules.validation import check
from motcua.eforms.shipped import shipped_forms
from motcua.eforms.value_words import value_words
from tests.eforms.real_answers import COMPLETE
from tests.eforms.rules.sample_forms import ANY_JSON, PATIENT

FORMS = {one["procedure"]["code"]: form_of(one["form"]) for one in shipped_forms()}
DAYS = st.dates(date(1990, 1, 1), date(2090, 1, 1))


def _places(value: Any, above: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every place within the answers: of a whole answer, of an item, of a part."""
    inside = value.items() if isinstance(value, dict) else ()
    inside = enumerate(value) if isinstance(value, list) else inside
    return [above] * bool(above) + [
        place for key, one in inside for place in _places(one, (*above, key))
    ]


@st.composite
def _disturbed(draw: st.DrawFn) -> tuple[Form, dict[str, Any]]:
    """An ordinary case with anything at all in one to three of its places."""
    code = draw(st.sampled_from(sorted(FORMS)))
    answers = copy.deepcopy(COMPLETE[code])
    for _ in range(draw(st.integers(1, 3))):
        *above, last = draw(st.sampled_from(_places(answers)))
        inside: Any = answers
        for key in above:
            inside = inside[key]
        inside[last] = draw(ANY_JSON)
    return FORMS[code], answers


def _leads_to_an_item(form: Form, path: str) -> bool:
    keys = tuple(key for key in path.split(".") if not key.isdigit())
    nodes = structure_of(form).nodes
    depth = max((n for n in range(1, len(keys) + 1) if keys[:n] in nodes), default=0)
    return depth > 0 and (depth == len(keys) or isinstance(nodes[keys[:depth]].item, Field))


@PATIENT
@given(_disturbed(), DAYS)
def test_whatever_comes_the_answers_check_the_same_again(
    case: tuple[Form, dict[str, Any]], on: date
) -> None:
    form, answers = case
    checked = check(form, answers, on=on)
    again = check(form, checked.answers, on=on)
    assert again.answers == checked.answers
    assert again.hidden == checked.hidden
    assert [one.path for one in checked.faults if not _leads_to_an_item(form, one.path)] == []
    json.dumps(checked.answers, allow_nan=False)


@PATIENT
@given(_disturbed(), DAYS)
def test_answers_that_were_complete_stay_complete_and_kept_faults_stay_faults(
    case: tuple[Form, dict[str, Any]], on: date
) -> None:
    form, answers = case
    checked = check(form, answers, on=on)
    again = check(form, checked.answers, on=on)
    whole_first = {one.path for one in checked.faults if "." not in one.path}
    told_again = {one.path.partition(".")[0] for one in again.faults}
    assert not checked.is_complete or again.is_complete
    assert {key for key in whole_first if isinstance(checked.answers.get(key), str)} <= told_again


@PATIENT
@given(_disturbed())
def test_whatever_stands_in_an_answer_can_be_said(case: tuple[Form, dict[str, Any]]) -> None:
    form, answers = case
    for node in structure_of(form).nodes.values():
        if isinstance(node.item, Field) and len(node.path) == 1:
            assert isinstance(value_words(node.item, answers.get(node.path[0])), str)
