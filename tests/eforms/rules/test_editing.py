"""A document changed step by step, and conditions made of choices: whatever is done, a form can be read."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.eforms.rules.conditions import read_condition
from motcua.eforms.rules.definition import form_of
from motcua.eforms.rules.editing import (
    EditMisplaced,
    changed_at,
    item_at,
    keys_of,
    moved,
    new_document,
    path_of_place,
    place_of_path,
    removed,
    with_item,
    with_page,
)
from motcua.eforms.rules.picking import (
    Picked,
    Row,
    built,
    faulty_row,
    needs_words,
    offers,
    picked_of,
)
from motcua.eforms.rules.structure import structure_of
from motcua.eforms.shipped import shipped_forms
from motcua.eforms.vocabulary import FieldKind
from tests.eforms.rules.sample_forms import EVERYTHING, PATIENT, YES_OR_NO, a_field, a_form
from tests.eforms.shipped_cases import FORMS

DOCUMENTS = {one["procedure"]["code"]: one["form"] for one in shipped_forms()}
KINDS = [*map(str, FieldKind), "group", "repeat"]
FORM = form_of(EVERYTHING)


def places(document: dict[str, Any]) -> list[str]:
    found: list[str] = []

    def walk(holder: dict[str, Any], place: str) -> None:
        for at, item in enumerate(holder.get("fields") or ()):
            found.append(f"{place}.fields.{at}")
            walk(item, found[-1])

    for at, page in enumerate(document["pages"]):
        found.append(f"pages.{at}")
        walk(page, found[-1])
    return found


def pressed(
    document: dict[str, Any], button: tuple[str, str], label: str, kind: str
) -> dict[str, Any]:
    op, place = button
    if op in ("up", "down"):
        return moved(document, place, -1 if op == "up" else 1)
    if op == "remove":
        return removed(document, place)
    return (
        with_page(document, label) if op == "page" else with_item(document, place, kind, label)
    )[0]


@PATIENT
@given(st.data())
def test_whatever_buttons_are_pressed_the_draft_stays_a_form(data: st.DataObject) -> None:
    document = data.draw(st.sampled_from([new_document("new", "Mới"), *DOCUMENTS.values()]))
    for _ in range(data.draw(st.integers(1, 6))):
        here = places(document)
        place = data.draw(st.sampled_from(here)) if here else ""
        label = data.draw(st.text(max_size=12))
        op = data.draw(st.sampled_from(["up", "down", "remove", "page", "add"]))
        try:
            document = pressed(document, (op, place), label, data.draw(st.sampled_from(KINDS)))
        except EditMisplaced:
            continue
        form_of(document)
    keys = list(keys_of(document))
    assert len(structure_of(form_of(document)).twice) == 0
    assert all(keys)


@pytest.mark.parametrize("code", sorted(DOCUMENTS))
def test_every_item_has_one_place_and_every_place_one_path(code: str) -> None:
    document = DOCUMENTS[code]
    for node in structure_of(FORMS[code]).nodes.values():
        place = place_of_path(document, node.dotted)
        assert item_at(document, place)["key"] == node.item.key
        assert path_of_place(document, place) == node.dotted


@pytest.mark.parametrize(
    "place", ["pages.99", "pages", "code", "pages.0.fields.99", "x", "pages.0.key"]
)
def test_a_place_that_is_not_there_is_refused(place: str) -> None:
    with pytest.raises(EditMisplaced):
        item_at(EVERYTHING, place)


def test_up_and_down_bring_an_item_back() -> None:
    document = a_form(a_field("a", "text"), a_field("b", "text"))
    assert moved(moved(document, "pages.0.fields.0", 1), "pages.0.fields.1", -1) == document
    assert moved(document, "pages.0.fields.0", -1) == document


def test_new_names_are_made_of_the_words_and_used_once() -> None:
    document = a_form(a_field("ten_cua_tre", "text"))
    changed, place = with_item(document, "pages.0", "text", "Tên của trẻ?")
    assert item_at(changed, place)["key"] == "ten_cua_tre_2"
    assert list(keys_of(document)) == ["only", "ten_cua_tre"]


def test_what_is_empty_is_left_out() -> None:
    document = a_form(a_field("a", "text", is_required=True))
    changed = changed_at(document, "pages.0.fields.0", {"is_required": None, "length_max": 5})
    assert item_at(changed, "pages.0.fields.0") == {
        **a_field("a", "text"),
        "length_max": 5,
    }


@pytest.mark.parametrize("code", sorted(FORMS))
def test_rows_say_the_same_as_the_conditions_of_the_shipped_forms(code: str) -> None:
    form, document = FORMS[code], DOCUMENTS[code]
    simple = 0
    for node in structure_of(form).nodes.values():
        shown_if = item_at(document, place_of_path(document, node.dotted)).get("shown_if")
        picked = picked_of(form, shown_if, node)
        if shown_if is None or picked is None:
            continue
        simple += 1
        again = picked_of(form, built(picked), node)
        known = [one for offer in offers(form, node) for one in offer.statements]
        assert again == picked
        assert [row.statement for row in picked.rows if row.statement not in known] == []
    assert simple > 0


@PATIENT
@given(st.data())
def test_whatever_rows_are_chosen_make_a_condition_that_reads_back(data: st.DataObject) -> None:
    known = [one for offer in offers(FORM, None) for one in offer.statements]
    chosen = data.draw(st.lists(st.sampled_from(known), min_size=1, max_size=4))
    rows = tuple(Row(one, "3" if needs_words(one) else "") for one in chosen)
    rows = tuple(row for row in rows if faulty_row(Picked((row,))) is None)
    picked = Picked(rows, is_any=len(rows) > 1)
    document = built(picked)
    assert bool(rows) == (document is not None)
    if rows:
        read_condition(document)
        assert picked_of(FORM, document, None) == picked


def test_a_number_or_day_that_was_not_typed_is_told() -> None:
    form = form_of(a_form(a_field("age", "number"), a_field("day", "date")))
    rows = (Row({"at_least": ["age", None]}, "18"), Row({"before": ["day", None]}, "hôm qua"))
    assert faulty_row(Picked(rows)) == 1
    typed = (rows[0], Row({"before": ["day", None]}, "01/07/2025"))
    expected = {"all": [{"at_least": ["age", 18]}, {"before": ["day", {"day": "2025-07-01"}]}]}
    assert built(Picked(typed)) == expected
    assert picked_of(form, expected, None) == Picked(typed)


@pytest.mark.parametrize(
    "document",
    [
        {"all": [{"any": [{"answered": "kind"}, {"answered": "kind"}]}, {"answered": "kind"}]},
        {"equal": ["kind", "kind"]},
        {"before": ["kind", {"today": True}]},
    ],
)
def test_what_rows_cannot_say_is_left_to_experts(document: Any) -> None:
    form = form_of(a_form(a_field("kind", "choice", choices=YES_OR_NO)))
    assert picked_of(form, document, None) is None
