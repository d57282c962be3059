"""Whatever officers do in whatever order: tills are what their receipts say, closed stays closed."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from motcua.kernel.refusal import Refusal
from motcua.ledger.verification import verify
from motcua.payments.models import Receipt
from motcua.payments.proof import money_flaws
from motcua.payments.queries.tills import TillFilter, takings_of, tills_of
from tests.support.any_till import Office
from tests.support.clock import PLAIN_MORNING
from tests.support.money import LEADER, cashier
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
