"""The date promised to the applicant, from the limit of the procedure and the office's time.

Basis: law.md 4.4 (the clock), 4.5 (the calendar). All arithmetic is `worktime.rules.due`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from typing import Any

from motcua.kernel.event import instant_text
from motcua.worktime.rules.calendar import WorkCalendar
from motcua.worktime.rules.due import ClockRequest, Promise, due
from motcua.worktime.vocabulary import (
    Counting,
    CutoffAppliesTo,
    Extension,
    OutsideHours,
    Pause,
    PausePolicy,
    Terms,
    TraceLine,
    Unit,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class ClockInputs:
    """Everything but the calendar that the date depends on; kept with the dossier as plain values."""

    unit: Unit
    value: Decimal
    received_at: datetime
    terms: Terms
    pauses: tuple[Pause, ...] = ()
    extension: Extension | None = None

    def to_plain(self) -> dict[str, Any]:
        plain: dict[str, Any] = {
            "unit": str(self.unit),
            "value": format(self.value.normalize(), "f"),
            "received_at": instant_text(self.received_at),
            "counting": str(self.terms.counting),
            "outside_hours": str(self.terms.outside_hours),
            "cutoff_minute": self.terms.cutoff_minute,
            "cutoff_applies_to": str(self.terms.cutoff_applies_to),
        }
        if self.pauses:
            plain["pauses"] = [_plain_pause(pause) for pause in self.pauses]
        if self.extension:
            plain["extension"] = {
                "granted_at": instant_text(self.extension.granted_at),
                "to_at": instant_text(self.extension.to_at),
                "reason": self.extension.reason,
            }
        return plain

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
            pauses=tuple(_pause_from(plain) for plain in given.get("pauses", ())),
            extension=_extension_from(given.get("extension")),
        )

    @property
    def is_paused(self) -> bool:
        return bool(self.pauses) and self.pauses[-1].to_at is None

    def paused(self, at: datetime, policy: PausePolicy, reason: str) -> ClockInputs:
        """The same clock, waiting from `at`."""
        assert not self.is_paused
        pause = Pause(from_at=at, policy=policy, reason=reason)
        return replace(self, pauses=(*self.pauses, pause))

    def resumed(self, at: datetime) -> ClockInputs:
        """The same clock, no longer waiting; one that did not wait is left as it is."""
        if not self.is_paused:
            return self
        return replace(self, pauses=(*self.pauses[:-1], replace(self.pauses[-1], to_at=at)))

    def promise(self, calendar: WorkCalendar) -> Promise:
        """The date under this calendar, with its reasons. Refusals: those of `worktime.rules.due`."""
        return due(
            ClockRequest(
                calendar=calendar,
                received_at=self.received_at,
                unit=self.unit,
                value=self.value,
                terms=self.terms,
                pauses=self.pauses,
                extension=self.extension,
            )
        )


def _plain_pause(pause: Pause) -> dict[str, Any]:
    plain = {
        "from_at": instant_text(pause.from_at),
        "policy": str(pause.policy),
        "reason": pause.reason,
    }
    return {**plain, "to_at": instant_text(pause.to_at)} if pause.to_at else plain


def _pause_from(plain: dict[str, Any]) -> Pause:
    return Pause(
        from_at=datetime.fromisoformat(plain["from_at"]),
        to_at=datetime.fromisoformat(plain["to_at"]) if "to_at" in plain else None,
        policy=PausePolicy(plain["policy"]),
        reason=plain["reason"],
    )


def _extension_from(plain: dict[str, str] | None) -> Extension | None:
    if plain is None:
        return None
    return Extension(
        granted_at=datetime.fromisoformat(plain["granted_at"]),
        to_at=datetime.fromisoformat(plain["to_at"]),
        reason=plain["reason"],
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class Timing:
    """A date with what it follows from. `due_soon_at`: from when it is near (law.md 4.4.8)."""

    clock: ClockInputs
    due_at: datetime | None
    due_soon_at: datetime | None
    trace: tuple[TraceLine, ...]


NEAR_SHARE = 5
"""The last fifth of the time is near, and never less than one working day."""


def timing(clock: ClockInputs, calendar: WorkCalendar) -> Timing:
    """The date of this clock under this calendar, and from when it counts as due soon."""
    promise = clock.promise(calendar)
    return Timing(
        clock=clock,
        due_at=promise.due_at,
        due_soon_at=_due_soon_at(clock, promise, calendar),
        trace=promise.trace,
    )


def _due_soon_at(clock: ClockInputs, promise: Promise, calendar: WorkCalendar) -> datetime | None:
    """A limit that is no longer than what is near is near from reception on."""
    if promise.due_at is None:
        return None
    total = max(0, calendar.working_minutes_between(promise.starts_at, promise.due_at))
    near = max(total // NEAR_SHARE, calendar.own_day_minutes)
    if near >= total:
        return clock.received_at
    return calendar.add_working_minutes(promise.starts_at, total - near)
