"""The traps of the source, one by one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.procedures.importing.papers import is_case, split_name
from motcua.procedures.importing.reading import DocumentRead, read_document
from motcua.procedures.rules.content import ProcedureContent, ProcedureRecord
from motcua.procedures.rules.refused import DocumentUnreadable, RefusedReason
from motcua.procedures.shipped import overlay
from motcua.procedures.vocabulary import (
    Channel,
    FeeKind,
    FeeUnit,
    Level,
    OnlineLevel,
    Preference,
    Scope,
)
from motcua.worktime.vocabulary import Unit

Make = Callable[..., dict[str, Any]]


def read(*raws: Any) -> DocumentRead:
    return read_document({"procedures": list(raws)}, overlay())


def one(raw: dict[str, Any]) -> ProcedureRecord:
    (record,) = read(raw).records
    return record


def content(raw: dict[str, Any]) -> ProcedureContent:
    return one(raw).content


def test_a_record_is_read_whole(a_record: Make) -> None:
    read_content = content(a_record(online_level="Một phần"))
    assert read_content.sector_code == "ho-tich"
    assert read_content.levels == (Level.COMMUNE,)
    assert read_content.channels == (Channel.DESK, Channel.ONLINE)
    assert read_content.online_level is OnlineLevel.PARTIAL
    assert [result.code for result in read_content.results] == ["KQ.G15.000031"]


def test_same_day_has_the_value_zero(a_record: Make) -> None:
    (limit,) = content(a_record()).limits
    assert (limit.unit, limit.value) == (Unit.SAME_DAY, Decimal(0))


def test_a_number_without_a_unit_promises_nothing(a_record: Make) -> None:
    read_content = content(a_record(time_limit={"value": 1, "unit": None, "text": None}))
    assert read_content.limits == ()
    assert "time_limit" in read_content.missing


def test_words_without_a_number_are_kept_but_not_counted(a_record: Make) -> None:
    (limit,) = content(a_record(time_limit={"value": None, "unit": None, "text": "xem"})).limits
    assert (limit.is_counted, limit.text) == (False, "xem")


def test_hours_are_working_hours_and_half_a_day_is_exact(a_record: Make) -> None:
    (hours,) = content(a_record(time_limit={"value": 2, "unit": "hours"})).limits
    (days,) = content(a_record(time_limit={"value": 2.5, "unit": "calendar_days"})).limits
    assert (hours.unit, days.value) == (Unit.WORKING_HOURS, Decimal("2.5"))


def test_only_channels_that_differ_get_a_limit_of_their_own(a_record: Make) -> None:
    by_channel = [
        {"channel": "online", "value": 3, "unit": "working_days"},
        {"channel": "direct", "value": 13, "unit": "working_days"},
        {"channel": "post", "value": 1, "unit": None},
    ]
    limit = {"value": 13, "unit": "working_days", "by_channel": by_channel}
    limits = content(a_record(time_limit=limit)).limits
    assert [(one.channel, one.value) for one in limits] == [(None, 13), (Channel.ONLINE, 3)]


def test_a_channel_with_several_limits_keeps_the_main_or_the_longest(a_record: Make) -> None:
    by_channel = [
        {"channel": "online", "value": 1, "unit": "working_days"},
        {"channel": "online", "value": 3, "unit": "working_days"},
        {"channel": "post", "value": 2, "unit": "working_days"},
        {"channel": "post", "value": 5, "unit": "working_days"},
    ]
    limit = {"value": 3, "unit": "working_days", "by_channel": by_channel}
    limits = content(a_record(time_limit=limit)).limits
    assert [(one.channel, one.value) for one in limits] == [(None, 3), (Channel.POST, 5)]


def test_guidance_is_not_a_paper(a_record: Make) -> None:
    (variant,) = content(a_record()).variants
    assert [paper.name for paper in variant.papers] == ["Tờ khai đăng ký khai sinh", "Căn cước"]
    assert [note.name for note in variant.notes] == ["Lưu ý về giấy tờ"]
    assert variant.papers[1].present_only


def test_numbers_that_are_not_stated_or_not_credible_stay_unknown(a_record: Make) -> None:
    papers = [{"name": "Đơn", "originals": None, "copies": 11996}]
    (paper,) = content(a_record(papers=papers)).variants[0].papers
    assert (paper.originals, paper.copies) == (None, None)


def test_papers_of_some_cases_are_optional(a_record: Make) -> None:
    names = [
        "Trường hợp trẻ em bị bỏ rơi thì phải có biên bản",
        "Văn bản ủy quyền",
        "Biên bản họp (nếu có)",
        "Tờ khai theo mẫu (nếu nộp trực tiếp)",
        "Giấy chứng sinh",
    ]
    papers = [{"name": name, "originals": 1, "copies": 0} for name in names]
    found = content(a_record(papers=papers)).variants[0].papers
    assert [paper.is_optional for paper in found] == [True, True, True, False, False]


def test_two_cases_make_variants_that_share_the_common_papers(a_record: Make) -> None:
    papers = [
        {"name": "Đơn", "originals": 1, "copies": 0, "group": None},
        {"name": "Bản vẽ", "originals": 1, "copies": 0, "group": "(1.1) Đối với công trình A"},
        {"name": "Ảnh", "originals": 1, "copies": 0, "group": "(1.2) Đối với công trình B"},
    ]
    general, first_case, second_case = content(a_record(papers=papers)).variants
    assert [(paper.name, paper.is_optional) for paper in general.papers] == [
        ("Đơn", False),
        ("Bản vẽ", True),
        ("Ảnh", True),
    ]
    assert [paper.name for paper in first_case.papers] == ["Đơn", "Bản vẽ"]
    assert [paper.name for paper in second_case.papers] == ["Đơn", "Ảnh"]
    assert [one.is_default for one in (general, first_case, second_case)] == [True, False, False]


def test_a_way_of_handing_in_is_no_case() -> None:
    assert is_case("a) Đối với trường hợp cấp lại")
    assert not is_case("Trường hợp ủy quyền thực hiện thủ tục")
    assert not is_case("Giấy tờ phải nộp")


def test_a_long_name_is_cut_at_the_end_of_a_sentence() -> None:
    long = "Giấy chứng sinh do cơ sở y tế cấp; " + "trường hợp không có thì nộp văn bản " * 5
    name, details = split_name(long, truncated=True)
    assert name == "Giấy chứng sinh do cơ sở y tế cấp"
    assert details.endswith("…")


said = st.text(min_size=1, max_size=600).filter(lambda text: any(ch.isalnum() for ch in text))


@given(said, st.booleans())
def test_cutting_a_name_twice_is_cutting_it_once(text: str, truncated: bool) -> None:
    name, _details = split_name(text, truncated=truncated)
    again, rest = split_name(name, truncated=False)
    assert (again, rest) == (name, "") or len(name) > 120


def test_fees_of_one_kind_are_alternatives_never_a_sum(a_record: Make) -> None:
    rows = [
        {
            "amount": 90_000,
            "currency": "VND",
            "channel": "all",
            "kind": "phí",
            "for": "hộ gia đình",
        },
        {"amount": 280_000, "currency": "VND", "channel": "all", "kind": "phí", "for": "tổ chức"},
    ]
    found = content(a_record(fees=rows)).fees
    assert [(fee.kind, fee.choice_group) for fee in found] == [(FeeKind.FEE, "FEE")] * 2


def test_free_means_no_fee_and_set_by_the_province_means_unknown(a_record: Make) -> None:
    free = [{"amount": 0, "currency": "VND", "channel": "all", "for": None}]
    assert content(a_record(fees=free)).fees == ()
    (unknown,) = content(a_record(fees=free, fee_set_by_local_council=True)).fees
    assert (unknown.amount_vnd, unknown.set_locally) == (0, True)


@pytest.mark.parametrize(
    "row",
    [
        {"amount": 10, "currency": "USD", "channel": "direct", "for": "/bản"},
        {"amount": 130_000, "currency": "VND", "channel": "all", "for": "130.000 đồng/m²/năm"},
        {"amount": 40, "currency": "VND", "channel": "direct", "for": None},
    ],
)
def test_amounts_that_cannot_be_worked_out_stay_words(a_record: Make, row: dict[str, Any]) -> None:
    read_content = content(a_record(fees=[row]))
    assert read_content.fees == ()
    assert read_content.notes[0].startswith(str(row["amount"]))
    assert "fees" in read_content.missing


def test_the_fixed_sentence_of_preferences_is_understood(a_record: Make) -> None:
    note = "Miễn lệ phí cho người thuộc gia đình có công với cách mạng; người thuộc hộ nghèo; người khuyết tật."
    rows = [{"amount": 15_000, "currency": "VND", "channel": "all", "for": "15.000 đồng/bản"}]
    (fee,) = content(a_record(fees=rows, fee_notes=[note])).fees
    assert (fee.kind, fee.per) == (FeeKind.CHARGE, FeeUnit.COPY)
    assert {(rule.group, rule.percent) for rule in fee.exemptions} == {
        (Preference.MERIT, 100),
        (Preference.POOR_HOUSEHOLD, 100),
        (Preference.DISABLED, 100),
    }


def test_tiers_and_caps_come_from_the_overlay_only(a_record: Make) -> None:
    (fee,) = content(a_record(code="2.000815")).fees
    assert (fee.per, fee.amount_vnd, fee.cap_vnd) == (FeeUnit.PAGE, 2000, 200_000)
    assert fee.source_note


def test_the_two_eras_meet_on_the_first_of_july(a_record: Make) -> None:
    today, before = one(a_record()), one(a_record(tier="three-tier (trước 1/7/2025)"))
    assert (today.valid_from, today.valid_until) == (date(2025, 7, 1), None)
    assert before.valid_until == today.valid_from


def test_a_local_code_belongs_to_its_place(a_record: Make) -> None:
    record = one(a_record(code_scope="local", place="Đà Nẵng"))
    assert (record.scope, record.place) == (Scope.LOCAL, "Đà Nẵng")


def test_what_a_place_sets_itself_becomes_its_own_record(a_record: Make) -> None:
    variant = {
        "place": "Đồng Nai",
        "time_limit": {"value": 3, "unit": "working_days", "text": "03 ngày"},
        "fees": [{"amount": 30_000, "currency": "VND", "channel": "all", "kind": "lệ phí"}],
    }
    national, local = read(a_record(local_variants=[variant])).records
    assert (national.place, local.place) == ("", "Đồng Nai")
    assert local.content.limits[0].value == 3
    assert local.content.fees[0].amount_vnd == 30_000
    assert local.content.variants == national.content.variants


def test_applicants_cut_at_a_comma_in_brackets_are_joined(a_record: Make) -> None:
    cut = ["Tổ chức (không bao gồm doanh nghiệp", "HTX)", "Công dân Việt Nam"]
    assert content(a_record(subjects=cut)).applicant_kinds == (
        "Tổ chức (không bao gồm doanh nghiệp, HTX)",
        "Công dân Việt Nam",
    )


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"code": None}, RefusedReason.NO_CODE),
        ({"code": None, "code_by_name": "1.001193"}, RefusedReason.CODE_ONLY_BY_NAME),
        ({"tier": "four-tier"}, RefusedReason.UNKNOWN_PERIOD),
        ({"name": ""}, RefusedReason.UNREADABLE),
        ({"name": "\ud800"}, RefusedReason.UNREADABLE),
        ({"name": "x" * 5001}, RefusedReason.UNREADABLE),
        ({"level": ["moon"]}, RefusedReason.UNREADABLE),
        ({"papers": "none"}, RefusedReason.UNREADABLE),
        ({"time_limit": {"value": "three", "unit": "working_days"}}, RefusedReason.UNREADABLE),
        ({"fees": [{"amount": -5, "currency": "VND"}]}, RefusedReason.UNREADABLE),
        ({"valid_from": "2026-02-30"}, RefusedReason.UNREADABLE),
    ],
)
def test_a_bad_record_is_refused_with_its_reason(
    a_record: Make, changes: dict[str, Any], reason: RefusedReason
) -> None:
    (refused,) = read(a_record(**changes)).refused
    assert refused.reason is reason


def test_one_bad_record_does_not_stop_the_others(a_record: Make) -> None:
    found = read(a_record(code=None), a_record(), a_record(), "nonsense")
    assert len(found.records) == 1
    assert [refused.reason for refused in found.refused] == [
        RefusedReason.NO_CODE,
        RefusedReason.DUPLICATE,
        RefusedReason.UNREADABLE,
    ]


@pytest.mark.parametrize("document", [None, [], {}, {"procedures": {}}, "text", 3])
def test_what_is_no_catalogue_is_refused_as_a_whole(document: Any) -> None:
    with pytest.raises(DocumentUnreadable):
        read_document(document)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(
    st.sampled_from(
        [
            "papers",
            "fees",
            "time_limit",
            "level",
            "subjects",
            "result",
            "channels",
            "local_variants",
            "place",
            "name",
            "fee_notes",
            "source",
            "missing",
        ]
    ),
    json_values,
)
def test_no_value_breaks_the_reader(key: str, value: Any) -> None:
    raw = {"code": "1.001193", "name": "Tên", "tier": "two-tier", key: value}
    found = read(raw)
    assert len(found.refused) + bool(found.records) >= 1
