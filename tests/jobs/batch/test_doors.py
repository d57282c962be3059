"""The batch doors check, vietqr, fold, sort and rates, as the interfaces fix them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.jobs.batch import check, fold, rates, sort, vietqr
from motcua.jobs.batch.check import KINDS, examine
from motcua.jobs.batch.wording import say
from motcua.kernel.refusal import Refusal
from motcua.kernel.vietqr import build_vietqr

TODAY = date(2026, 11, 20)
CARD = "079095001234|025123456|Nguyễn Thị Hồng Nhung|15081995|Nữ|12 Lê Lợi|20042021"
JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=9),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3)
    ),
    max_leaves=4,
)


def checked(kind: str, value: object) -> dict[str, Any]:
    return examine({"id": "b", "kind": kind, "value": value}, today=TODAY)


def test_the_card_of_the_interfaces_is_answered_as_written_there() -> None:
    answer = checked("citizen_card_qr", CARD)
    assert list(answer) == ["id", "valid", "parsed", "warnings", "reason"]
    assert answer["parsed"] == {
        "personal_id": "079095001234",
        "old_id": "025123456",
        "name": "Nguyễn Thị Hồng Nhung",
        "birth_date": "1995-08-15",
        "sex": "Nữ",
        "address": "12 Lê Lợi",
        "issued_date": "2021-04-20",
    }
    assert (answer["id"], answer["valid"], answer["reason"]) == ("b", True, None)
    assert [warning[:26] for warning in answer["warnings"]] == ["Thẻ ghi giới tính Nữ nhưng"]


def test_a_vietqr_is_answered_with_its_parts() -> None:
    payload = build_vietqr(bank_bin="970436", account="0011", amount=8000, bill_number="HD1")
    assert checked("vietqr", payload)["parsed"] == {
        "bin": "970436",
        "account": "0011",
        "service": "QRIBFTTA",
        "amount": 8000,
        "bill_number": "HD1",
        "purpose": None,
        "initiation": "dynamic",
    }


@pytest.mark.parametrize(
    ("kind", "value", "parsed"),
    [
        ("personal_id", "079095001234", {"sex": "Nam", "birth_year": 1995, "place_code": "079"}),
        ("tax_code", "0100109106001", {"tax_code": "0100109106-001", "main": "0100109106"}),
        ("phone", "+84 912 345 678", {"phone": "0912345678", "kind": "mobile"}),
        ("dossier_code", "H26.45-240115-0001", {"date": "2024-01-15", "serial": "0001"}),
        ("procedure_code", "1.012753.H19", {"code": "1.012753", "agency": "H19"}),
    ],
)
def test_each_kind_tells_its_parts(kind: str, value: str, parsed: dict[str, Any]) -> None:
    answer = checked(kind, value)
    assert answer["valid"] is True
    assert parsed.items() <= answer["parsed"].items()


@pytest.mark.parametrize("kind", KINDS)
def test_an_invalid_value_is_an_answer_with_a_reason(kind: str) -> None:
    answer = checked(kind, "không phải")
    assert (answer["valid"], answer["parsed"], answer["warnings"]) == (False, None, [])
    assert "Hãy" in answer["reason"]


@pytest.mark.parametrize(
    ("line", "error"),
    [
        ({"kind": "passport", "value": "x"}, "Không có loại “passport”"),
        ({"kind": 5, "value": "x"}, "Trường “kind” phải là chuỗi"),
        ({"value": "x"}, "Thiếu trường “kind”"),
        ({"kind": "phone"}, "Thiếu trường “value”"),
        ({"kind": "phone", "value": None}, "Thiếu trường “value”"),
        ({"kind": "phone", "value": 912345678}, "mất số 0 ở đầu"),
        ({"kind": "phone", "value": ["0912345678"]}, "Trường “value” phải là chuỗi"),
    ],
)
def test_a_malformed_line_is_an_error(line: dict[str, Any], error: str) -> None:
    with pytest.raises(Refusal) as refused:
        check.answer(line)
    assert error in say(refused.value)


@given(st.sampled_from(KINDS), st.text(max_size=60))
def test_any_text_of_any_kind_is_answered(kind: str, value: str) -> None:
    answer = checked(kind, value)
    assert answer["valid"] is (answer["reason"] is None) is (answer["parsed"] is not None)


@given(
    st.sampled_from([check.answer, vietqr.answer, fold.answer, sort.answer, rates.answer]),
    st.dictionaries(
        st.sampled_from(
            [
                "id",
                "kind",
                "value",
                "bin",
                "account",
                "service",
                "amount",
                "bill_number",
                "purpose",
                "text",
                "items",
                "numerator",
                "denominator",
                "decimals",
            ]
        ),
        JSON_VALUES,
    ),
)
def test_any_types_are_answered_or_refused_in_words(door: Any, line: dict[str, Any]) -> None:
    try:
        answer = door(line)
    except Refusal as refusal:
        answer = {"id": line.get("id"), "error": say(refusal)}
    assert answer["id"] == line.get("id")
    assert len(answer) > 1


@pytest.mark.parametrize("amount", [None, 50_000, "50000"])
def test_a_payload_is_built(amount: object) -> None:
    line = {"id": 1, "bin": "970436", "account": "0011", "amount": amount, "purpose": "Lệ phí"}
    whole = None if amount is None else 50_000
    assert vietqr.answer(line) == {
        "id": 1,
        "payload": build_vietqr(bank_bin="970436", account="0011", amount=whole, purpose="Le phi"),
    }


@pytest.mark.parametrize("amount", [0, -1, 10000.0, "10000.00", "", "0500", True, [5]])
def test_an_amount_that_is_not_whole_is_refused(amount: object) -> None:
    with pytest.raises(Refusal) as refused:
        vietqr.answer({"bin": "970436", "account": "0011", "amount": amount})
    assert "Hãy ghi số đồng nguyên" in say(refused.value)


def test_numbers_where_codes_belong_are_refused() -> None:
    with pytest.raises(Refusal) as refused:
        vietqr.answer({"bin": 970436, "account": "0011"})
    assert "“bin”" in say(refused.value)


def test_a_list_is_sorted_and_anything_else_refused() -> None:
    assert sort.answer({"id": 1, "items": ["Ánh", "Anh"]}) == {"id": 1, "items": ["Anh", "Ánh"]}
    for items in (None, "Anh", ["Anh", 1]):
        with pytest.raises(Refusal):
            sort.answer({"items": items})


@pytest.mark.parametrize(
    ("numerator", "denominator", "decimals", "percent"),
    [
        (399, 400, 2, "99.75"),
        (1, 3, None, "33.33"),
        ("12.5", "100", 1, "12.5"),
        (0.1, 0.3, 2, "33.33"),
        (5, 0, 2, None),
    ],
)
def test_rates_are_exact(
    numerator: object, denominator: object, decimals: object, percent: str | None
) -> None:
    line = {"id": 1, "numerator": numerator, "denominator": denominator, "decimals": decimals}
    assert rates.answer(line) == {"id": 1, "percent": percent}


@pytest.mark.parametrize(
    "line",
    [
        {"numerator": 1},
        {"numerator": "một", "denominator": 2},
        {"numerator": True, "denominator": 2},
        {"numerator": 1e300, "denominator": 2},
        {"numerator": -1, "denominator": 2},
        {"numerator": 1, "denominator": 2, "decimals": 1.5},
        {"numerator": 1, "denominator": 2, "decimals": 99},
    ],
)
def test_what_is_no_rate_is_refused(line: dict[str, Any]) -> None:
    with pytest.raises(Refusal) as refused:
        rates.answer(line)
    assert "Hãy" in say(refused.value)
