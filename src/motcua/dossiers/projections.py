"""Facts folded into what the dossier's rows must say. Pure; the proof that register and ledger agree."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from motcua.dossiers.vocabulary import Status
from motcua.ledger.queries import FactRow

State = dict[str, Any]


def fold(facts: Iterable[FactRow]) -> State:
    """The state of one dossier after all its facts, in the shape of `commands.rows.state_of`."""
    state: State = {}
    for fact in facts:
        state = FOLDS[fact.code](state, fact.payload)
        state["version"] = fact.subject_seq
    return state


def _received(_state: State, payload: dict[str, Any]) -> State:
    kept = (
        "agency_id",
        "competent_agency_id",
        "unit_id",
        "counter_id",
        "procedure_version_id",
        "variant_id",
        "channel",
        "return_method",
        "parties",
        "papers",
        "fees",
        "fee_total_vnd",
        "sets",
        "received_at",
        "clock",
        "due_at",
        "note",
    )
    return {
        "code": payload["dossier_code"],
        "status": str(Status.RECEIVED),
        "original_due_at": payload.get("due_at"),
        **{name: payload.get(name) for name in kept},
    }


def _deadline_moved(state: State, payload: dict[str, Any]) -> State:
    return {**state, "due_at": payload.get("due_at"), "clock": payload["clock"]}


FOLDS: dict[str, Callable[[State, dict[str, Any]], State]] = {
    "dossier.received": _received,
    "dossier.deadline-moved": _deadline_moved,
}
