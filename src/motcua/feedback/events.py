"""Facts about feedback, in the past tense. Texts and names are told by their salted digest: what a
person has written is not kept in a chain that can never forget."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, ClassVar

from motcua.feedback.vocabulary import Act
from motcua.kernel.event import Event


@dataclass(frozen=True, kw_only=True)
class PetitionEvent(Event):
    """A step in the life of one: the state it leads to, what changes, the digest of what was said.

    `changes` are the columns that change, texts as digests. `is_late`: after the day of its duty.
    """

    state: str
    changes: dict[str, Any] = field(default_factory=dict)
    text_digest: str = ""
    reason: str = ""
    due_at: datetime | None = None
    is_late: bool = False
    files: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class PetitionSent(PetitionEvent):
    """It came in and has its number in the register of the year."""

    code: ClassVar[str] = "petition.sent"

    agency_id: int
    year: int
    number: int


@dataclass(frozen=True, kw_only=True)
class PetitionRegistered(PetitionEvent):
    """It was looked at and taken: of which kind it is, who handles it."""

    code: ClassVar[str] = "petition.registered"


@dataclass(frozen=True, kw_only=True)
class PetitionRefused(PetitionEvent):
    """It was not taken, for a reason of the law."""

    code: ClassVar[str] = "petition.refused"


@dataclass(frozen=True, kw_only=True)
class ClarityAsked(PetitionEvent):
    """The sender was asked to make something clear; the time to answer stands still."""

    code: ClassVar[str] = "petition.clarity-asked"


@dataclass(frozen=True, kw_only=True)
class PetitionClarified(PetitionEvent):
    """The sender made it clear."""

    code: ClassVar[str] = "petition.clarified"


@dataclass(frozen=True, kw_only=True)
class PetitionRouted(PetitionEvent):
    """A unit or an officer was given it."""

    code: ClassVar[str] = "petition.routed"


@dataclass(frozen=True, kw_only=True)
class PetitionOffered(PetitionEvent):
    """Another agency was asked to take it."""

    code: ClassVar[str] = "petition.offered"


@dataclass(frozen=True, kw_only=True)
class PetitionOfferAccepted(PetitionEvent):
    """The other agency took it, under a number of its own."""

    code: ClassVar[str] = "petition.offer-accepted"


@dataclass(frozen=True, kw_only=True)
class PetitionOfferRefused(PetitionEvent):
    """The other agency did not take it."""

    code: ClassVar[str] = "petition.offer-refused"


@dataclass(frozen=True, kw_only=True)
class PetitionOfferTakenBack(PetitionEvent):
    """The offer was taken back before it was answered."""

    code: ClassVar[str] = "petition.offer-taken-back"


@dataclass(frozen=True, kw_only=True)
class PetitionForwarded(PetitionEvent):
    """It was sent on paper to a body that works elsewhere."""

    code: ClassVar[str] = "petition.forwarded"


@dataclass(frozen=True, kw_only=True)
class AnswerProposed(PetitionEvent):
    """An answer was laid before the leader."""

    code: ClassVar[str] = "petition.answer-proposed"


@dataclass(frozen=True, kw_only=True)
class AnswerSentBack(PetitionEvent):
    """The leader gave the proposal back."""

    code: ClassVar[str] = "petition.answer-sent-back"


@dataclass(frozen=True, kw_only=True)
class PetitionAnswered(PetitionEvent):
    """The leader approved the answer; the sender can read it."""

    code: ClassVar[str] = "petition.answered"


@dataclass(frozen=True, kw_only=True)
class PetitionPublished(PetitionEvent):
    """Everybody can read it, without names."""

    code: ClassVar[str] = "petition.published"


@dataclass(frozen=True, kw_only=True)
class PublicationWithheld(PetitionEvent):
    """It is not published, for a reason."""

    code: ClassVar[str] = "petition.publication-withheld"


@dataclass(frozen=True, kw_only=True)
class PublicationWithdrawn(PetitionEvent):
    """It was published and is no more."""

    code: ClassVar[str] = "petition.publication-withdrawn"


@dataclass(frozen=True, kw_only=True)
class AnswerRated(PetitionEvent):
    """The sender said whether the handling was satisfying."""

    code: ClassVar[str] = "petition.rated"


@dataclass(frozen=True, kw_only=True)
class PetitionClosed(PetitionEvent):
    """Nothing more is to be done."""

    code: ClassVar[str] = "petition.closed"


@dataclass(frozen=True, kw_only=True)
class PetitionReopened(PetitionEvent):
    """It is taken up again."""

    code: ClassVar[str] = "petition.reopened"


@dataclass(frozen=True, kw_only=True)
class FeedbackTermsSet(Event):
    """What holds for feedback was set for an agency (None = everywhere) from a day on."""

    code: ClassVar[str] = "petition-terms.set"

    agency_id: int | None
    valid_from: date
    terms: dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class FeedbackFiguresClosed(Event):
    """The figures of a period are frozen, word for word, under a digest."""

    code: ClassVar[str] = "petition-figures.closed"

    agency_id: int
    from_day: date
    to_day: date
    petitions: int
    digest: str


EVENT_OF: dict[Act, type[PetitionEvent]] = {
    Act.SEND: PetitionSent,
    Act.REGISTER: PetitionRegistered,
    Act.REFUSE: PetitionRefused,
    Act.ASK_CLARITY: ClarityAsked,
    Act.CLARIFY: PetitionClarified,
    Act.ROUTE: PetitionRouted,
    Act.OFFER: PetitionOffered,
    Act.ACCEPT_OFFER: PetitionOfferAccepted,
    Act.REFUSE_OFFER: PetitionOfferRefused,
    Act.TAKE_BACK_OFFER: PetitionOfferTakenBack,
    Act.FORWARD_OUTSIDE: PetitionForwarded,
    Act.PROPOSE: AnswerProposed,
    Act.SEND_BACK: AnswerSentBack,
    Act.ANSWER: PetitionAnswered,
    Act.PUBLISH: PetitionPublished,
    Act.WITHHOLD: PublicationWithheld,
    Act.WITHDRAW: PublicationWithdrawn,
    Act.RATE: AnswerRated,
    Act.CLOSE: PetitionClosed,
    Act.REOPEN: PetitionReopened,
}
