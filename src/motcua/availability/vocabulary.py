"""What is announced, and how the parts of the office may be doing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

TOLD_BEFORE = timedelta(hours=48)
"""So long before planned maintenance every public page says so."""


class AnnouncementKind(StrEnum):
    """What is announced."""

    MAINTENANCE = "MAINTENANCE"
    INCIDENT = "INCIDENT"


class Part(StrEnum):
    """A part of the office whose state is told."""

    DATABASE = "DATABASE"
    NOTICES = "NOTICES"
    BACKGROUND = "BACKGROUND"
    SCANNING = "SCANNING"
    BACKUP = "BACKUP"


class PartState(StrEnum):
    """How a part is doing."""

    WORKING = "WORKING"
    SLOW = "SLOW"
    AWAY = "AWAY"
    OFF = "OFF"
    UNKNOWN = "UNKNOWN"


class Phase(StrEnum):
    """Where an announcement stands at a moment."""

    PLANNED = "PLANNED"
    UNDER_WAY = "UNDER_WAY"
    OVER = "OVER"


@dataclass(frozen=True, slots=True, kw_only=True)
class Announced:
    """Planned maintenance, or something that went wrong; `ends_at` None: it goes on."""

    id: int
    kind: AnnouncementKind
    starts_at: datetime
    ends_at: datetime | None
    words_vi: str
    words_en: str

    def phase(self, at: datetime) -> Phase:
        if at < self.starts_at:
            return Phase.PLANNED
        is_over = self.ends_at is not None and self.ends_at <= at
        return Phase.OVER if is_over else Phase.UNDER_WAY

    def is_on_every_page(self, at: datetime) -> bool:
        """While it lasts, and two days before planned maintenance."""
        phase = self.phase(at)
        soon = phase is Phase.PLANNED and self.starts_at - at <= TOLD_BEFORE
        return soon or phase is Phase.UNDER_WAY

    def words(self, language: str) -> str:
        return self.words_en if language == "en" else self.words_vi
