"""A document that is no form is refused with every fault in its place."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from motcua.eforms.rules.definition import FormUnreadable, form_of
from motcua.eforms.vocabulary import AddressForm
from tests.eforms.rules.sample_forms import ANY_JSON, EVERYTHING, PATIENT, a_field, a_form


def _faults(document: Any) -> list[tuple[str | None, str]]:
    with pytest.raises(FormUnreadable) as refused:
        form_of(document)
    return [(problem.field, problem.params["why"]) for problem in refused.value.problems]


@pytest.mark.parametrize(
    ("field", "place", "why"),
    [
        (a_field("it", "riddle"), "kind", "unknown-word"),
        (a_field("It!", "text"), "key", "not-a-key"),
        (a_field("it", "text", colour="red"), "", "unknown-name"),
        (a_field("it", "text", is_required="yes"), "is_required", "not-true-or-false"),
        (a_field("it", "text", shown_if={"exec": "rm"}), "shown_if", "unknown-operation"),
        (a_field("it", "text", shown_if={"is": ["a"]}), "shown_if", "wrong-number-of-arguments"),
        (a_field("it", "computed", formula={"add": []}), "formula", "wrong-number-of-arguments"),
        (a_field("it", "computed", formula={"day": "soon"}), "formula", "unknown-operation"),
        (a_field("it", "date", max="tomorrow"), "max", "not-a-bound"),
        (a_field("it", "person", parts=["shoe_size"]), "parts", "unknown-part"),
        (a_field("it", "person", parts=["name"], required_parts=["sex"]), "parts", "unknown-part"),
        (a_field("it", "address", address_forms=["moon"]), "address_forms", "unknown-word"),
        (a_field("it", "text", checks=[{"say": {}}]), "checks.0", "missing"),
        (a_field("it", "number", decimals=9), "decimals", "not-a-whole-number"),
        (a_field("it", "text", label="Tên"), "label", "not-an-object"),
    ],
)
def test_each_fault_is_named_with_its_place(field: Any, place: str, why: str) -> None:
    found = _faults(a_form(field))
    assert ("pages.0.fields.0" + (f".{place}" if place else ""), why) in found


def test_all_faults_are_told_at_once() -> None:
    found = _faults(a_form(a_field("one", "riddle"), a_field("two", "text", min_items=3)))
    assert {place for place, _ in found} == {"pages.0.fields.0.kind", "pages.0.fields.1"}


def test_a_condition_nested_too_deeply_is_refused() -> None:
    condition: Any = {"answered": "it"}
    for _ in range(20):
        condition = {"not": condition}
    found = _faults(a_form(a_field("it", "text", shown_if=condition)))
    assert found == [("pages.0.fields.0.shown_if", "too-deep")]


def test_fields_within_fields_within_fields_end_somewhere() -> None:
    field = a_field("it", "text")
    for _ in range(9):
        field = a_field("it", "group", fields=[field])
    assert [why for _, why in _faults(a_form(field))] == ["too-deep"]


def _refused_with(document: Any) -> list[str]:
    """Codes of what is wrong; empty for a form."""
    try:
        form_of(document)
    except FormUnreadable as refusal:
        return [problem.code for problem in refusal.problems]
    return []


@PATIENT
@given(ANY_JSON)
def test_any_json_is_refused_as_a_form_with_reasons(document: Any) -> None:
    assert set(_refused_with(document)) == {"form-definition-faulty"}


@PATIENT
@given(ANY_JSON)
def test_any_json_in_a_place_of_a_form_is_read_or_refused(found: Any) -> None:
    for name in ("shown_if", "checks", "choices", "min", "parts", "help", "formula", "fills"):
        codes = _refused_with(a_form(a_field("it", "text", **{name: found})))
        assert set(codes) <= {"form-definition-faulty"}


def test_a_form_is_read_with_all_it_says() -> None:
    form = form_of(
        {
            **EVERYTHING,
            "pages": [
                {
                    "key": "p",
                    "title": {"vi": " Trang  một ", "en": "Page one"},
                    "fields": [a_field("home", "address", address_forms=["two_tier", "abroad"])],
                }
            ],
        }
    )
    page = form.pages[0]
    field = page.fields[0]
    assert page.title.said("vi") == "Trang một"
    assert page.title.said("en-GB") == "Page one"
    assert getattr(field, "address_forms") == (AddressForm.TWO_TIER, AddressForm.ABROAD)  # noqa: B009
