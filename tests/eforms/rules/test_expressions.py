"""The closed language of conditions and formulas."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from motcua.eforms.rules.conditions import holds, read_condition
from motcua.eforms.rules.formulas import kept_value, read_formula

TODAY = date(2026, 11, 22)
ANSWERS: dict[str, Any] = {
    "birth": "2008-11-22",
    "leap": "2008-02-29",
    "year": "1950",
    "n": 3,
    "area": "12.5",
    "yes": True,
    "kind": "a",
    "ticked": ["a", "b"],
    "name": "Lê An",
    "zero": 0,
}


class Plain:
    """Answers without any structure."""

    today = TODAY

    def one(self, path: str) -> Any:
        return ANSWERS.get(path)

    def many(self, path: str) -> list[Any]:
        return [1, "2.5", None, "chữ"] if path == "items.amount" else []


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ({"add": ["n", "area", 1]}, "16.5"),
        ({"subtract": ["n", 5]}, -2),
        ({"multiply": ["n", "area"]}, "37.5"),
        ({"divide": ["n", "zero"]}, None),
        ({"round": [{"divide": [10, "n"]}, 2]}, "3.33"),
        ({"round": [{"divide": [10, "n"]}, -1]}, None),
        ({"smallest": ["n", 2]}, 2),
        ({"largest": ["n", 2]}, 3),
        ({"add": ["n", "missing"]}, None),
        ({"first_of": ["missing", "name"]}, "Lê An"),
        ({"sum_of": "items.amount"}, "3.5"),
        ({"count": "items"}, 0),
        ({"age": "birth"}, 18),
        ({"age": "leap"}, 18),
        ({"age": "year"}, 76),
        ({"age": "name"}, None),
        ({"years_between": ["birth", {"day": "2026-11-21"}]}, 17),
        ({"days_between": [{"day": "2026-11-20"}, {"today": True}]}, 2),
        ({"join": ["name", "missing", {"text": "–"}, "n"]}, "Lê An – 3"),
        ({"add": ["name", 1]}, None),
        ("yes", None),
        ({"multiply": [10**17, 10**17]}, None),
    ],
)
def test_a_formula_gives_its_value_or_nothing(formula: Any, value: Any) -> None:
    assert kept_value(read_formula(formula), Plain()) == value


@pytest.mark.parametrize(
    ("condition", "truth"),
    [
        ({"is": ["kind", "a"]}, True),
        ({"is": ["yes", True]}, True),
        ({"is": ["n", 3]}, True),
        ({"is": ["yes", 1]}, False),
        ({"is": ["missing", "a"]}, None),
        ({"not": {"is": ["missing", "a"]}}, None),
        ({"is_one_of": ["kind", ["b", "a"]]}, True),
        ({"includes": ["ticked", "b"]}, True),
        ({"includes": ["ticked", "c"]}, False),
        ({"answered": "missing"}, False),
        ({"answered": "zero"}, True),
        ({"all": [{"is": ["kind", "a"]}, {"is": ["missing", "a"]}]}, None),
        ({"all": [{"is": ["kind", "b"]}, {"is": ["missing", "a"]}]}, False),
        ({"any": [{"is": ["kind", "a"]}, {"is": ["missing", "a"]}]}, True),
        ({"before": ["birth", {"today": True}]}, True),
        ({"not_after": [{"today": True}, {"day": "2026-11-22"}]}, True),
        ({"before": ["name", "birth"]}, None),
        ({"at_least": ["n", 3]}, True),
        ({"less_than": ["area", "n"]}, False),
        ({"more_than": ["area", "n"]}, True),
        ({"at_most": ["n", 2]}, False),
        ({"equal": ["n", 3]}, True),
        ({"equal": ["name", {"text": "Lê An"}]}, True),
        ({"age_at_least": ["birth", 18]}, True),
        ({"age_at_least": ["birth", 18, {"day": "2026-11-21"}]}, False),
    ],
)
def test_a_condition_is_true_false_or_not_known(condition: Any, truth: bool | None) -> None:
    assert holds(read_condition(condition), Plain()) is truth
