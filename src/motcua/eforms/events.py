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
