"""What happens to the catalogue."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from motcua.kernel.event import Event


@dataclass(frozen=True, kw_only=True)
class ProcedureVersionPublished(Event):
    """A version begins on `valid_from`. `changed_fields` is empty for a procedure's first one."""

    code: ClassVar[str] = "procedure.version-published"

    version_id: int
    procedure_code: str
    scope: str
    place: str
    name: str
    valid_from: date
    valid_until: date | None
    content_digest: str
    changed_fields: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ProcedureVersionClosed(Event):
    """A version ends before `valid_until`; on its own first day = withdrawn before it began."""

    code: ClassVar[str] = "procedure.version-closed"

    version_id: int
    procedure_code: str
    valid_until: date


@dataclass(frozen=True, kw_only=True)
class LifeEventPublished(Event):
    """A life event is shown so from `valid_from`; what it says is told by its digest."""

    code: ClassVar[str] = "life-event.published"

    life_event: str
    name: str
    valid_from: date
    content_digest: str


@dataclass(frozen=True, kw_only=True)
class LifeEventEnded(Event):
    """A life event is no longer shown so from `valid_until`; on its first day = withdrawn."""

    code: ClassVar[str] = "life-event.ended"

    life_event: str
    valid_until: date
