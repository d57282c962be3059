"""A card's slip: booked once, four digits of the card and never more, its own line in the till."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from motcua.books.queries.balances import trial_balance
from motcua.kernel.refusal import ManyProblems
from motcua.papers.rendering import render
from motcua.papers.vocabulary import PaperKind
from motcua.payments.commands.cancel import cancel_receipt
from motcua.payments.models import CardSlip, Receipt
from motcua.payments.queries.paper import receipt_paper
from motcua.payments.queries.receipts import receipt_detail
from motcua.payments.queries.tills import my_tills
from motcua.payments.rules.cards import (
    CardNumberTyped,
    CardSlipUsed,
    CardTimeFaulty,
    LastFourFaulty,
    TerminalFaulty,
)
from motcua.payments.rules.collecting import CollectionRefused
from motcua.payments.vocabulary import CardSlipIn, PaymentMethod
from tests.support.clock import PLAIN_MORNING
from tests.support.money import CASHIER, COLLEAGUE, LEADER, cashier, close, collect, owing

pytestmark = pytest.mark.usefixtures("proved")
WHOLE_NUMBER = "4111 1111 1111 1111"


def by_card(reference: str = "123456", *, code: str = "", by: str = CASHIER, **card: Any) -> Any:
    told = CardSlipIn(**{"terminal": "T0000001", "last_four": "1111", **card})
    return collect(code, by=by, method=PaymentMethod.CARD_SLIP, slip_number=reference, card=told)


def test_a_slip_is_kept_with_its_receipt_and_is_a_line_of_the_till() -> None:
    made = by_card(terminal="t0000001", paid_at=PLAIN_MORNING - timedelta(minutes=4))
    collect()
    slip = CardSlip.objects.get(receipt=made.id)
    assert (slip.terminal, slip.reference, slip.last_four) == ("T0000001", "123456", "1111")
    assert (slip.amount_vnd, slip.paid_at) == (4_000, PLAIN_MORNING - timedelta(minutes=4))
    told = receipt_detail(cashier(), made.id)
    assert told.card is not None
    assert (told.card.last_four, told.slip_number) == ("1111", "123456")
    till = my_tills(cashier(), PLAIN_MORNING).today
    assert till is not None
    taken = till.takings
    assert (taken.cash_vnd, taken.cards_vnd, taken.cards, taken.transfers_vnd) == (
        4_000,
        4_000,
        1,
        0,
    )
    assert till.expected_vnd == 4_000
    paper = receipt_paper(cashier(), made.id)
    assert "****1111" in paper.payment_method
    assert render(PaperKind.FEE_RECEIPT, paper).startswith(b"%PDF")


def test_the_same_slip_is_booked_once_whoever_brings_it() -> None:
    first = by_card()
    for by in (CASHIER, COLLEAGUE):
        with pytest.raises(CardSlipUsed) as refused:
            by_card(" 123456 ", by=by)
        number = Receipt.objects.get(pk=first.id).number
        assert refused.value.params["receipt"].endswith(f"{number:08d}")
    by_card("123457")
    by_card(terminal="T0000002")
    assert Receipt.objects.count() == 3


def test_a_canceled_receipt_frees_its_slip_and_the_books_stay_even() -> None:
    wrong = by_card()
    cancel_receipt(actor=cashier(), at=PLAIN_MORNING, receipt_id=wrong.id, reason="Nhầm hồ sơ")
    by_card()
    assert list(CardSlip.objects.order_by("id").values_list("is_void", flat=True)) == [True, False]
    agency_id = Receipt.objects.values_list("agency", flat=True)[0]
    day = PLAIN_MORNING.date()
    told = trial_balance(cashier(LEADER), agency_id, day, day)
    cards = next(row for row in told.rows if row.place.code == "CARD_CLEARING")
    assert (told.is_even, cards.closing_vnd) == (True, 4_000)
    close(0)


@pytest.mark.parametrize(
    ("changes", "reason", "field"),
    [
        ({"last_four": WHOLE_NUMBER}, CardNumberTyped, "card.last_four"),
        ({"terminal": "4111111111111111"}, CardNumberTyped, "card.terminal"),
        ({"reference": "the 4111-1111-1111-1111"}, CardNumberTyped, "slip_number"),
        ({"last_four": "12345"}, LastFourFaulty, "card.last_four"),
        ({"last_four": ""}, LastFourFaulty, "card.last_four"),
        ({"last_four": "12a4"}, LastFourFaulty, "card.last_four"),
        ({"last_four": "١٢٣٤"}, LastFourFaulty, "card.last_four"),
        ({"terminal": ""}, TerminalFaulty, "card.terminal"),
        ({"terminal": "T" * 17}, TerminalFaulty, "card.terminal"),
    ],
)
def test_a_slip_that_says_too_much_or_too_little_is_refused(
    changes: dict[str, Any], reason: type, field: str
) -> None:
    code = owing()
    with pytest.raises(CollectionRefused) as refused:
        by_card(code=code, **changes)
    assert isinstance(refused.value, ManyProblems)
    assert [(type(one), one.field) for one in refused.value.reasons] == [(reason, field)]
    assert not Receipt.objects.exists()
    assert "4111" not in str(refused.value.params)


@pytest.mark.parametrize("hours", [-24, 1])
def test_a_slip_is_of_today_and_not_of_later(hours: int) -> None:
    with pytest.raises(CardTimeFaulty):
        by_card(paid_at=PLAIN_MORNING + timedelta(hours=hours))


def test_the_database_itself_keeps_slips_apart_and_as_they_were() -> None:
    by_card()
    by_card("2")
    other = CardSlip.objects.filter(reference="2")
    for change in ({"reference": "123456"}, {"last_four": "9999"}, {"amount_vnd": 1}):
        with pytest.raises(IntegrityError, match="payments_card_slip"), transaction.atomic():
            other.update(**change)
    with pytest.raises(IntegrityError, match="payments_card_slip"), transaction.atomic():
        other._raw_delete("default")
    kept = CardSlip.objects.get(reference="2")
    kept.pk, kept.last_four = None, "123"
    with pytest.raises(IntegrityError, match="four_digits"), transaction.atomic():
        kept.save(force_insert=True)
