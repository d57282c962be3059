"""Who pays less: the highest counts once for each fee, in whatever order claims are decided; a fee is
worked out anew from its own lines."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.dossiers.inputs import SettleFee
from motcua.dossiers.rules.fees.reliefs import (
    FeeCaseUnknown,
    FeeStanding,
    FeeUnchanged,
    ProofExpired,
    ProofMissing,
    ReliefNotOffered,
    claims_of,
    settle,
)
from motcua.dossiers.vocabulary import ClaimState, ProofIn, ReceptionInput
from motcua.procedures.rules.content import ExemptionRule, Fee, Tier
from motcua.procedures.rules.fee_case import case_behind
from motcua.procedures.rules.fees import FeeCase, FeeLineCode, work_out
from motcua.procedures.vocabulary import AskedAt, Channel, FeeKind, FeeUnit, Preference
from tests.support.clock import PLAIN_MORNING

DAY = date(2026, 6, 10)
OLD, POOR, CHILD = Preference.ELDERLY, Preference.POOR_HOUSEHOLD, Preference.CHILD
GROUPS = (OLD, POOR, CHILD)
exemptions = st.lists(
    st.builds(ExemptionRule, group=st.sampled_from(GROUPS), percent=st.integers(0, 100)),
    max_size=3,
    unique_by=lambda rule: rule.group,
).map(tuple)
one_fee = st.builds(
    Fee,
    kind=st.sampled_from(FeeKind),
    amount_vnd=st.integers(1, 200_000),
    per=st.sampled_from(FeeUnit),
    free_units=st.integers(0, 2),
    cap_vnd=st.none() | st.integers(0, 90_000),
    tiers=st.just(()) | st.just((Tier(from_unit=3, amount_vnd=500),)),
    asked_at=st.sampled_from(AskedAt),
    exemptions=exemptions,
)
fees_of_one = st.lists(one_fee, min_size=1, max_size=3).map(
    lambda made: tuple(
        replace(fee, id=place + 1, name=f"Khoản {place}") for place, fee in enumerate(made)
    )
)


def standing(fees: tuple[Fee, ...], **case: Any) -> FeeStanding:
    lines = work_out(fees, FeeCase(**case)).lines
    return FeeStanding(
        fees=fees, lines=lines, claims=(), channel=Channel.DESK, variant=None, filed_on=DAY
    )


def asked(group: Preference, *, accepted: bool = True, **proof: Any) -> SettleFee:
    shown = ProofIn(group=str(group), number="12/GCN", issuer="UBND xã", **proof)
    return SettleFee(group=str(group), accepted=accepted, proof=shown, reason="Đã xem giấy")


def after(before: FeeStanding, *given_one_by_one: SettleFee) -> FeeStanding:
    """The dossier after each decision in turn."""
    for one in given_one_by_one:
        done = settle(before, one, at=PLAIN_MORNING, by="Cán bộ")
        assert done.claim is not None
        others = tuple(old for old in before.claims if old["group"] != done.claim["group"])
        before = replace(before, lines=done.lines, claims=(*others, done.claim))
    return before


def brute(fees: tuple[Fee, ...], groups: frozenset[Preference], **case: Any) -> int:
    """Each fee by itself: the cheapest of what any one of the preferences makes of it."""
    total = 0
    for fee in fees:
        ways = [
            work_out([fee], FeeCase(groups=frozenset({one}), **case)).total_vnd for one in groups
        ]
        total += min([work_out([fee], FeeCase(**case)).total_vnd, *ways])
    return total


@given(fees_of_one, st.integers(1, 4), st.integers(1, 5), st.permutations(GROUPS))
def test_the_order_of_claims_does_not_matter_and_the_best_of_each_fee_counts_once(
    fees: tuple[Fee, ...], copies: int, pages: int, order: list[Preference]
) -> None:
    offered = {rule.group for fee in fees for rule in fee.exemptions if rule.percent}
    claimed = [group for group in order if group in offered]
    first = standing(fees, copies=copies, pages=pages)
    totals = {
        after(first, *(asked(group) for group in turn)).total_vnd for turn in permutations(claimed)
    }
    assert totals == {brute(fees, frozenset(claimed), copies=copies, pages=pages)}


@given(fees_of_one, st.integers(1, 4), st.integers(1, 5))
def test_another_claim_never_raises_what_is_owed_and_nothing_falls_below_zero(
    fees: tuple[Fee, ...], copies: int, pages: int
) -> None:
    offered = [
        g for g in GROUPS if any(r.group is g and r.percent for f in fees for r in f.exemptions)
    ]
    now = standing(fees, copies=copies, pages=pages)
    for group in offered:
        later = after(now, asked(group))
        assert 0 <= later.total_vnd <= now.total_vnd
        now = later
    for group in offered:
        now = after(now, asked(group, accepted=False))
    assert now.total_vnd == standing(fees, copies=copies, pages=pages).total_vnd


@given(fees_of_one, st.integers(1, 4), st.integers(1, 6), st.sets(st.sampled_from(GROUPS)))
def test_the_case_behind_the_lines_gives_the_same_lines_again(
    fees: tuple[Fee, ...], copies: int, pages: int, groups: set[Preference]
) -> None:
    case = FeeCase(copies=copies, pages=pages, groups=frozenset(groups))
    lines = work_out(fees, case).lines
    found = case_behind(fees, lines, channel=Channel.DESK, variant=None)
    assert found is not None
    assert [line.amount_vnd for line in work_out(fees, found).lines] == [
        line.amount_vnd for line in lines
    ]


FEE = Fee(
    id=1,
    kind=FeeKind.CHARGE,
    name="Lệ phí",
    amount_vnd=15_000,
    exemptions=(ExemptionRule(group=POOR, percent=100), ExemptionRule(group=OLD, percent=50)),
)


def test_a_proof_that_was_over_on_the_day_of_filing_does_not_count() -> None:
    with pytest.raises(ProofExpired):
        settle(standing((FEE,)), asked(OLD, expires_on=date(2026, 6, 9)), at=PLAIN_MORNING, by="")
    last_day = after(standing((FEE,)), asked(OLD, expires_on=DAY))
    assert last_day.total_vnd == 7_500


def test_nothing_is_taken_off_without_a_proof_or_for_a_group_that_no_fee_names() -> None:
    bare = SettleFee(group=str(OLD), accepted=True, reason="x")
    with pytest.raises(ProofMissing):
        settle(standing((FEE,)), bare, at=PLAIN_MORNING, by="")
    with pytest.raises(ReliefNotOffered):
        settle(standing((FEE,)), asked(CHILD), at=PLAIN_MORNING, by="")
    with pytest.raises(FeeUnchanged):
        settle(standing((FEE,)), SettleFee(reason="x"), at=PLAIN_MORNING, by="")


def test_a_waiting_claim_lowers_what_is_asked_says_so_and_is_owed_again_when_refused() -> None:
    given = ReceptionInput(
        procedure_version_id=1,
        parties=(),
        preference_groups=(str(POOR),),
        proofs=(ProofIn(group=str(POOR), number="7/HN"),),
        claims_wait=True,
    )
    (claim,) = claims_of(given, at=PLAIN_MORNING, by="")
    assert (claim["state"], "decided_at" in claim) == (ClaimState.WAITING, False)
    waiting = replace(standing((FEE,), groups=frozenset({POOR})), claims=(claim,))
    assert waiting.total_vnd == 0
    # Decided on what was shown then: nothing new is said.
    yes = SettleFee(group=str(POOR), accepted=True, reason="Đúng hộ nghèo")
    assert after(waiting, yes).total_vnd == 0
    assert not any(line.is_waiting for line in after(waiting, yes).lines)
    assert after(waiting, replace(yes, accepted=False)).total_vnd == 15_000


def test_the_fee_is_worked_out_anew_for_other_copies_and_the_choices_made_stay() -> None:
    per_copy = Fee(id=2, kind=FeeKind.FEE, name="Bản sao", amount_vnd=8_000, per=FeeUnit.COPY)
    small = Fee(id=3, kind=FeeKind.FEE, name="Thẩm định", amount_vnd=100_000, choice_group="a")
    large = replace(small, id=4, amount_vnd=300_000)
    before = standing((per_copy, small, large), copies=2, chosen_fee_ids=frozenset({4}))
    done = settle(before, SettleFee(copies=5, reason="Xin thêm 3 bản"), at=PLAIN_MORNING, by="")
    assert (done.old_total_vnd, done.total_vnd) == (316_000, 340_000)


def test_what_was_worked_out_elsewhere_is_never_guessed() -> None:
    foreign = replace(
        standing((FEE,)),
        lines=tuple(replace(line, amount_vnd=1) for line in standing((FEE,)).lines),
    )
    with pytest.raises(FeeCaseUnknown):
        settle(foreign, asked(OLD), at=PLAIN_MORNING, by="")
    assert FeeLineCode.PER_DOSSIER in {line.code for line in foreign.lines}
