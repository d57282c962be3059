"""What is to be looked at in the day from which a process is to hold. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from motcua.processes.rules.findings import Finding, fault, warning


def beginning_findings(valid_from: date, today: date, agency_since: date) -> Iterator[Finding]:
    """`agency_since`: the first day of the agency whose process it is; that very day for one of all."""
    if valid_from < agency_since:
        yield fault("begins-before-agency", day=valid_from, since=agency_since)
    elif valid_from < today:
        yield warning("begins-in-the-past", day=valid_from)
