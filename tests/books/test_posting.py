"""Posting with the fact: once, together with it or not at all, and never changed."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from motcua.books.commands.posting import post
from motcua.books.models import Account, Transfer
from motcua.books.proof import books_flaws
from motcua.books.queries.balances import balance, trial_balance
from motcua.books.queries.entries import account_called, entries_of, opening_and_closing
from motcua.books.queries.posted import posted_entry
from motcua.books.vocabulary import AccountCode, Entry, Line, Place, Source
from motcua.kernel.clock import local_day
from motcua.kernel.verdict import NotFound
from motcua.ledger.recording import RowsWithoutFact, Subject, agency_stream, recording
from motcua.payments.commands.cancel import cancel_receipt
from motcua.payments.commands.tills import open_till
from motcua.payments.events import TillOpened
from tests.support.clock import PLAIN_MORNING
from tests.support.money import LEADER, cashier, close, collect, extra, owing
from tests.support.working_office import SETUP

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("office")]
TODAY = local_day(PLAIN_MORNING)
CASH, FEE = Place(AccountCode.CASH, "1"), Place(AccountCode.OWED_FEE, "2")
ACCOUNTANT = "ketoan"


def home() -> int:
    agency_id = cashier().agency_id
    assert agency_id is not None
    return agency_id


def put(entry: Entry) -> None:
    """As a command would: the fact beside it is one of a till."""
    agency_id = entry.agency_id
    opened = TillOpened(
        agency_id=agency_id, holding_id=1, day=TODAY, opened_at=PLAIN_MORNING, opening_vnd=0
    )
    with recording(SETUP, PLAIN_MORNING) as record:
        post(record, entry)
        place = Transfer.objects.count() + 1
        about = Subject("books-test", entry.source.id, place)
        record.append(opened, about=about, stream=agency_stream(agency_id))


def an_entry(number: int = 1, amount: int = 5_000, **changes: Any) -> Entry:
    given = {"agency_id": home(), "day": TODAY, "lines": (Line(CASH, FEE, amount),)}
    return Entry(source=Source("test", number, "issued"), **(given | changes))


def test_an_entry_is_read_as_it_was_posted() -> None:
    entry = an_entry(lines=(Line(CASH, FEE, 5), Line(FEE, CASH, 7)))
    put(entry)
    assert posted_entry(entry.source) == entry
    assert balance(home(), CASH, TODAY) == -2
    assert balance(home(), FEE, TODAY) == -2


def test_a_source_is_posted_once() -> None:
    put(an_entry(amount=5_000))
    before = Transfer.objects.get()
    put(an_entry(amount=5_000))
    assert Transfer.objects.get() == before
    assert Account.objects.count() == 2


def test_without_a_fact_nothing_is_posted() -> None:
    with pytest.raises(RowsWithoutFact), recording(SETUP, PLAIN_MORNING) as record:
        post(record, an_entry())
    assert not Transfer.objects.exists()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE books_transfer SET amount_vnd = 1",
        "DELETE FROM books_transfer",
        "UPDATE books_account SET code = 'SAFE'",
        "DELETE FROM books_account",
        "INSERT INTO books_transfer (agency_id, source_kind, source_id, purpose, position, day, "
        "posted_at, debit_id, credit_id, amount_vnd) SELECT {other}, source_kind, 2, purpose, "
        "position, day, posted_at, debit_id, credit_id, amount_vnd FROM books_transfer",
        "INSERT INTO books_transfer (agency_id, source_kind, source_id, purpose, position, day, "
        "posted_at, debit_id, credit_id, amount_vnd) SELECT agency_id, source_kind, 2, purpose, "
        "position, day, posted_at, debit_id, debit_id, amount_vnd FROM books_transfer",
        "INSERT INTO books_transfer (agency_id, source_kind, source_id, purpose, position, day, "
        "posted_at, debit_id, credit_id, amount_vnd) SELECT agency_id, source_kind, 2, purpose, "
        "position, day, posted_at, debit_id, credit_id, 0 FROM books_transfer",
    ],
)
def test_the_database_keeps_what_was_posted(statement: str) -> None:
    put(an_entry())
    other = cashier("giamsat").agency_id
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement.format(other=other))
    assert list(books_flaws()) == []


def test_money_of_a_day_stands_on_the_accounts_it_should() -> None:
    open_till(actor=cashier(), at=PLAIN_MORNING, opening_vnd=100_000)
    code = owing()
    collect(code)
    collect(code, extra(8_000))
    wrong = collect()
    cancel_receipt(actor=cashier(), at=PLAIN_MORNING, receipt_id=wrong.id, reason="Nhầm")
    close(111_000, note="Thối nhầm 1.000 đồng")
    told = trial_balance(cashier(ACCOUNTANT), home(), TODAY, TODAY)
    by_code = {row.place.code: row for row in told.rows}
    assert {code: row.closing_vnd for code, row in by_code.items()} == {
        AccountCode.CASH: 0,
        AccountCode.SAFE: 11_000,
        AccountCode.TILL_SHORT: 1_000,
        AccountCode.OWED_FEE: 4_000,
        AccountCode.OWED_CHARGE: 8_000,
        AccountCode.FLOAT: 0,
    }
    assert told.is_even
    assert by_code[AccountCode.OWED_FEE].place.ref == str(home())


def test_a_period_opens_with_what_the_former_closed_with() -> None:
    put(an_entry(1, 5_000))
    put(an_entry(2, 7_000, day=TODAY + timedelta(days=1)))
    row = next(
        row
        for row in trial_balance(
            cashier(ACCOUNTANT), home(), TODAY + timedelta(days=1), TODAY + timedelta(days=9)
        ).rows
        if row.place == CASH
    )
    assert (row.opening_vnd, row.debits_vnd, row.closing_vnd) == (5_000, 7_000, 12_000)
    account = account_called(cashier(ACCOUNTANT), row.account_id)
    assert opening_and_closing(account, TODAY, TODAY) == (0, 5_000)


def test_entries_of_an_account_page_by_page() -> None:
    for number in range(1, 6):
        put(an_entry(number, number))
    account = account_called(cashier(ACCOUNTANT), Account.objects.get(code="CASH").pk)
    first = entries_of(account, TODAY, TODAY, size=3)
    rest = entries_of(account, TODAY, TODAY, cursor=first.next_cursor, size=3)
    assert [row.debit_vnd for row in (*first.rows, *rest.rows)] == [1, 2, 3, 4, 5]
    assert {row.other for row in first.rows} == {FEE}


@pytest.mark.parametrize(
    ("who", "sees"),
    [(ACCOUNTANT, True), (LEADER, True), ("giamsat", True), ("tiepnhan1", False),
     ("thuly1", False), ("vanthu", False), ("quantri", False)],
)  # fmt: skip
def test_whoever_may_sees_the_books_and_nobody_else(who: str, sees: bool) -> None:
    put(an_entry())
    account = Account.objects.get(code="CASH").pk
    assert bool(trial_balance(cashier(who), home(), TODAY, TODAY).rows) == sees
    if not sees:
        with pytest.raises(NotFound):
            account_called(cashier(who), account)
