"""Words about people: faults where they are no words, doubts where two people do not fit together."""

from __future__ import annotations

from copy import deepcopy
from datetime import date
from typing import Any

import pytest

from motcua.eforms.rules.definition import form_of
from motcua.eforms.rules.validation import check, check_page
from motcua.eforms.shipped import shipped_forms
from tests.eforms.real_answers import COMPLETE

ON = date(2026, 11, 22)
BIRTH = "1.001193"
FORM = form_of(next(one["form"] for one in shipped_forms() if one["procedure"]["code"] == BIRTH))


def answers_with(**parts: dict[str, Any]) -> dict[str, Any]:
    answers = deepcopy(COMPLETE[BIRTH])
    for key, told in parts.items():
        answers[key] = {**answers[key], **told}
    return answers


def found(kind: str, answers: dict[str, Any]) -> set[tuple[str, str]]:
    return {(one.path, one.code) for one in getattr(check(FORM, answers, on=ON), kind)}


def test_a_declaration_in_order_raises_neither() -> None:
    assert found("faults", answers_with()) == set()
    assert found("doubts", answers_with()) == set()


@pytest.mark.parametrize("name", ["Trần Thị Mơ 2", "123 <script>", "..."])
def test_nobody_is_named_with_figures_or_signs(name: str) -> None:
    assert found("faults", answers_with(child={"name": name})) == {("child.name", "name-odd")}
    assert found("faults", answers_with(mother={"name": name})) == {("mother.name", "name-odd")}
    kept = check(FORM, answers_with(mother={"name": name}), on=ON).answers
    assert kept["mother"]["name"] == name


@pytest.mark.parametrize("part", ["ethnicity", "nationality"])
def test_a_people_and_a_nationality_are_words(part: str) -> None:
    assert found("faults", answers_with(child={part: "😀1"})) == {(f"child.{part}", "word-odd")}
    assert found("faults", answers_with(mother={part: "9"})) == {(f"mother.{part}", "word-odd")}


def test_a_wrong_number_is_told_once_and_not_also_as_missing() -> None:
    wrong = answers_with(applicant={"personal_id": "123"})
    assert [path for path, _code in found("faults", wrong)] == ["applicant.personal_id"]
    without = answers_with()
    del without["applicant"]["personal_id"]
    assert found("faults", without) == {("applicant", "not-so")}


def test_a_people_that_is_not_in_the_list_is_a_doubt() -> None:
    assert found("doubts", answers_with(child={"ethnicity": "zzzz"})) == {
        ("child.ethnicity", "people-not-in-list")
    }
    assert found("doubts", answers_with(child={"ethnicity": "ê đê"})) == set()


def test_one_number_for_two_people_is_a_doubt_on_the_page_of_the_second() -> None:
    applicant = answers_with()["applicant"]
    twice = answers_with(mother={"personal_id": applicant["personal_id"], "name": "Lê Thị Khác"})
    doubts = check_page(FORM, "mother", twice, on=ON).doubts
    assert ("mother.personal_id", "number-of-two") in {(one.path, one.code) for one in doubts}
    same = {"personal_id": applicant["personal_id"], "name": applicant["name"].upper()}
    assert "number-of-two" not in {
        code for _path, code in found("doubts", answers_with(mother=same))
    }


def test_a_parent_hardly_older_than_the_child_is_a_doubt() -> None:
    young = answers_with(mother={"birth_date": "2020-01-01"})
    assert ("mother.birth_date", "parent-too-young") in found("doubts", young)
