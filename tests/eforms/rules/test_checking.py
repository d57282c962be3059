"""Answers read, made plain, and their faults named."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from motcua.eforms.rules.definition import form_of
from motcua.eforms.rules.validation import Checked, Fault, check, page_of
from tests.eforms.rules.sample_forms import EVERYTHING, GOOD, YES_OR_NO, a_field, a_form

ON = date(2026, 11, 22)
EVERY = form_of(EVERYTHING)


def _checked(field: dict[str, Any], raw: Any) -> Checked:
    return check(form_of(a_form(field)), {field["key"]: raw}, on=ON)


@pytest.mark.parametrize(
    ("kind", "more", "raw", "kept"),
    [
        ("text", {}, "  Lê \u200b Thị\u00a0Hoa ", "Lê Thị Hoa"),
        ("long_text", {}, " một \r\n\n\n\nhai ", "một\n\nhai"),
        ("number", {}, "1.234", 1234),
        ("number", {"decimals": 2}, "1.234,50", "1234.5"),
        ("number", {"decimals": 1}, 12.5, "12.5"),
        ("number", {"min": -5}, "-3", -3),
        ("money_vnd", {}, "2.500.000", 2_500_000),
        ("date", {}, "5/2/2026", "2026-02-05"),
        ("birth_date", {}, "1950", "1950"),
        ("sex", {}, "female", "Nữ"),
        ("yes_no", {}, "Không", False),
        ("choice", {"choices": YES_OR_NO}, " b", "b"),
        ("choices", {"choices": YES_OR_NO}, ["b", "a", "b"], ["a", "b"]),
        ("phone", {}, "+84 912 345 678", "0912345678"),
        ("email", {}, " an.le@example.vn ", "an.le@example.vn"),
        ("personal_id", {}, "001 190 012 345", "001190012345"),
        ("tax_code", {}, "0100109106001", "0100109106-001"),
    ],
)
def test_what_people_write_is_made_plain(kind: str, more: Any, raw: Any, kept: Any) -> None:
    checked = _checked(a_field("it", kind, **more), raw)
    assert checked.faults == ()
    assert checked.answers == {"it": kept}


@pytest.mark.parametrize(
    ("kind", "more", "raw", "code"),
    [
        ("text", {"length_max": 5}, "quá dài", "answer-too-long"),
        ("text", {}, {"a": "b"}, "answer-shape"),
        ("number", {}, "1,5", "number-decimals"),
        ("number", {"max": 9}, "10", "number-too-big"),
        ("number", {"min": 2}, "1", "number-too-small"),
        ("number", {}, "-1", "number-too-small"),
        ("number", {}, "mười", "number-faulty"),
        ("number", {}, 10**400, "number-faulty"),
        ("number", {}, float("nan"), "number-faulty"),
        ("number", {}, True, "number-faulty"),
        ("date", {}, "30/02/2026", "date-faulty"),
        ("date", {"max": "today"}, "23/11/2026", "date-too-late"),
        ("date", {"min": "2025-07-01"}, "30/06/2025", "date-too-early"),
        ("birth_date", {}, "2030", "date-too-late"),
        ("sex", {}, "khác", "choice-unknown"),
        ("yes_no", {}, "có lẽ", "yes-no-faulty"),
        ("choice", {"choices": YES_OR_NO}, "c", "choice-unknown"),
        ("choices", {"choices": YES_OR_NO}, ["a", "c"], "choice-unknown"),
        ("phone", {}, "0912", "phone-length"),
        ("email", {}, "an.le@", "email-faulty"),
        ("personal_id", {}, "0011", "personal-id-length"),
        ("tax_code", {}, "0100109107", "tax-code-check-digit"),
        ("address", {}, {"province_code": "99", "commune": "X"}, "province-unknown"),
    ],
)
def test_what_cannot_be_is_a_fault(kind: str, more: Any, raw: Any, code: str) -> None:
    assert [fault.code for fault in _checked(a_field("it", kind, **more), raw).faults] == [code]


def test_what_was_typed_stays_so_that_it_can_be_mended() -> None:
    checked = _checked(a_field("it", "date"), "30/02/2026")
    assert checked.answers == {"it": "30/02/2026"}


def test_good_answers_give_sums_ages_and_no_fault() -> None:
    checked = check(EVERY, GOOD, on=ON)
    assert checked.faults == ()
    assert checked.answers["total"] == 1_750_000
    assert checked.answers["whole"] == 1_752_000
    assert [child["age"] for child in checked.answers["children"]] == [11, 2]
    assert "school" not in checked.answers["children"][1]
    assert checked.hidden == {"children.1.school", "home"}
    assert checked.pages == ("people", "matter", "result", "totals")


def test_every_empty_required_field_is_told_and_nothing_hidden_is_asked() -> None:
    checked = check(EVERY, {}, on=ON)
    assert checked.faults == (
        Fault("applicant.name", "answer-required"),
        Fault("applicant.birth_date", "answer-required"),
        Fault("has_children", "answer-required"),
        Fault("kind", "answer-required"),
    )
    assert "children" in checked.hidden
    assert checked.pages == ("people", "matter", "totals")


def test_a_missing_part_of_a_person_is_told_at_the_part() -> None:
    checked = check(EVERY, {**GOOD, "applicant": {"name": "Lê Thị Hoa"}}, on=ON)
    assert [fault.path for fault in checked.faults] == ["applicant.birth_date"]


def test_an_address_needs_province_and_commune_whichever_form_it_has() -> None:
    old = {"form": "three_tier", "province": "Hà Nội", "detail": "Số 1"}
    person = {"name": "Lê Thị Hoa", "birth_date": "1990", "residence": old}
    checked = check(EVERY, {**GOOD, "applicant": person}, on=ON)
    assert [fault.path for fault in checked.faults] == [
        "applicant.residence.district",
        "applicant.residence.commune",
    ]


@pytest.mark.parametrize(
    ("given", "commune", "code"),
    [
        ({"commune": "Xã Gia Lâm"}, "Xã Gia Lâm", "00565"),
        ({"commune": "gia lam"}, "Xã Gia Lâm", "00565"),
        ({"commune_code": "00565"}, "Xã Gia Lâm", "00565"),
        ({"commune": "gia lâm", "commune_code": "00565"}, "Xã Gia Lâm", "00565"),
    ],
)
def test_code_or_name_of_a_commune_gives_both(given: Any, commune: str, code: str) -> None:
    checked = _checked(a_field("it", "address"), {"province_code": "01", **given})
    assert checked.faults == checked.doubts == ()
    assert checked.answers["it"] == {
        "form": "two_tier",
        "province_code": "01",
        "commune": commune,
        "commune_code": code,
    }


def test_an_address_of_which_nothing_can_be_kept_is_gone() -> None:
    checked = _checked(a_field("it", "address"), {"province_code": 5})
    assert checked.answers == {}
    assert ("it.province_code", "answer-shape") in [(one.path, one.code) for one in checked.faults]


def test_a_commune_that_is_not_in_the_list_is_a_doubt_and_no_fault() -> None:
    checked = _checked(a_field("it", "address"), {"province_code": "01", "commune": "Xã Mới"})
    assert checked.faults == ()
    assert [(one.path, one.code) for one in checked.doubts] == [
        ("it.commune", "commune-not-in-list")
    ]


@pytest.mark.parametrize(
    ("given", "path", "code"),
    [
        ({"commune_code": "99999"}, "it.commune_code", "commune-unknown"),
        ({"commune_code": "abc"}, "it.commune_code", "commune-code-faulty"),
        ({"commune_code": "00565", "commune": "Ba Đình"}, "it.commune", "commune-differs"),
    ],
)
def test_a_code_of_no_commune_and_a_name_of_another_are_faults(
    given: Any, path: str, code: str
) -> None:
    checked = _checked(a_field("it", "address"), {"province_code": "01", **given})
    assert (path, code) in [(fault.path, fault.code) for fault in checked.faults]


def test_a_number_that_tells_another_sex_is_a_doubt_and_no_fault() -> None:
    person = {
        "name": "Lê Văn Ba",
        "birth_date": "1991",
        "sex": "Nam",
        "personal_id": "001190012345",
    }
    checked = check(EVERY, {**GOOD, "applicant": person}, on=ON)
    assert checked.faults == ()
    assert [doubt.path for doubt in checked.doubts] == ["applicant.birth_date", "applicant.sex"]


def test_a_check_that_fails_says_its_words_at_its_item() -> None:
    child = {"full_name": "Lê An", "born_on": "2015-02-01", "school": "Lê An"}
    checked = check(EVERY, {**GOOD, "children": [child]}, on=ON)
    assert [(fault.path, fault.code) for fault in checked.faults] == [
        ("children.0.school", "not-so")
    ]
    assert checked.faults[0].params["vi"] == "Tên trường khác tên con"


def test_too_few_and_too_many_items_are_faults() -> None:
    child = {"full_name": "Lê An", "born_on": "2015-02-01"}
    few = check(EVERY, {**GOOD, "children": []}, on=ON)
    many = check(EVERY, {**GOOD, "children": [child] * 4}, on=ON)
    assert [fault.code for fault in few.faults] == ["too-few-items"]
    assert [fault.code for fault in many.faults] == ["too-many-items"]


def test_a_condition_on_what_is_not_answered_shows_nothing_and_its_opposite_neither() -> None:
    form = form_of(
        a_form(
            a_field("kind", "choice", choices=YES_OR_NO),
            a_field("one", "text", shown_if={"is": ["kind", "a"]}),
            a_field("other", "text", shown_if={"not": {"is": ["kind", "a"]}}),
        )
    )
    assert check(form, {}, on=ON).hidden == {"one", "other"}
    assert check(form, {"kind": "b"}, on=ON).hidden == {"one"}


def test_a_chain_of_three_hundred_fields_that_look_at_each_other_is_worked_out() -> None:
    last = 299
    fields = [
        a_field(f"f{at}", "computed", formula={"add": [f"f{at - 1}", 1]})
        for at in range(last, 0, -1)
    ]
    document = a_form(*fields[:150], a_field("f0", "number"))
    document["pages"].append(
        {"key": "more", "title": {"vi": "x", "en": "x"}, "fields": fields[150:]}
    )
    checked = check(form_of(document), {"f0": 1}, on=ON)
    assert checked.answers["f299"] == 300


def test_names_that_the_form_does_not_have_are_told_and_left_out() -> None:
    checked = check(EVERY, {**GOOD, "password": "x"}, on=ON)
    assert checked.unknown == ("password",)
    assert "password" not in checked.answers


def test_the_page_of_a_path_is_found() -> None:
    assert page_of(EVERY, "children.0.age") == "people"
    assert page_of(EVERY, "nothing") == ""


def test_a_name_with_a_picture_is_refused_in_words_and_stays_as_typed() -> None:
    field = a_field("who", "person", parts=["name"])
    checked = _checked(field, {"name": "Nguyễn Thị Bảy 😀"})
    assert [(one.path, one.code) for one in checked.faults] == [("who.name", "name-odd")]
    assert checked.answers == {"who": {"name": "Nguyễn Thị Bảy 😀"}}
