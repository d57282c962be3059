"""An office's money compared by the real acts: what differs is named, explained, gone, and back again."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from motcua.books.queries.balances import balance
from motcua.books.vocabulary import AccountCode, Place
from motcua.kernel.actor import system
from motcua.kernel.clock import local_day
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.payments.commands.paying.orders import expire_orders
from motcua.payments.commands.tills import close_till
from motcua.payments.models import Till
from motcua.payments.vocabulary import MessageVerdict, PaymentMethod
from motcua.reconciliation.commands.comparing import compare_all, compare_money
from motcua.reconciliation.commands.explaining import explain_difference
from motcua.reconciliation.models import Comparison, Difference
from motcua.reconciliation.queries.days import day_compared
from motcua.reconciliation.queries.differences import difference_called, differences_of
from motcua.reconciliation.rules.refusals import NothingToExplain, ReasonFaulty
from motcua.reconciliation.vocabulary import Kind, Likely, State
from tests.support.clock import PLAIN_MORNING
from tests.support.money import LEADER, cashier, close, collect, count
from tests.support.paying import LATER, an_account, an_order, message, say, with_gateway
from tests.support.refunding import ACCOUNTANT, NEXT_DAY, ask, closed_receipt, decide, pay
from tests.support.settling import AFTER, a_rest, ask_rest, home

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("proved")]
WEEK = PLAIN_MORNING + timedelta(days=7)


def compare(at: datetime = AFTER, by: str = ACCOUNTANT) -> int:
    return compare_money(actor=cashier(by, at), at=at, agency_id=home())


def standing() -> list[tuple[Kind, Likely, int]]:
    rows = differences_of(cashier(ACCOUNTANT, AFTER)).rows
    return sorted((row.kind, row.likely, row.amount_vnd) for row in rows)


def test_an_honest_day_names_nothing() -> None:
    collect()
    close(4_000)
    assert compare() == 0
    assert standing() == []
    assert Comparison.objects.get().standing == 0


def test_a_refund_paid_by_transfer_is_no_difference() -> None:
    account = an_account(home(), gateway="", merchant="")
    refund = ask(closed_receipt())
    decide(refund)
    pay(refund)
    assert compare(WEEK) == 0
    assert standing() == []
    moved = balance(home(), Place(AccountCode.BANK, str(account)), local_day(WEEK))
    assert moved == -4_000
    told = day_compared(cashier(ACCOUNTANT, WEEK), home(), local_day(NEXT_DAY))
    assert (told.money.lines_vnd, told.bank_in_books_vnd) == (0, 0)


def test_a_till_that_differs_is_named_explained_and_stays_listed() -> None:
    collect()
    close(3_500, note="Thiếu tiền lẻ")
    assert compare() == 1
    (row,) = differences_of(cashier(ACCOUNTANT, AFTER)).rows
    assert (row.kind, row.amount_vnd, bool(row.owner)) == (Kind.TILL_COUNT, -500, True)
    explain_difference(
        actor=cashier(ACCOUNTANT, AFTER), at=AFTER, difference_id=row.id, reason="Đã nộp bù"
    )
    assert compare(WEEK) == 0
    told = difference_called(cashier(LEADER, WEEK), row.id)
    assert (told.state, told.reason) == (State.EXPLAINED, "Đã nộp bù")


def test_a_till_left_open_is_found_and_gone_when_it_is_closed() -> None:
    collect()
    compare()
    assert standing() == [(Kind.TILL_OPEN, Likely.FORGOTTEN, 4_000)]
    close_till(actor=cashier(at=AFTER), at=AFTER, till_id=Till.objects.get().pk, count=count(4_000))
    compare(WEEK)
    assert standing() == []
    row = Difference.objects.get()
    assert row.state == State.GONE
    with pytest.raises(NothingToExplain):
        explain_difference(
            actor=cashier(ACCOUNTANT, WEEK), at=WEEK, difference_id=row.pk, reason="x"
        )


def test_money_nobody_owed_stands_until_it_is_asked_back() -> None:
    payment = a_rest(PLAIN_MORNING)
    compare()
    assert standing() == [(Kind.REST, Likely.PAID_TOO_MUCH, 1_000)]
    refund = ask_rest(payment)
    compare()
    assert standing() == []
    compare(AFTER + timedelta(days=6))
    assert standing() == [(Kind.REFUND_STUCK, Likely.UNDECIDED, 1_000)]
    late = AFTER + timedelta(days=6)
    decide(refund, at=late)
    compare(late)
    assert standing() == []
    compare(late + timedelta(days=5))
    assert standing() == [(Kind.REFUND_STUCK, Likely.UNPAID, 1_000)]
    pay(refund, at=late + timedelta(days=5))
    compare(late + timedelta(days=5))
    assert standing() == []


def test_what_was_explained_for_one_amount_stands_again_for_another() -> None:
    payment = a_rest(PLAIN_MORNING)
    compare()
    row = Difference.objects.get()
    explain_difference(
        actor=cashier(LEADER, AFTER), at=AFTER, difference_id=row.pk, reason="Chờ người nộp"
    )
    ask_rest(payment, 400)
    compare()
    assert standing() == [(Kind.REST, Likely.PAID_TOO_MUCH, 600)]
    row.refresh_from_db()
    assert (row.reason, row.version) == ("", 3)


def test_orders_messages_and_statements_are_found_by_themselves(settings: Any) -> None:
    with_gateway(settings)
    an_account(home())
    paid, forgotten = an_order(), an_order()
    assert say(message(paid.number, 4_000)) is MessageVerdict.ACCEPTED
    assert say(message(paid.number, 5_000)) is MessageVerdict.CONTRADICTED
    compare(LATER)
    assert standing() == [(Kind.MESSAGE_REFUSED, Likely.GATEWAY_FAULT, 5_000)]
    compare(WEEK)
    assert {row[0] for row in standing()} == {
        Kind.MESSAGE_REFUSED, Kind.ORDER_STUCK, Kind.STATEMENT_MISSING,
    }  # fmt: skip
    expire_orders(at=WEEK)
    compare(WEEK)
    assert Kind.ORDER_STUCK not in {row[0] for row in standing()}
    assert forgotten.number in Difference.objects.get(kind=Kind.ORDER_STUCK).about


def test_a_slip_at_the_counter_that_no_line_bears_out_is_named() -> None:
    slip = {"method": PaymentMethod.TRANSFER_SLIP, "slip_number": "FT77"}
    collect(at=PLAIN_MORNING - timedelta(days=5), **slip)
    close(0, at=PLAIN_MORNING - timedelta(days=5))
    a_rest(PLAIN_MORNING)
    compare()
    assert (Kind.RECEIPT_WITHOUT_MONEY, Likely.NEVER_CAME, 4_000) in standing()


def test_the_job_compares_every_agency() -> None:
    collect()
    assert compare_all(actor=system("nightly"), at=AFTER) == 1
    assert Difference.objects.get().agency_id == home()


def test_the_figures_of_a_day_stand_side_by_side() -> None:
    refund = ask(closed_receipt())
    decide(refund)
    told = day_compared(cashier(ACCOUNTANT, AFTER), home(), local_day(PLAIN_MORNING))
    assert (told.money.cash_vnd, told.money.counted_vnd) == (4_000, 4_000)
    assert told.collected_in_books_vnd == told.money.collected_vnd == 4_000


@pytest.mark.parametrize("who", ["tiepnhan1", "vanthu", "quantri", "giamsat", "thuly1"])
def test_nobody_else_compares_or_explains(who: str) -> None:
    collect()
    compare()
    with pytest.raises((NotPermitted, NotFound)):
        compare(by=who)
    pk = Difference.objects.get().pk
    with pytest.raises((NotPermitted, NotFound)):
        explain_difference(actor=cashier(who, AFTER), at=AFTER, difference_id=pk, reason="x")


@pytest.mark.parametrize("reason", ["", "  ", "x" * 501])
def test_an_explanation_is_in_words(reason: str) -> None:
    collect()
    compare()
    pk = Difference.objects.get().pk
    with pytest.raises(ReasonFaulty):
        explain_difference(
            actor=cashier(ACCOUNTANT, AFTER), at=AFTER, difference_id=pk, reason=reason
        )


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE reconciliation_difference SET subject_id = 99, version = version + 1",
        "UPDATE reconciliation_difference SET amount_vnd = 0",
        "DELETE FROM reconciliation_difference",
        "DELETE FROM reconciliation_comparison",
    ],
)
def test_the_database_keeps_it(statement: str) -> None:
    collect()
    compare()
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
