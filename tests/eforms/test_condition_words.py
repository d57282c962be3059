"""Conditions and formulas said as people say them."""

from __future__ import annotations

from typing import Any

import pytest

from motcua.eforms.condition_words import condition_words, formula_words
from motcua.eforms.rules.conditions import read_condition
from motcua.eforms.rules.definition import form_of
from motcua.eforms.rules.formulas import read_formula
from motcua.eforms.rules.structure import structure_of
from tests.eforms.rules.sample_forms import YES_OR_NO, a_field, a_form
from tests.eforms.shipped_cases import FORMS

FORM = form_of(
    a_form(
        a_field("kind", "choice", choices=YES_OR_NO),
        a_field("owns", "yes_no"),
        a_field("age", "number"),
        a_field("who", "person", parts=["name", "birth_date"]),
        a_field("rows", "repeat", item_label={"vi": "Mục"}, fields=[a_field("sum", "money_vnd")]),
    )
)


@pytest.mark.parametrize(
    ("document", "said"),
    [
        ({"is": ["kind", "a"]}, "“kind” là “A”"),
        ({"is": ["owns", True]}, "“owns” là “Có”"),
        ({"is_one_of": ["kind", ["a", "b"]]}, "“kind” là “A” hoặc “B”"),
        ({"answered": "who.birth_date"}, "đã điền “who – Ngày sinh”"),
        ({"at_least": ["age", 18]}, "“age” từ 18 trở lên"),
        ({"age_at_least": ["who.birth_date", 16]}, "người sinh ngày “who – Ngày sinh” đủ 16 tuổi"),
        ({"not": {"is": ["kind", "a"]}}, "không phải là (“kind” là “A”)"),
        (
            {
                "all": [
                    {"is": ["owns", False]},
                    {"any": [{"answered": "age"}, {"answered": "kind"}]},
                ]
            },
            "“owns” là “Không” và (đã điền “age” hoặc đã điền “kind”)",
        ),
        ({"before": ["who.birth_date", {"today": True}]}, "“who – Ngày sinh” trước hôm nay"),
    ],
)
def test_a_condition_is_said_in_words(document: Any, said: str) -> None:
    assert condition_words(FORM, read_condition(document), None) == said


@pytest.mark.parametrize(
    ("document", "said"),
    [
        ({"sum_of": "rows.sum"}, "tổng “sum”"),
        ({"multiply": [{"add": ["age", 1]}, 2]}, "(“age” + 1) × 2"),
        ({"round": [{"divide": ["age", 3]}, 2]}, "làm tròn (“age” : 3; 2)"),
        ({"join": [{"text": "Ông"}, "who.name"]}, "ghép “Ông”; “who – Họ và tên”"),
        ({"years_between": ["who.birth_date", {"day": "2025-07-01"}]},
         "số năm giữa “who – Ngày sinh” và 01/07/2025"),
    ],
)  # fmt: skip
def test_a_formula_is_said_in_words(document: Any, said: str) -> None:
    assert formula_words(FORM, read_formula(document), None) == said


@pytest.mark.parametrize("code", sorted(FORMS))
def test_every_condition_of_the_shipped_forms_can_be_said(code: str) -> None:
    form = FORMS[code]
    nodes = [one for one in structure_of(form).nodes.values() if one.item.shown_if is not None]
    said = [condition_words(form, node.item.shown_if, node) for node in nodes if node.item.shown_if]
    assert len(said) == len(nodes)
    assert [words for words in said if "%(" in words or "{" in words] == []
