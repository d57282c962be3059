"""Facts of coming in: registered, received, taken over, or not received; and its date moved."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from motcua.dossiers.events.life import LifeEvent
from motcua.kernel.event import Event


@dataclass(frozen=True, kw_only=True)
class DossierReceived(Event):
    """The dossier was taken in complete, and a date was promised (or none, if settled at once).

    `clock` holds every input of the date (see `rules.promise.ClockInputs`), `trace` the lines that
    add up to it as they stood that day. `citizen`: the account that sent it, if it came by web.
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
    awaits_companion: bool | None = None
    expected_at: datetime | None = None
    note: str | None = None
    complete_confirmed: bool = False
    declaration: dict[str, Any] | None = None
    citizen: dict[str, Any] | None = None
    files: tuple[dict[str, Any], ...] | None = None
    claims: tuple[dict[str, Any], ...] | None = None


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
class DossierRegistered(DossierReceived):
    """The dossier came in and has a code; whether it can be received is still to be checked."""

    code: ClassVar[str] = "dossier.registered"


@dataclass(frozen=True, kw_only=True)
class DossierAccepted(LifeEvent):
    """A registered dossier was found complete: received, and its date promised.

    `expected_at`: when one without a date yet can be expected, as part of its group.
    """

    code: ClassVar[str] = "dossier.accepted"

    received_at: datetime
    expected_at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class DossierReleased(LifeEvent):
    """It waits for no other dossier any more: what it waited for has come (`results`: code, number and
    subject of each), or somebody said why it goes on without."""

    code: ClassVar[str] = "dossier.released"

    results: tuple[dict[str, Any], ...] = ()
    reason: str | None = None


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
