"""Facts of handling: who has it, what it waits for, its date extended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from motcua.dossiers.events.life import LifeEvent


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
    """Papers came in for a request: `answered` and `waived` are places of its items. `fees`: what is owed
    from now on, where what came changes it."""

    code: ClassVar[str] = "dossier.supplemented"

    request_seq: int
    answered: tuple[int, ...]
    waived: tuple[int, ...]
    is_complete: bool
    answered_at: datetime
    papers: tuple[dict[str, Any], ...] = ()
    note: str = ""
    declaration: dict[str, Any] | None = None
    files: tuple[dict[str, Any], ...] | None = None
    fees: tuple[dict[str, Any], ...] | None = None
    old_total_vnd: int | None = None


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
