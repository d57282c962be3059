"""Facts about reports, in the past tense."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from motcua.kernel.event import Event


@dataclass(frozen=True, kw_only=True)
class ReportClosed(Event):
    """A report of a period was closed: what it told stays as it was. `digest` is over all of it."""

    code: ClassVar[str] = "report.closed"

    agency_id: int
    name: str
    with_subordinates: bool
    from_day: date
    until_day: date
    definition_version: int
    rows: int
    digest: str
