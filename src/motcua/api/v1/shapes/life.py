"""What hangs on a dossier through its life: who has it, requests, results, hand-overs, files."""

from __future__ import annotations

from pydantic import Field

from motcua.api.v1.shapes.fields import Day, Moment, Told
from motcua.dossiers.vocabulary import Decision, FileKind, OfferAnswer, ReturnMethod


class AssigneeOut(Told):
    """Who has it."""

    holding_id: int
    name: str


class AskedItemOut(Told):
    """One thing that was asked for; its place in the list is what `supplement` names it by."""

    name: str
    what: str
    why: str = ""
    basis: str = ""
    state: str = Field("", description="Empty: still open; `ANSWERED` or `WAIVED`.")


class RequestOut(Told):
    """A request to complete or to supplement."""

    seq: int
    before_reception: bool
    reason: str
    asked_at: Moment
    answered_at: Moment | None
    items: list[AskedItemOut]


class ResultTold(Told):
    """A decision and, once issued, its document. `replaces_seq`: the one that it corrects."""

    seq: int
    replaces_seq: int | None = None
    decision: Decision
    grounds: str = ""
    decided_at: Moment
    decided_by: str = ""
    decided_by_title: str = ""
    document_number: str = ""
    document_date: Day | None = None
    subject: str = ""
    signed_by: str = ""
    issued_at: Moment | None = None
    correction_reason: str = ""
    digests: list[str] = Field(default_factory=list[str])


class HandOverOut(Told):
    """Who got the result, and how."""

    seq: int
    result_seq: int
    method: ReturnMethod
    recipient_name: str = ""
    recipient_number: str = ""
    authority: str = ""
    tracking_number: str = ""
    note: str = ""
    returned_at: Moment


class OfferOut(Told):
    """A hand-over that was offered, with its answer. `papers` are places in `papers` of the dossier,
    `digests` name its files. `hold_due_at`: until when the task is to be done, once it is accepted."""

    seq: int
    from_place: str
    to_place: str
    task: str
    papers: list[int] = Field(default_factory=list[int])
    digests: list[str] = Field(default_factory=list[str])
    offered_at: Moment
    offered_by: str = ""
    answer: OfferAnswer | None = Field(None, description="Null while it waits.")
    answered_at: Moment | None = None
    answered_by: str = ""
    reason: str = ""
    hold_due_at: Moment | None = None


class FileOut(Told):
    """A file of the dossier. `digest` is its SHA-256; `link` answers its bytes."""

    position: int
    name: str
    kind: FileKind
    media_type: str
    size: int
    digest: str
    paper_position: int | None = None
    added_at: Moment
    added_by: str = ""
    link: str


class FileList(Told):
    """The files of a dossier, in the order in which they came."""

    code: str
    items: list[FileOut]


class RegisterLineOut(Told):
    """Its line in the register of the year (Form 07)."""

    year: int
    number: int
