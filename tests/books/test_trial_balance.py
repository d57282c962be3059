"""What an accountant reads: every account that matters, thousands of counted tills in one line."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from motcua.books.commands.posting import post
from motcua.books.queries.balances import BalanceRow, trial_balance
from motcua.books.vocabulary import AccountCode, Entry, Line, Place, Source
from motcua.kernel.clock import local_day
from motcua.ledger.recording import Subject, agency_stream, recording
from motcua.payments.events import TillOpened
from tests.support.clock import PLAIN_MORNING
from tests.support.money import cashier
from tests.support.working_office import SETUP

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("office")]
TODAY = local_day(PLAIN_MORNING)
YESTERDAY, LAST_MONTH = TODAY - timedelta(days=1), TODAY - timedelta(days=40)
FEE, SAFE = Place(AccountCode.OWED_FEE, "2"), Place(AccountCode.SAFE)


def till(number: int) -> Place:
    return Place(AccountCode.CASH, str(number))


def home() -> int:
    agency_id = cashier().agency_id
    assert agency_id is not None
    return agency_id


def put(number: int, day: date, *lines: Line) -> None:
    source = Source("test", number, "issued")
    opened = TillOpened(
        agency_id=home(), holding_id=1, day=TODAY, opened_at=PLAIN_MORNING, opening_vnd=0
    )
    with recording(SETUP, PLAIN_MORNING) as record:
        post(record, Entry(agency_id=home(), source=source, day=day, lines=lines))
        about = Subject("books-test", number, 1)
        record.append(opened, about=about, stream=agency_stream(home()))


def rows(first: date, last: date) -> list[BalanceRow]:
    told = trial_balance(cashier("ketoan"), home(), first, last)
    assert told.is_even
    return list(told.rows)


def a_counted_till(number: int, day: date, amount: int) -> None:
    put(number, day, Line(till(number), FEE, amount), Line(SAFE, till(number), amount))


def test_counted_tills_are_one_line_and_what_still_lies_in_one_has_its_own() -> None:
    for number, amount in ((1, 1_000), (2, 2_000), (3, 4_000)):
        a_counted_till(number, TODAY, amount)
    put(4, TODAY, Line(till(4), FEE, 8_000))
    cash = [row for row in rows(TODAY, TODAY) if row.place.code is AccountCode.CASH]
    told = [(row.place.ref, row.count, row.debits_vnd, row.closing_vnd) for row in cash]
    assert told == [("", 3, 7_000, 0), ("4", 1, 8_000, 8_000)]
    assert cash[0].account_id is None
    assert cash[1].account_id is not None


def test_tills_of_other_days_are_not_told_at_all() -> None:
    a_counted_till(1, LAST_MONTH, 1_000)
    a_counted_till(2, TODAY, 2_000)
    told = {row.place.code: row for row in rows(YESTERDAY, TODAY)}
    assert (told[AccountCode.CASH].count, told[AccountCode.CASH].debits_vnd) == (1, 2_000)
    assert told[AccountCode.SAFE].opening_vnd == 1_000
    assert told[AccountCode.SAFE].closing_vnd == 3_000


def test_a_till_counted_in_these_days_tells_what_lay_in_it_before() -> None:
    put(1, LAST_MONTH, Line(till(1), FEE, 5_000))
    put(2, TODAY, Line(SAFE, till(1), 5_000))
    (cash,) = [row for row in rows(TODAY, TODAY) if row.place.code is AccountCode.CASH]
    assert (cash.opening_vnd, cash.credits_vnd, cash.closing_vnd) == (5_000, 5_000, 0)


def test_what_is_given_back_without_a_refund_yet_is_no_refund() -> None:
    """`REFUNDS_DUE` of nobody takes what nobody owed, until somebody asks for it."""
    nobody, refund = Place(AccountCode.REFUNDS_DUE), Place(AccountCode.REFUNDS_DUE, "7")
    put(1, TODAY, Line(SAFE, nobody, 5_000), Line(nobody, refund, 5_000), Line(refund, SAFE, 5_000))
    due = [row for row in rows(TODAY, TODAY) if row.place.code is AccountCode.REFUNDS_DUE]
    assert [(row.count, row.account_id is None, row.debits_vnd) for row in due] == [
        (1, False, 5_000),
        (1, True, 5_000),
    ]


def test_an_account_that_nothing_came_to_until_then_is_not_told() -> None:
    put(1, TODAY, Line(SAFE, FEE, 5_000))
    assert rows(LAST_MONTH, YESTERDAY) == []
