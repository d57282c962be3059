"""What an export holds, in the few terms that matter to us; and what was found on the way."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any


class Found(StrEnum):
    """What the person should know; words in the command's wording."""

    FILE_NOT_TAKEN = "FILE_NOT_TAKEN"
    ROWS_NOT_UNDERSTOOD = "ROWS_NOT_UNDERSTOOD"
    CODE_TWICE = "CODE_TWICE"
    LOCAL_CODE = "LOCAL_CODE"
    HTML_TAKEN_OFF = "HTML_TAKEN_OFF"
    UNIT_UNKNOWN = "UNIT_UNKNOWN"
    LIMITS_DIFFER = "LIMITS_DIFFER"
    LIMIT_MISSING = "LIMIT_MISSING"
    FEE_TO_CHECK = "FEE_TO_CHECK"
    PAPERS_AS_TEXT = "PAPERS_AS_TEXT"
    PROCESS_MISSING = "PROCESS_MISSING"
    TEXT_WITHOUT_PLACE = "TEXT_WITHOUT_PLACE"
    STEP_UNKNOWN = "STEP_UNKNOWN"
    DAY_UNREADABLE = "DAY_UNREADABLE"
    DAY_CONTRADICTED = "DAY_CONTRADICTED"
    DAY_TWICE = "DAY_TWICE"
    DAY_KIND_UNKNOWN = "DAY_KIND_UNKNOWN"
    DAY_PAST = "DAY_PAST"
    HOURS_UNREADABLE = "HOURS_UNREADABLE"
    HOURS_TWICE = "HOURS_TWICE"
    WEEKDAY_UNKNOWN = "WEEKDAY_UNKNOWN"


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """One remark; `about` names the procedure, day or file."""

    what: Found
    about: str
    detail: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    code: str
    name: str
    order: str
    role: str
    status: str
    duration: Decimal | None
    note: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Action:
    """From one step to another; `guard` and `auto_event` are kept as OpenCPS writes them."""

    code: str
    name: str
    from_step: str
    to_step: str
    auto_event: str
    guard: str
    fee: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Process:
    """`unit` is OpenCPS's own: 0 days, 1 hours."""

    key: str
    number: str
    name: str
    duration: Decimal | None
    unit: str
    steps: tuple[Step, ...]
    actions: tuple[Action, ...]
    source: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Paper:
    name: str
    required: bool
    form: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Option:
    """How one agency carries a procedure out: by which process, with which papers."""

    name: str
    process: str
    template: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Config:
    """One agency that gives a service, and its ways."""

    agency_code: str
    agency_name: str
    level: str
    post: bool
    options: tuple[Option, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Service:
    """A procedure: its nine texts by OpenCPS's names, and who gives it."""

    code: str
    texts: dict[str, str]
    configs: tuple[Config, ...]
    source: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Holiday:
    """`kind` is OpenCPS's own: 0 off, 1 worked besides the week."""

    day: date
    kind: str
    name: str
    source: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Hours:
    """`day` is OpenCPS's own: 1 Sunday … 7 Saturday; `hours` such as `08:00-12:00,13:00-17:00`."""

    day: str
    hours: str
    source: str


@dataclass(slots=True)
class Export:
    """All that was read."""

    services: list[Service] = field(default_factory=list)
    processes: dict[str, Process] = field(default_factory=dict)
    templates: dict[str, tuple[Paper, ...]] = field(default_factory=dict)
    holidays: list[Holiday] = field(default_factory=list)
    hours: list[Hours] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def tell(self, what: Found, about: str, detail: Any = "") -> None:
        self.findings.append(Finding(what=what, about=about, detail=str(detail)))
