"""What every fact of the life of a dossier says."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from motcua.kernel.event import Event


@dataclass(frozen=True, kw_only=True)
class LifeEvent(Event):
    """A fact of the life of a dossier after it came into the register.

    `stage`: where the dossier is from now on. `changes`: values of its row that become others, by
    their column. `clock`, `trace`, `due_at`, `due_soon_at` are given together when the date was
    worked out anew (`due_at` None then: it is not known while the applicant is to act).
    """

    stage: str
    changes: dict[str, Any] = field(default_factory=dict)
    due_at: datetime | None = None
    due_soon_at: datetime | None = None
    clock: dict[str, Any] | None = None
    trace: tuple[dict[str, Any], ...] | None = None
