"""What happens to internal processes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from motcua.kernel.event import Event


@dataclass(frozen=True, kw_only=True)
class ProcessVersionPublished(Event):
    """A version of a process holds from `valid_from`; what it says is told by its digest.
    `acknowledged`: the warnings that were read, `reason` why it was published all the same."""

    code: ClassVar[str] = "process.version-published"

    version_id: int
    procedure_code: str
    agency_id: int | None = None
    variant_id: int | None = None
    version_number: int
    title: str
    valid_from: date
    definition_digest: str
    acknowledged: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class ProcessVersionClosed(Event):
    """A version ends before `valid_until`; on its own first day = withdrawn before it began."""

    code: ClassVar[str] = "process.version-closed"

    version_id: int
    procedure_code: str
    version_number: int
    valid_until: date


@dataclass(frozen=True, kw_only=True)
class ProcessVersionWithdrawn(Event):
    """A version that had not begun will not; the one before it goes on until `reopened_until` (None:
    without an end)."""

    code: ClassVar[str] = "process.version-withdrawn"

    version_id: int
    procedure_code: str
    version_number: int
    reopened_version_id: int | None = None
    reopened_until: date | None = None


@dataclass(frozen=True, kw_only=True)
class ProcessDraftSaved(Event):
    """Somebody wrote on a process; nobody works by it yet."""

    code: ClassVar[str] = "process.draft-saved"

    procedure_code: str
    edition: int
    definition_digest: str
    source: str = ""


@dataclass(frozen=True, kw_only=True)
class ProcessDraftDiscarded(Event):
    """What was written is thrown away; what is published stays."""

    code: ClassVar[str] = "process.draft-discarded"

    procedure_code: str
    edition: int
