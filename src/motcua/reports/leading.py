"""What the leader's page shows: what is late, what will be, where it is stuck. Plain rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from motcua.dossiers.vocabulary import Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class Burden:
    """Open dossiers of one unit or one officer (`holding_id`; None = nobody has them yet).

    `oldest_due_on`: the day after whose end the latest of them is overdue; None where none is late.
    """

    unit_id: int | None
    unit_name: str
    holding_id: int | None = None
    name: str = ""
    open: int
    overdue: int
    oldest_due_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LateDossier:
    """One that is late now."""

    code: str
    procedure_name: str
    owner_name: str
    unit_name: str
    officer_name: str
    stage: Stage
    due_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class DueAhead:
    """How many in-time dossiers have their date within so many working days; `until` is the last of them."""

    working_days: int
    until: date
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StuckAt:
    """Dossiers that stand at a stage in a unit; `oldest` is the code of the one received first."""

    stage: Stage
    unit_id: int | None
    unit_name: str
    open: int
    overdue: int
    oldest: str
    oldest_received_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Duration:
    """Calendar days from reception to end of what a procedure settled: the middle, and nine in ten."""

    procedure_code: str
    procedure_name: str
    settled: int
    median_days: int
    days_of_nine_in_ten: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthTold:
    """One calendar month; `on_time_percent` is None where nothing was settled."""

    month: date
    received: int
    online: int
    settled: int
    overdue: int
    on_time_percent: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadersView:
    """Everything on the page, the worst first: every unit, officer and stage, but of late dossiers only
    the latest (`overdue` says how many there are)."""

    agency_name: str
    unit_name: str
    open: int
    overdue: int
    units: tuple[Burden, ...]
    officers: tuple[Burden, ...]
    late: tuple[LateDossier, ...]
    ahead: tuple[DueAhead, ...]
    stuck: tuple[StuckAt, ...]
    months: tuple[MonthTold, ...]
