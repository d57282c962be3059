"""Between values and rows: a receipt and a till as plain values, in facts and from tables."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import orjson

from motcua.kernel.event import plain
from motcua.kernel.folding import fold
from motcua.payments.models import (
    CardSlip,
    Payment,
    PaymentOrder,
    PaymentOrderLine,
    Receipt,
    ReceiptLine,
    StatementLine,
    Till,
)
from motcua.payments.rules.book import number_text
from motcua.payments.vocabulary import ReceiptLineIn

RECEIPT_FIELDS = (
    "agency_id",
    "till_id",
    "year",
    "number",
    "book_symbol",
    "dossier_id",
    "payer_name",
    "payer_number",
    "address",
    "collected_at",
    "collected_by_id",
    "method",
    "slip_number",
    "total_vnd",
    "given_vnd",
)
CARD_FIELDS = ("terminal", "reference", "day", "last_four", "paid_at", "amount_vnd")
CARD_STATE = (*CARD_FIELDS, "is_void")
CANCEL_FIELDS = ("state", "cancelled_at", "cancelled_by_id", "reason")
TILL_FIELDS = ("agency_id", "holding_id", "day", "opened_at", "opening_vnd")
ORDER_FIELDS = (
    "agency_id",
    "dossier_id",
    "account_id",
    "number",
    "amount_vnd",
    "gateway",
    "merchant",
    "opened_at",
    "expires_at",
)
ORDER_END_FIELDS = ("state", "ended_at")
PAYMENT_FIELDS = (
    "agency_id",
    "dossier_id",
    "order_id",
    "amount_vnd",
    "booked_vnd",
    "rest_vnd",
    "method",
    "reference",
    "cause",
    "came_at",
    "booked_at",
    "receipt_id",
)
SIGHT_FIELDS = ("message_id", "line_id", "told_by_id", "reason")
LINE_FIELDS = ("state", "amount_vnd", "order_id", "dossier_id", "settled_by_id", "reason")
CLOSE_FIELDS = ("closed_at", "counted_vnd", "expected_vnd", "difference_vnd", "note")


def line_values(line: ReceiptLineIn | ReceiptLine | PaymentOrderLine) -> dict[str, Any]:
    """One line, as the fact keeps it and as the table holds it."""
    values = {"kind": str(line.kind), "name": line.name, "amount_vnd": line.amount_vnd}
    is_additional = getattr(line, "is_additional", False)
    return {**values, "is_additional": True} if is_additional else values


def search_key(number: int, payer_name: str, payer_number: str, dossier_code: str) -> str:
    """Folded text that the search looks into."""
    return fold(f"{number_text(number)} {payer_name} {payer_number} {dossier_code}")


def receipt_state(
    receipt: Receipt, lines: Iterable[ReceiptLine], card: CardSlip | None = None
) -> dict[str, Any]:
    """What the rows of a receipt say, in the shape of `projections.fold_receipt`."""
    names = (*RECEIPT_FIELDS, *CANCEL_FIELDS)
    return {
        **{name: plain(getattr(receipt, name)) for name in names},
        "lines": [line_values(line) for line in lines],
        "card": {name: plain(getattr(card, name)) for name in CARD_STATE} if card else None,
    }


def till_state(till: Till) -> dict[str, Any]:
    """What the row of a till says, in the shape of `projections.fold_till`."""
    names = (*TILL_FIELDS, *CLOSE_FIELDS)
    return {
        **{name: plain(getattr(till, name)) for name in names},
        "notes": orjson.loads(till.notes),
    }


def order_state(order: PaymentOrder, lines: Iterable[PaymentOrderLine]) -> dict[str, Any]:
    """What the rows of a payment order say, in the shape of `projections.fold`."""
    names = (*ORDER_FIELDS, *ORDER_END_FIELDS)
    return {
        **{name: plain(getattr(order, name)) for name in names},
        "lines": [line_values(line) for line in lines],
    }


def payment_state(payment: Payment) -> dict[str, Any]:
    """What the row of money that came says, in the shape of `projections.fold`."""
    names = (*PAYMENT_FIELDS, *SIGHT_FIELDS)
    return {name: plain(getattr(payment, name)) for name in names}


def line_state(line: StatementLine) -> dict[str, Any]:
    """What the row of a statement's line says, in the shape of `projections.fold`."""
    return {name: plain(getattr(line, name)) for name in LINE_FIELDS}
