"""What the rules know of a dossier after one more fact: for lives that are worked out without rows.

`acting.facts_of` reads the same from the rows, which are the fold of the facts: a test holds what
is followed here and that fold together.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from motcua.dossiers import events
from motcua.dossiers.events import LifeEvent
from motcua.dossiers.rules.facts import DossierFacts, Held, OpenOffer, OpenRequest
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
        "competent_agency_id",
        "is_turned_back",
    }
)
"""Of the values that a fact changes, those that the rules look at."""


def following(facts: DossierFacts, event: LifeEvent) -> DossierFacts:
    """The facts after the event, which follows from them."""
    values: dict[str, Any] = {name: value for name, value in event.changes.items() if name in KNOWN}
    values["stage"] = Stage(event.stage)
    if event.changes.get("original_due_at"):
        values["was_dated"] = True
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


def _offered(_facts: DossierFacts, event: events.DossierOffered) -> dict[str, Any]:
    waiting = OpenOffer(
        seq=event.offer["seq"],
        to_agency_id=event.offer["to_agency_id"],
        to_unit_id=event.offer.get("to_unit_id"),
        has_papers=bool(event.offer.get("papers")),
    )
    return {"open_offer": waiting}


def _accepted(_facts: DossierFacts, event: events.OfferAccepted) -> dict[str, Any]:
    agency_id = event.changes["held_agency_id"]
    if agency_id is None:
        return {"open_offer": None, "held": None}
    held = Held(
        agency_id=agency_id,
        unit_id=event.changes["held_unit_id"],
        holding_id=event.changes["held_assignee_id"],
    )
    return {"open_offer": None, "held": held}


def _not_accepted(_facts: DossierFacts, _event: Any) -> dict[str, Any]:
    return {"open_offer": None}


MORE: dict[type[LifeEvent], Callable[[DossierFacts, Any], dict[str, Any]]] = {
    events.DossierOffered: _offered,
    events.OfferAccepted: _accepted,
    events.OfferRefused: _not_accepted,
    events.OfferTakenBack: _not_accepted,
    events.CompletionAsked: _asked,
    events.SupplementRequested: _asked,
    events.DossierSupplemented: _supplemented,
    events.DecisionMade: _decided,
    events.ResultCorrected: _decided,
    events.DossierReopened: _left_unanswered,
    events.DossierWithdrawn: _left_unanswered,
    events.ProcessingTerminated: _left_unanswered,
}
