"""Facts folded into what the rows of receipts and tills must say. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from motcua.ledger.agreement import State, folded
from motcua.ledger.queries import FactRow
from motcua.payments.rows import CLOSE_FIELDS, RECEIPT_FIELDS, TILL_FIELDS
from motcua.payments.vocabulary import ReceiptState


def fold(facts: Iterable[FactRow]) -> State:
    """The state of one receipt or till after all its facts, in the shape of `rows.*_state`."""
    return folded(facts, FOLDS)


def _issued(_state: State, payload: State) -> State:
    return {
        **{name: payload.get(name) for name in RECEIPT_FIELDS},
        "lines": payload["lines"],
        "state": str(ReceiptState.ISSUED),
        "cancelled_at": None,
        "cancelled_by_id": None,
        "reason": "",
    }


def _cancelled(state: State, payload: State) -> State:
    names = ("cancelled_at", "cancelled_by_id", "reason")
    return {
        **state,
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


FOLDS: dict[str, Callable[[State, State], State]] = {
    "receipt.issued": _issued,
    "receipt.cancelled": _cancelled,
    "till.opened": _opened,
    "till.closed": _closed,
}
