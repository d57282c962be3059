"""In whose hands a dossier is: a hand-over is an offer and an acceptance, or a reasoned refusal.

Somebody has every dossier at every instant, and never two have it: the holder is a function of its
row. Until the offer is accepted the sender answers for it; at that instant the clock of the new
holder starts, while the clock of the whole dossier runs on.
Basis: NĐ 61/2018/NĐ-CP Art. 18, 19.5–19.7; law.md 4.3 (Transfer, Opinions), 4.6.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from motcua.dossiers import inputs
from motcua.dossiers.events import (
    DossierOffered,
    DossierRedirected,
    OfferAccepted,
    OfferRefused,
    OfferTakenBack,
    TakeOverRefused,
)
from motcua.dossiers.rules.facts import DossierFacts, TurnedBackAlready, reason, timed
from motcua.dossiers.rules.promise import ClockInputs, Timing
from motcua.dossiers.rules.transitions import GIVEN_BACK_AT
from motcua.dossiers.vocabulary import BEFORE_RECEPTION, Act, Limit, OfferAnswer, Stage
from motcua.kernel.event import instant_text
from motcua.kernel.refusal import Refusal
from motcua.worktime.vocabulary import Unit


class SameHolder(Refusal):
    """It is in these very hands."""

    code = "same-holder"


class NoOpenOffer(Refusal):
    """Nothing is offered: it was answered or taken back meanwhile."""

    code = "no-open-offer"


class TaskMissing(Refusal):
    """Whoever is to take it must know what for."""

    code = "task-missing"


class TaskTimeFaulty(Refusal):
    """A limit of a task is more than nothing."""

    code = "task-time-faulty"


class PapersUnconfirmed(Refusal):
    """Whoever accepts says that the listed papers are there."""

    code = "papers-unconfirmed"


class ListedUnknown(Refusal):
    """A paper or a file of the list is not in the dossier."""

    code = "listed-unknown"


class OnlyHome(Refusal):
    """What has ended only goes back to the agency that settles it, if another has it."""

    code = "only-home"


class SameAgency(Refusal):
    """It is on its way to this agency already."""

    code = "same-agency"


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Who has it: an agency always, a unit and a position of it where that is known."""

    agency_id: int
    unit_id: int | None
    holding_id: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class To:
    """Where an offer goes; `name` as it is called there and then."""

    agency_id: int
    unit_id: int | None
    name: str


def holder_of(facts: DossierFacts) -> Holder:
    """Who has the dossier. Total: there is an answer for every row."""
    if facts.held is not None:
        held = facts.held
        return Holder(agency_id=held.agency_id, unit_id=held.unit_id, holding_id=held.holding_id)
    if is_on_its_way(facts.stage, was_dated=facts.was_dated):
        return Holder(agency_id=facts.agency_id, unit_id=None, holding_id=None)
    return Holder(
        agency_id=facts.competent_agency_id, unit_id=facts.unit_id, holding_id=facts.assignee_id
    )


def is_on_its_way(stage: Stage, *, was_dated: bool) -> bool:
    """It has not come to the agency that settles it: whoever received it has it."""
    never_came = stage in GIVEN_BACK_AT and not was_dated
    return stage in BEFORE_RECEPTION or stage is Stage.IN_TRANSIT or never_came


def offer(
    facts: DossierFacts, given: inputs.Offer, to: To, *, seq: int, by: str, at: datetime
) -> DossierOffered:
    """Offer the hand-over. Refusals: ActNotAllowed, OfferWaits, SameHolder, OnlyHome, ListedUnknown,
    TaskMissing, TaskTimeFaulty, TextTooLong."""
    stage, holder = facts.next(Act.OFFER), holder_of(facts)
    if (to.agency_id, to.unit_id) == (holder.agency_id, holder.unit_id):
        raise SameHolder(field="place")
    if to.agency_id == holder.agency_id and to.unit_id is None:
        raise SameHolder(field="place")
    _demand_home(facts, stage, to.agency_id)
    if not given.task.strip():
        raise TaskMissing(field="task")
    task = reason(given.task, at_field="task")
    _demand_time(given.limit)
    told: dict[str, Any] = {
        "seq": seq,
        "from_agency_id": holder.agency_id,
        "from_unit_id": holder.unit_id,
        "to_agency_id": to.agency_id,
        "to_unit_id": to.unit_id,
        "task": task,
        "papers": list(_papers(facts, given)),
        "digests": sorted(_digests(facts, given)),
        "offered_at": instant_text(at),
        "offered_by": by,
    }
    if given.limit is not None:
        told |= {
            "limit_unit": str(given.limit.unit),
            "limit_value": format(given.limit.value.normalize(), "f"),
        }
    return DossierOffered(
        stage=str(stage),
        offer={name: value for name, value in told.items() if value not in (None, "", [])},
        to_place=to.name,
        task=task,
        changes={"offered_agency_id": to.agency_id, "offered_unit_id": to.unit_id},
    )


def _demand_home(facts: DossierFacts, stage: Stage, to_agency_id: int) -> None:
    """It may have ended after it was offered. Refusals: OnlyHome."""
    goes_home = facts.held is not None and to_agency_id == facts.competent_agency_id
    if stage in GIVEN_BACK_AT and not goes_home:
        raise OnlyHome(field="place")


