"""What stands in the way of publishing a form."""

from __future__ import annotations

from typing import Any

import pytest

from motcua.eforms.rules.definition import form_of
from motcua.eforms.rules.publishing import publishing_faults
from tests.eforms.rules.sample_forms import YES_OR_NO, a_field, a_form, words


def _codes(*fields: Any, **more: Any) -> list[tuple[str, str]]:
    return [(one.path, one.code) for one in publishing_faults(form_of(a_form(*fields, **more)))]


KIND = a_field("kind", "choice", choices=YES_OR_NO)
NUMBERS = {
    "key": "items",
    "kind": "repeat",
    "label": words(),
    "item_label": words(),
    "fields": [a_field("amount", "money_vnd")],
}


@pytest.mark.parametrize(
    ("field", "code"),
    [
        (a_field("it", "text", label={"vi": "Chỉ tiếng Việt"}), "words-missing"),
        (a_field("it", "text", help={"en": "English only"}), "words-missing"),
        (a_field("it", "choice"), "choices-missing"),
        (a_field("it", "text", choices=YES_OR_NO), "choices-misplaced"),
        (a_field("it", "choice", choices=[*YES_OR_NO, YES_OR_NO[0]]), "choice-twice"),
        (a_field("it", "computed"), "formula-missing"),
        (a_field("it", "text", formula="kind"), "formula-misplaced"),
        (a_field("it", "note", is_required=True), "required-misplaced"),
        (a_field("it", "number", min=5, max=2), "bounds-crossed"),
        (a_field("it", "date", min=5), "bounds-misplaced"),
        (a_field("it", "date", min="2025-01-01", max="2024-01-01"), "bounds-crossed"),
        (a_field("it", "number", length_max=5), "length-misplaced"),
        (a_field("it", "money_vnd", decimals=1), "decimals-misplaced"),
        (a_field("it", "person"), "parts-missing"),
        (a_field("it", "text", address_forms=["abroad"]), "address-forms-misplaced"),
        (a_field("it", "text", fills="cousin.name"), "fills-unknown"),
        (a_field("it", "text", fills="applicant.phone"), "fills-misfit"),
        (a_field("it", "text", shown_if={"answered": "nowhere"}), "reference-unknown"),
        (a_field("it", "text", shown_if={"answered": "items.amount"}), "reference-into-repeat"),
        (a_field("it", "computed", formula={"sum_of": "kind"}), "reference-not-many"),
        (a_field("it", "text", shown_if={"is": ["kind", "c"]}), "value-unknown"),
        (a_field("it", "text", shown_if={"is": ["kind", True]}), "value-unknown"),
        (a_field("it", "text", shown_if={"includes": ["kind", "a"]}), "operation-misfit"),
        (a_field("it", "text", shown_if={"is": ["items", "a"]}), "reference-not-a-value"),
        (a_field("it", "group", fields=[]), "nothing-asked"),
        (a_field("it", "group", fields=[a_field("it", "text")]), "key-shadows"),
    ],
)
def test_a_fault_is_named_at_its_field(field: Any, code: str) -> None:
    found = _codes(KIND, NUMBERS, field)
    assert found
    assert {one for _, one in found} == {code}


def test_a_key_used_twice_is_named() -> None:
    assert _codes(KIND, a_field("it", "text"), a_field("it", "date")) == [("it", "key-twice")]


def test_a_circle_of_conditions_is_named() -> None:
    first = a_field("first", "text", shown_if={"answered": "second"})
    second = a_field("second", "text", shown_if={"answered": "first"})
    assert _codes(first, second) == [("first", "cycle"), ("second", "cycle")]


def test_a_sum_that_one_of_its_items_looks_at_is_a_circle() -> None:
    item = a_field("part", "text", shown_if={"at_least": ["sum", 1]})
    repeat = {**NUMBERS, "fields": [*NUMBERS["fields"], item]}
    found = _codes(repeat, a_field("sum", "computed", formula={"count": "items"}))
    assert ("sum", "cycle") in found


@pytest.mark.parametrize(
    "condition",
    [
        {"all": [{"is": ["kind", "a"]}, {"is": ["kind", "b"]}]},
        {"all": [{"is": ["kind", "a"]}, {"answered": "only_b"}]},
        {"all": [{"is": ["kind", "a"]}, {"not": {"is_one_of": ["kind", ["a", "b"]]}}]},
        {"all": [{"answered": "kind"}, {"not": {"answered": "kind"}}]},
    ],
)
def test_a_field_that_can_never_be_asked_is_named(condition: Any) -> None:
    only_b = a_field("only_b", "text", shown_if={"is": ["kind", "b"]})
    found = _codes(KIND, only_b, a_field("it", "text", shown_if=condition))
    assert found == [("it", "unreachable")]


def test_a_page_that_can_never_be_asked_is_named_by_its_fields() -> None:
    document = a_form(KIND)
    never = {"all": [{"is": ["kind", "a"]}, {"is": ["kind", "b"]}]}
    page = {"key": "never", "title": words(), "shown_if": never, "fields": [a_field("it", "text")]}
    document["pages"].append(page)
    found = publishing_faults(form_of(document))
    assert [(one.path, one.code) for one in found] == [("it", "unreachable")]


def test_a_field_asked_in_some_case_is_reachable() -> None:
    condition = {
        "any": [{"all": [{"is": ["kind", "a"]}, {"is": ["kind", "b"]}]}, {"answered": "kind"}]
    }
    assert _codes(KIND, a_field("it", "text", shown_if=condition)) == []


def test_a_form_without_pages_and_a_page_without_fields_are_no_forms() -> None:
    empty = {**a_form(), "pages": []}
    assert [one.code for one in publishing_faults(form_of(empty))] == ["no-pages"]
    assert _codes() == [("<only>", "nothing-asked")]
