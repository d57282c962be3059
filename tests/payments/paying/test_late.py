"""Money told of later than the life of its order: always known, booked as far as it is still owed, the rest
to be given back. By the simulated bank, over two days."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest

from motcua.books.queries.balances import balance
from motcua.books.vocabulary import AccountCode, Place
from motcua.jobs.simulator.bank import Bank, Behavior
from motcua.kernel.clock import local_day
from motcua.payments.commands.paying.asking import ask_about_open
from motcua.payments.commands.paying.hearing import hear
from motcua.payments.commands.paying.orders import OPEN_FOR, expire_orders
from motcua.payments.gateways.ports import Answered
from motcua.payments.gateways.signed_web import SignedWebGateway, signature_of
from motcua.payments.models import Payment, PaymentMessage, PaymentOrder
from motcua.payments.queries.paying.orders import last_order
from motcua.payments.vocabulary import MessageVerdict, OrderState, PaymentCause
from tests.support.clock import PLAIN_MORNING
from tests.support.money import LEADER, cashier, collect
from tests.support.paying import GATEWAY, MERCHANT, NAME, SECRET, an_account, an_order, with_gateway

pytestmark = pytest.mark.usefixtures("proved")
A_DAY_LATER = PLAIN_MORNING + OPEN_FOR + timedelta(hours=2)


class BankNearby(Bank):
    """The simulated bank, its messages heard without a network, at its own time."""

    def _send(self, body: bytes, signature: str = "") -> None:
        shown = signature or signature_of(body, self.secret)
        hear(gateway=GATEWAY, body=body, signature=shown, at=self.now())


class Asked(SignedWebGateway):
    """The gateway that asks that bank."""

    def ask(self, merchant: str, order_number: str, at: datetime) -> Answered | None:
        assert (merchant, at) == (MERCHANT, A_DAY_LATER)
        body = BANKS[-1].about(order_number)
        return Answered(body, signature_of(body, SECRET))


BANKS: list[BankNearby] = []
Pay = Callable[..., BankNearby]


@pytest.fixture
def pay(settings: Any) -> Pay:
    """Pays an order at a time, told in a way."""
    with_gateway(settings)
    an_account(cashier(LEADER).agency_id)

    def paid(
        order: PaymentOrder, how: Behavior, at: datetime, amount_vnd: int = 4_000
    ) -> BankNearby:
        bank = BankNearby(SECRET, now=lambda: at)
        BANKS.append(bank)
        bank.pay(order.number, order.merchant, amount_vnd, "VIETQR", how)
        order.refresh_from_db()
        return bank

    return paid


def stands(order: PaymentOrder) -> tuple[str, int, int]:
    """The state of the order, what of its money was booked, what is to be given back."""
    order.refresh_from_db()
    came = Payment.objects.filter(order=order)
    return (
        order.state,
        sum(one.booked_vnd for one in came),
        sum(one.rest_vnd for one in came),
    )


def due_back(order: PaymentOrder, day: datetime) -> int:
    return balance(order.agency_id, Place(AccountCode.REFUNDS_DUE), local_day(day))


def test_the_late_message_of_the_simulator_is_late_money(pay: Pay) -> None:
    order = an_order()
    pay(order, Behavior.LATE, PLAIN_MORNING + timedelta(minutes=3))
    assert stands(order) == (OrderState.PAID_LATE, 4_000, 0)
    assert PaymentMessage.objects.get().verdict == MessageVerdict.ACCEPTED_LATE


def test_after_the_order_has_expired_money_still_owed_is_booked(pay: Pay) -> None:
    order = an_order()
    assert expire_orders(at=A_DAY_LATER) == 1
    assert stands(order) == (OrderState.EXPIRED, 0, 0)
    pay(order, Behavior.GOOD, A_DAY_LATER)
    assert stands(order) == (OrderState.PAID_LATE, 4_000, 0)
    assert Payment.objects.get().cause == PaymentCause.LATE
    assert due_back(order, A_DAY_LATER) == 0


def test_though_nobody_has_noted_yet_that_it_expired(pay: Pay) -> None:
    order = an_order()
    pay(order, Behavior.DOUBLED, A_DAY_LATER)
    assert stands(order) == (OrderState.PAID_LATE, 4_000, 0)
    assert expire_orders(at=A_DAY_LATER) == 0


@pytest.mark.parametrize("otherwise", ["cash", "another order"])
def test_late_money_of_what_was_paid_otherwise_is_given_back(pay: Pay, otherwise: str) -> None:
    order = an_order()
    expire_orders(at=A_DAY_LATER)
    if otherwise == "cash":
        collect(order.dossier.code, at=A_DAY_LATER)
    else:
        pay(an_order(order.dossier.code, at=A_DAY_LATER), Behavior.GOOD, A_DAY_LATER)
    pay(order, Behavior.GOOD, A_DAY_LATER + timedelta(minutes=1))
    assert stands(order) == (OrderState.PAID_LATE, 0, 4_000)
    assert due_back(order, A_DAY_LATER) == 4_000


def test_late_money_of_another_amount_is_booked_as_far_as_it_goes(pay: Pay) -> None:
    order = an_order()
    expire_orders(at=A_DAY_LATER)
    pay(order, Behavior.GOOD, A_DAY_LATER, 3_000)
    assert stands(order) == (OrderState.PAID_WRONG_AMOUNT, 3_000, 0)
    shown = last_order(order.dossier_id)
    assert shown is not None
    assert shown.id == order.pk
    rest = an_order(order.dossier.code, at=A_DAY_LATER)
    assert rest.amount_vnd == 1_000


def test_a_lost_message_of_an_expired_order_is_asked_for(pay: Pay) -> None:
    order = an_order()
    pay(order, Behavior.LOST, PLAIN_MORNING + timedelta(hours=23))
    expire_orders(at=A_DAY_LATER)
    assert stands(order) == (OrderState.EXPIRED, 0, 0)
    gateway = Asked(NAME, "http://127.0.0.1:9", SECRET, "", 1.0)
    BANKS[-1].now = lambda: A_DAY_LATER
    ask_about_open(gateways={NAME: gateway}, now=lambda: A_DAY_LATER)
    assert stands(order) == (OrderState.PAID_LATE, 4_000, 0)
