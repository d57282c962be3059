"""Facts about papers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from motcua.kernel.event import Event


@dataclass(frozen=True, kw_only=True)
class FormWordingSet(Event):
    """The words of a form were set for an agency (None = everywhere); `words` are those that differ."""

    code: ClassVar[str] = "paper-form.wording-set"

    agency_id: int | None
    form_key: str
    form_title: str
    valid_from: date
    words: dict[str, Any]
