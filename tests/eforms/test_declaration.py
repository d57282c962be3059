"""The printed declaration: all that was stated, in the order of the form, within the sheet, to be signed."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from django.utils.translation import override

from motcua.eforms.declaration import DeclarationHead, declaration_of, print_declaration
from motcua.eforms.rules.definition import form_of
from motcua.eforms.shipped import shipped_forms
from motcua.eforms.value_words import value_words
from motcua.kernel.clock import ZONE
from motcua.papers.data.declarations import DeclarationTable
from tests.eforms.real_answers import COMPLETE, GIA_LAM, HOA
from tests.eforms.rules.sample_forms import YES_OR_NO, a_field, a_form
from tests.papers.reading import letters_outside_sheet, page_texts, squeezed, text_of

HEAD = DeclarationHead(
    at=datetime(2026, 11, 22, 9, 0, tzinfo=ZONE),
    place_name="Gia Lâm",
    addressed_to="Ủy ban nhân dân xã Gia Lâm",
    dossier_code="H26.45-261122-0001",
)
FORMS = {one["procedure"]["code"]: form_of(one["form"]) for one in shipped_forms()}
NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"


@pytest.mark.parametrize("code", sorted(FORMS))
def test_a_declaration_has_its_head_its_pledge_and_stays_within_the_sheet(code: str) -> None:
    form = FORMS[code]
    pdf = print_declaration(form, COMPLETE[code], HEAD)
    said = squeezed(text_of(pdf))
    for words in (NATION, form.paper_title.vi, form.pledge.vi, "Kính gửi: " + HEAD.addressed_to):
        assert squeezed(words) in said
    assert squeezed("Gia Lâm, ngày 22 tháng 11 năm 2026") in said
    assert letters_outside_sheet(pdf) == []


def test_the_same_answers_give_the_same_bytes_in_any_language() -> None:
    form, answers = FORMS["1.001193"], COMPLETE["1.001193"]
    first = print_declaration(form, answers, HEAD)
    with override("en"):
        assert print_declaration(form, answers, HEAD) == first


def test_what_was_stated_stands_there_in_words() -> None:
    said = text_of(print_declaration(FORMS["1.001193"], COMPLETE["1.001193"], HEAD))
    for words in (
        "Họ và tên: Lê Thị Hoa",
        "Quan hệ với người được khai sinh: Mẹ",
        "Ngày, tháng, năm sinh: 01/11/2026",
        "Thị trấn Trâu Quỳ, Huyện Gia Lâm, Hà Nội (địa chỉ trước 01/7/2025)",
        "Nơi sinh: Thôn 3, Xã Gia Lâm, Hà Nội",
        "Dân tộc: Tày",
        "số 25/2015, cấp ngày 10/10/2015, nơi cấp: UBND thị trấn Trâu Quỳ",
        "Số lượng bản sao: 3",
        "NGƯỜI KHAI",
    ):
        assert words in said


def test_what_only_leads_through_the_questions_is_not_printed() -> None:
    said = text_of(print_declaration(FORMS["1.001193"], COMPLETE["1.001193"], HEAD))
    assert "Có khai thông tin người mẹ không" not in said


def test_hidden_answers_are_not_printed() -> None:
    answers = {**COMPLETE["1.001193"], "wants_copies": "no"}
    assert "Số lượng bản sao" not in text_of(print_declaration(FORMS["1.001193"], answers, HEAD))


def test_both_sides_sign_a_marriage() -> None:
    said = text_of(print_declaration(FORMS["1.000894"], COMPLETE["1.000894"], HEAD))
    assert "BÊN NAM BÊN NỮ" in said
    assert said.endswith("Trần Văn Nam Lê Thị Hoa")


def test_an_organization_signs_through_its_representative() -> None:
    organization = {
        "name": "Trường Tiểu học Gia Lâm",
        "address": GIA_LAM,
        "representative_name": "Đỗ Thị Thu",
        "phone": "02438276543",
    }
    answers = {**COMPLETE["2.000815"], "applicant_kind": "organization"}
    answers["organization"] = organization
    declared = declaration_of(FORMS["2.000815"], answers, HEAD)
    assert declared.signers == (("Người khai", "Đỗ Thị Thu"),)


def test_amounts_are_said_in_figures_and_words() -> None:
    said = text_of(print_declaration(FORMS["1.001612"], COMPLETE["1.001612"], HEAD))
    assert "200.000.000 đồng (Hai trăm triệu đồng)" in said


LONG = "Nguồn gốc thửa đất do ông bà để lại. " * 200
LONG_WORD = "a" * 500


def test_long_answers_and_endless_words_wrap_over_pages() -> None:
    form = form_of(
        a_form(
            a_field("story", "long_text", length_max=10_000),
            a_field("word", "text", length_max=1_000),
            paper_title={"vi": "TỜ KHAI " + "RẤT DÀI " * 20, "en": "x"},
        )
    )
    answers = {"story": LONG + "\n" + LONG_WORD, "word": LONG_WORD}
    pdf = print_declaration(form, answers, HEAD)
    pages = page_texts(pdf)
    assert len(pages) > 2
    assert HEAD.dossier_code in pages[1]
    assert letters_outside_sheet(pdf) == []
    assert squeezed("".join(pages)).count("a") >= 2 * len(LONG_WORD)


def _repeat(*fields: dict[str, Any]) -> dict[str, Any]:
    label = {"vi": "Các dòng", "en": "Lines"}
    item = {"vi": "Dòng", "en": "Line"}
    return {
        "key": "lines",
        "kind": "repeat",
        "label": label,
        "item_label": item,
        "max_items": 100,
        "fields": list(fields),
    }


def test_short_items_stand_in_a_table_that_goes_on_over_pages() -> None:
    form = form_of(a_form(_repeat(a_field("name", "text"), a_field("done", "yes_no"))))
    rows = [{"name": f"Dòng số {number} {LONG_WORD[:120]}", "done": True} for number in range(100)]
    declared = declaration_of(form, {"lines": rows}, HEAD)
    (table,) = declared.sections[0].entries
    assert isinstance(table, DeclarationTable)
    assert table.rows[3][1] == "Có"
    pdf = print_declaration(form, {"lines": rows}, HEAD)
    assert len(page_texts(pdf)) > 3
    assert letters_outside_sheet(pdf) == []


def test_items_with_people_stand_one_after_the_other() -> None:
    person = a_field("who", "person", parts=["name", "phone", "email"])
    form = form_of(a_form(_repeat(person, a_field("note", "text"))))
    items = [{"who": {"name": HOA["name"]}, "note": "một"}, {"note": "hai"}]
    said = text_of(print_declaration(form, {"lines": items}, HEAD))
    assert "Dòng 1: who: Họ và tên: Lê Thị Hoa note: một Dòng 2: note: hai" in said


def test_letters_that_no_paper_has_are_shown_as_missing() -> None:
    form = form_of(a_form(a_field("name", "text")))
    said = text_of(print_declaration(form, {"name": "Hoa 😀 #[x] *đậm* $y$"}, HEAD))
    assert "Hoa □ #[x] *đậm* $y$" in said


def test_a_form_without_answers_is_an_empty_declaration() -> None:
    form = form_of(a_form(a_field("name", "text")))
    assert NATION in text_of(print_declaration(form, {}, HEAD))


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        (a_field("it", "yes_no"), False, "Không"),
        (a_field("it", "birth_date"), "1950-08", "08/1950"),
        (a_field("it", "number", decimals=1), "120.5", "120,5"),
        (a_field("it", "choices", choices=YES_OR_NO), ["a", "b"], "A; B"),
        (a_field("it", "choice", choices=YES_OR_NO), "gone", "gone"),
        (
            a_field("it", "address"),
            {"form": "abroad", "country": "Lào", "detail": "Số 1"},
            "Số 1, Lào",
        ),
        (a_field("it", "date"), "30/02/2026", "30/02/2026"),
        (a_field("it", "computed", shown_as="money_vnd"), 5000, "5.000 đồng (Năm nghìn đồng)"),
        (a_field("it", "computed", shown_as="number"), "2.5", "2,5"),
        (a_field("it", "text"), None, ""),
        (a_field("it", "paper_reference"), {"number": "12"}, "số 12"),
    ],
)
def test_every_answer_has_its_words(field: dict[str, Any], value: Any, words: str) -> None:
    asked = form_of(a_form(field)).pages[0].fields[0]
    assert value_words(asked, value) == words  # type: ignore[arg-type]
