"""Pure rules: shares add up, numbers are written in runs, letters stand for everyday names."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from motcua.certifications.rules.entering import counted, shares
from motcua.certifications.rules.everyday import EVERYDAY, written_out
from motcua.certifications.rules.numbers import NUMBER_LENGTH_MAX, number_words, runs
from motcua.certifications.vocabulary import BookKind, DocumentIn
from motcua.kernel.folding import fold
from motcua.procedures.rules.content import ExemptionRule, Fee, Tier
from motcua.procedures.rules.fees import CopiedDocument, FeeCase, work_out
from motcua.procedures.vocabulary import FeeKind, FeeUnit, Preference

NUMBERS = st.sets(st.integers(1, 60), min_size=1, max_size=30)
COPIED = st.builds(CopiedDocument, pages=st.integers(1, 400), copies=st.integers(1, 20))
FEES = st.builds(
    Fee,
    id=st.just(1),
    kind=st.just(FeeKind.FEE),
    name=st.just("Phí"),
    amount_vnd=st.integers(0, 5_001),
    per=st.sampled_from(FeeUnit),
    free_units=st.integers(0, 3),
    tiers=st.lists(
        st.builds(Tier, from_unit=st.integers(2, 9), amount_vnd=st.integers(0, 3_001)), max_size=1
    ).map(tuple),
    cap_vnd=st.none() | st.integers(1, 200_000),
    exemptions=st.just((ExemptionRule(group=Preference.POOR_HOUSEHOLD, percent=33),)),
)


@given(FEES, st.lists(COPIED, min_size=1, max_size=6), st.booleans())
def test_what_the_documents_cost_adds_up_to_the_fee_of_the_dossier(
    fee: Fee, documents: list[CopiedDocument], is_poor: bool
) -> None:
    groups = frozenset([Preference.POOR_HOUSEHOLD] * is_poor)

    def total_of(items: tuple[CopiedDocument, ...]) -> int:
        return work_out((fee,), FeeCase(items=items, groups=groups)).total_vnd

    told = shares(documents, total_of)
    assert sum(told) == total_of(tuple(documents))
    assert len(told) == len(documents)


def test_a_signature_is_one_case_however_many_copies_of_it_are_kept() -> None:
    documents = (DocumentIn(name="Giấy ủy quyền", pages=2, copies=4),)
    assert counted(BookKind.SIGNATURE, documents)[0].copies == 1
    assert counted(BookKind.COPY, documents)[0].copies == 4


@given(NUMBERS)
def test_runs_name_every_number_once(numbers: set[int]) -> None:
    told: list[int] = []
    for part in runs(tuple(numbers)).split(", "):
        first, _dash, last = part.partition("–")
        told += range(int(first), int(last or first) + 1)
    assert told == sorted(numbers)


@given(NUMBERS)
def test_the_number_of_a_result_fits_its_column(numbers: set[int]) -> None:
    assert len(number_words(tuple(numbers), 2026)) <= NUMBER_LENGTH_MAX


def test_letters_stand_for_everyday_documents_and_other_words_for_themselves() -> None:
    assert written_out(" KS ") == "Giấy khai sinh"
    assert written_out("Đơn  xin   việc") == "Đơn xin việc"
    assert all(fold(letters) == letters for letters in EVERYDAY)
