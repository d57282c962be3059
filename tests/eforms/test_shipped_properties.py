"""What holds of the shipped forms whatever comes in whichever place."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from hypothesis import given

from motcua.eforms.rules.definition import Form
from motcua.eforms.rules.shapes import Field
from motcua.eforms.rules.structure import structure_of
from motcua.eforms.rules.validation import check
from motcua.eforms.value_words import value_words
from tests.eforms.rules.sample_forms import PATIENT
from tests.eforms.shipped_cases import DAYS, disturbed


def _leads_to_an_item(form: Form, path: str) -> bool:
    keys = tuple(key for key in path.split(".") if not key.isdigit())
    nodes = structure_of(form).nodes
    depth = max((n for n in range(1, len(keys) + 1) if keys[:n] in nodes), default=0)
    return depth > 0 and (depth == len(keys) or isinstance(nodes[keys[:depth]].item, Field))


@PATIENT
@given(disturbed(), DAYS)
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
@given(disturbed(), DAYS)
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
@given(disturbed())
def test_whatever_stands_in_an_answer_can_be_said(case: tuple[Form, dict[str, Any]]) -> None:
    form, answers = case
    for node in structure_of(form).nodes.values():
        if isinstance(node.item, Field) and len(node.path) == 1:
            assert isinstance(value_words(node.item, answers.get(node.path[0])), str)
