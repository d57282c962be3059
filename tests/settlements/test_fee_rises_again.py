"""A fee that became lower, was given back and rises again: what went back is not paid."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.dossiers.acting import Asked
from motcua.dossiers.commands.fees.settling import settle_fee
from motcua.dossiers.inputs import SettleFee
from motcua.dossiers.queries.detail import dossier_detail
from motcua.kernel.refusal import Refusal
from motcua.payments.queries.debts import debts_of
from motcua.payments.queries.owed import owed, paid_of
from motcua.payments.rules.given_back import Moved, given_back
from motcua.payments.vocabulary import Owed
from motcua.settlements.queries.over import to_give_back
from motcua.settlements.vocabulary import RefundReason
from tests.support.clock import PLAIN_MORNING
from tests.support.money import cashier, close, collect, fee, owing
from tests.support.refunding import ask, decide, pay

NEXT = PLAIN_MORNING + timedelta(days=1)


def later(minutes: int) -> datetime:
    return NEXT + timedelta(minutes=minutes)


def copies(code: str, count: int, at: datetime) -> None:
    """As many copies after all: 4,000 đồng each."""
    asked = Asked(actor=cashier(at=at), at=at, code=code)
    settle_fee(asked, SettleFee(copies=count, reason="Đổi số bản"))


def money(code: str) -> Owed:
    detail = dossier_detail(cashier(at=later(600)), code)
    told = owed(detail)
    assert debts_of({detail.id: detail.fees}, {detail.id: told.moment}) == {detail.id: told}
    assert paid_of([detail.id])[detail.id] == told.paid_vnd
    return told


def refunded(receipt: int, amount_vnd: int, at: datetime, reason: RefundReason) -> None:
    refund = ask(receipt, amount_vnd, at=at, reason=reason)
    decide(refund, at=at)
    pay(refund, at=at)


def paid_for_two() -> tuple[str, int]:
    code = owing(copies=2)
    receipt = collect(code).id
    close(8_000)
    return code, receipt


@pytest.mark.django_db
@pytest.mark.usefixtures("proved")
def test_what_was_given_back_because_the_fee_fell_is_owed_when_it_rises_again() -> None:
    code, receipt = paid_for_two()
    copies(code, 1, later(0))
    fallen = money(code)
    assert (fallen.over_vnd, to_give_back(dossier_detail(cashier(), code).id, fallen)) == (
        4_000,
        4_000,
    )
    refunded(receipt, 4_000, later(1), RefundReason.FEE_LOWERED)
    assert (money(code).paid_vnd, money(code).over_vnd, money(code).due_vnd) == (4_000, 0, 0)
    copies(code, 2, later(2))
    assert (money(code).paid_vnd, money(code).due_vnd) == (4_000, 4_000)
    collect(code, at=later(3))
    assert money(code).is_settled
    with pytest.raises(Refusal, match="already-paid"):
        collect(code, fee(1), at=later(4))


@pytest.mark.django_db
@pytest.mark.usefixtures("proved")
def test_what_was_forgiven_is_never_asked_again_nor_given_back_twice() -> None:
    code, receipt = paid_for_two()
    refunded(receipt, 8_000, later(0), RefundReason.EXEMPTION_PROVEN_LATER)
    assert (money(code).due_vnd, money(code).is_settled) == (0, True)
    copies(code, 1, later(1))
    lower = money(code)
    assert (lower.over_vnd, lower.due_vnd) == (0, 0)
    copies(code, 3, later(2))
    assert money(code).due_vnd == 4_000


@pytest.mark.django_db
@pytest.mark.usefixtures("proved")
def test_what_is_only_asked_back_stands_as_paid_but_is_not_offered_again() -> None:
    code, receipt = paid_for_two()
    copies(code, 1, later(0))
    ask(receipt, 4_000, at=later(1), reason=RefundReason.FEE_LOWERED)
    told = money(code)
    assert (told.paid_vnd, told.over_vnd) == (8_000, 4_000)
    assert to_give_back(dossier_detail(cashier(), code).id, told) == 0


@given(st.lists(st.integers(0, 50_000), min_size=1, max_size=12))
def test_however_a_fee_rises_and_falls_the_office_holds_just_the_fee(fees: list[int]) -> None:
    """Each time all that is due is paid and all that is beyond goes back; nothing is forgiven on the way."""
    at, history = NEXT, list[tuple[datetime, int]]()
    paid, back = list[Moved](), list[Moved]()
    for amount in fees:
        at += timedelta(minutes=1)
        history.append((at, amount))
        told = given_back(
            paid, back, lambda then: [one for since, one in history if since <= then][-1]
        )
        assert told.forgiven_vnd == 0
        counted = sum(one.amount_vnd for one in paid) - told.beyond_vnd
        due, over = max(0, amount - counted), max(0, counted - amount)
        paid += [Moved(at, due)] * bool(due)
        back += [Moved(at, over)] * bool(over)
        held = sum(one.amount_vnd for one in paid) - sum(one.amount_vnd for one in back)
        assert held == amount
