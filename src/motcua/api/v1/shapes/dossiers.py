"""Dossiers as the API tells them."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from pydantic import Field

from motcua.api.v1.shapes.fields import Moment, Told
from motcua.api.v1.shapes.life import (
    AssigneeOut,
    FileOut,
    HandOverOut,
    OfferOut,
    RegisterLineOut,
    RequestOut,
    ResultTold,
)
from motcua.dossiers.queries.tracking import Why
from motcua.dossiers.vocabulary import (
    Decision,
    PartyKind,
    PartyRole,
    ReturnMethod,
    Stage,
    Status,
    Timeliness,
)
from motcua.procedures.vocabulary import AskedAt, Channel, FeeKind
from motcua.worktime.vocabulary import Unit


class StatusOut(Told):
    """Where the dossier stands. `national_code` is the number that other systems use (1 to 10)."""

    code: Status
    national_code: int = Field(ge=1, le=10)
    words: str = Field(examples=["Được tiếp nhận"])


class StageOut(Told):
    """Where exactly it is inside the office, finer than the national state."""

    code: Stage
    words: str = Field(examples=["Chờ ký duyệt"])


class TraceOut(Told):
    """One line of the reason why the date is what it is; the lines add up to it."""

    at: Moment
    code: str = Field(examples=["COUNTED_DAYS"])
    what: str = Field(examples=["Hạn trả kết quả: 17:00 thứ Hai 15/06/2026"])


class LimitCounted(Told):
    """The time limit that was counted."""

    unit: Unit
    value: str = Field(examples=["3"])
    words: str = Field(examples=["3 ngày làm việc"])


class FeeLineOut(Told):
    """One signed amount and why."""

    kind: FeeKind
    name: str
    amount_vnd: int
    what: str = Field(examples=["2 bản × 2.000 đồng"])
    asked_at: AskedAt = Field(description="When it is to be paid.")
    basis: str = Field(description="The text that sets it, where the catalogue names it.")


class FeeTold(Told):
    """What is owed; the lines add up to the total."""

    lines: list[FeeLineOut]
    total_vnd: int
    is_free: bool = Field(description="Nothing is to be paid: no page of paying is to be shown.")


class LinksOut(Told):
    """Where to go on. `track` is the public page, without personal data."""

    self: str
    timeline: str
    slip: str
    files: str
    track: str


class WarningOut(Told):
    """Something taken as it was given that somebody should look at."""

    code: str
    field: str
    detail: str


class ProcedureNamed(Told):
    """Which procedure, in which version and variant."""

    code: str
    version_id: int
    variant_id: int | None


class ReceivedOut(Told):
    """The answer to a reception, word for word the same when the request is repeated."""

    code: str = Field(examples=["H26.45-260610-0001"])
    status: StatusOut
    stage: StageOut
    received_at: Moment
    due_at: Moment | None = Field(
        description="The promised date; null: settled at once, or not promised yet because another "
        "agency settles it (`IN_TRANSIT`) or it is only registered."
    )
    original: Moment | None = Field(description="The date first promised; never changes.")
    limit: LimitCounted | None = Field(description="Null: only registered, nothing is counted.")
    trace: list[TraceOut]
    fee: FeeTold
    procedure: ProcedureNamed
    slip: str = Field(description="Address of the slip (Form 01) as PDF.")
    links: LinksOut
    register_number: int | None = Field(description="Its line in the register of the year.")
    available_acts: list[str]
    warnings: list[WarningOut]


class GroupReceivedOut(Told):
    """Several dossiers received together, the head of the group first."""

    group: str = Field(description="Code of the head.", examples=["H26.45-260610-0001"])
    dossiers: list[ReceivedOut]


class DossierLine(Told):
    """A dossier in a list."""

    code: str
    status: StatusOut
    stage: StageOut
    channel: Channel
    applicant_name: str
    procedure_code: str
    procedure_name: str
    received_at: Moment
    due_at: Moment | None
    due_soon_at: Moment | None = Field(description="From when on the date is near.")
    timeliness: Timeliness | None = Field(description="How it ended against its date.")
    assignee_name: str = Field(description="Empty: nobody's yet.")
    link: str


class DossierPage(Told):
    """Some dossiers, newest first, and the cursor of what follows (empty at the end)."""

    items: list[DossierLine]
    next_cursor: str


class PartyOut(Told):
    """A person or an organization as given on the day of reception."""

    role: PartyRole
    kind: PartyKind
    name: str
    personal_id: str
    old_id: str
    tax_code: str
    birth_date: str
    sex: str
    address: str
    phone: str
    email: str
    authority: str


class PaperOut(Told):
    """A paper handed in. `document_id` is null for one that the catalogue does not ask for."""

    document_id: int | None
    name: str
    originals: int
    copies: int
    present_only: bool
    note: str


class AgencyOut(Told):
    """The agency that received it, as it was called on that day."""

    code: str | None
    name: str


class ByOut(Told):
    """Who acted, in which position."""

    name: str
    title: str


class DeclarationOut(Told):
    """Plain answers to a version of the interactive form."""

    form_version_id: int
    answers: dict[str, Any]


class DossierOut(Told):
    """One dossier in full, as it stands now."""

    code: str
    version: int = Field(description="Counts what has happened to it; its `ETag`.")
    status: StatusOut
    stage: StageOut
    agency: AgencyOut
    competent_agency: AgencyOut = Field(description="The agency that settles it.")
    assignee: AssigneeOut | None
    register_line: RegisterLineOut | None
    procedure: ProcedureNamed
    procedure_name: str
    channel: Channel
    return_method: ReturnMethod
    received_at: Moment
    received_by: ByOut
    due_at: Moment | None = Field(description="Null while the applicant is to act.")
    due_soon_at: Moment | None = Field(description="From when on the date is near.")
    appointment_at: Moment | None = Field(description="The new appointment after an apology.")
    original: Moment | None
    decision: Decision | None
    ended_at: Moment | None
    returned_at: Moment | None
    timeliness: Timeliness | None
    limit: LimitCounted | None = Field(description="Null: only registered, nothing is counted.")
    trace: list[TraceOut]
    applicant: PartyOut
    submitter: PartyOut | None
    representative: PartyOut | None
    helper: PartyOut | None
    papers: list[PaperOut]
    sets: int
    fee: FeeTold
    note: str
    requests: list[RequestOut]
    results: list[ResultTold]
    hand_overs: list[HandOverOut]
    holder: AgencyOut = Field(description="The agency that has it in hand: always one.")
    offers: list[OfferOut] = Field(description="Hand-overs from one agency or unit to another.")
    files: list[FileOut]
    declaration: DeclarationOut | None = Field(description="Null: it came on paper.")
    links: LinksOut
    available_acts: list[str]


class HappenedOut(Told):
    """Something that happened. `occurred_at` is the legal time, `recorded_at` when it was kept."""

    seq: int
    code: str = Field(examples=["dossier.received"])
    what: str = Field(examples=["Tiếp nhận hồ sơ H26.45-260610-0001"])
    occurred_at: Moment
    recorded_at: Moment
    by: ByOut
    digest: str = Field(description="Binds this fact to all before it (SHA-256).")


class TimelineOut(Told):
    """What happened, oldest first."""

    code: str
    items: list[HappenedOut]
    next_cursor: str


class ActOut(Told):
    """Where the dossier stands after the act, and what may be done now."""

    code: str
    version: int = Field(description="Counts what has happened to it; its `ETag`.")
    status: StatusOut
    stage: StageOut
    due_at: Moment | None = Field(description="Null while the applicant is to act.")
    appointment_at: Moment | None
    timeliness: Timeliness | None
    available_acts: list[str]
    links: LinksOut


class Awaited(StrEnum):
    """Whose turn it is, while no date runs."""

    RECEPTION = "RECEPTION"
    APPLICANT = "APPLICANT"
    COMPETENT_AGENCY = "COMPETENT_AGENCY"


class MoveOut(Told):
    """A promised date that became another one."""

    from_at: Moment | None
    why: Why


class TrackOut(Told):
    """What anybody who holds the code may know: stage, date and why, no person and no matter."""

    code: str
    status: StatusOut
    received_at: Moment
    awaits: Awaited | None = Field(description="Whose turn it is, while no date runs.")
    original_due_at: Moment | None = Field(description="The date first promised.")
    due_at: Moment | None
    appointment_at: Moment | None = Field(description="The new appointment after an apology.")
    moves: list[MoveOut]
    trace: list[TraceOut]
