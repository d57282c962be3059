"""Whatever officers do in whatever order: tills are what their receipts say, closed stays closed."""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from motcua.dossiers.queries.detail import dossier_detail
from motcua.kernel.refusal import Refusal
from motcua.ledger.verification import verify
from motcua.payments.commands.cancel import cancel_receipt
from motcua.payments.commands.tills import close_till, open_till
from motcua.payments.models import Receipt, Till
from motcua.payments.proof import money_flaws
from motcua.payments.queries.owed import owed
from motcua.payments.queries.tills import TillFilter, takings_of, tills_of
from motcua.payments.vocabulary import CardSlipIn, CashCount, PaymentMethod
from tests.support.clock import PLAIN_MORNING
from tests.support.money import LEADER, cashier, collect, extra, fee, owing
from tests.support.reception import a_ground
from tests.support.working_office import kept_for_a_module

OFFICERS = ("tiepnhan1", "tiepnhan2")
who, amount = st.sampled_from(OFFICERS), st.integers(1, 6_000)
STEP = st.one_of(
    st.tuples(st.just("collect"), who, st.integers(0, 2), amount, st.booleans()),
    st.tuples(st.just("slip"), who, st.integers(0, 2), amount),
    st.tuples(st.just("cancel"), st.sampled_from((*OFFICERS, LEADER)), st.integers(0, 30)),
    st.tuples(st.just("open"), who, amount),
    st.tuples(st.just("close"), who, st.integers(0, 10), amount, st.booleans()),
    st.tuples(st.just("night")),
)


class Office:
    """The steps, each by the real command; a refusal changes nothing."""

    def __init__(self) -> None:
        self.at = PLAIN_MORNING
        self.codes = [owing(copies=copies) for copies in (1, 2, 5)]
        self.closed: dict[int, tuple[Any, ...]] = {}

    def collect(self, by: str, place: int, amount_vnd: int, is_additional: bool) -> None:
        line = extra(amount_vnd) if is_additional else fee(amount_vnd)
        collect(self.codes[place], line, by=by, at=self.at)

    def slip(self, by: str, place: int, amount_vnd: int) -> None:
        # Of two terminals: the same slip comes again and is refused, but after its receipt was canceled.
        card = CardSlipIn(terminal=f"T{place}", last_four="0000")
        slip = {"method": PaymentMethod.CARD_SLIP, "slip_number": "7", "card": card}
        collect(self.codes[place], fee(amount_vnd), by=by, at=self.at, **slip)

    def cancel(self, by: str, place: int) -> None:
        ids = list(Receipt.objects.order_by("id").values_list("id", flat=True))
        chosen = ids[place % len(ids)] if ids else 0
        cancel_receipt(actor=cashier(by), at=self.at, receipt_id=chosen, reason="Nhầm")

    def open(self, by: str, amount_vnd: int) -> None:
        open_till(actor=cashier(by), at=self.at, opening_vnd=amount_vnd)

    def close(self, by: str, place: int, amount_vnd: int, explains: bool) -> None:
        ids = list(Till.objects.order_by("id").values_list("id", flat=True))
        chosen = ids[place % len(ids)] if ids else 0
        count = CashCount(total_vnd=amount_vnd, note="Lệch" * explains)
        close_till(actor=cashier(by), at=self.at, till_id=chosen, count=count)

    def night(self) -> None:
        self.at += timedelta(days=1)

    def check(self) -> None:
        """What holds after every step."""
        for code in self.codes:
            told = owed(dossier_detail(cashier(), code))
            assert told.paid_vnd <= told.total_vnd
        for pk, before in self.closed.items():
            assert _frozen(pk) == before
        closed = Till.objects.filter(closed_at__isnull=False).values_list("pk", flat=True)
        self.closed = {pk: _frozen(pk) for pk in closed}


def _frozen(till_id: int) -> tuple[Any, ...]:
    receipts = Receipt.objects.filter(till=till_id).order_by("id").values_list()
    return (*Till.objects.filter(pk=till_id).values_list(), *receipts)


@pytest.fixture(scope="module")
def ground(django_db_setup: None, django_db_blocker: Any) -> Any:
    with kept_for_a_module(django_db_blocker):
        a_ground()
        yield


@pytest.mark.django_db
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=st.lists(STEP, min_size=5, max_size=25))
def test_tills_are_what_their_receipts_say_to_the_dong(ground: None, steps: list[Any]) -> None:
    with transaction.atomic():
        office = Office()
        for name, *given_values in steps:
            with suppress(Refusal), transaction.atomic():
                getattr(office, name)(*given_values)
            office.check()
        _add_up(office)
        assert list(money_flaws()) == []
        assert list(verify()) == []
        transaction.set_rollback(True)


def _add_up(office: Office) -> None:
    days = TillFilter(first_day=PLAIN_MORNING.date(), last_day=office.at.date())
    rows = tills_of(cashier(LEADER), days, size=100).rows
    issued = Receipt.objects.filter(state="ISSUED").values_list("total_vnd", flat=True)
    assert sum(row.takings.total_vnd for row in rows) == sum(issued)
    assert takings_of(cashier(LEADER), days).total_vnd == sum(issued)
    assert sum(row.takings.fee_vnd + row.takings.charge_vnd for row in rows) == sum(issued)
    numbers = list(Receipt.objects.order_by("number").values_list("number", flat=True))
    assert numbers == list(range(1, len(numbers) + 1))
    assert all(row.expected_vnd == row.opening_vnd + row.takings.cash_vnd for row in rows)
