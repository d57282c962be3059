"""When a fee is asked for, by which text, and what it comes to then: nothing is lost between moments."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from motcua.procedures.rules.content import (
    ExemptionRule,
    Fee,
    ProcedureContent,
    digest_of,
    facts_of,
)
from motcua.procedures.rules.fees import FeeCase, basis_of, work_out
from motcua.procedures.vocabulary import AskedAt, FeeKind, FeeUnit, Preference

CASE = FeeCase(copies=3, pages=4)
fees = st.builds(
    Fee,
    kind=st.sampled_from(FeeKind),
    amount_vnd=st.integers(0, 1_000_000),
    per=st.sampled_from(FeeUnit),
    name=st.sampled_from(["", "Lệ phí hộ tịch", "Phí thẩm định"]),
    cap_vnd=st.none() | st.integers(0, 50_000),
    free_units=st.integers(0, 3),
    asked_at=st.sampled_from(AskedAt),
    exemptions=st.just((ExemptionRule(group=Preference.CHILD, percent=30),)),
)


@given(st.lists(fees, max_size=5), st.booleans())
def test_what_is_asked_at_each_moment_adds_up_to_all(asked: list[Fee], is_child: bool) -> None:
    groups = frozenset({Preference.CHILD}) if is_child else frozenset()
    sheet = work_out(asked, replace(CASE, groups=groups))
    assert sum(sheet.total_at(moment) for moment in AskedAt) == sheet.total_vnd
    assert all(sheet.total_at(moment) >= 0 for moment in AskedAt)


@given(fees)
def test_every_line_of_a_fee_is_asked_for_when_the_fee_is(fee: Fee) -> None:
    sheet = work_out([fee], replace(CASE, groups=frozenset({Preference.CHILD})))
    assert {line.asked_at for line in sheet.lines} <= {fee.asked_at}


@given(fees)
def test_the_moment_changes_no_amount(fee: Fee) -> None:
    totals = {work_out([replace(fee, asked_at=one)], CASE).total_vnd for one in AskedAt}
    assert len(totals) == 1


def _content(asked_at: AskedAt) -> ProcedureContent:
    fee = Fee(kind=FeeKind.FEE, amount_vnd=8_000, asked_at=asked_at)
    return ProcedureContent(name="Thủ tục", sector_code="x", sector_name="X", fees=(fee,))


def test_versions_published_before_fees_had_a_moment_keep_their_digest() -> None:
    (fee,) = facts_of(_content(AskedAt.RECEPTION))["fees"]
    assert "asked_at" not in fee
    assert digest_of(_content(AskedAt.RECEPTION)) != digest_of(_content(AskedAt.RETURN))


def test_a_line_names_the_text_that_sets_it_and_not_what_the_text_says() -> None:
    fee = Fee(
        kind=FeeKind.FEE,
        amount_vnd=2_000,
        source_note="Thông tư 226/2016/TT-BTC: 2.000 đ/trang, tối đa 200.000 đ/bản",
    )
    assert basis_of(fee) == "Thông tư 226/2016/TT-BTC"
    assert {line.basis for line in work_out([fee], CASE).lines} == {"Thông tư 226/2016/TT-BTC"}
