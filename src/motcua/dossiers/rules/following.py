"""What the rules know of a dossier after one more fact: for lives that are worked out without rows.

`acting.facts_of` reads the same from the rows, which are the fold of the facts: a test holds what
is followed here and that fold together.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from motcua.dossiers import events
from motcua.dossiers.events import LifeEvent
from motcua.dossiers.rules.facts import DossierFacts, OpenRequest
from motcua.dossiers.rules.promise import ClockInputs
from motcua.dossiers.rules.supplement import answered_items
from motcua.dossiers.vocabulary import Stage

KNOWN = frozenset(
    {
        "is_accepted",
        "unit_id",
        "assignee_id",
        "received_at",
        "appointment_at",
        "ended_at",
        "supplement_count",
        "supplement_allowed",
        "decision",
    }
)
"""Of the values that a fact changes, those that the rules look at."""


def following(facts: DossierFacts, event: LifeEvent) -> DossierFacts:
    """The facts after the event, which follows from them."""
    values: dict[str, Any] = {name: value for name, value in event.changes.items() if name in KNOWN}
    values["stage"] = Stage(event.stage)
    if event.clock is not None:
        values |= {"clock": ClockInputs.from_plain(event.clock), "due_at": event.due_at}
    more = MORE.get(type(event))
    return replace(facts, **values, **(more(facts, event) if more else {}))


def _asked(facts: DossierFacts, event: Any) -> dict[str, Any]:
    request = event.request
    waiting = OpenRequest(
        seq=request["seq"],
        before_reception=request["before_reception"],
        items=tuple(request["items"]),
    )
    return {"request_count": facts.request_count + 1, "open_request": waiting}


def _supplemented(facts: DossierFacts, event: events.DossierSupplemented) -> dict[str, Any]:
    request = facts.open_request
    assert request is not None
    items = tuple(answered_items(list(map(dict, request.items)), event.answered, event.waived))
    return {
        "open_request": None if event.is_complete else replace(request, items=items),
        "paper_count": facts.paper_count + len(event.papers),
    }


def _decided(facts: DossierFacts, _event: Any) -> dict[str, Any]:
    return {"result_count": facts.result_count + 1}


def _left_unanswered(_facts: DossierFacts, _event: Any) -> dict[str, Any]:
    return {"open_request": None}


MORE = {
    events.CompletionAsked: _asked,
    events.SupplementRequested: _asked,
    events.DossierSupplemented: _supplemented,
    events.DecisionMade: _decided,
    events.ResultCorrected: _decided,
    events.DossierReopened: _left_unanswered,
    events.DossierWithdrawn: _left_unanswered,
    events.ProcessingTerminated: _left_unanswered,
}
