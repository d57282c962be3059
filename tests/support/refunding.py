"""Builders of refunds: a receipt whose till is closed, asked back, granted, paid."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from motcua.ledger.recording import RequestKey
from motcua.payments.queries.tills import my_tills
from motcua.settlements.commands.refunds import decide_refund, pay_refund, request_refund
from motcua.settlements.vocabulary import RefundInput, RefundReason, RefundWay
from tests.support.clock import PLAIN_MORNING
from tests.support.money import LEADER, cashier, close, collect

ACCOUNTANT = "ketoan"
NEXT_DAY = PLAIN_MORNING + timedelta(days=1)


def closed_receipt() -> int:
    """4,000 đồng of fee, in a till that is closed."""
    receipt_id = collect().id
    close(4_000)
    return receipt_id


def ask(
    receipt_id: int,
    fee_vnd: int = 4_000,
    *,
    by: str = ACCOUNTANT,
    at: datetime = NEXT_DAY,
    request: RequestKey | None = None,
    **changes: Any,
) -> int:
    given = {"reason": RefundReason.REFUSED_DOSSIER, **changes}
    asked = RefundInput(receipt_id=receipt_id, fee_vnd=fee_vnd, **given)
    return request_refund(actor=cashier(by, at), at=at, given=asked, request=request)


def decide(
    refund_id: int, *, approved: bool = True, note: str = "", by: str = LEADER,
    at: datetime = NEXT_DAY,
) -> None:  # fmt: skip
    decide_refund(actor=cashier(by, at), at=at, refund_id=refund_id, approved=approved, note=note)


def pay(
    refund_id: int, way: RefundWay = RefundWay.TRANSFER, slip: str = "FT26162", *,
    by: str = ACCOUNTANT, at: datetime = NEXT_DAY,
) -> None:  # fmt: skip
    pay_refund(actor=cashier(by, at), at=at, refund_id=refund_id, way=way, slip_number=slip)


def a_refund(at: datetime = PLAIN_MORNING, by: str = "tiepnhan3") -> int:
    """One that was asked for, of a receipt whose till is closed."""
    receipt_id = collect(by=by, at=at).id
    till = my_tills(cashier(by, at), at).today
    assert till is not None
    close(till.expected_vnd, by=by, at=at)
    return ask(receipt_id, at=at)
