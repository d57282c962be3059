"""Who pays less by which proof, a fee worked out anew, a result paid for before it is handed over: the
real commands, with their facts folded back to the rows after each test."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest

from motcua.dossiers import inputs
from motcua.dossiers.acting import Asked
from motcua.dossiers.commands.fees.settling import FeeClosed, allow_unpaid_return, settle_fee
from motcua.dossiers.commands.performing import perform
from motcua.dossiers.inputs import SettleFee, WithReason
from motcua.dossiers.models import ReliefClaim
from motcua.dossiers.proof import disagreements
from motcua.dossiers.queries.detail import dossier_detail
from motcua.dossiers.queries.fees.standing import claims_of_dossier, leaves_given, reliefs_decided
from motcua.dossiers.rules.fees.reliefs import ProofMissing
from motcua.dossiers.rules.intake import ReceptionRefused
from motcua.dossiers.vocabulary import Act, ClaimState, Stage
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.payments.handing_over import FeeDueWithResult
from motcua.payments.queries.owed import owed
from motcua.payments.vocabulary import Owed
from motcua.procedures.vocabulary import AskedAt
from tests.support.acts import bring
from tests.support.money import cashier, collect, fee, owing
from tests.support.reliefs import NEXT_DAY, OLD, POOR, asked_at, lowered, owing_with, proof, settle
from tests.support.working_office import officer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("proved", "folded")]


@pytest.fixture
def folded(db: None) -> Iterator[None]:
    """After the test the facts of every dossier fold to its rows, claims and leaves among them."""
    yield
    assert list(disagreements()) == []


def money(code: str) -> Owed:
    return owed(dossier_detail(cashier(at=NEXT_DAY), code))


def of_leader(code: str) -> Asked:
    return Asked(actor=officer("lanhdao", NEXT_DAY), at=NEXT_DAY, code=code)


def hand_over(code: str, by: str = "tiepnhan1") -> Any:
    at = NEXT_DAY + timedelta(hours=8)
    given = inputs.ReturnResult(recipient_name="Nguyễn Thị Hồng Nhung")
    return perform(Asked(actor=officer(by, at), at=at, code=code), Act.RETURN_RESULT, given)


def test_an_old_person_who_shows_the_paper_at_the_desk_pays_half_and_the_paper_is_kept() -> None:
    lowered(OLD, 50)
    code = owing_with(OLD)
    assert money(code).total_vnd == 2_000
    (claim,) = claims_of_dossier(dossier_detail(cashier(at=NEXT_DAY), code).id)
    told = (claim["state"], claim["number"], claim["issuer"])
    assert told == (ClaimState.ACCEPTED, "12/GCN", "UBND xã")


def test_of_two_preferences_the_highest_counts_once() -> None:
    lowered(OLD, 50)
    lowered(POOR, 100)
    assert money(owing_with(OLD)).total_vnd == 2_000
    assert money(owing_with(OLD, POOR)).is_free


def test_a_proof_that_was_over_on_the_day_of_filing_is_refused_at_its_field() -> None:
    lowered(OLD, 50)
    late = proof(OLD, expires_on=date(2026, 6, 10))
    with pytest.raises(ReceptionRefused) as refused:
        owing(at=NEXT_DAY, preference_groups=(str(OLD),), proofs=(late,))
    assert [one.field for one in refused.value.problems] == ["proof-ELDERLY-expires_on"]


def test_a_proof_brought_after_paying_makes_the_difference_owed_back_and_asks_nothing_more() -> (
    None
):
    lowered(OLD, 50)
    code = owing(at=NEXT_DAY)
    collect(code, at=NEXT_DAY)
    settle(code, group=str(OLD), accepted=True, proof=proof())
    after = money(code)
    assert (after.total_vnd, after.due_vnd, after.over_vnd) == (2_000, 0, 2_000)
    assert after.is_settled


def test_a_claim_that_was_accepted_by_mistake_is_taken_back_and_owed_again() -> None:
    lowered(OLD, 50)
    code = owing_with(OLD)
    collect(code, fee(2_000), at=NEXT_DAY)
    settle(code, group=str(OLD), accepted=False, reason="Giấy của người khác")
    assert (money(code).total_vnd, money(code).due_vnd) == (4_000, 2_000)
    assert ReliefClaim.objects.get().state == ClaimState.REFUSED


def test_nothing_is_taken_off_on_a_bare_word() -> None:
    lowered(OLD, 50)
    with pytest.raises(ProofMissing):
        settle(owing(at=NEXT_DAY), group=str(OLD), accepted=True)


def test_other_copies_at_a_supplement_ask_for_the_difference_or_owe_it_back() -> None:
    code = owing(copies=2, at=NEXT_DAY)
    collect(code, at=NEXT_DAY)
    settle(code, copies=3, reason="Xin thêm một bản khi bổ sung")
    assert (money(code).total_vnd, money(code).due_vnd) == (12_000, 4_000)
    settle(code, copies=1, reason="Chỉ cần một bản")
    assert (money(code).total_vnd, money(code).over_vnd) == (4_000, 4_000)
    told = [
        fact
        for fact in dossier_detail(cashier(at=NEXT_DAY), code).facts
        if "old_total_vnd" in fact.payload
    ]
    amounts = [(one.payload["old_total_vnd"], one.payload["fee_total_vnd"]) for one in told]
    assert amounts == [(8_000, 12_000), (12_000, 4_000)]


def test_whoever_may_not_settle_finds_nothing_and_the_other_office_neither() -> None:
    lowered(OLD, 50)
    code = owing(at=NEXT_DAY)
    given = SettleFee(group=str(OLD), accepted=True, proof=proof(), reason="x")
    with pytest.raises(NotPermitted):
        settle_fee(Asked(actor=officer("vanthu", NEXT_DAY), at=NEXT_DAY, code=code), given)
    with pytest.raises(NotPermitted):
        allow_unpaid_return(
            Asked(actor=cashier(at=NEXT_DAY), at=NEXT_DAY, code=code), WithReason(reason="x")
        )
    with pytest.raises(NotFound):
        settle_fee(Asked(actor=cashier(at=NEXT_DAY), at=NEXT_DAY, code="khong-co"), given)


def test_what_is_asked_with_the_result_is_paid_before_the_result_goes() -> None:
    asked_at(AskedAt.RETURN)
    code = bring(owing(at=NEXT_DAY), Stage.SETTLED, at=NEXT_DAY)
    with pytest.raises(FeeDueWithResult) as refused:
        hand_over(code)
    assert refused.value.params == {"due_vnd": 4_000}
    collect(code, at=NEXT_DAY)
    hand_over(code)
    assert dossier_detail(cashier(at=NEXT_DAY), code).stage is Stage.RETURNED


def test_a_leader_lets_it_go_unpaid_with_a_reason_that_is_kept_and_listed() -> None:
    asked_at(AskedAt.RETURN)
    code = bring(owing(at=NEXT_DAY), Stage.SETTLED, at=NEXT_DAY)
    with pytest.raises(Refusal) as bare:
        allow_unpaid_return(of_leader(code), WithReason(reason="  "))
    assert bare.value.code == "reason-missing"
    allow_unpaid_return(of_leader(code), WithReason(reason="Hộ bị thiên tai"))
    hand_over(code)
    (leave,) = leaves_given(officer("lanhdao", NEXT_DAY))
    assert (leave.dossier_code, leave.reason) == (code, "Hộ bị thiên tai")
    assert money(code).due_vnd == 4_000


def test_what_ended_without_a_result_is_not_worked_out_anew() -> None:
    lowered(OLD, 50)
    code = owing(at=NEXT_DAY)
    perform(
        Asked(actor=cashier(at=NEXT_DAY), at=NEXT_DAY, code=code),
        Act.WITHDRAW,
        inputs.Withdraw(reason="Không cần nữa"),
    )
    with pytest.raises(FeeClosed):
        settle(code, group=str(OLD), accepted=True, proof=proof())


def test_the_leader_reads_who_was_granted_what_and_a_colleague_from_elsewhere_nothing() -> None:
    lowered(OLD, 50)
    code = owing_with(OLD)
    (row,) = reliefs_decided(officer("lanhdao", NEXT_DAY)).rows
    assert (row.dossier_code, row.saved_vnd, row.proof) == (code, 2_000, "12/GCN · UBND xã")
    assert reliefs_decided(officer("lanhdao", NEXT_DAY), state=ClaimState.REFUSED).rows == ()
    assert reliefs_decided(officer("tiepnhan1", NEXT_DAY)).rows == ()
