"""What each act of the life cycle is given, field by field; one shape for all doors that take JSON."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from motcua.api.v1.shapes.fields import (
    AmountVnd,
    CountOrNone,
    DayIn,
    Digest,
    Given,
    Line,
    Long,
    Name,
    Number,
    Place,
    Reason,
    RowId,
    Token,
    YesNo,
)
from motcua.api.v1.shapes.reception import LimitIn, PartyIn
from motcua.dossiers.rules.intake import PAPERS_MAX
from motcua.dossiers.rules.supplement import ITEMS_MAX, TEXT_MAX
from motcua.dossiers.vocabulary import Decision, FileKind, ReturnMethod, TerminationGround

DIGESTS_MAX = 50
AskedText = Annotated[str, Field(max_length=TEXT_MAX)]


class NothingIn(Given):
    """This act needs nothing to be said."""


class AcceptIn(Given):
    """Receive what was registered: it is complete, or what lacks is not needed here."""

    complete_confirmed: YesNo = Field(
        default=False, description="Somebody has looked: what is not handed in is not needed here."
    )
    limit: LimitIn | None = Field(None, description="Where the catalogue states none.")


class AskedItemIn(Given):
    """One thing to complete: which paper, what is to be done with it, why, on what basis."""

    name: AskedText = Field(min_length=1, examples=["Tờ khai"])
    what: AskedText = Field(min_length=1, examples=["Ký tên vào tờ khai"])
    why: AskedText = ""
    basis: AskedText = ""
    document_id: RowId | None = Field(None, description="`id` of a paper that the procedure asks.")
    field: Annotated[str, Field(max_length=80)] = Field(
        "", description="Key of an item of the declaration that is to be answered anew."
    )


class AskIn(Given):
    """Everything that lacks, at once, with the reason."""

    items: Annotated[list[AskedItemIn], Field(min_length=1, max_length=ITEMS_MAX)]
    reason: Reason


class ReasonIn(Given):
    """Nothing but a reason."""

    reason: Reason


class AssignIn(Given):
    """Who is to handle it. A change of hands needs a reason."""

    holding_id: RowId = Field(description="The position held: `holding_id` of `GET /officers`.")
    reason: Reason = ""


class ForwardIn(Given):
    """Another unit of the agency."""

    unit_id: RowId = Field(description="`units[].id` of `GET /officers`.")
    reason: Reason


class OfferIn(Given):
    """Hand it over: to whom, for what, with which papers and files."""

    agency_id: RowId | None = Field(None, description="Left out: an own unit.")
    unit_id: RowId | None = Field(None, description="Left out: whoever receives for the agency.")
    task: Reason
    papers: Annotated[list[Place], Field(max_length=PAPERS_MAX)] | None = Field(
        None, description="Places in `papers`, from 0. Left out: all."
    )
    digests: Annotated[list[Digest], Field(max_length=DIGESTS_MAX)] | None = Field(
        None, description="Files by digest. Left out: all."
    )
    limit: LimitIn | None = Field(None, description="For the task, counted from acceptance.")


class AcceptOfferIn(Given):
    """Take it: every paper of the list is there."""

    received_all: YesNo = False


class RedirectIn(Given):
    """The agency that is competent after all."""

    agency_id: RowId
    reason: Reason


class ProposeIn(Given):
    """What the handling officer thinks should be decided."""

    decision: Decision
    opinion: Reason = Field("", description="Needed to propose a refusal.")


class PaperBrought(Given):
    """A paper that came in for a request."""

    name: Long = Field(min_length=1)
    document_id: RowId | None = None
    originals: CountOrNone = 1
    copies: CountOrNone = 0
    present_only: YesNo = False
    note: Line = ""


class SupplementIn(Given):
    """Which items of the open request are answered, which are waived (with a `note` why): their
    places in `requests[].items`, from 0."""

    answered: Annotated[list[Place], Field(max_length=ITEMS_MAX)] = Field(default_factory=list[int])
    waived: Annotated[list[Place], Field(max_length=ITEMS_MAX)] = Field(default_factory=list[int])
    papers: Annotated[list[PaperBrought], Field(max_length=PAPERS_MAX)] = Field(
        default_factory=list[PaperBrought]
    )
    answers: dict[str, Any] | None = Field(
        None, description="Answers of the declaration: only what was asked for is taken."
    )
    note: Reason = ""


class ResumeIn(Given):
    """Go on; the duty is met."""

    note: Reason = ""


class ExtendIn(Given):
    """A later day, at whose close of office the result is promised."""

    to_day: DayIn
    reason: Reason


class WithdrawIn(Given):
    """`asked_by`: who asked for it; left out: the owner."""

    reason: Reason
    asked_by: Name = ""


class TerminateIn(Given):
    """Why the office stops without a result."""

    ground: TerminationGround
    reason: Reason
    papers_given_back: YesNo = False
    fee_refund_vnd: AmountVnd = 0


class DecideIn(Given):
    """The result asked for, or a reasoned refusal."""

    decision: Decision
    grounds: Reason = Field("", description="Needed to decline.")


class IssueResultIn(Given):
    """Number, date and subject of the result."""

    document_number: Annotated[Line, Field(max_length=80)] = ""
    document_date: DayIn | None = None
    subject: Long = ""
    signed_by: Name = ""
    digests: Annotated[list[Digest], Field(max_length=DIGESTS_MAX)] = Field(
        default_factory=list[str], description="Files attached to this dossier."
    )


class CorrectResultIn(IssueResultIn):
    """The new result and why the former was wrong."""

    reason: Reason


class ReturnResultIn(Given):
    """Who got it and how. `authority` is needed when it is not the owner."""

    method: ReturnMethod = ReturnMethod.DESK
    recipient_name: Name
    recipient_number: Annotated[Number, Field(max_length=20)] = ""
    authority: Line = ""
    tracking_number: Annotated[Line, Field(max_length=80)] = ""
    note: Line = ""


class ReopenIn(Given):
    """`ground`: the paper that orders or allows it (judgment, decision on a complaint…)."""

    ground: Reason
    reason: Reason


class AmendIn(Given):
    """All the people of the dossier as they should have been typed; who is left out is gone."""

    applicant: PartyIn
    submitter: PartyIn | None = None
    representative: PartyIn | None = None
    helper: PartyIn | None = None
    answers: dict[str, Any] | None = Field(
        None, description="Answers of the declaration as they should be; null = as they are."
    )
    reason: Reason


class NoteIn(Given):
    """A message to colleagues; citizens never see it."""

    text: Reason


class AttachIn(Given):
    """A file of one's own upload (`POST /files`) that becomes part of the dossier."""

    upload: Token = Field(description="`token` of the upload.")
    name: Name = Field("", description="Left out: as it was uploaded.")
    kind: FileKind = FileKind.PAPER
    paper_position: Place | None = Field(
        None, description="Place of the paper (from 0) that it is a scan of."
    )


class RemoveFileIn(Given):
    """Why the file leaves the dossier; its bytes and the trace of it stay."""

    reason: Reason
