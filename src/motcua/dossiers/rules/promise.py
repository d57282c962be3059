"""The date promised to the applicant, from the limit of the procedure and the office's time.

Basis: law.md 4.4 (the clock), 4.5 (the calendar). All arithmetic is `worktime.rules.due`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from motcua.kernel.event import instant_text
from motcua.worktime.rules.calendar import WorkCalendar
from motcua.worktime.rules.due import ClockRequest, Promise, due
from motcua.worktime.vocabulary import (
    Counting,
    CutoffAppliesTo,
    OutsideHours,
    Terms,
    Unit,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class ClockInputs:
    """Everything but the calendar that the date depends on; kept with the dossier as plain values."""

    unit: Unit
    value: Decimal
    received_at: datetime
    terms: Terms

    def to_plain(self) -> dict[str, Any]:
        return {
            "unit": str(self.unit),
            "value": format(self.value.normalize(), "f"),
            "received_at": instant_text(self.received_at),
            "counting": str(self.terms.counting),
            "outside_hours": str(self.terms.outside_hours),
            "cutoff_minute": self.terms.cutoff_minute,
            "cutoff_applies_to": str(self.terms.cutoff_applies_to),
        }

    @classmethod
    def from_plain(cls, given: dict[str, Any]) -> ClockInputs:
        return cls(
            unit=Unit(given["unit"]),
            value=Decimal(given["value"]),
            received_at=datetime.fromisoformat(given["received_at"]),
            terms=Terms(
                counting=Counting(given["counting"]),
                outside_hours=OutsideHours(given["outside_hours"]),
                cutoff_minute=given["cutoff_minute"],
                cutoff_applies_to=CutoffAppliesTo(given["cutoff_applies_to"]),
            ),
        )

    def promise(self, calendar: WorkCalendar) -> Promise:
        """The date under this calendar, with its reasons. Refusals: those of `worktime.rules.due`."""
        return due(
            ClockRequest(
                calendar=calendar,
                received_at=self.received_at,
                unit=self.unit,
                value=self.value,
                terms=self.terms,
            )
        )
