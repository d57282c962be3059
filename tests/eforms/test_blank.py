"""The declaration to fill in by hand: every printed question, with room to write, within the sheet."""

from __future__ import annotations

from datetime import datetime

import pytest
from django.utils.translation import override

from motcua.eforms.blank import blank_of, print_blank
from motcua.eforms.declaration import label_on_paper
from motcua.eforms.rules.definition import form_of
from motcua.eforms.rules.shapes import Field, every_item
from motcua.eforms.vocabulary import FieldKind
from motcua.kernel.clock import ZONE
from motcua.papers.data.declarations import DeclarationBlank, DeclarationTable
from tests.eforms.rules.sample_forms import EVERYTHING, YES_OR_NO, a_field, a_form
from tests.eforms.shipped_cases import FORMS
from tests.papers.reading import letters_outside_sheet, squeezed, text_of

AT = datetime(2026, 11, 22, 9, 0, tzinfo=ZONE)


@pytest.mark.parametrize("code", sorted(FORMS))
def test_every_printed_question_and_choice_stands_on_it(code: str) -> None:
    form = FORMS[code]
    pdf = print_blank(form, at=AT)
    said = squeezed(text_of(pdf))
    asked = [one for page in form.pages for one in every_item(page.fields)]
    printed = [one for one in asked if isinstance(one, Field) and one.is_printed]
    spoken = [one for one in printed if one.kind not in (FieldKind.NOTE, FieldKind.COMPUTED)]
    labels = [label_on_paper(one).vi.rstrip("?") for one in spoken]
    assert [label for label in labels if squeezed(label) not in said] == []
    assert squeezed(form.pledge.vi) in said
    assert letters_outside_sheet(pdf) == []


def test_the_same_form_gives_the_same_bytes_in_any_language() -> None:
    first = print_blank(FORMS["1.001193"], at=AT)
    with override("en"):
        assert print_blank(FORMS["1.001193"], at=AT) == first


def test_a_question_says_when_it_is_to_be_answered() -> None:
    entries = blank_of(FORMS["1.001193"], at=AT).sections[0].entries
    (words,) = [one.note for one in entries if one.label == "Quan hệ cụ thể"]
    assert words == (
        "Điền nếu “Quan hệ với người được khai sinh” là “Người thân khác” hoặc “Người được ủy quyền”"
    )


def test_choices_have_boxes_and_short_repeats_a_table() -> None:
    form = form_of(
        a_form(
            a_field("which", "choice", choices=YES_OR_NO),
            a_field("agrees", "yes_no"),
            a_field("rows", "repeat", item_label={"vi": "Mục"}, fields=[a_field("name", "text")]),
        )
    )
    which, agrees, heading, table, _more = blank_of(form, at=AT).sections[0].entries
    assert isinstance(which, DeclarationBlank)
    assert isinstance(agrees, DeclarationBlank)
    assert (which.choices, agrees.choices) == (("A", "B"), ("Có", "Không"))
    assert (heading.label, isinstance(table, DeclarationTable)) == ("rows", True)


def test_a_form_with_everything_can_be_printed() -> None:
    assert letters_outside_sheet(print_blank(form_of(EVERYTHING), at=AT)) == []
