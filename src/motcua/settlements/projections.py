"""Facts folded into what the row of a refund must say. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from motcua.kernel.event import plain
from motcua.ledger.agreement import State, folded
from motcua.ledger.queries import FactRow
from motcua.settlements.models import Refund
from motcua.settlements.vocabulary import RefundState

REQUEST_FIELDS = ("agency_id", "receipt_id", "dossier_id", "reason", "note", "payee", "fee_vnd",
                  "charge_vnd", "requested_at", "requested_by_id")  # fmt: skip
DECISION_FIELDS = ("decided_at", "decided_by_id", "decision_note")
PAYMENT_FIELDS = ("way", "till_id", "slip_number", "year", "number", "paid_at", "paid_by_id")
TEXTS = ("decision_note", "way", "slip_number")


def fold(facts: Iterable[FactRow]) -> State:
    """The state of one refund after all its facts, in the shape of `refund_state`."""
    return folded(facts, FOLDS)


def refund_state(refund: Refund) -> dict[str, Any]:
    """What the row says."""
    names = (*REQUEST_FIELDS, *DECISION_FIELDS, *PAYMENT_FIELDS, "state")
    return {name: plain(getattr(refund, name)) for name in names}


def _requested(_state: State, payload: State) -> State:
    later = dict.fromkeys((*DECISION_FIELDS, *PAYMENT_FIELDS))
    return {
        **later,
        **dict.fromkeys(TEXTS, ""),
        **{name: payload.get(name) for name in REQUEST_FIELDS},
        "state": str(RefundState.REQUESTED),
    }


def _step(state: RefundState, names: tuple[str, ...]) -> Callable[[State, State], State]:
    def folded_in(before: State, payload: State) -> State:
        return {**before, **{name: payload.get(name) for name in names}, "state": str(state)}

    return folded_in


FOLDS: dict[str, Callable[[State, State], State]] = {
    "refund.requested": _requested,
    "refund.approved": _step(RefundState.APPROVED, DECISION_FIELDS),
    "refund.denied": _step(RefundState.DENIED, DECISION_FIELDS),
    "refund.paid": _step(RefundState.PAID, PAYMENT_FIELDS),
}
