"""Which acts one installation tells the other that has the same dossier, and how it is done again there.

Only one of the two may act on a dossier at a time: whoever settles it, or has it in hand; so what is
told can be done again, in the same order, and both end with the same dossier. Work inside an agency
(assigned, forwarded, proposed, noted) is its own and is not told.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from motcua.dossiers import events
from motcua.dossiers.events import LifeEvent
from motcua.dossiers.vocabulary import (
    ANSWERS_TO_OFFERS,
    Act,
    Stage,
)
from motcua.exchange.vocabulary import MessageKind
from motcua.kernel.clock import local_day
from motcua.kernel.refusal import Refusal

Told = dict[str, Any]

KIND_OF: Final[Mapping[Act, MessageKind]] = {
    Act.TAKE_OVER: MessageKind.ACCEPTED,
    Act.REFUSE_TAKE_OVER: MessageKind.REFUSED,
    Act.OFFER: MessageKind.OFFER,
    Act.ACCEPT_OFFER: MessageKind.ACCEPTED,
    Act.REFUSE_OFFER: MessageKind.REFUSED,
    Act.TAKE_BACK_OFFER: MessageKind.TAKEN_BACK,
    Act.REDIRECT: MessageKind.TAKEN_BACK,
    Act.ISSUE_RESULT: MessageKind.RETURNED,
}
"""Of the acts that are told; whatever else is told is a STATUS."""
RESULT_WORDS: Final = ("document_number", "subject", "signed_by")
RETURN_WORDS: Final = (
    "recipient_name",
    "recipient_number",
    "authority",
    "tracking_number",
    "note",
)
ANSWERS: Final = ANSWERS_TO_OFFERS
"""Each names the offer it is about, by the number of whoever offered."""
PASSING: Final = ANSWERS | {Act.OFFER, Act.NOTE, Act.ATTACH}
"""Whoever has it in hand, or is offered it, may on either side: the right to it says who that is."""
RECEIVER_MAY: Final = PASSING | {Act.RETURN_RESULT, Act.SUPPLEMENT}
"""Where it was received, while the other side settles it: people bring papers to the desk they know."""
WITH_FILES: Final = frozenset({Act.ATTACH, Act.SUPPLEMENT})
NOT_WHILE_AWAY: Final = frozenset({Act.DECIDE, Act.PROPOSE, Act.FORWARD})
"""What waits until the other side gives it back."""


class DossierElsewhere(Refusal):
    """Another installation settles it: what is to be done is done there; params: partner."""

    code = "dossier-elsewhere"


class ReturnedElsewhere(Refusal):
    """Its result is handed over where it was received; params: partner."""

    code = "returned-elsewhere"


class MessageNotForHere(Refusal):
    """The message tells of an act that is not told so, or not in this shape."""

    code = "message-not-for-here"


def told_of(act: Act, event: LifeEvent) -> Told | None:
    """What the other side needs to do the same; None for what is not told."""
    teller = TELLERS.get(act)
    return teller(event) if teller else None


def is_done_already(act: Act, stage: Stage) -> bool:
    """Work inside an agency made it start twice there; here it has started."""
    return (act, stage) in ALREADY


ALREADY: Final = frozenset(
    {(Act.START, Stage.PROCESSING), (Act.START, Stage.PROPOSED), (Act.SEND_BACK, Stage.PROCESSING)}
)


def _reason(event: Any) -> Told:
    return {"reason": event.reason}


def _offered(event: Any) -> Told:
    """Agencies are still numbers of this side: `exchange.following` names them."""
    kept = ("seq", "from_agency_id", "to_agency_id", "task", "papers", "digests")
    limit = ("limit_unit", "limit_value")
    return {name: event.offer[name] for name in (*kept, *limit) if name in event.offer}


def _answered(event: Any) -> Told:
    return {"offer": event.answer["seq"]}


def _decided(event: Any) -> Told:
    return {"decision": event.decision, "grounds": event.grounds}


def _result(event: Any) -> Told:
    kept = ("document_number", "document_date", "subject", "signed_by", "digests")
    told = {name: event.result[name] for name in kept if name in event.result}
    return {**told, "reason": event.reason} if isinstance(event, events.ResultCorrected) else told


def _returned(event: Any) -> Told:
    kept = (*RETURN_WORDS, "method")
    return {name: event.handed_over[name] for name in kept if name in event.handed_over}


def _later_day(event: Any) -> Told:
    at = event.appointment_at if isinstance(event, events.ApologyMade) else event.due_at
    return {"to_day": local_day(at).isoformat(), "reason": event.reason}


def _attached(event: Any) -> Told | None:
    """What is taken out again stays there: it was told, and was right then."""
    if not isinstance(event, events.FileAttached):
        return None
    names = ("digest", "name", "media_type", "size", "kind")
    return {"file": {name: event.file[name] for name in names}}


def _asked(event: Any) -> Told:
    """In words: which row of the catalogue a paper is, each side knows for itself."""
    words = ("name", "what", "why", "basis")
    items = [{name: one.get(name, "") for name in words} for one in event.request["items"]]
    return {"items": items, "reason": event.reason}


def _supplemented(event: Any) -> Told:
    names = ("digest", "name", "media_type", "size")
    return {
        "answered": list(event.answered),
        "waived": list(event.waived),
        "note": event.note,
        "papers": [
            {name: value for name, value in one.items() if name != "required_document_id"}
            for one in event.papers
        ],
        "files": [{name: one[name] for name in names} for one in event.files or ()],
    }


TELLERS: Final[Mapping[Act, Callable[[Any], Told | None]]] = {
    Act.TAKE_OVER: lambda _event: {},
    Act.REFUSE_TAKE_OVER: _reason,
    Act.OFFER: _offered,
    Act.ACCEPT_OFFER: _answered,
    Act.REFUSE_OFFER: lambda event: {**_answered(event), **_reason(event)},
    Act.TAKE_BACK_OFFER: lambda event: {**_answered(event), **_reason(event)},
    Act.REDIRECT: lambda event: {
        "agency_id": event.changes["competent_agency_id"],
        **_reason(event),
    },
    Act.START: lambda _event: {},
    Act.SEND_BACK: _reason,
    Act.REQUEST_SUPPLEMENT: _asked,
    Act.ALLOW_SUPPLEMENT: _reason,
    Act.SUPPLEMENT: _supplemented,
    Act.AMEND: lambda event: {"parties": list(event.parties), "reason": event.reason},
    Act.SUSPEND: _reason,
    Act.RESUME: lambda event: {"note": event.note},
    Act.EXTEND: _later_day,
    Act.APOLOGIZE: _later_day,
    Act.WITHDRAW: lambda event: {"reason": event.reason, "asked_by": event.asked_by},
    Act.TERMINATE: lambda event: {
        "ground": event.ground,
        "reason": event.reason,
        "papers_given_back": event.papers_given_back,
        "fee_refund_vnd": event.fee_refund_vnd,
    },
    Act.DECIDE: _decided,
    Act.ISSUE_RESULT: _result,
    Act.CORRECT_RESULT: _result,
    Act.RETURN_RESULT: _returned,
    Act.REOPEN: lambda event: {"ground": event.ground, "reason": event.reason},
    Act.ATTACH: _attached,
}
