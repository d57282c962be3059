"""Facts folded into what the row of a follow-up or of a screen must say. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from motcua.ledger.agreement import State, folded
from motcua.ledger.queries import FactRow


def fold(facts: Iterable[FactRow]) -> State:
    """What was done about one bad answer (nothing where nobody has touched it), or with one screen."""
    return folded(facts, FOLDS)


def _told(state: State, payload: State) -> State:
    return {**state, **payload}


FOLDS: dict[str, Callable[[State, State], State]] = {
    "follow-up.given": _told,
    "follow-up.closed": _told,
    "survey-device.enrolled": _told,
    "survey-device.retired": _told,
}