def _demand_time(limit: Limit | None) -> None:
    if limit is not None and limit.unit is not Unit.SAME_DAY and limit.value <= 0:
        raise TaskTimeFaulty(field="limit_value")


def _papers(facts: DossierFacts, given: inputs.Offer) -> tuple[int, ...]:
    everything = range(facts.paper_count)
    if given.papers is None:
        return tuple(everything)
    if not set(given.papers) <= set(everything):
        raise ListedUnknown(field="papers")
    return tuple(sorted(set(given.papers)))


def _digests(facts: DossierFacts, given: inputs.Offer) -> frozenset[str]:
    if given.digests is None:
        return facts.file_digests
    if not set(given.digests) <= facts.file_digests:
        raise ListedUnknown(field="digests")
    return frozenset(given.digests)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answering:
    """Who answers an offer, and until when the task is to be done if he accepts."""

    by: str
    holding_id: int | None
    place: str
    hold_due_at: datetime | None = None


def accept(
    facts: DossierFacts, given: inputs.AcceptOffer, who: Answering, *, at: datetime
) -> OfferAccepted:
    """It changes hands. Refusals: ActNotAllowed, NoOpenOffer, OnlyHome, PapersUnconfirmed."""
    stage = facts.next(Act.ACCEPT_OFFER)
    waiting = facts.open_offer
    if waiting is None:
        raise NoOpenOffer
    if not given.was_done_elsewhere:
        _demand_home(facts, stage, waiting.to_agency_id)
    if waiting.has_papers and not given.received_all:
        raise PapersUnconfirmed(field="received_all")
    changes: dict[str, Any] = {"offered_agency_id": None, "offered_unit_id": None}
    if waiting.to_agency_id != facts.competent_agency_id:
        changes |= {
            "held_agency_id": waiting.to_agency_id,
            "held_unit_id": waiting.to_unit_id,
            "held_assignee_id": who.holding_id,
        }
    else:
        changes |= {"held_agency_id": None, "held_unit_id": None, "held_assignee_id": None}
        if waiting.to_unit_id not in (None, facts.unit_id):
            changes |= {"unit_id": waiting.to_unit_id, "assignee_id": who.holding_id}
    answer = _answer(waiting.seq, OfferAnswer.ACCEPTED, who.by, at)
    if who.hold_due_at is not None:
        answer["hold_due_at"] = instant_text(who.hold_due_at)
    return OfferAccepted(stage=str(stage), answer=answer, to_place=who.place, changes=changes)


def refuse(
    facts: DossierFacts, given: inputs.WithReason, who: Answering, *, at: datetime
) -> OfferRefused:
    """It stays where it was. Refusals: ActNotAllowed, NoOpenOffer, ReasonMissing."""
    stage = facts.next(Act.REFUSE_OFFER)
    if facts.open_offer is None:
        raise NoOpenOffer
    why = reason(given.reason)
    answer = _answer(facts.open_offer.seq, OfferAnswer.REFUSED, who.by, at)
    return OfferRefused(
        stage=str(stage),
        answer={**answer, "reason": why},
        to_place=who.place,
        reason=why,
        changes={"offered_agency_id": None, "offered_unit_id": None},
    )


def take_back(
    facts: DossierFacts, given: inputs.WithReason, who: Answering, *, at: datetime
) -> OfferTakenBack:
    """The sender changes his mind in time. Refusals: ActNotAllowed, NoOpenOffer, ReasonMissing."""
    stage = facts.next(Act.TAKE_BACK_OFFER)
    if facts.open_offer is None:
        raise NoOpenOffer
    why = reason(given.reason)
    answer = _answer(facts.open_offer.seq, OfferAnswer.TAKEN_BACK, who.by, at)
    return OfferTakenBack(
        stage=str(stage),
        answer={**answer, "reason": why},
        to_place=who.place,
        reason=why,
        changes={"offered_agency_id": None, "offered_unit_id": None},
    )


def _answer(seq: int, answer: OfferAnswer, by: str, at: datetime) -> dict[str, Any]:
    told = {"seq": seq, "answer": str(answer), "answered_at": instant_text(at), "answered_by": by}
    return {name: value for name, value in told.items() if value}


def refuse_take_over(
    facts: DossierFacts, given: inputs.WithReason, *, place: str
) -> TakeOverRefused:
    """Not ours, and why. Refusals: ActNotAllowed, TurnedBackAlready, ReasonMissing."""
    stage = facts.next(Act.REFUSE_TAKE_OVER)
    if facts.is_turned_back:
        raise TurnedBackAlready
    return TakeOverRefused(
        stage=str(stage),
        place=place,
        reason=reason(given.reason),
        changes={"is_turned_back": True},
    )


def redirect(
    facts: DossierFacts, given: inputs.Redirect, *, from_place: str, to: To, clock: ClockInputs
) -> DossierRedirected:
    """On its way to another agency, or once more to the one that turned it back, whose `clock` is to be started there. Refusals: ActNotAllowed, SameAgency, ReasonMissing."""
    stage = facts.next(Act.REDIRECT)
    if to.agency_id == facts.competent_agency_id and not facts.is_turned_back:
        raise SameAgency(field="agency_id")
    return DossierRedirected(
        stage=str(stage),
        from_place=from_place,
        to_place=to.name,
        reason=reason(given.reason),
        changes={"competent_agency_id": to.agency_id, "is_turned_back": False},
        **timed(Timing(clock=clock, due_at=None, due_soon_at=None, trace=())),
    )
