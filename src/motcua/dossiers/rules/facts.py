"""What the rules of the acts know of a dossier. Each rule answers with the fact that follows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from motcua.dossiers.rules.promise import ClockInputs, Timing, timing
from motcua.dossiers.rules.transitions import next_stage
from motcua.dossiers.vocabulary import Act, Party, Stage
from motcua.kernel.refusal import Refusal
from motcua.worktime.rules.calendar import WorkCalendar
from motcua.worktime.vocabulary import PausePolicy


class ReasonMissing(Refusal):
    """This act needs a reason that can be read later."""

    code = "reason-missing"


class TextTooLong(Refusal):
    code = "text-too-long"


REASON_LENGTH_MAX = 2000


class OfferWaits(Refusal):
    """Its hand-over is offered: that is answered or taken back first."""

    code = "offer-waits"


class HeldElsewhere(Refusal):
    """Another agency has it in hand: it is to come back first."""

    code = "held-elsewhere"


class TurnedBackAlready(Refusal):
    """The agency has said that it is not the one: the receiving desk is to send it on."""

    code = "turned-back-already"


NOT_WHILE_OFFERED = frozenset({Act.FORWARD, Act.OFFER, Act.PROPOSE, Act.DECIDE})
NOT_WHILE_AWAY = frozenset({Act.START, Act.FORWARD, Act.PROPOSE, Act.DECIDE})
"""Acts that need the dossier in hand."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Held:
    """The other agency that has it, with its unit and the position there."""

    agency_id: int
    unit_id: int | None
    holding_id: int | None


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenOffer:
    """A hand-over that waits for its answer."""

    seq: int
    to_agency_id: int
    to_unit_id: int | None
    has_papers: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenRequest:
    """A supplement request that waits: its place among those of the dossier, and its items."""

    seq: int
    before_reception: bool
    items: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class DossierFacts:
    """A dossier as the rules see it. Instants are aware; ids are of rows.

    `was_dated`: a date was promised once; not what never came to the agency that settles it.
    """

    stage: Stage
    is_accepted: bool
    agency_id: int
    competent_agency_id: int
    unit_id: int | None
    assignee_id: int | None
    received_at: datetime
    due_at: datetime | None
    appointment_at: datetime | None
    ended_at: datetime | None
    clock: ClockInputs
    calendar: WorkCalendar
    awaits_companion: bool
    supplement_policy: PausePolicy
    supplement_count: int
    supplement_allowed: bool
    request_count: int
    open_request: OpenRequest | None
    result_count: int
    decision: str
    parties: tuple[Party, ...]
    paper_count: int
    file_digests: frozenset[str]
    held: Held | None = None
    open_offer: OpenOffer | None = None
    is_turned_back: bool = False
    was_dated: bool = True

    def next(self, act: Act) -> Stage:
        """Where the act leads. Refusals: ActNotAllowed, OfferWaits, HeldElsewhere."""
        stage = next_stage(self.stage, act)
        if self.open_offer is not None and act in NOT_WHILE_OFFERED:
            raise OfferWaits
        if self.held is not None and act in NOT_WHILE_AWAY:
            raise HeldElsewhere
        return stage

    def timing(self, clock: ClockInputs) -> dict[str, Any]:
        """What an event says when the clock has become this one."""
        return timed(timing(clock, self.calendar))


def timed(told: Timing) -> dict[str, Any]:
    """What an event says of a date that was worked out anew."""
    return {
        "due_at": told.due_at,
        "due_soon_at": told.due_soon_at,
        "clock": told.clock.to_plain(),
        "trace": tuple(line.to_plain() for line in told.trace),
    }


def reason(text: str, *, at_field: str = "reason") -> str:
    """The cleaned reason. Refusals: ReasonMissing, TextTooLong."""
    cleaned = " ".join(text.split())
    if not cleaned:
        raise ReasonMissing(field=at_field)
    return within(cleaned, at_field=at_field)


def within(text: str, *, at_field: str, length_max: int = REASON_LENGTH_MAX) -> str:
    """The text if it is not too long. Refusals: TextTooLong."""
    if len(text) > length_max:
        raise TextTooLong(field=at_field, length_max=length_max)
    return text
