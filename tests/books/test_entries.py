"""What an entry must be, and that whatever is posted sums to zero: pure."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.books.rules.entries import EntryFaulty, check, reversal
from motcua.books.vocabulary import (
    AMOUNT_MAX_VND,
    RISES_BY_DEBIT,
    AccountCode,
    Entry,
    Line,
    Place,
    Source,
    signed,
)
from motcua.payments.rules.booking import closing_entry, opening_entry, receipt_entry
from motcua.payments.vocabulary import PaymentMethod

DAY = date(2026, 6, 10)
CASH, FEE = Place(AccountCode.CASH, "1"), Place(AccountCode.OWED_FEE, "2")


def an_entry(*lines: Line) -> Entry:
    return Entry(agency_id=1, source=Source("receipt", 1, "issued"), day=DAY, lines=lines)


@pytest.mark.parametrize(
    "lines",
    [
        (),
        (Line(CASH, FEE, 0),),
        (Line(CASH, FEE, -1),),
        (Line(CASH, FEE, AMOUNT_MAX_VND + 1),),
        (Line(CASH, CASH, 5),),
        (Line(CASH, FEE, 5), Line(FEE, FEE, 5)),
    ],
)
def test_what_would_not_hold_is_a_fault(lines: tuple[Line, ...]) -> None:
    with pytest.raises(EntryFaulty):
        check(an_entry(*lines))


def test_a_reversal_takes_all_of_it_back() -> None:
    entry = an_entry(Line(CASH, FEE, 5), Line(CASH, Place(AccountCode.OWED_CHARGE, "2"), 7))
    assert sums([entry, reversal(entry, "cancelled")]) == {}


def test_each_account_rises_on_one_side() -> None:
    assert {code for code in AccountCode if signed(code, 1, 0) == 1} == RISES_BY_DEBIT


def sums(entries: list[Entry]) -> dict[Place, int]:
    """Debits less credits of each account that is not at zero."""
    told: dict[Place, int] = defaultdict(int)
    for entry in entries:
        for line in entry.lines:
            told[line.debit] += line.amount_vnd
            told[line.credit] -= line.amount_vnd
    return {place: amount for place, amount in told.items() if amount}


amount = st.integers(1, 10**9)
RECEIPT = st.tuples(
    st.sampled_from(PaymentMethod),
    st.lists(st.tuples(st.sampled_from(["FEE", "CHARGE"]), amount), min_size=1, max_size=5),
    st.booleans(),
)


@given(
    receipts=st.lists(RECEIPT, max_size=12),
    opening=st.integers(0, 10**7),
    difference=st.integers(-5_000, 5_000),
)
def test_a_till_closes_to_the_dong_and_the_books_to_zero(
    receipts: list[tuple[PaymentMethod, list[tuple[str, int]], bool]], opening: int, difference: int
) -> None:
    entries, cash, standing = [], opening, 0
    for number, (method, lines, cancelled) in enumerate(receipts):
        row = {"id": number, "agency_id": 1, "till_id": 9, "method": method, "dossier_id": None}
        entry = check(receipt_entry(row, lines, due_agency_id=2, day=DAY))
        entries += [entry, *([reversal(entry, "cancelled")] if cancelled else [])]
        total = 0 if cancelled else sum(each for _kind, each in lines)
        standing += total
        cash += total if method is PaymentMethod.CASH else 0
    opened = opening_entry(9, 1, DAY, opening)
    counted = max(0, cash + difference)
    till = {"id": 9, "agency_id": 1, "holding_id": 4, "opening_vnd": opening}
    closed = closing_entry(till, counted_vnd=counted, difference_vnd=counted - cash, day=DAY)
    told = sums([*entries, *(check(one) for one in (opened, closed) if one is not None)])
    assert sum(told.values()) == 0
    assert Place(AccountCode.CASH, "9") not in told
    assert Place(AccountCode.FLOAT) not in told
    owed = sum(
        -told.get(Place(code, "2"), 0) for code in (AccountCode.OWED_FEE, AccountCode.OWED_CHARGE)
    )
    assert owed == standing
    assert told.get(Place(AccountCode.SAFE), 0) == counted - opening
