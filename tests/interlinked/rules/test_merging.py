"""One submission for many procedures: nothing asked twice, nothing lost, nothing counted twice."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from motcua.interlinked.rules.definition import Member
from motcua.interlinked.rules.merging import (
    Asking,
    HandedIn,
    merged_fees,
    merged_papers,
    paper_key,
    papers_for,
)
from motcua.interlinked.vocabulary import Branch, CopiesRule
from motcua.procedures.rules.fees import FeeLineCode, FeeSheetLine
from motcua.procedures.vocabulary import FeeKind

NAMES = ("Giấy chứng sinh", "giấy chứng sinh.", "Tờ khai", "TỜ KHAI ", "Căn cước", "Giấy khai sinh")
MEMBERS = ("birth", "residence", "insurance")

askings = st.lists(
    st.builds(
        Asking,
        member=st.sampled_from(MEMBERS),
        document_id=st.integers(1, 10_000),
        name=st.sampled_from(NAMES),
        originals=st.integers(0, 5),
        copies=st.integers(0, 5),
        present_only=st.booleans(),
        is_optional=st.booleans(),
    ),
    max_size=20,
    unique_by=lambda one: one.document_id,
)
rules = st.sampled_from(CopiesRule)
handed = st.builds(HandedIn, originals=st.integers(0, 9), copies=st.integers(0, 9))


@given(askings, rules)
def test_nothing_is_asked_twice_and_nothing_is_lost(given_: list[Asking], rule: CopiesRule) -> None:
    papers = merged_papers(given_, rule)
    keys = [paper_key(one.name) for one in papers]
    assert len(keys) == len(set(keys))
    assert sorted((one for paper in papers for one in paper.askings), key=_id) == sorted(
        given_, key=_id
    )


def _id(asking: Asking) -> int:
    return asking.document_id


@given(askings)
def test_the_most_or_the_sum_is_asked_for(given_: list[Asking]) -> None:
    most = {one.key: one for one in merged_papers(given_, CopiesRule.MAX)}
    summed = {one.key: one for one in merged_papers(given_, CopiesRule.SUM)}
    for key, paper in most.items():
        same = [one for one in given_ if paper_key(one.name) == key]
        assert paper.originals == max(one.originals for one in same)
        assert paper.copies == max(one.copies for one in same)
        assert summed[key].originals == sum(one.originals for one in same)
        assert summed[key].copies == sum(one.copies for one in same)


@given(askings, rules)
def test_what_one_member_must_have_is_not_optional_for_all(
    given_: list[Asking], rule: CopiesRule
) -> None:
    needed = {paper_key(one.name) for one in given_ if not one.is_optional}
    assert {one.key for one in merged_papers(given_, rule) if not one.is_optional} == needed


@given(askings, rules, handed)
def test_each_asking_is_answered_once_and_no_sheet_is_counted_twice(
    given_: list[Asking], rule: CopiesRule, brought: HandedIn
) -> None:
    papers = merged_papers(given_, rule)
    handed_in = {one.key: brought for one in papers}
    dealt = [share for member in MEMBERS for share in papers_for(member, papers, handed_in)]
    assert sorted(one.required_document_id or 0 for one in dealt) == sorted(map(_id, given_))
    for paper in papers:
        own = {one.document_id for one in paper.askings}
        shares = [one for one in dealt if one.required_document_id in own]
        assert sum(one.originals for one in shares) == brought.originals
        assert sum(one.copies for one in shares) == brought.copies
    assert all(one.originals or one.copies or one.present_only for one in dealt)


@given(askings, rules)
def test_whoever_brings_what_is_asked_gives_every_member_enough_when_all_is_summed(
    given_: list[Asking], rule: CopiesRule
) -> None:
    papers = merged_papers(given_, CopiesRule.SUM)
    brought = {one.key: HandedIn(originals=one.originals, copies=one.copies) for one in papers}
    asked = {one.document_id: one for one in given_}
    for member in MEMBERS:
        for share in papers_for(member, papers, brought):
            wanted = asked[share.required_document_id or 0]
            assert (share.originals, share.copies) == (wanted.originals, wanted.copies)


def test_a_paper_that_another_member_gives_need_not_be_brought() -> None:
    birth = Member(
        key="birth",
        procedure_code="1",
        name="",
        settled_by=Branch.RECEIVING,
        result_name="Giấy khai sinh",
    )
    residence = Member(
        key="residence",
        procedure_code="2",
        name="",
        settled_by=Branch.POLICE,
        waits_for=("birth",),
        result_name="Tờ khai",
    )
    papers = merged_papers(
        [
            Asking(member="residence", document_id=1, name="Giấy khai sinh"),
            Asking(member="residence", document_id=2, name="Tờ khai"),
        ],
        CopiesRule.MAX,
        [birth, residence],
    )
    assert [one.comes_from for one in papers] == ["birth", ""]


fee_lines = st.builds(
    FeeSheetLine,
    kind=st.sampled_from(FeeKind),
    fee_id=st.integers(1, 99),
    code=st.sampled_from(FeeLineCode),
    name=st.text(max_size=5),
    amount_vnd=st.integers(-(10**6), 10**6),
)


@given(st.dictionaries(st.sampled_from(MEMBERS), st.lists(fee_lines, max_size=5)))
def test_each_fee_line_is_there_once_and_the_total_is_the_sum(
    lines_of: dict[str, list[FeeSheetLine]],
) -> None:
    fees = merged_fees(lines_of)
    assert {name: list(fees.of(name)) for name in lines_of} == lines_of
    assert len(fees.lines) == sum(map(len, lines_of.values()))
    assert fees.total_vnd == sum(one.amount_vnd for lines in lines_of.values() for one in lines)
