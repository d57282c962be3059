"""Facts folded into what the rows of a petition must say. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from motcua.feedback.events import EVENT_OF
from motcua.feedback.rows import PLAIN_FIELDS, TEXT_FIELDS, step_told
from motcua.ledger.agreement import State
from motcua.ledger.queries import FactRow

ACT_OF = {event.code: act for act, event in EVENT_OF.items()}


def fold(facts: Iterable[FactRow]) -> State:
    """The state of one petition after all its facts, in the shape of `rows.petition_state`."""
    state: State = {}
    for fact in facts:
        state = _after(state, fact.code, fact.payload)
    return state


def _after(state: State, code: str, payload: State) -> State:
    if not state:
        state = {
            **dict.fromkeys(PLAIN_FIELDS),
            **dict.fromkeys(TEXT_FIELDS, ""),
            "version": 0,
            "steps": [],
            "files": [],
        }
    step = step_told(str(ACT_OF[code]), payload["text_digest"], is_late=payload["is_late"])
    return {
        **state,
        **payload["changes"],
        "state": payload["state"],
        "version": state["version"] + 1,
        "steps": [*state["steps"], step],
        "files": [*state["files"], *payload["files"]],
    }
