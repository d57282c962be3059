"""Facts folded into what the rows of receipts and tills must say, and of orders and of
money that came. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from motcua.ledger.agreement import State, folded
from motcua.ledger.queries import FactRow
from motcua.payments.rows import (
    CLOSE_FIELDS,
    LINE_FIELDS,
    ORDER_END_FIELDS,
    ORDER_FIELDS,
    PAYMENT_FIELDS,
    RECEIPT_FIELDS,
    SIGHT_FIELDS,
    TILL_FIELDS,
)
from motcua.payments.vocabulary import OrderState, ReceiptState


def fold(facts: Iterable[FactRow]) -> State:
    """The state of one receipt, till, order or payment after all its facts, in the shape of `rows.*_state`."""
    return folded(facts, FOLDS)


def _issued(_state: State, payload: State) -> State:
    return {
        **{name: payload.get(name) for name in RECEIPT_FIELDS},
        "lines": payload["lines"],
        "card": payload["card"] | {"is_void": False} if payload.get("card") else None,
        "state": str(ReceiptState.ISSUED),
        "cancelled_at": None,
        "cancelled_by_id": None,
        "reason": "",
    }


def _cancelled(state: State, payload: State) -> State:
    names = ("cancelled_at", "cancelled_by_id", "reason")
    card = state.get("card")
    return {
        **state,
        "card": card | {"is_void": True} if card else None,
        "state": str(ReceiptState.CANCELLED),
        **{name: payload.get(name) for name in names},
    }


def _opened(_state: State, payload: State) -> State:
    return {
        **{name: payload.get(name) for name in TILL_FIELDS},
        **dict.fromkeys(CLOSE_FIELDS),
        "note": "",
        "notes": [],
    }


def _closed(state: State, payload: State) -> State:
    names = (*CLOSE_FIELDS, "notes")
    return {**state, **{name: payload.get(name) for name in names}}


def _order_opened(_state: State, payload: State) -> State:
    return {
        **{name: payload.get(name) for name in ORDER_FIELDS},
        "lines": payload["lines"],
        "state": str(OrderState.OPEN),
        "ended_at": None,
    }


def _order_ended(state: State, payload: State) -> State:
    return {**state, **{name: payload.get(name) for name in ORDER_END_FIELDS}}


def _payment_received(_state: State, payload: State) -> State:
    return {name: payload.get(name) for name in (*PAYMENT_FIELDS, *SIGHT_FIELDS)}


def _payment_confirmed(state: State, payload: State) -> State:
    told = {name: payload[name] for name in SIGHT_FIELDS if payload.get(name)}
    return {**state, **told}


def _line_settled(_state: State, payload: State) -> State:
    return {name: payload.get(name) for name in LINE_FIELDS}


FOLDS: dict[str, Callable[[State, State], State]] = {
    "receipt.issued": _issued,
    "receipt.cancelled": _cancelled,
    "till.opened": _opened,
    "till.closed": _closed,
    "payment-order.opened": _order_opened,
    "payment-order.withdrawn": _order_ended,
    "payment-order.expired": _order_ended,
    "payment-order.paid": _order_ended,
    "payment.received": _payment_received,
    "payment.confirmed": _payment_confirmed,
    "statement-line.settled": _line_settled,
}
