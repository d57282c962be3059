"""Feedback in JSON: what is sent, what its sender reads, what the staff reads, what is public."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated

from pydantic import Field, WithJsonSchema

from motcua.api.v1.shapes.fields import Day, DayIn, DossierCode, Given, Moment, Told, YesNo
from motcua.feedback import vocabulary as words
from motcua.feedback.queries.listing import Wanted as WantedPart


def _inline(values: Iterable[StrEnum]) -> WithJsonSchema:
    """Told where it stands: dossiers have a `Channel` and an `Act` of their own in the document."""
    return WithJsonSchema({"type": "string", "enum": [str(one) for one in values]})


Kind = Annotated[words.Kind, _inline(words.Kind)]
Channel = Annotated[words.Channel, _inline(words.Channel)]
StaffChannel = Annotated[words.Channel, _inline(words.STAFF_CHANNELS)]
State = Annotated[words.State, _inline(words.State)]
Act = Annotated[words.Act, _inline(words.Act)]
RefusalReason = Annotated[words.RefusalReason, _inline(words.RefusalReason)]
Publication = Annotated[words.Publication, _inline(words.Publication)]
Satisfaction = Annotated[words.Satisfaction, _inline(words.Satisfaction)]
Wanted = Annotated[WantedPart, _inline(WantedPart)]
LINE_MAX, TEXT_MAX = 1000, 12_000
"""The most that any office may allow (`rules.terms.RANGES`): what is too long for this one is refused by its
own rule, in words."""
Line = Annotated[str, Field(max_length=LINE_MAX)]
Text = Annotated[str, Field(max_length=TEXT_MAX)]
Agency = Annotated[
    str,
    Field(
        max_length=40,
        description="Identification code of the agency; may be empty where there is one.",
    ),
]


class SenderIn(Given):
    """Who sends it; left out where it is anonymous."""

    name: Line = ""
    address: Line = ""
    phone: Line = ""
    email: Line = ""


class FeedbackIn(Given):
    """What somebody has to say. The office's own limits hold, as on its page."""

    kind: Kind
    title: Line
    content: Text
    sender: SenderIn = SenderIn()
    anonymous: YesNo = Field(default=False, description="Only for kinds that are taken unnamed.")
    complaint: YesNo = Field(
        default=False, description="A complaint or denunciation is told where to go, not taken."
    )
    dossier_code: Annotated[str, Field(max_length=50)] = ""
    procedure_code: Annotated[str, Field(max_length=40)] = ""


class SendFeedbackIn(FeedbackIn):
    """Sent by anybody."""

    agency: Agency = ""


class EnterFeedbackIn(FeedbackIn):
    """Written down by the staff: a call, a letter, a mail, somebody at the counter."""

    channel: StaffChannel = Field(description="How it came; that of the portal is not the staff's.")
    stamped_on: DayIn | None = Field(None, description="Day of the post stamp of a letter.")


class FeedbackSentOut(Told):
    """It has its number. `secret` is told here only; with `code` it opens the answer."""

    code: str
    number: int
    year: int
    secret: str
    answer_due_at: Moment | None


class FollowIn(Given):
    """Both in the body, so that no log of addresses holds them."""

    code: DossierCode
    secret: Annotated[str, Field(max_length=60)]


class FollowedStep(Told):
    act: Act
    at: Moment
    text: str
    reason: RefusalReason | None


class FollowedOut(Told):
    """Where it stands, for whoever holds code and secret. No officer is named."""

    code: str
    kind: Kind
    title: str
    agency: str
    state: State
    received_at: Moment
    answer_due_at: Moment | None
    answered_at: Moment | None
    is_late: bool
    answer: str
    forwarded_to: str
    steps: list[FollowedStep]


class FeedbackLine(Told):
    """A line of the register."""

    code: str
    agency_id: int
    year: int
    number: int
    kind: Kind
    channel: Channel
    state: State
    title: str
    sender_name: str
    is_anonymous: bool
    received_at: Moment
    due_at: Moment | None
    answer_due_at: Moment | None
    answered_at: Moment | None
    is_late: bool
    publication: Publication
    satisfaction: Satisfaction | None


class FeedbackPage(Told):
    """Some lines, newest first, and the cursor of what follows (empty at the end)."""

    items: list[FeedbackLine]
    next_cursor: str


class FeedbackStep(FollowedStep):
    by: str
    is_late: bool


class SenderOut(Told):
    name: str
    address: str
    phone: str
    email: str


class FeedbackOut(Told):
    """One entry in full. `available_acts`: what this position may do now, on the pages."""

    line: FeedbackLine
    agency: str
    content: str
    sender: SenderOut
    dossier_code: str
    procedure_code: str
    stamped_on: Day | None
    about: str
    unit: str
    handler: str
    offered_to: str
    outside_body: str
    proposal: str
    answer: str
    steps: list[FeedbackStep]
    available_acts: list[Act]
    version: int


class PublishedLine(Told):
    """As published, without names."""

    id: int
    kind: Kind
    title: str
    text: str
    answer: str
    agency: str
    procedure_code: str
    published_at: Moment


class PublishedPage(Told):
    items: list[PublishedLine]
    next_cursor: str
