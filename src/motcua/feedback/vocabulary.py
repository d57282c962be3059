"""Words of feedback: kinds, channels, states, acts, duties, and what is typed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

SUBJECT = "petition"
"""What facts about one are about."""


class Kind(StrEnum):
    """Conduct of officers or content of regulations (NĐ 20/2008 Art. 1, 3); a question is their sibling."""

    CONDUCT = "CONDUCT"
    REGULATION = "REGULATION"
    QUESTION = "QUESTION"


class Channel(StrEnum):
    """How it came (NĐ 20/2008 Art. 6)."""

    PORTAL = "PORTAL"
    COUNTER = "COUNTER"
    LETTER = "LETTER"
    PHONE_NOTE = "PHONE_NOTE"
    EMAIL = "EMAIL"


STAFF_CHANNELS = tuple(one for one in Channel if one is not Channel.PORTAL)


class State(StrEnum):
    """Where it stands."""

    SENT = "SENT"
    REGISTERED = "REGISTERED"
    CLARIFYING = "CLARIFYING"
    HANDLING = "HANDLING"
    PROPOSED = "PROPOSED"
    OFFERED = "OFFERED"
    ANSWERED = "ANSWERED"
    CLOSED = "CLOSED"
    REFUSED = "REFUSED"
    FORWARDED = "FORWARDED"


OPEN_STATES = frozenset(
    {
        State.SENT,
        State.REGISTERED,
        State.CLARIFYING,
        State.HANDLING,
        State.PROPOSED,
        State.OFFERED,
    }
)
"""Somebody still owes the next step."""


class Act(StrEnum):
    """What can be done, in the order of a life."""

    SEND = "SEND"
    REGISTER = "REGISTER"
    REFUSE = "REFUSE"
    ASK_CLARITY = "ASK_CLARITY"
    CLARIFY = "CLARIFY"
    ROUTE = "ROUTE"
    OFFER = "OFFER"
    ACCEPT_OFFER = "ACCEPT_OFFER"
    REFUSE_OFFER = "REFUSE_OFFER"
    TAKE_BACK_OFFER = "TAKE_BACK_OFFER"
    FORWARD_OUTSIDE = "FORWARD_OUTSIDE"
    PROPOSE = "PROPOSE"
    SEND_BACK = "SEND_BACK"
    ANSWER = "ANSWER"
    PUBLISH = "PUBLISH"
    WITHHOLD = "WITHHOLD"
    WITHDRAW = "WITHDRAW"
    RATE = "RATE"
    CLOSE = "CLOSE"
    REOPEN = "REOPEN"


class Duty(StrEnum):
    """What the law gives a number of working days for (law.md 7.1, 9)."""

    CLASSIFY = "CLASSIFY"
    CLARITY = "CLARITY"
    FORWARD = "FORWARD"
    ANSWER = "ANSWER"
    PUBLISH = "PUBLISH"


class RefusalReason(StrEnum):
    """Why something is not taken as feedback (NĐ 20/2008 Art. 1, 7, 9)."""

    COMPLAINT = "COMPLAINT"
    NOT_WHOLE = "NOT_WHOLE"
    NOT_ADMINISTRATIVE = "NOT_ADMINISTRATIVE"
    ANSWERED_BEFORE = "ANSWERED_BEFORE"
    AGAINST_LAW = "AGAINST_LAW"


class Publication(StrEnum):
    """Whether the answer is read by everybody."""

    NONE = "NONE"
    PUBLISHED = "PUBLISHED"
    WITHHELD = "WITHHELD"
    WITHDRAWN = "WITHDRAWN"


class Checker(StrEnum):
    """Who may publish an answer, of those who have the right."""

    ANYBODY = "ANYBODY"
    ANOTHER = "ANOTHER"
    LEADER = "LEADER"


class Satisfaction(StrEnum):
    """What the sender says of the handling (QĐ 766/QĐ-TTg, 5.2)."""

    SATISFIED = "SATISFIED"
    PARTLY = "PARTLY"
    NOT_SATISFIED = "NOT_SATISFIED"


@dataclass(frozen=True, slots=True, kw_only=True)
class SenderIn:
    """Who sends it. All empty where it is anonymous."""

    name: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileIn:
    """A file that is kept already (`documents`): its digest, name and size."""

    digest: str
    name: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PetitionIn:
    """All that is told to send or to enter one.

    `is_complaint` is the answer to the plain question whether it is a complaint or a denunciation.
    `about_holding_id`, `about_unit_id`: whom it is about, where the staff knows.
    `stamped_on`: the day of the post stamp of a letter.
    """

    agency_id: int
    kind: Kind
    channel: Channel
    title: str
    content: str
    sender: SenderIn
    is_anonymous: bool = False
    is_complaint: bool = False
    dossier_code: str = ""
    procedure_code: str = ""
    about_unit_id: int | None = None
    about_holding_id: int | None = None
    files: tuple[FileIn, ...] = ()
    stamped_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActIn:
    """What an act is given; each act reads its own fields.

    `text`: the question, answer, note or reason in words. `published_…`: what everybody will read.
    `version`: the last step seen, None where nobody looked.
    """

    text: str = ""
    reason: str = ""
    kind: Kind | None = None
    unit_id: int | None = None
    holding_id: int | None = None
    about_unit_id: int | None = None
    about_holding_id: int | None = None
    agency_id: int | None = None
    body: str = ""
    published_title: str = ""
    published_text: str = ""
    published_answer: str = ""
    reveals_confirmed: bool = False
    satisfaction: Satisfaction | None = None
    version: int | None = None
