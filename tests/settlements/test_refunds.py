"""Money given back: asked, granted by another person, paid once, never more than was paid."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, connection, transaction

from motcua.books.queries.balances import balance, trial_balance
from motcua.books.vocabulary import AccountCode, Place
from motcua.kernel.clock import local_day
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.ledger.recording import RequestKey
from motcua.payments.commands.cancel import cancel_receipt
from motcua.payments.commands.tills import TillAlreadyClosed, open_till
from motcua.payments.queries.tills import my_tills
from motcua.settlements.models import Refund
from motcua.settlements.queries.refunds import (
    refund_detail,
    refunds_of,
    refunds_of_receipt,
    refunds_told,
)
from motcua.settlements.refusal_words import sentence
from motcua.settlements.rules.refunding import (
    CancelInstead,
    DecidedAlready,
    DenialUnexplained,
    OwnRequest,
    ReceiptVoid,
    RefundFaulty,
    RefundSlipMissing,
    TillTooEmpty,
)
from motcua.settlements.vocabulary import RefundReason, RefundState, RefundWay
from tests.support.clock import PLAIN_MORNING
from tests.support.money import LEADER, cashier, close, collect, owing
from tests.support.paying import a_waiting_line, an_account
from tests.support.refunding import ACCOUNTANT, NEXT_DAY, ask, closed_receipt, decide, pay

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("proved")]
TOMORROW = local_day(NEXT_DAY)


def home() -> int:
    agency_id = cashier().agency_id
    assert agency_id is not None
    return agency_id


def stands(code: AccountCode, ref: str = "") -> int:
    return balance(home(), Place(code, ref), TOMORROW)


def test_a_transfer_goes_from_the_agency_to_the_citizen_through_the_books() -> None:
    refund = ask(closed_receipt())
    assert stands(AccountCode.OWED_FEE, str(home())) == 4_000
    decide(refund)
    assert stands(AccountCode.OWED_FEE, str(home())) == 0
    assert stands(AccountCode.REFUNDS_DUE, str(refund)) == 4_000
    pay(refund)
    assert stands(AccountCode.REFUNDS_DUE, str(refund)) == 0
    assert stands(AccountCode.BANK) == -4_000
    assert trial_balance(cashier(ACCOUNTANT), home(), TOMORROW, TOMORROW).is_even
    told = refund_detail(cashier(ACCOUNTANT), refund)
    assert (told.row.state, told.year, told.number) == (RefundState.PAID, 2026, 1)


def test_a_transfer_goes_out_of_the_very_account_that_a_statement_fills() -> None:
    account = str(an_account(home(), gateway="", merchant=""))
    a_waiting_line(owing(), ACCOUNTANT)
    assert stands(AccountCode.BANK, account) == 5_000
    refund = ask(closed_receipt())
    decide(refund)
    pay(refund)
    assert stands(AccountCode.BANK, account) == 1_000
    assert stands(AccountCode.BANK) == 0


def test_cash_leaves_the_till_that_pays_and_it_closes_to_the_dong() -> None:
    refund = ask(closed_receipt())
    decide(refund)
    open_till(actor=cashier(at=NEXT_DAY), at=NEXT_DAY, opening_vnd=50_000)
    pay(refund, RefundWay.CASH, "", by="tiepnhan1")
    till = my_tills(cashier(at=NEXT_DAY), NEXT_DAY).today
    assert till is not None
    assert (till.expected_vnd, till.refunded_vnd) == (46_000, 4_000)
    close(46_000, at=NEXT_DAY)
    assert stands(AccountCode.CASH, str(till.id)) == 0
    assert stands(AccountCode.FLOAT) == 0
    assert stands(AccountCode.SAFE) == 0


def test_a_till_does_not_pay_what_it_does_not_hold() -> None:
    refund = ask(closed_receipt())
    decide(refund)
    with pytest.raises(TillTooEmpty):
        pay(refund, RefundWay.CASH, "", by="tiepnhan1")
    assert Refund.objects.get().state == RefundState.APPROVED
    collect(at=NEXT_DAY)
    close(4_000, at=NEXT_DAY)
    with pytest.raises(TillAlreadyClosed):
        pay(refund, RefundWay.CASH, "", by="tiepnhan1")


def test_never_more_than_was_paid_in_sum() -> None:
    receipt = closed_receipt()
    ask(receipt, 3_000)
    with pytest.raises(RefundFaulty):
        ask(receipt, 1_001)
    ask(receipt, 1_000)
    with pytest.raises(RefundFaulty):
        ask(receipt, 1)


def test_what_was_denied_may_be_asked_again() -> None:
    receipt = closed_receipt()
    first = ask(receipt)
    decide(first, approved=False, note="Hồ sơ vẫn đang giải quyết")
    decide(ask(receipt))
    states = [row.state for row in refunds_of_receipt(cashier(ACCOUNTANT, NEXT_DAY), receipt)]
    assert states == [RefundState.DENIED, RefundState.APPROVED]


def test_an_open_till_cancels_instead_and_a_void_receipt_gave_back_already() -> None:
    receipt = collect().id
    with pytest.raises(CancelInstead):
        ask(receipt, at=PLAIN_MORNING)
    cancel_receipt(actor=cashier(), at=PLAIN_MORNING, receipt_id=receipt, reason="Nhầm")
    with pytest.raises(ReceiptVoid):
        ask(receipt, at=PLAIN_MORNING)


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({"fee_vnd": 0}, {"refund-amount-faulty"}),
        ({"fee_vnd": -1}, {"refund-amount-faulty"}),
        ({"charge_vnd": 1}, {"refund-more-than-paid"}),
        ({"reason": RefundReason.OTHER}, {"refund-reason-missing"}),
        ({"note": "x" * 501, "payee": "y" * 301}, {"refund-text-too-long"}),
    ],
)
def test_a_faulty_request_says_what_is_wrong(changes: dict[str, object], codes: set[str]) -> None:
    with pytest.raises(RefundFaulty) as refused:
        ask(closed_receipt(), **changes)  # type: ignore[arg-type]
    assert {problem.code for problem in refused.value.reasons} == codes
    assert not Refund.objects.exists()


def test_the_same_request_asks_once() -> None:
    receipt, key = closed_receipt(), RequestKey("double-click", "d")
    assert ask(receipt, request=key) == ask(receipt, request=key)
    assert Refund.objects.count() == 1


def test_each_step_is_taken_once() -> None:
    refund = ask(closed_receipt())
    with pytest.raises(DecidedAlready):
        pay(refund)
    decide(refund)
    with pytest.raises(DecidedAlready):
        decide(refund)
    pay(refund)
    with pytest.raises(DecidedAlready):
        pay(refund)
    assert stands(AccountCode.BANK) == -4_000


def test_a_denial_says_why_and_a_transfer_has_its_slip() -> None:
    refund = ask(closed_receipt())
    with pytest.raises(DenialUnexplained):
        decide(refund, approved=False, note="  ")
    decide(refund)
    with pytest.raises(RefundSlipMissing):
        pay(refund, slip=" ")


@pytest.mark.parametrize("who", ["thuly1", "vanthu", "quantri", "giamsat", LEADER])
def test_nobody_else_asks(who: str) -> None:
    receipt = closed_receipt()
    with pytest.raises((NotPermitted, NotFound)):
        ask(receipt, by=who)


@pytest.mark.parametrize("who", ["tiepnhan1", ACCOUNTANT, "vanthu", "giamsat", "quantri"])
def test_only_the_leader_decides(who: str) -> None:
    refund = ask(closed_receipt())
    with pytest.raises((NotPermitted, NotFound, OwnRequest)):
        decide(refund, by=who)


@pytest.mark.parametrize(
    ("who", "sees"),
    [(ACCOUNTANT, 1), ("tiepnhan2", 1), (LEADER, 1), ("giamsat", 1), ("thuly1", 0), ("quantri", 0)],
)
def test_whoever_may_sees_them_and_nobody_else(who: str, sees: int) -> None:
    refund = ask(closed_receipt())
    assert len(refunds_of(cashier(who, NEXT_DAY)).rows) == sees
    if not sees:
        with pytest.raises(NotFound):
            refund_detail(cashier(who, NEXT_DAY), refund)


def test_the_citizen_is_told_how_far_it_has_come() -> None:
    refund = ask(closed_receipt())
    decide(refund)
    dossier_id = Refund.objects.get().dossier_id
    assert dossier_id is not None
    (told,) = refunds_told(dossier_id)
    assert (told.total_vnd, told.state) == (4_000, RefundState.APPROVED)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE settlements_refund SET fee_vnd = 1",
        "UPDATE settlements_refund SET state = 'PAID', way = 'TRANSFER', slip_number = '1', "
        "paid_at = requested_at, number = 1, year = 2026, decided_at = requested_at",
        "DELETE FROM settlements_refund",
        "INSERT INTO settlements_refund (agency_id, receipt_id, dossier_id, reason, note, payee, "
        "fee_vnd, charge_vnd, state, requested_at, requested_by_id, decision_note, way, slip_number) "
        "SELECT agency_id, receipt_id, dossier_id, reason, note, payee, 1, charge_vnd, state, "
        "requested_at, requested_by_id, '', '', '' FROM settlements_refund",
    ],
)
def test_the_database_keeps_it(statement: str) -> None:
    ask(closed_receipt())
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_a_refusal_has_its_sentence_in_words() -> None:
    with pytest.raises(Refusal) as refused:
        ask(closed_receipt(), 5_000)
    (problem,) = refused.value.reasons
    assert "4.000" in sentence(problem)
