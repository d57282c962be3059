"""Groups as public sources tell them: what is read, and each thing that does not add up."""

from __future__ import annotations

from typing import Any

import pytest

from motcua.interlinked.rules.adding_up import times_found
from motcua.interlinked.rules.definition import group_of
from motcua.interlinked.rules.source import branch_of, read_source
from motcua.interlinked.vocabulary import Branch


def step(order: int, agency: str, action: str, **more: Any) -> dict[str, Any]:
    return {"order": order, "agency": agency, "action": action, **more}


def days(value: object, unit: str = "working_days") -> dict[str, Any]:
    return {"value": value, "unit": unit}


RECORD: dict[str, Any] = {
    "id": "birth",
    "name": "Khai sinh, thường trú, thẻ bảo hiểm",
    "code": "3.000722",
    "total": days(5),
    "sub_procedures": [
        {"code": "1.001193", "name": "Đăng ký khai sinh", "agency": "UBND cấp xã"},
        {"code": "1.004222", "name": "Đăng ký thường trú", "agency": "Công an cấp xã"},
        {"code": "1.014137", "name": "Cấp thẻ BHYT", "agency": "BHXH"},
    ],
    "steps": [
        step(1, "Người yêu cầu", "Nộp tờ khai"),
        step(2, "UBND cấp xã", "Làm khai sinh", sub_procedure="1.001193", time=days(1)),
        step(3, "Công an cấp xã", "Đăng ký thường trú", time=days("2.5")),
        step(3, "BHXH", "Cấp thẻ", time=days(2)),
        step(4, "UBND cấp xã", "Trả kết quả", time=days("1.5")),
    ],
}


def found(record: dict[str, Any], codes_by_name: dict[str, str] | None = None) -> list[str]:
    source = read_source(record, codes_by_name or {})
    return [one.code for one in (*source.findings, *times_found(source))]


def test_what_adds_up_has_no_finding_and_can_be_used() -> None:
    assert found(RECORD) == []
    group = group_of(read_source(RECORD, {}).definition)
    assert group.member("1.004222").waits_for == ("1.001193",)
    assert group.member("1.014137").waits_for == ("1.001193",)
    assert group.member("1.001193").waits_for == ()


def test_steps_at_once_count_by_the_longest_and_halves_are_exact() -> None:
    source = read_source({**RECORD, "total": days(4)}, {})
    (finding,) = times_found(source)
    assert finding.code == "sum-above-total"
    assert (finding.params["sum"], finding.params["difference"]) == ("5", "1")


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"total": days(9)}, "sum-below-total"),
        ({"total": {"value": None}}, "no-total"),
        ({"total": days(5, "calendar_days")}, "units-differ"),
        ({"steps": RECORD["steps"][:1]}, "no-step-times"),
        ({"steps": [*RECORD["steps"], step(5, "", "", sub_procedure="9.9")]}, "step-of-no-member"),
        ({"steps": [*RECORD["steps"], step(5, "", "Trả", time=days(-1))]}, "time-negative"),
        ({"steps": RECORD["steps"][:3]}, "member-without-step"),
    ],
)
def test_each_thing_that_does_not_add_up_is_named(changed: dict[str, Any], code: str) -> None:
    assert code in found({**RECORD, **changed})


def test_a_member_without_a_code_is_found_by_its_name_or_named() -> None:
    bare = {"code": None, "name": "Cấp thẻ BHYT", "agency": "BHXH"}
    record = {**RECORD, "sub_procedures": [*RECORD["sub_procedures"][:2], bare]}
    assert found(record) == ["no-code"]
    assert found(record, {"cap the bhyt": "1.014137"}) == ["code-by-name"]


@pytest.mark.parametrize(
    ("name", "branch"),
    [
        ("Công an cấp xã (cơ quan quản lý căn cước)", Branch.POLICE),
        ("BHXH cấp huyện", Branch.INSURANCE),
        ("Chi cục Thuế quận, huyện", Branch.TAX),
        ("Ban Chỉ huy quân sự cấp xã", Branch.MILITARY),
        ("UBND cấp xã (công chức tư pháp - hộ tịch)", Branch.RECEIVING),
        ("Sở LĐ-TB&XH", Branch.OTHER),
    ],
)
def test_who_settles_it_is_read_from_the_name(name: str, branch: Branch) -> None:
    assert branch_of(name) is branch
