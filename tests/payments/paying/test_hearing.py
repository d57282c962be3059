"""Messages of a gateway: what moves money, what does not, and that each is kept with its verdict."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.db import IntegrityError, transaction

from motcua.dossiers.queries.detail import dossier_detail
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.kernel.vietqr import parse_vietqr
from motcua.ledger.recording import RequestKey
from motcua.payments.commands.cancel import cancel_receipt
from motcua.payments.commands.paying.confirming import confirm_payment
from motcua.payments.commands.paying.orders import expire_orders, open_order
from motcua.payments.gateways.signed_web import SignedWebGateway
from motcua.payments.models import (
    CollectingAccount,
    Payment,
    PaymentMessage,
    PaymentOrder,
    Receipt,
)
from motcua.payments.queries.owed import owed
from motcua.payments.queries.paying.orders import last_order
from motcua.payments.queries.receipts import receipt_detail
from motcua.payments.rules.collecting import AlreadyPaid, NothingOwed
from motcua.payments.rules.paying.refusals import (
    AlreadyConfirmed,
    NoCollectingAccount,
    ReceiptWithoutTill,
)
from motcua.payments.vocabulary import MessageVerdict, OrderState, PaymentCause
from tests.support.clock import PLAIN_MORNING
from tests.support.money import LEADER, cashier, collect, fee, owing
from tests.support.paying import (
    BANK,
    LATER,
    NAME,
    an_account,
    an_order,
    message,
    payer,
    say,
    with_gateway,
)
from tests.support.reception import receive

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("proved")]
TWO_DAYS = timedelta(days=2)


@pytest.fixture(autouse=True)
def _account(settings: Any, proved: None) -> None:
    with_gateway(settings)
    owing()
    an_account()


def paid_of_dossier(order: PaymentOrder) -> int:
    return owed(dossier_detail(cashier(), order.dossier.code)).paid_vnd


def test_a_signed_message_pays_the_dossier_and_gives_a_receipt() -> None:
    order = an_order()
    assert say(message(order.number, 4_000)) is MessageVerdict.ACCEPTED
    order.refresh_from_db()
    assert (order.state, paid_of_dossier(order)) == (OrderState.PAID, 4_000)
    receipt = Receipt.objects.get()
    assert (receipt.number, receipt.till_id, receipt.collected_by_id) == (1, None, None)
    assert (receipt.total_vnd, receipt.slip_number) == (4_000, "T1")


def test_said_again_it_counts_once() -> None:
    order = an_order()
    said = message(order.number, 4_000)
    assert [say(said), say(said)] == [MessageVerdict.ACCEPTED, MessageVerdict.REPEATED]
    assert (Receipt.objects.count(), Payment.objects.count()) == (1, 1)
    assert [row.verdict for row in PaymentMessage.objects.order_by("id")] == [
        "ACCEPTED",
        "REPEATED",
    ]


@pytest.mark.parametrize(
    ("changes", "verdict"),
    [
        ({"signature": "00" * 32}, MessageVerdict.FORGED),
        ({"signature": "not hexadecimal"}, MessageVerdict.FORGED),
        ({"currency": "USD"}, MessageVerdict.WRONG_CURRENCY),
        ({"merchant": "OTHER"}, MessageVerdict.UNKNOWN_ORDER),
        ({"sent_at": LATER - timedelta(hours=1)}, MessageVerdict.STALE),
        ({"status": "FAILED"}, MessageVerdict.NOT_PAID),
    ],
)
def test_what_is_not_good_moves_no_money(changes: dict[str, Any], verdict: MessageVerdict) -> None:
    order = an_order()
    signature = changes.pop("signature", "")
    assert say(message(order.number, 4_000, **changes), signature=signature) is verdict
    assert (Payment.objects.count(), PaymentMessage.objects.get().verdict) == (0, verdict)
    assert PaymentOrder.objects.get(pk=order.pk).state == OrderState.OPEN


@pytest.mark.parametrize("amount", [-1, 0, 4000.0, "4000", True, None, 10**13])
def test_what_is_no_amount_moves_no_money(amount: Any) -> None:
    order = an_order()
    assert say(message(order.number, amount)) is MessageVerdict.UNREADABLE
    assert Payment.objects.count() == 0


@pytest.mark.parametrize(
    "body", [b"", b"[]", b"{}", b"\xff", b'{"sent_at": 1}', b'"' + b"\x00" * 9_000 + b'"']
)
def test_what_cannot_be_read_is_kept_all_the_same(body: bytes) -> None:
    assert say(body) is MessageVerdict.UNREADABLE
    assert PaymentMessage.objects.get().verdict == MessageVerdict.UNREADABLE


def test_an_order_of_nobody_is_unknown() -> None:
    assert say(message("MC23456789B2", 4_000)) is MessageVerdict.UNKNOWN_ORDER


def test_a_gateway_may_sign_by_a_key_of_its_own() -> None:
    key = Ed25519PrivateKey.generate()
    public = key.public_key().public_bytes_raw().hex()
    gateway = SignedWebGateway(NAME, "http://127.0.0.1:9", "s" * 32, public, 1.0)
    order = an_order()
    body = message(order.number, 4_000)
    assert say(body, gateway=gateway, signature="aa" * 64) is MessageVerdict.FORGED
    assert say(body, gateway=gateway, signature=key.sign(body).hex()) is MessageVerdict.ACCEPTED


def test_too_little_is_booked_and_the_rest_stays_owed() -> None:
    order = an_order()
    assert say(message(order.number, 3_000)) is MessageVerdict.WRONG_AMOUNT
    order.refresh_from_db()
    assert (order.state, paid_of_dossier(order)) == (OrderState.PAID_WRONG_AMOUNT, 3_000)
    assert an_order(order.dossier.code).amount_vnd == 1_000


def test_too_much_is_booked_as_owed_and_the_rest_is_to_be_given_back() -> None:
    order = an_order()
    say(message(order.number, 40_000))
    came = Payment.objects.get()
    assert (came.booked_vnd, came.rest_vnd, came.cause) == (
        4_000,
        36_000,
        PaymentCause.WRONG_AMOUNT,
    )


def test_money_for_a_withdrawn_order_is_still_money() -> None:
    first = an_order()
    second = an_order(first.dossier.code)
    first.refresh_from_db()
    assert (first.state, first.number != second.number) == (OrderState.WITHDRAWN, True)
    assert say(message(first.number, 4_000)) is MessageVerdict.ACCEPTED_LATE
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.state, second.state) == (OrderState.PAID_LATE, OrderState.WITHDRAWN)
    assert say(message(second.number, 4_000, "T2")) is MessageVerdict.ACCEPTED_LATE
    again = Payment.objects.order_by("id")[1]
    assert (again.booked_vnd, again.rest_vnd) == (0, 4_000)


def test_an_order_expires_and_late_money_is_booked() -> None:
    order = an_order()
    assert expire_orders(at=PLAIN_MORNING + timedelta(hours=23)) == 0
    assert expire_orders(at=PLAIN_MORNING + TWO_DAYS) == 1
    at = PLAIN_MORNING + TWO_DAYS
    verdict = say(message(order.number, 4_000, sent_at=at), at=at)
    order.refresh_from_db()
    assert (verdict, order.state) == (MessageVerdict.ACCEPTED_LATE, OrderState.PAID_LATE)
    assert paid_of_dossier(order) == 4_000


def test_cash_at_the_counter_withdraws_the_open_order() -> None:
    order = an_order()
    collect(order.dossier.code)
    order.refresh_from_db()
    assert order.state == OrderState.WITHDRAWN
    say(message(order.number, 4_000))
    assert Payment.objects.get().rest_vnd == 4_000
    collect(an_order(owing(copies=2)).dossier.code, fee(1_000))
    assert not PaymentOrder.objects.filter(state=OrderState.OPEN).exists()


def test_nothing_to_pay_makes_no_order() -> None:
    free = receive().code
    with pytest.raises(NothingOwed):
        open_order(actor=payer(), at=PLAIN_MORNING, code=free)
    paid = owing()
    collect(paid)
    with pytest.raises(AlreadyPaid):
        open_order(actor=payer(), at=PLAIN_MORNING, code=paid)
    with pytest.raises(NotFound):
        open_order(actor=payer(), at=PLAIN_MORNING, code="H26.45-240115-9999")


def test_without_an_account_of_that_day_nothing_is_paid_without_cash() -> None:
    CollectingAccount.objects.update(valid_until=PLAIN_MORNING.date())
    with pytest.raises(NoCollectingAccount):
        an_order()


def test_a_double_click_makes_one_attempt() -> None:
    key, code = RequestKey("double", "d"), owing()
    assert an_order(code, request=key).pk == an_order(code, request=key).pk
    assert PaymentOrder.objects.filter(dossier__code=code).count() == 1


def test_the_code_says_bank_account_amount_and_number() -> None:
    order = an_order()
    shown = last_order(order.dossier_id)
    assert shown is not None
    read = parse_vietqr(shown.payload)
    assert (read.bank_bin, read.account, read.amount) == (BANK, "0011001234567", 4_000)
    assert (read.purpose, read.bill_number) == (order.number, order.number)


def test_a_receipt_of_the_account_is_read_and_not_made_void() -> None:
    order = an_order()
    say(message(order.number, 4_000))
    told = receipt_detail(cashier(), Receipt.objects.get().pk)
    assert (told.collected_by, told.till_id, told.is_final, told.may_cancel) == (
        "",
        None,
        True,
        False,
    )
    with pytest.raises(ReceiptWithoutTill):
        cancel_receipt(actor=cashier(LEADER), at=LATER, receipt_id=told.id, reason="Nhầm")


def _confirm(order: PaymentOrder, by: str = LEADER, **changes: Any) -> int:
    given = {"amount_vnd": 4_000, "reference": "FT1", "reason": "Thấy trên ứng dụng", **changes}
    return confirm_payment(actor=cashier(by), at=LATER, number=order.number, **given)


def test_a_person_with_the_right_confirms_and_the_message_tells_of_the_same_money() -> None:
    order = an_order()
    with pytest.raises(NotPermitted):
        _confirm(order, by="tiepnhan1")
    _confirm(order)
    with pytest.raises(AlreadyConfirmed):
        _confirm(order)
    say(message(order.number, 4_000))
    came = Payment.objects.get()
    assert (came.told_by_id is not None, came.message_id is not None) == (True, True)
    assert Receipt.objects.count() == 1


@pytest.mark.parametrize("table", ["PaymentMessage", "Payment", "PaymentOrder", "Receipt"])
def test_what_was_booked_is_not_changed_behind_the_back(table: str) -> None:
    order = an_order()
    say(message(order.number, 4_000))
    model = {"PaymentMessage": PaymentMessage, "Payment": Payment, "PaymentOrder": PaymentOrder,
             "Receipt": Receipt}[table]  # fmt: skip
    field = "total_vnd" if table == "Receipt" else "amount_vnd"
    with pytest.raises(IntegrityError, match="payments_"), transaction.atomic():
        model.objects.update(**{field: 1})
    with pytest.raises(IntegrityError, match="payments_"), transaction.atomic():
        model.objects.all()._raw_delete("default")
