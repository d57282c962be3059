"""Facts about a dossier, in the past tense."""

from __future__ import annotations

from dataclasses import dataclass
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


@dataclass(frozen=True, kw_only=True)
class NumberPatternSet(Event):
    """The pattern of dossier codes of an agency (None = all) from a day on."""

    code: ClassVar[str] = "number-pattern.set"

    agency_id: int | None
    pattern: str
    valid_from: date
