"""Numbers of orders, their life, the share of money, the verdict on messages: pure, tried at random."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.payments.rules.paying.judging import Earlier, OrderKnown, judge
from motcua.payments.rules.paying.life import NEXT, PAID_STATES, Happening, after
from motcua.payments.rules.paying.number import (
    ALPHABET,
    BODY,
    LENGTH,
    cut_number_in,
    is_number,
    number_from,
    numbers_in,
)
from motcua.payments.rules.paying.sharing import share
from motcua.payments.vocabulary import KindOwed, MessageVerdict, OrderState, Owed, Said

AT = datetime(2026, 3, 3, 9, tzinfo=UTC)
NUMBERS = st.lists(
    st.integers(0, len(ALPHABET) - 1), min_size=BODY, max_size=BODY
).map(number_from)  # fmt: skip
ORDER = OrderKnown(
    gateway="g",
    merchant="m",
    amount_vnd=4_000,
    expires_at=AT + timedelta(hours=24),
    state=OrderState.OPEN,
)


@given(NUMBERS, st.integers(2, LENGTH - 1), st.sampled_from(ALPHABET))
def test_one_wrong_character_is_noticed(number: str, place: int, letter: str) -> None:
    changed = number[:place] + letter + number[place + 1 :]
    assert is_number(changed) == (changed == number)


@given(NUMBERS, st.integers(2, LENGTH - 3))
def test_neighbors_that_change_places_are_noticed(number: str, place: int) -> None:
    swapped = number[:place] + number[place + 1] + number[place] + number[place + 2 :]
    assert is_number(swapped) == (swapped == number)


def _mangled(number: str, how: int) -> str:
    """What banks make of a purpose."""
    return (
        f"CHUYEN TIEN {number} FT26123",
        number.lower(),
        f"nguyễn văn đức nộp lệ phí {number[:4]} {number[4:8]} {number[8:]}",
        ".".join(number),
        f"MBVCB.123456.{number}.CT tu 0011 toi 0022",
        f"IBFT\n{number[:7]}\n{number[7:]}",
    )[how]


@given(NUMBERS, st.integers(0, 5))
def test_a_number_is_found_in_what_banks_make_of_it(number: str, how: int) -> None:
    assert number in numbers_in(_mangled(number, how))


@given(NUMBERS, st.integers(8, LENGTH - 1))
def test_a_number_that_was_cut_off_is_told_by_its_beginning(number: str, kept: int) -> None:
    text = f"nop phi {number[:kept]}"
    assert numbers_in(text) == ()
    assert cut_number_in(text) == number[:kept]


@given(st.text(max_size=60))
def test_no_number_is_read_out_of_words(text: str) -> None:
    assert all(is_number(found) for found in numbers_in(text))


@given(st.lists(st.integers(1, 9_000), max_size=5), st.integers(0, 8_000), st.integers(0, 8_000))
def test_what_is_booked_depends_on_how_much_came_and_not_on_the_order(
    amounts: list[int], fee: int, charge: int
) -> None:
    ends = set()
    for order in list(permutations(amounts))[:24]:
        paid_fee = paid_charge = rest = 0
        for amount in order:
            owed = Owed(
                fee=KindOwed(owed_vnd=fee, paid_vnd=paid_fee),
                charge=KindOwed(owed_vnd=charge, paid_vnd=paid_charge),
            )
            part = share(amount, owed)
            assert part.fee_vnd + part.charge_vnd + part.rest_vnd == amount
            paid_fee, paid_charge = paid_fee + part.fee_vnd, paid_charge + part.charge_vnd
            rest += part.rest_vnd
        ends.add((paid_fee, paid_charge, rest))
    assert len(ends) == 1
    ((paid_fee, paid_charge, rest),) = ends
    assert paid_fee + paid_charge == min(sum(amounts), fee + charge)
    assert paid_fee + paid_charge + rest == sum(amounts)


def test_money_is_never_refused_and_a_paid_order_stays_paid() -> None:
    for state in OrderState:
        for money in (Happening.MONEY_AS_ASKED, Happening.MONEY_LATE, Happening.MONEY_WRONG):
            assert after(state, money) in PAID_STATES
        if state in PAID_STATES:
            assert {after(state, happening) for happening in Happening} == {state}
    assert all(before not in PAID_STATES for before, _happening in NEXT)


def _said(**changes: object) -> Said:
    values = {"order_number": "MC", "transaction": "T", "amount_vnd": 4_000, "currency": "VND",
              "is_paid": True, "merchant": "m", "sent_at": AT, **changes}  # fmt: skip
    return Said(**values)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        (_said(), MessageVerdict.ACCEPTED),
        (_said(paid_at=AT + timedelta(days=2)), MessageVerdict.ACCEPTED_LATE),
        (_said(amount_vnd=4_001), MessageVerdict.WRONG_AMOUNT),
        (_said(amount_vnd=0), MessageVerdict.UNREADABLE),
        (_said(amount_vnd=None), MessageVerdict.UNREADABLE),
        (_said(transaction=""), MessageVerdict.UNREADABLE),
        (_said(currency="USD"), MessageVerdict.WRONG_CURRENCY),
        (_said(merchant="other"), MessageVerdict.UNKNOWN_ORDER),
        (_said(is_paid=False), MessageVerdict.NOT_PAID),
        (_said(sent_at=None), MessageVerdict.STALE),
        (_said(sent_at=AT - timedelta(minutes=16)), MessageVerdict.STALE),
        (_said(sent_at=AT + timedelta(minutes=6)), MessageVerdict.STALE),
        (_said(sent_at=AT - timedelta(minutes=15)), MessageVerdict.ACCEPTED),
    ],
)
def test_what_a_message_is_worth(said: Said, verdict: MessageVerdict) -> None:
    assert judge(said, gateway="g", order=ORDER, earlier=None, at=AT) is verdict


def test_the_same_transaction_is_repeated_or_contradicts_itself() -> None:
    same, other = (
        Earlier(order_number="MC", amount_vnd=4_000),
        Earlier(order_number="MC", amount_vnd=1),
    )
    assert judge(_said(), gateway="g", order=ORDER, earlier=same, at=AT) is MessageVerdict.REPEATED
    contradicted = judge(_said(), gateway="g", order=ORDER, earlier=other, at=AT)
    assert contradicted is MessageVerdict.CONTRADICTED


def test_no_other_gateway_speaks_of_an_order() -> None:
    verdict = judge(_said(), gateway="another", order=ORDER, earlier=None, at=AT)
    assert verdict is MessageVerdict.UNKNOWN_ORDER
