"""Asking the applicant to complete: one full request, item by item; a second needs leave.

Basis: NĐ 61/2018 Art. 11.2c, 15.3, 19.4 and NĐ 309/2026 Art. 8.1 (one full notice with reason;
within three working days of receipt); law.md 4.3, 4.4.6 (what the clock does is data of the
procedure: RESTART, PAUSE or CONTINUE).
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from motcua.dossiers.events import (
    CompletionAsked,
    DossierSupplemented,
    SupplementAllowed,
    SupplementRequested,
)
from motcua.dossiers.inputs import AskedItem, AskToComplete, Supplement, WithReason
from motcua.dossiers.rules.facts import DossierFacts, OpenRequest, reason, within
from motcua.dossiers.vocabulary import Act
from motcua.kernel.clock import local_day
from motcua.kernel.event import plain
from motcua.kernel.refusal import Refusal

T = TypeVar("T")
ITEMS_MAX = 50
TEXT_MAX = 1000


class ItemsMissing(Refusal):
    """A request names at least one thing to complete."""

    code = "items-missing"


class ItemFaulty(Refusal):
    """An item names a paper and what is to be done with it."""

    code = "item-faulty"


class AskedFieldUnknown(Refusal):
    """The declaration of the dossier has no such item that can be asked for alone; params: place, path."""

    code = "asked-field-unknown"


class SecondSupplementNeedsLeave(Refusal):
    """The dossier was sent back once already: a superior must give leave to ask again."""

    code = "second-supplement-needs-leave"


class LeaveNotNeeded(Refusal):
    """Nothing has been asked yet, or leave has been given."""

    code = "leave-not-needed"


class AnswerMissing(Refusal):
    """Mark at least one item as handed in or as no longer needed."""

    code = "answer-missing"


class ItemUnknown(Refusal):
    code = "item-unknown"


@dataclass(frozen=True, kw_only=True, slots=True)
class ChangedFee:
    """What is owed from now on, where what came changes it: the lines, the sum before and after."""

    lines: tuple[dict[str, Any], ...]
    old_total_vnd: int
    total_vnd: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Came:
    """What comes in for a request, as fact and rows keep it."""

    papers: tuple[dict[str, Any], ...] = ()
    files: tuple[dict[str, Any], ...] = ()
    declaration: dict[str, Any] | None = None
    fee: ChangedFee | None = None


NOTHING_CAME = Came()


def ask_to_complete(facts: DossierFacts, given: AskToComplete, at: datetime) -> CompletionAsked:
    """Before reception. Refusals: ActNotAllowed, ItemsMissing, ItemFaulty, ReasonMissing."""
    stage = facts.next(Act.ASK_TO_COMPLETE)
    return CompletionAsked(
        stage=str(stage),
        reason=reason(given.reason),
        request=_request(facts, given, at, before_reception=True),
    )


def request_supplement(
    facts: DossierFacts, given: AskToComplete, *, holding_id: int | None, at: datetime
) -> SupplementRequested:
    """During processing. Refusals: ActNotAllowed, ItemsMissing, ItemFaulty, ReasonMissing,
    SecondSupplementNeedsLeave."""
    stage = facts.next(Act.REQUEST_SUPPLEMENT)
    if facts.supplement_count and not facts.supplement_allowed:
        raise SecondSupplementNeedsLeave(count=facts.supplement_count)
    why = reason(given.reason)
    changes: dict[str, Any] = {
        "supplement_count": facts.supplement_count + 1,
        "supplement_allowed": False,
    }
    if facts.assignee_id is None and holding_id is not None:
        changes["assignee_id"] = holding_id
    since = facts.calendar.working_days_between(local_day(facts.received_at), local_day(at))
    return SupplementRequested(
        stage=str(stage),
        reason=why,
        request=_request(facts, given, at, before_reception=False),
        working_days_since=since,
        changes=changes,
        **facts.timing(facts.clock.paused(at, facts.supplement_policy, why)),
    )


def allow(facts: DossierFacts, given: WithReason) -> SupplementAllowed:
    """Leave to ask once more. Refusals: ActNotAllowed, LeaveNotNeeded, ReasonMissing."""
    stage = facts.next(Act.ALLOW_SUPPLEMENT)
    if not facts.supplement_count or facts.supplement_allowed:
        raise LeaveNotNeeded
    return SupplementAllowed(
        stage=str(stage), reason=reason(given.reason), changes={"supplement_allowed": True}
    )


def supplement(
    facts: DossierFacts, given: Supplement, came: Came = NOTHING_CAME, *, at: datetime
) -> DossierSupplemented:
    """What came in. Only when every item is answered or waived does the dossier go on.

    Refusals: ActNotAllowed, AnswerMissing, ItemUnknown, ReasonMissing (waiving says why).
    """
    stage = facts.next(Act.SUPPLEMENT)
    request = facts.open_request
    assert request is not None
    told = {*given.answered, *given.waived}
    if not told:
        raise AnswerMissing(field="items")
    if not told <= set(_waiting_places(request)):
        raise ItemUnknown(field="items")
    note = reason(given.note, at_field="note") if given.waived else given.note.strip()
    is_complete = set(_waiting_places(request)) == told
    timing: dict[str, Any] = {}
    if is_complete and not request.before_reception:
        timing = facts.timing(facts.clock.resumed(at))
    fee: dict[str, Any] = {}
    if came.fee is not None:
        fee = {"fees": came.fee.lines, "old_total_vnd": came.fee.old_total_vnd,
               "changes": {"fee_total_vnd": came.fee.total_vnd}}  # fmt: skip
    return DossierSupplemented(
        stage=str(stage if is_complete else facts.stage),
        **fee,
        request_seq=request.seq,
        answered=tuple(sorted(set(given.answered))),
        waived=tuple(sorted(set(given.waived))),
        is_complete=is_complete,
        answered_at=at,
        papers=came.papers,
        declaration=came.declaration,
        files=came.files or None,
        note=within(note, at_field="note"),
        **timing,
    )


def fields_asked(request: OpenRequest | None) -> frozenset[str]:
    """The items of the declaration that a request wants answered anew and that are not settled."""
    items = request.items if request else ()
    return frozenset(item["field"] for item in items if item.get("field") and not item.get("state"))


def fields_at(request: OpenRequest | None, places: Collection[int]) -> frozenset[str]:
    """The items of the declaration that the open items at these places want."""
    items = request.items if request else ()
    return frozenset(
        item["field"]
        for place, item in enumerate(items)
        if place in places and item.get("field") and not item.get("state")
    )


def _waiting_places(request: OpenRequest) -> list[int]:
    return [place for place, item in enumerate(request.items) if not item.get("state")]


def _request(
    facts: DossierFacts, given: AskToComplete, at: datetime, *, before_reception: bool
) -> dict[str, Any]:
    """The request as the fact keeps it, in the shape of its row."""
    if not given.items:
        raise ItemsMissing(field="items")
    if len(given.items) > ITEMS_MAX:
        raise ItemFaulty(field="items", items_max=ITEMS_MAX)
    return {
        "seq": facts.request_count + 1,
        "before_reception": before_reception,
        "reason": reason(given.reason),
        "asked_at": plain(at),
        "answered_at": None,
        "items": [_item(item, place) for place, item in enumerate(given.items)],
    }


def _item(item: AskedItem, place: int) -> dict[str, Any]:
    if not item.name.strip() or not item.what.strip():
        raise ItemFaulty(field=f"items-{place}", place=place + 1)
    texts = {name: getattr(item, name).strip() for name in ("name", "what", "why", "basis")}
    for name, text in texts.items():
        within(text, at_field=f"items-{place}-{name}", length_max=TEXT_MAX)
    kept = {name: text for name, text in texts.items() if text}
    known = {"required_document_id": item.required_document_id, "field": item.field}
    return {**kept, **{name: value for name, value in known.items() if value}}


def partly_answered_at(last: T | None, *, is_complete: bool) -> T | None:
    """When something `last` came, as long as other items wait."""
    return None if is_complete else last


def answered_items(
    items: list[dict[str, Any]], answered: tuple[int, ...], waived: tuple[int, ...]
) -> list[dict[str, Any]]:
    """The items of a request after an answer; each says by `state` how it was settled."""
    states = {**dict.fromkeys(answered, "ANSWERED"), **dict.fromkeys(waived, "WAIVED")}
    return [
        {**item, "state": states[place]} if place in states else item
        for place, item in enumerate(items)
    ]
