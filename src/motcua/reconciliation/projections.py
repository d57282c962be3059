"""Facts folded into what the row of a difference must say. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from motcua.kernel.event import plain
from motcua.ledger.agreement import State, folded
from motcua.ledger.queries import FactRow
from motcua.reconciliation.models import Difference
from motcua.reconciliation.vocabulary import State as Standing

FOUND_FIELDS = ("agency_id", "kind", "subject_kind", "subject_id", "day", "amount_vnd", "likely",
                "about", "owner_id", "found_at")  # fmt: skip
EXPLAINED_FIELDS = ("explained_at", "explained_by_id", "reason")


def fold(facts: Iterable[FactRow]) -> State:
    """The state of one difference after all its facts, in the shape of `difference_state`."""
    return folded(facts, FOLDS)


def difference_state(one: Difference) -> dict[str, Any]:
    """What the row says."""
    names = (*FOUND_FIELDS, *EXPLAINED_FIELDS, "gone_at", "state")
    return {name: plain(getattr(one, name)) for name in names}


def _found(_state: State, payload: State) -> State:
    told = {name: payload.get(name) for name in FOUND_FIELDS}
    fresh = {"explained_at": None, "explained_by_id": None, "reason": "", "gone_at": None}
    return {**told, **fresh, "state": str(Standing.OPEN)}


def _explained(state: State, payload: State) -> State:
    told = {name: payload.get(name) for name in EXPLAINED_FIELDS}
    return {**state, **told, "state": str(Standing.EXPLAINED)}


def _gone(state: State, payload: State) -> State:
    return {**state, "gone_at": payload.get("gone_at"), "state": str(Standing.GONE)}


FOLDS: dict[str, Callable[[State, State], State]] = {
    "difference.found": _found,
    "difference.explained": _explained,
    "difference.gone": _gone,
}
