"""Facts about a dossier, in the past tense."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, ClassVar

from motcua.kernel.event import Event


@dataclass(frozen=True, kw_only=True)
class DossierReceived(Event):
    """The dossier was taken in complete, and a date was promised (or none, if settled at once).

    `clock` holds every input of the date (see `rules.promise.ClockInputs`), `trace` the lines that
    add up to it as they stood that day.
    """

    code: ClassVar[str] = "dossier.received"

    dossier_code: str
    agency_id: int
    competent_agency_id: int
    unit_id: int | None
    counter_id: int | None
    procedure_version_id: int
    procedure_code: str
    variant_id: int | None
    channel: str
    return_method: str
    parties: tuple[dict[str, Any], ...]
    papers: tuple[dict[str, Any], ...]
    fees: tuple[dict[str, Any], ...]
    fee_total_vnd: int
    sets: int
    received_at: datetime
    due_at: datetime | None
    clock: dict[str, Any]
    trace: tuple[dict[str, Any], ...]
    due_soon_at: datetime | None = None
    stage: str | None = None
    register_year: int | None = None
    register_number: int | None = None
    group_id: int | None = None
    note: str | None = None
    complete_confirmed: bool = False


@dataclass(frozen=True, kw_only=True)
class DeadlineMoved(Event):
    """The promised date was worked out anew because the office calendar changed."""

    code: ClassVar[str] = "dossier.deadline-moved"

    old_due_at: datetime | None
    due_at: datetime | None
    cause: str
    day_off_id: int
    clock: dict[str, Any]
    trace: tuple[dict[str, Any], ...]
    due_soon_at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class NumberPatternSet(Event):
    """The pattern of dossier codes of an agency (None = all) from a day on."""

    code: ClassVar[str] = "number-pattern.set"

    agency_id: int | None
    pattern: str
    valid_from: date


@dataclass(frozen=True, kw_only=True)
class LifeEvent(Event):
    """A fact of the life of a dossier after it came into the register.

    `stage`: where the dossier is from now on. `changes`: values of its row that become others, by
    their column. `clock`, `trace`, `due_at`, `due_soon_at` are given together when the date was
    worked out anew (`due_at` None then: it is not known while the applicant is to act).
    """

    stage: str
    changes: dict[str, Any] = field(default_factory=dict)
    due_at: datetime | None = None
    due_soon_at: datetime | None = None
    clock: dict[str, Any] | None = None
    trace: tuple[dict[str, Any], ...] | None = None


@dataclass(frozen=True, kw_only=True)
class DossierRegistered(DossierReceived):
    """The dossier came in and has a code; whether it can be received is still to be checked."""

    code: ClassVar[str] = "dossier.registered"


@dataclass(frozen=True, kw_only=True)
class DossierAccepted(LifeEvent):
    """A registered dossier was found complete: received, and its date promised."""

    code: ClassVar[str] = "dossier.accepted"

    received_at: datetime


@dataclass(frozen=True, kw_only=True)
class DossierTakenOver(LifeEvent):
    """The competent agency has the dossier that another received for it: the clock starts."""

    code: ClassVar[str] = "dossier.taken-over"


@dataclass(frozen=True, kw_only=True)
class CompletionAsked(LifeEvent):
    """Before reception: what is missing, item by item (Form 02)."""

    code: ClassVar[str] = "dossier.completion-asked"

    request: dict[str, Any]
    reason: str


@dataclass(frozen=True, kw_only=True)
class ReceptionDeclined(LifeEvent):
    """The office does not receive the dossier, and says why (Form 03)."""

    code: ClassVar[str] = "dossier.reception-refused"

    reason: str


@dataclass(frozen=True, kw_only=True)
class DossierAssigned(LifeEvent):
    """Somebody is to handle it; `reason` tells why it changed hands."""

    code: ClassVar[str] = "dossier.assigned"

    assignee_name: str
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class ProcessingStarted(LifeEvent):
    code: ClassVar[str] = "dossier.processing-started"


@dataclass(frozen=True, kw_only=True)
class DossierForwarded(LifeEvent):
    """Another unit of the agency is to handle it."""

    code: ClassVar[str] = "dossier.forwarded"

    unit_name: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class DossierHandedOver(LifeEvent):
    """Another agency or unit took over from the one that has ended, and the dossier with it."""

    code: ClassVar[str] = "dossier.handed-over"

    from_place: str
    to_place: str


@dataclass(frozen=True, kw_only=True)
class DecisionProposed(LifeEvent):
    """The handling officer lays a draft decision before the competent person."""

    code: ClassVar[str] = "dossier.decision-proposed"

    decision: str
    opinion: str


@dataclass(frozen=True, kw_only=True)
class ProposalSentBack(LifeEvent):
    code: ClassVar[str] = "dossier.proposal-sent-back"

    reason: str


@dataclass(frozen=True, kw_only=True)
class SupplementRequested(LifeEvent):
    """One full request, item by item (Form 02); the clock waits as the procedure says."""

    code: ClassVar[str] = "dossier.supplement-requested"

    request: dict[str, Any]
    reason: str
    working_days_since: int


@dataclass(frozen=True, kw_only=True)
class SupplementAllowed(LifeEvent):
    """A superior gives leave to ask once more."""

    code: ClassVar[str] = "dossier.supplement-allowed"

    reason: str


@dataclass(frozen=True, kw_only=True)
class DossierSupplemented(LifeEvent):
    """Papers came in for a request: `answered` and `waived` are places of its items."""

    code: ClassVar[str] = "dossier.supplemented"

    request_seq: int
    answered: tuple[int, ...]
    waived: tuple[int, ...]
    is_complete: bool
    answered_at: datetime
    papers: tuple[dict[str, Any], ...] = ()
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class ProcessingSuspended(LifeEvent):
    """The applicant has a financial duty to meet; the clock waits."""

    code: ClassVar[str] = "dossier.processing-suspended"

    reason: str


@dataclass(frozen=True, kw_only=True)
class ProcessingResumed(LifeEvent):
    code: ClassVar[str] = "dossier.processing-resumed"

    note: str = ""


@dataclass(frozen=True, kw_only=True)
class TimeLimitExtended(LifeEvent):
    """An apology before the date, and a later date, once (Form 04)."""

    code: ClassVar[str] = "dossier.time-limit-extended"

    old_due_at: datetime
    reason: str


@dataclass(frozen=True, kw_only=True)
class ApologyMade(LifeEvent):
    """The date is over or too near: an apology and a new appointment. The date itself stays."""

    code: ClassVar[str] = "dossier.apology-made"

    appointment_at: datetime
    reason: str


@dataclass(frozen=True, kw_only=True)
class DossierWithdrawn(LifeEvent):
    code: ClassVar[str] = "dossier.withdrawn"

    reason: str
    asked_by: str


@dataclass(frozen=True, kw_only=True)
class ProcessingTerminated(LifeEvent):
    """The office stops without a result (Form 05)."""

    code: ClassVar[str] = "dossier.processing-terminated"

    ground: str
    reason: str
    papers_given_back: bool
    fee_refund_vnd: int = 0


@dataclass(frozen=True, kw_only=True)
class DecisionMade(LifeEvent):
    """Granted, or declined with grounds. `result`: what is to be issued."""

    code: ClassVar[str] = "dossier.decided"

    decision: str
    grounds: str
    result: dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class ResultIssued(LifeEvent):
    """The result has its number and date: the dossier is settled."""

    code: ClassVar[str] = "dossier.result-issued"

    result: dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class ResultReturned(LifeEvent):
    """Somebody entitled has the result."""

    code: ClassVar[str] = "dossier.result-returned"

    handed_over: dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class ResultCorrected(LifeEvent):
    """A wrong result is replaced by a new one linked to it; both stay."""

    code: ClassVar[str] = "dossier.result-corrected"

    result: dict[str, Any]
    reason: str


@dataclass(frozen=True, kw_only=True)
class DossierReopened(LifeEvent):
    """A legal ground makes the office take the dossier up again."""

    code: ClassVar[str] = "dossier.reopened"

    ground: str
    reason: str
    reopened_at: datetime


@dataclass(frozen=True, kw_only=True)
class ParticularsAmended(LifeEvent):
    """What was typed of the people is put right."""

    code: ClassVar[str] = "dossier.particulars-amended"

    parties: tuple[dict[str, Any], ...]
    reason: str


@dataclass(frozen=True, kw_only=True)
class NoteAdded(LifeEvent):
    """A message inside the office; citizens never see it."""

    code: ClassVar[str] = "dossier.noted"

    text: str


@dataclass(frozen=True, kw_only=True)
class FileAttached(LifeEvent):
    code: ClassVar[str] = "dossier.file-attached"

    file: dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class FileRemoved(LifeEvent):
    """The file is no longer part of the dossier; its bytes stay where they are."""

    code: ClassVar[str] = "dossier.file-removed"

    position: int
    name: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class RegisterClosed(Event):
    """The register of a year takes no more lines; `digest` is over all it had then."""

    code: ClassVar[str] = "register.closed"

    agency_id: int
    year: int
    entries: int
    digest: str
