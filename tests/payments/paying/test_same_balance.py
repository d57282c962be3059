"""The central promise: lost, doubled, reordered, forged and late messages, with the bank's statement before
or after them, end in the same balance.

Money that really came is drawn first; then everything a network and a stranger may make of it, in any
order. In the end the gateway is asked, as the background work does. Whatever happened on the way, what
is booked and what is to be given back depends on the money alone.
"""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from random import Random
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from motcua.books.queries.balances import balance
from motcua.books.vocabulary import AccountCode, Place
from motcua.dossiers.queries.detail import dossier_detail
from motcua.kernel.event import instant_text
from motcua.ledger.verification import verify
from motcua.payments.commands.paying.hearing import hear
from motcua.payments.commands.paying.orders import expire_orders
from motcua.payments.commands.paying.statements import read_statement
from motcua.payments.gateways.signed_web import signature_of
from motcua.payments.models import CollectingAccount, Payment, PaymentMessage, PaymentOrder, Receipt
from motcua.payments.proof import money_flaws
from motcua.payments.queries.owed import owed
from motcua.payments.rules.statements.csv_reading import Columns
from motcua.payments.vocabulary import OrderState
from tests.support.clock import PLAIN_MORNING
from tests.support.money import LEADER, cashier, owing
from tests.support.paying import GATEWAY, LATER, SECRET, an_account, an_order, message, with_gateway
from tests.support.reception import a_ground
from tests.support.working_office import kept_for_a_module

OWED_VND = 20_000
ORDERS = 3
TRANSFER = st.tuples(
    st.integers(0, ORDERS - 1), st.sampled_from([OWED_VND, OWED_VND, 1, 7_000, 50_000])
)
ROUGHNESS = st.fixed_dictionaries(
    {
        "copies": st.lists(st.integers(0, 3), min_size=4, max_size=4),
        "forged": st.integers(0, 2),
        "stale": st.integers(0, 2),
        "dollars": st.integers(0, 1),
        "expires": st.booleans(),
        "on_statement": st.lists(st.booleans(), min_size=4, max_size=4),
        "statement_first": st.booleans(),
        "seed": st.integers(0, 2**16),
    }
)


class World:
    """One dossier, several attempts to pay it, and what really came."""

    def __init__(self, transfers: list[tuple[int, int]]) -> None:
        self.code = owing(copies=5, pages=2)
        self.orders = [an_order(self.code) for _place in range(ORDERS)]
        self.said = [
            (self.orders[place].number, amount, f"T{number}")
            for number, (place, amount) in enumerate(transfers)
        ]

    def deliveries(self, how: dict[str, Any]) -> list[tuple[bytes, str]]:
        """What arrives in place of one message for each transfer."""
        sent = []
        for copies, one in zip(how["copies"], self.said, strict=False):
            sent += [message(*one)] * copies
        told = [(body, signature_of(body, SECRET)) for body in sent]
        number = self.orders[0].number
        for place in range(how["forged"]):
            told.append((message(number, 99_000, f"F{place}"), "0" * 64))
        for place in range(how["stale"]):
            old = message(number, 88_000, f"S{place}", sent_at=LATER - timedelta(hours=2))
            told.append((old, signature_of(old, SECRET)))
        for place in range(how["dollars"]):
            other = message(number, 77_000, f"D{place}", currency="USD")
            told.append((other, signature_of(other, SECRET)))
        Random(how["seed"]).shuffle(told)  # an order of arrival, no secret
        return told

    def statement(self, how: dict[str, Any]) -> None:
        """The bank's own list of the same transfers, in whole or in part, read twice."""
        day = f"{PLAIN_MORNING:%d/%m/%Y}"
        kept = zip(how["on_statement"], self.said, strict=False)
        rows = [f"{day};CT {number.lower()} FT;{amount};B{name}" for is_there, (number, amount, name)
                in kept if is_there]  # fmt: skip
        raw = "\n".join(["Ngày;Nội dung;Ghi có;Số GD", *rows]).encode()
        columns = Columns(day="Ngày", came="Ghi có", text="Nội dung", reference="Số GD")
        account = CollectingAccount.objects.get()
        for _time in range(2):
            read_statement(actor=cashier(LEADER), at=LATER, account_id=account.pk, file_name="sk.csv",
                           raw=raw, columns=columns)  # fmt: skip

    def live_through(self, how: dict[str, Any]) -> None:
        if how["statement_first"]:
            self.statement(how)
        told = self.deliveries(how)
        half = len(told) // 2
        for body, signature in told[:half]:
            hear(gateway=GATEWAY, body=body, signature=signature, at=LATER)
        if how["expires"]:
            expire_orders(at=PLAIN_MORNING + timedelta(days=2))
        for body, signature in told[half:]:
            hear(gateway=GATEWAY, body=body, signature=signature, at=LATER)
        if not how["statement_first"]:
            self.statement(how)
        self.ask()

    def ask(self) -> None:
        """What the background work does about messages that never came."""
        for number, amount, name in self.said:
            at = LATER + timedelta(days=1)
            body = message(number, amount, name, sent_at=at, paid_at=instant_text(LATER))
            hear(gateway=GATEWAY, body=body, signature=signature_of(body, SECRET), at=at,
                 was_asked=True)  # fmt: skip

    def balance(self) -> dict[str, Any]:
        came = Payment.objects.filter(dossier__code=self.code)
        numbers = {order.pk: place for place, order in enumerate(self.orders)}
        return {
            "came": Counter((numbers[one.order_id or 0], one.amount_vnd) for one in came),
            "booked": sum(one.booked_vnd for one in came),
            "rest": sum(one.rest_vnd for one in came),
            "paid": owed(dossier_detail(cashier(), self.code)).paid_vnd,
            "receipts": sum(Receipt.objects.values_list("total_vnd", flat=True)),
        }


@pytest.fixture(scope="module")
def ground(django_db_setup: None, django_db_blocker: Any) -> Any:
    with kept_for_a_module(django_db_blocker):
        a_ground()
        yield


@pytest.mark.django_db
@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(transfers=st.lists(TRANSFER, max_size=4), how=ROUGHNESS)
def test_whatever_happens_on_the_way_the_balance_is_that_of_the_money(
    ground: None, transfers: list[tuple[int, int]], how: dict[str, Any], settings: Any
) -> None:
    with_gateway(settings)
    with transaction.atomic():
        owing()
        an_account()
        world = World(transfers)
        world.live_through(how)
        agency_id = world.orders[0].agency_id
        total = sum(amount for _place, amount in transfers)
        booked = min(total, OWED_VND)
        assert world.balance() == {
            "came": Counter(transfers),
            "booked": booked,
            "rest": total - booked,
            "paid": booked,
            "receipts": booked,
        }
        assert PaymentOrder.objects.filter(state=OrderState.OPEN).count() <= 1
        taken = PaymentMessage.objects.filter(verdict__in=["ACCEPTED", "ACCEPTED_LATE",
                                                          "WRONG_AMOUNT"])  # fmt: skip
        assert taken.count() == len(transfers)
        assert list(money_flaws()) == []
        day = (LATER + timedelta(days=400)).date()
        assert balance(agency_id, Place(AccountCode.REFUNDS_DUE), day) == total - booked
        assert list(verify()) == []
        transaction.set_rollback(True)
