"""The figures of one day side by side: tills, receipts, money that came, statement, books."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from motcua.books.queries.balances import trial_balance
from motcua.books.vocabulary import AccountCode
from motcua.kernel.actor import Actor
from motcua.payments.queries.day_sums import DaySums, sums_of_day


@dataclass(frozen=True, slots=True, kw_only=True)
class DayCompared:
    """What each says of the same day. `collected_in_books_vnd`: credited to what is owed to agencies."""

    day: date
    money: DaySums
    collected_in_books_vnd: int
    void_in_books_vnd: int
    cash_in_books_vnd: int
    bank_in_books_vnd: int
    unidentified_vnd: int


def day_compared(actor: Actor, agency_id: int, day: date) -> DayCompared:
    """A score of queries. The caller has found the agency for the actor."""
    rows = trial_balance(actor, agency_id, day, day).rows
    owed = [
        row for row in rows if row.place.code in (AccountCode.OWED_FEE, AccountCode.OWED_CHARGE)
    ]
    held = {code: [row for row in rows if row.place.code is code] for code in AccountCode}
    return DayCompared(
        day=day,
        money=sums_of_day(agency_id, day),
        collected_in_books_vnd=sum(row.credits_vnd for row in owed),
        void_in_books_vnd=sum(row.debits_vnd for row in owed),
        cash_in_books_vnd=sum(row.closing_vnd for row in held[AccountCode.CASH]),
        bank_in_books_vnd=sum(row.debits_vnd for row in held[AccountCode.BANK]),
        unidentified_vnd=sum(row.closing_vnd for row in held[AccountCode.UNIDENTIFIED]),
    )
