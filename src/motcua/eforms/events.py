"""What happens to interactive forms."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from motcua.kernel.event import Event


@dataclass(frozen=True, kw_only=True)
class EFormVersionPublished(Event):
    """A version of a form holds from `valid_from`; what it says is told by its digest."""

    code: ClassVar[str] = "eform.version-published"

    version_id: int
    form_code: str
    procedure_code: str
    version_number: int
    title: str
    valid_from: date
    definition_digest: str


@dataclass(frozen=True, kw_only=True)
class EFormVersionClosed(Event):
    """A version ends before `valid_until`; on its own first day = withdrawn before it began."""

    code: ClassVar[str] = "eform.version-closed"

    version_id: int
    form_code: str
    version_number: int
    valid_until: date


@dataclass(frozen=True, kw_only=True)
class EFormVersionWithdrawn(Event):
    """A version that had not begun will not; the one before it goes on until `reopened_until` (None:
    without an end)."""

    code: ClassVar[str] = "eform.version-withdrawn"

    version_id: int
    form_code: str
    version_number: int
    reopened_version_id: int | None = None
    reopened_until: date | None = None


@dataclass(frozen=True, kw_only=True)
class EFormDraftSaved(Event):
    """Somebody wrote on the form of a procedure; nobody fills it in yet."""

    code: ClassVar[str] = "eform.draft-saved"

    procedure_code: str
    edition: int
    definition_digest: str


@dataclass(frozen=True, kw_only=True)
class EFormDraftDiscarded(Event):
    """What was written is thrown away; what is published stays."""

    code: ClassVar[str] = "eform.draft-discarded"

    procedure_code: str
    edition: int
