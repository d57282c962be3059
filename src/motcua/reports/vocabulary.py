"""Words of reports: what is asked, and what a report is once it is made. Plain values only.

A `Report` holds nothing of one database: rows are named by keys made of codes, so that a closed
report is the same text wherever it is kept.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from datetime import date, datetime
from enum import StrEnum

from motcua.kernel.rates import percent


class ReportName(StrEnum):
    """The reports there are, as they are called in addresses and commands."""

    II06A = "ii06a"
    ON_TIME = "on-time"
    ONLINE_SHARE = "online-share"
    OFFICERS = "officers"


class ReportFormat(StrEnum):
    """In which forms a report is given out, beside the page."""

    JSON = "json"
    XLSX = "xlsx"
    PDF = "pdf"


class PeriodKind(StrEnum):
    """Which stretch of days a report is about."""

    WEEK = "WEEK"
    MONTH = "MONTH"
    QUARTER = "QUARTER"
    HALF_YEAR = "HALF_YEAR"
    YEAR = "YEAR"
    RANGE = "RANGE"


class Direction(StrEnum):
    """Which way an indicator gets better."""

    HIGHER_IS_BETTER = "HIGHER_IS_BETTER"
    LOWER_IS_BETTER = "LOWER_IS_BETTER"
    NEITHER = "NEITHER"


class IndicatorUnit(StrEnum):
    """What an indicator is counted in."""

    DOSSIERS = "DOSSIERS"
    PERCENT = "PERCENT"


class RowKind(StrEnum):
    """What one row of a report is about."""

    TOTAL = "TOTAL"
    SECTOR = "SECTOR"
    PROCEDURE = "PROCEDURE"
    AGENCY = "AGENCY"
    UNIT = "UNIT"
    OFFICER = "OFFICER"


class Identity(StrEnum):
    """The arithmetic that ties a report together (law.md 8.1); each is checked on every build."""

    RECEIVED = "received-adds-up"
    SETTLED = "settled-adds-up"
    OPEN = "open-adds-up"
    BALANCE = "received-is-settled-and-open"
    CHILDREN = "parts-are-the-whole"
    PREVIOUS = "carried-is-open-before"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What is counted of one row over one period; see docs/explain/reports.md for each.

    `carried`: open before, and handed over by another agency or unit within the period (`came`);
    `handed_on`: handed to another within it.
    """

    carried: int = 0
    online: int = 0
    desk: int = 0
    post: int = 0
    reopened: int = 0
    early: int = 0
    on_time: int = 0
    overdue: int = 0
    without_result: int = 0
    open_in_time: int = 0
    open_overdue: int = 0
    came: int = 0
    handed_on: int = 0

    @property
    def received_in_period(self) -> int:
        return self.online + self.desk + self.post

    @property
    def received(self) -> int:
        return self.carried + self.received_in_period

    @property
    def direct(self) -> int:
        """At the desk or by post: one column of II.06a."""
        return self.desk + self.post

    @property
    def in_time(self) -> int:
        return self.early + self.on_time

    @property
    def settled(self) -> int:
        return self.early + self.on_time + self.overdue

    @property
    def open(self) -> int:
        return self.open_in_time + self.open_overdue

    def __add__(self, other: Figures) -> Figures:
        return Figures(**{name: getattr(self, name) + getattr(other, name) for name in COUNTED})


COUNTED = tuple(spec.name for spec in fields(Figures))


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """The figures of a row, and the part of them under procedures that are filed online."""

    whole: Figures = field(default_factory=Figures)
    offered: Figures = field(default_factory=Figures)

    def __add__(self, other: Counted) -> Counted:
        return Counted(whole=self.whole + other.whole, offered=self.offered + other.offered)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPeriod:
    """From the first to the last day, both included. `number`: which month, quarter, half or week
    of the year; 0 for a year and a free range."""

    from_day: date
    until_day: date
    kind: PeriodKind = PeriodKind.RANGE
    year: int = 0
    number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportAsked:
    """Which report. `unit_id`: only what one unit of the agency does."""

    name: ReportName
    agency_id: int
    from_day: date
    until_day: date
    with_subordinates: bool = False
    unit_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One number: a count, or a share of `whole`. A share of nothing has no per cent."""

    count: int
    whole: int | None = None

    @property
    def is_share(self) -> bool:
        return self.whole is not None

    @property
    def percent(self) -> str | None:
        """`99.75`, half up from the exact fraction; None for a count, and where nothing happened."""
        return None if self.whole is None else percent(self.count, self.whole)


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: an indicator in the version in force, and its words as they were then.

    `number` is that of the form; `group` the head above. `opens`: its number can be opened to dossiers.
    """

    code: str
    version: int
    number: str
    head: str
    group: str
    is_share: bool
    opens: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row: `key` names it for good ("procedure/NATIONAL/1.001193", "agency/gia-lam", "total")."""

    kind: RowKind
    key: str
    code: str
    label: str
    depth: int
    cells: tuple[Cell, ...]
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """An identity that was looked at: where it does not hold, in which row, and by how much."""

    identity: Identity
    holds: bool
    row_key: str = ""
    left: int = 0
    right: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An agency or unit as it was called on the last day of the period."""

    slug: str
    name: str
    code: str = ""
    superior: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """Who closed the period, when, and the digest of what was told."""

    closed_at: datetime
    by: str
    title: str
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A report made. `counted_at`: as known when; of a closed one, when it was closed.

    `agencies`: whose figures are in it, the agency itself first. `version` is that of its definition.
    """

    name: ReportName
    version: int
    form: str
    title: str
    measure: str
    source: str
    agency: Told
    unit: Told | None
    agencies: tuple[Told, ...]
    with_subordinates: bool
    period: ReportPeriod
    period_words: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    total: Row
    checks: tuple[Check, ...]
    counted_at: datetime
    closing: Closing | None = None

    @property
    def faults(self) -> tuple[Check, ...]:
        """Where the arithmetic does not hold; none in any report that is right."""
        return tuple(check for check in self.checks if not check.holds)
