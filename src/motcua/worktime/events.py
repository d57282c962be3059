"""Facts about calendars."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from motcua.kernel.event import Event


@dataclass(frozen=True, kw_only=True)
class OfficialDaysLoaded(Event):
    """The announced days off and swapped days of public bodies were entered; `days` lists them."""

    code: ClassVar[str] = "calendar.official-days-loaded"

    days: tuple[dict[str, Any], ...]


@dataclass(frozen=True, kw_only=True)
class CalendarSet(Event):
    """The weekly hours and terms of an agency (None = the country's default) were set."""

    code: ClassVar[str] = "calendar.set"

    agency_id: int | None
    valid_from: date
    week: dict[str, Any]
    counting: str
    outside_hours: str
    cutoff_minute: int | None
    cutoff_applies_to: str
    basis: str


@dataclass(frozen=True, kw_only=True)
class DayAnnounced(Event):
    """A day off, a half day or an extra working day was entered for an agency (None = all)."""

    code: ClassVar[str] = "calendar.day-announced"

    agency_id: int | None
    day: date
    kind: str
    cause: str
    name: str
    source: str
