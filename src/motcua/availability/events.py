"""Facts about what was announced."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from motcua.kernel.event import Event


@dataclass(frozen=True, kw_only=True)
class AnnouncementMade(Event):
    """Maintenance was planned, or an incident told, in words for everybody."""

    code: ClassVar[str] = "announcement.made"

    kind: str
    starts_at: datetime
    ends_at: datetime | None
    words_vi: str
    words_en: str


@dataclass(frozen=True, kw_only=True)
class AnnouncementEnded(Event):
    """It is over, or (`is_withdrawn`) will not take place."""

    code: ClassVar[str] = "announcement.ended"

    is_withdrawn: bool
