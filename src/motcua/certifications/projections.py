"""Facts folded into what the row of an entry must say. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from motcua.certifications.rows import CANCEL_FIELDS, ENTRY_FIELDS, SIGNING_FIELDS
from motcua.certifications.vocabulary import EntryState
from motcua.ledger.agreement import State, folded
from motcua.ledger.queries import FactRow


def fold(facts: Iterable[FactRow]) -> State:
    """The state of one entry after all its facts, in the shape of `rows.entry_state`."""
    return folded(facts, FOLDS)


def _entered(_state: State, payload: State) -> State:
    return {
        **{name: payload.get(name) for name in ENTRY_FIELDS},
        "certified_at": None,
        "state": str(EntryState.ENTERED),
        "cancelled_at": None,
        "cancelled_by": "",
        "reason": "",
    }


def _signed(state: State, payload: State) -> State:
    return {**state, **{name: payload.get(name) for name in SIGNING_FIELDS}}


def _cancelled(state: State, payload: State) -> State:
    return {
        **state,
        "state": str(EntryState.CANCELLED),
        **{name: payload.get(name) for name in CANCEL_FIELDS},
    }


FOLDS: dict[str, Callable[[State, State], State]] = {
    "certification.entered": _entered,
    "certification.signed": _signed,
    "certification.cancelled": _cancelled,
}
