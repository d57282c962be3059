"""Facts folded into what the rows of a refund and of a settlement must say. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from motcua.kernel.event import plain
from motcua.ledger.agreement import State, folded
from motcua.ledger.queries import FactRow
from motcua.settlements.models import Refund, Settlement, SettlementPart
from motcua.settlements.vocabulary import RefundState, SettlementState

REQUEST_FIELDS = ("agency_id", "receipt_id", "dossier_id", "reason", "note", "payee", "fee_vnd",
                  "charge_vnd", "requested_at", "requested_by_id")  # fmt: skip
REST_FIELDS = {"payment_id": None, "rest_vnd": 0}
"""Facts from before money that nobody owed could be asked back do not have them."""
DECISION_FIELDS = ("decided_at", "decided_by_id", "decision_note")
PAYMENT_FIELDS = ("way", "till_id", "slip_number", "year", "number", "paid_at", "paid_by_id")
DRAFT_FIELDS = ("agency_id", "due_agency_id", "first_day", "last_day", "kept_fee_bp",
                "kept_charge_bp", "drafted_at", "drafted_by_id")  # fmt: skip
SENT_FIELDS = ("sent_at", "sent_by_id", "sent_note")
ANSWER_FIELDS = ("answered_at", "answered_by_id", "answer_note")
PAID_FIELDS = ("paid_at", "paid_by_id", "way", "slip_number", "paid_on")
PART_FIELDS = ("kind", "carried_vnd", "collected_vnd", "cancelled_vnd", "refunded_vnd", "kept_vnd",
               "due_vnd")  # fmt: skip
TEXTS = ("decision_note", "way", "slip_number")


def fold(facts: Iterable[FactRow]) -> State:
    """The state of one refund after all its facts, in the shape of `refund_state`."""
    return folded(facts, FOLDS)


def refund_state(refund: Refund) -> dict[str, Any]:
    """What the row says."""
    names = (*REQUEST_FIELDS, *REST_FIELDS, *DECISION_FIELDS, *PAYMENT_FIELDS, "state")
    return {name: plain(getattr(refund, name)) for name in names}


def _requested(_state: State, payload: State) -> State:
    later = dict.fromkeys((*DECISION_FIELDS, *PAYMENT_FIELDS))
    return {
        **later,
        **dict.fromkeys(TEXTS, ""),
        **{name: payload.get(name) for name in REQUEST_FIELDS},
        **{name: payload.get(name, usual) for name, usual in REST_FIELDS.items()},
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


def settlement_state(one: Settlement, parts: Iterable[SettlementPart]) -> dict[str, Any]:
    """What the rows say."""
    names = (*DRAFT_FIELDS, *SENT_FIELDS, *ANSWER_FIELDS, *PAID_FIELDS, "state", "next_transfer")
    return {
        **{name: plain(getattr(one, name)) for name in names},
        "parts": [{name: getattr(part, name) for name in PART_FIELDS} for part in parts],
    }


def fold_settlement(facts: Iterable[FactRow]) -> State:
    """The state of one settlement after all its facts, in the shape of `settlement_state`."""
    return folded(facts, SETTLEMENT_FOLDS)


def _drafted(_state: State, payload: State) -> State:
    later = dict.fromkeys((*SENT_FIELDS, *ANSWER_FIELDS, *PAID_FIELDS))
    texts = dict.fromkeys(("sent_note", "answer_note", "way", "slip_number"), "")
    drafted = {name: payload.get(name) for name in DRAFT_FIELDS}
    state = {"state": str(SettlementState.DRAFT), "next_transfer": 0, "parts": []}
    return {**later, **texts, **drafted, **state}


def _sent(before: State, payload: State) -> State:
    names = (*SENT_FIELDS, "next_transfer", "parts")
    told = {name: payload.get(name) for name in names}
    return {**before, **told, "state": str(SettlementState.SENT)}


def _settled(state: SettlementState, names: tuple[str, ...]) -> Callable[[State, State], State]:
    def folded_in(before: State, payload: State) -> State:
        return {**before, **{name: payload.get(name) for name in names}, "state": str(state)}

    return folded_in


SETTLEMENT_FOLDS: dict[str, Callable[[State, State], State]] = {
    "settlement.drafted": _drafted,
    "settlement.sent": _sent,
    "settlement.answered": _settled(SettlementState.SENT, SENT_FIELDS),
    "settlement.accepted": _settled(SettlementState.ACCEPTED, ANSWER_FIELDS),
    "settlement.disputed": _settled(SettlementState.DISPUTED, ANSWER_FIELDS),
    "settlement.paid": _settled(SettlementState.PAID, PAID_FIELDS),
}
