"""Money that nobody owed goes back like the rest: asked, granted, paid, never more than came."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, connection, transaction

from motcua.books.queries.balances import balance
from motcua.books.vocabulary import AccountCode, Place
from motcua.kernel.clock import local_day
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.ledger.recording import RequestKey
from motcua.settlements.models import Refund
from motcua.settlements.queries.refunds import refund_detail, refunds_told
from motcua.settlements.queries.rests import rest_to_refund, rests_to_refund
from motcua.settlements.rules.refunding import RefundFaulty
from motcua.settlements.vocabulary import RefundReason, RefundState
from tests.support.clock import PLAIN_MORNING
from tests.support.money import LEADER, cashier
from tests.support.refunding import ACCOUNTANT, decide, pay
from tests.support.settling import AFTER, a_rest, ask_rest, home

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("proved")]


def due(ref: str = "") -> int:
    return balance(home(), Place(AccountCode.REFUNDS_DUE, ref), local_day(AFTER))


def test_what_nobody_owed_goes_back_through_the_books() -> None:
    payment = a_rest(PLAIN_MORNING)
    assert due() == 1_000
    refund = ask_rest(payment)
    decide(refund, at=AFTER)
    assert (due(), due(str(refund))) == (0, 1_000)
    pay(refund, at=AFTER)
    assert (due(), due(str(refund))) == (0, 0)
    told = refund_detail(cashier(ACCOUNTANT, AFTER), refund).row
    assert (told.state, told.total_vnd, told.receipt_id) == (RefundState.PAID, 1_000, None)
    dossier_id = Refund.objects.get().dossier_id
    assert dossier_id is not None
    assert [one.total_vnd for one in refunds_told(dossier_id)] == [1_000]


def test_never_more_than_came_and_only_once() -> None:
    payment, key = a_rest(PLAIN_MORNING), RequestKey("double-click", "d")
    with pytest.raises(RefundFaulty):
        ask_rest(payment, 1_001)
    with pytest.raises(RefundFaulty):
        ask_rest(payment, 0)
    with pytest.raises(RefundFaulty):
        ask_rest(payment, reason=RefundReason.OTHER)
    assert ask_rest(payment, 600, request=key) == ask_rest(payment, 600, request=key)
    with pytest.raises(RefundFaulty):
        ask_rest(payment, 401)
    assert rest_to_refund(cashier(ACCOUNTANT), payment).left_vnd == 400
    (row,) = rests_to_refund(cashier(ACCOUNTANT)).rows
    assert (row.payment.id, row.left_vnd) == (payment, 400)


def test_what_was_denied_may_be_asked_again() -> None:
    payment = a_rest(PLAIN_MORNING)
    decide(ask_rest(payment), approved=False, note="Chưa rõ", at=AFTER)
    decide(ask_rest(payment), at=AFTER)
    assert due() == 0


@pytest.mark.parametrize("who", ["thuly1", "vanthu", "quantri", "giamsat", LEADER])
def test_nobody_else_asks(who: str) -> None:
    payment = a_rest(PLAIN_MORNING)
    with pytest.raises((NotPermitted, NotFound)):
        ask_rest(payment, by=who)


def test_the_database_keeps_it() -> None:
    ask_rest(a_rest(PLAIN_MORNING), 600)
    more = (
        "INSERT INTO settlements_refund (agency_id, payment_id, dossier_id, reason, note, payee, "
        "fee_vnd, charge_vnd, rest_vnd, state, requested_at, requested_by_id, decision_note, way, "
        "slip_number) SELECT agency_id, payment_id, dossier_id, reason, note, payee, 0, 0, 401, "
        "state, requested_at, requested_by_id, '', '', '' FROM settlements_refund"
    )
    for statement in ("UPDATE settlements_refund SET rest_vnd = 700", more):
        with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
