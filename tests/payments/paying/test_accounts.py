"""An account that was typed wrong is corrected on the same day, as long as nothing hangs on it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from motcua.ledger.queries import facts_about
from motcua.payments.models import CollectingAccount
from motcua.payments.rules.paying.refusals import AccountInUse, AccountOverlaps
from tests.support.clock import PLAIN_MORNING
from tests.support.money import LEADER, cashier
from tests.support.paying import a_waiting_line, an_account, an_order, owing, with_gateway

pytestmark = pytest.mark.usefixtures("proved")
TODAY = PLAIN_MORNING.date()


@pytest.fixture
def agency_id(settings: Any) -> int:
    with_gateway(settings)
    found = cashier(LEADER).agency_id
    assert found is not None
    return found


def test_a_wrong_digit_is_corrected_and_both_facts_stand(agency_id: int) -> None:
    former = an_account(agency_id)
    wrong = an_account(agency_id, number="111", valid_from=TODAY)
    assert an_account(agency_id, number="112", valid_from=TODAY) == wrong
    for _twice in range(2):
        assert an_account(agency_id, number="113", holder="UBND XA", valid_from=TODAY) == wrong
    one = CollectingAccount.objects.get(pk=wrong)
    assert (one.number, one.holder, one.valid_from, one.valid_until) == (
        "113",
        "UBND XA",
        TODAY,
        None,
    )
    assert CollectingAccount.objects.get(pk=former).valid_until == TODAY
    told = [
        (fact.code, fact.payload["number"]) for fact in facts_about("collecting-account", wrong)
    ]
    assert told == [
        ("collecting-account.set", "111"),
        ("collecting-account.corrected", "112"),
        ("collecting-account.corrected", "113"),
    ]


def test_one_that_has_ended_keeps_its_end(agency_id: int) -> None:
    first = an_account(agency_id)
    an_account(agency_id, valid_from=TODAY)
    an_account(agency_id, number="9")
    one = CollectingAccount.objects.get(pk=first)
    assert (one.number, one.valid_until) == ("9", TODAY)


@pytest.mark.parametrize("used_by", ["an order", "a statement"])
def test_what_is_in_use_is_not_corrected(agency_id: int, used_by: str) -> None:
    an_account(agency_id)
    if used_by == "an order":
        an_order()
    else:
        a_waiting_line(owing(), LEADER)
    with pytest.raises(AccountInUse):
        an_account(agency_id, number="9")
    an_account(agency_id, number="9", valid_from=TODAY + timedelta(days=1))
    with pytest.raises(AccountOverlaps):
        an_account(agency_id, number="8", valid_from=TODAY)
