"""Nothing of the catalogue is shown without words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from motcua.procedures import events, vocabulary, wording
from motcua.procedures.queries import policy_plan
from motcua.procedures.rules import fees, life_events, refused, search
from motcua.procedures.rules.content import Document, Fee, Limit, ProcedureContent, facts_of
from motcua.procedures.rules.fees import FeeCase, work_out
from motcua.procedures.vocabulary import FeeKind, FeeUnit
from motcua.worktime.vocabulary import Unit


@pytest.mark.parametrize(
    ("codes", "words"),
    [
        (vocabulary.Channel, wording.CHANNELS),
        (vocabulary.Scope, wording.SCOPES),
        (vocabulary.Level, wording.LEVELS),
        (vocabulary.OnlineLevel, wording.ONLINE_LEVELS),
        (vocabulary.FeeKind, wording.FEE_KINDS),
        (vocabulary.FeeUnit, wording.FEE_UNITS),
        (vocabulary.Preference, wording.PREFERENCES),
        (fees.FeeLineCode, wording.FEE_LINES),
        (fees.OpenPointCode, wording.OPEN_POINTS),
        (refused.RefusedReason, wording.REFUSED_REASONS),
        (search.WhyCode, wording.WHY),
    ],
)
def test_every_code_has_its_words(codes: type, words: dict[object, str]) -> None:
    assert set(codes) == set(words)


def test_every_fact_and_every_refusal_has_its_words() -> None:
    facts = (
        events.ProcedureVersionPublished,
        events.ProcedureVersionClosed,
        events.LifeEventPublished,
        events.LifeEventEnded,
    )
    refusals = (
        fees.FeeCaseInvalid,
        fees.FeeChoiceAmbiguous,
        fees.LocalAmountInvalid,
        fees.PreferenceUnknown,
        refused.DocumentUnreadable,
        refused.RecordRefused,
        policy_plan.PolicyStartsTooEarly,
        policy_plan.PolicyForNothing,
        life_events.LifeEventsMalformed,
    )
    assert {fact.code for fact in facts} == set(wording.FACTS)
    assert {refusal.code for refusal in refusals} == set(wording.REFUSALS)


def test_every_field_that_can_differ_has_a_name() -> None:
    compared = facts_of(ProcedureContent(name="a", sector_code="b", sector_name="c"))
    assert set(compared) <= set(wording.FIELDS)


def test_a_fee_line_reads_as_a_sum() -> None:
    fee = Fee(id=1, kind=FeeKind.FEE, amount_vnd=2000, per=FeeUnit.PAGE, cap_vnd=5000)
    lines = work_out([fee], FeeCase(pages=3, copies=2)).lines
    assert [wording.fee_line_words(line) for line in lines] == [
        "Trang 1 đến 3: 3 trang × 2.000 đồng × 2 bản",
        "Giảm về mức tối đa 5.000 đồng mỗi bản",
    ]
    assert wording.signed_dong(lines[1].amount_vnd) == "−2.000 đồng"


def test_one_page_is_no_run_of_pages() -> None:
    fee = Fee(id=1, kind=FeeKind.FEE, amount_vnd=2000, per=FeeUnit.PAGE)
    (line,) = work_out([fee], FeeCase(pages=1, copies=5)).lines
    assert wording.fee_line_words(line) == "Trang 1: 2.000 đồng × 5 bản"


def test_limits_read_as_people_say_them() -> None:
    half = Limit(unit=Unit.WORKING_DAYS, value=Decimal("2.50"))
    assert wording.limit_words(half) == "2,5 ngày làm việc"
    assert wording.limit_words(Limit(text="theo thỏa thuận")) == "theo thỏa thuận"
    assert wording.limit_words(None) == "Nguồn chưa nêu thời hạn"


@pytest.mark.parametrize(
    ("document", "words"),
    [
        (Document(name="a", originals=1, copies=2), "1 bản chính, 2 bản sao"),
        (Document(name="a", originals=0, copies=1), "1 bản sao"),
        (
            Document(name="a", originals=1, copies=0, present_only=True),
            "1 bản chính (chỉ xuất trình)",
        ),
        (Document(name="a", present_only=True), "Chỉ xuất trình"),
        (Document(name="a"), ""),
    ],
)
def test_numbers_of_a_paper_read_as_people_say_them(document: Document, words: str) -> None:
    assert wording.document_words(document) == words
