"""Facts about numbers and registers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from motcua.kernel.event import Event


@dataclass(frozen=True, kw_only=True)
class NumberPatternSet(Event):
    """The pattern of dossier codes of an agency (None = all) from a day on."""

    code: ClassVar[str] = "number-pattern.set"

    agency_id: int | None
    pattern: str
    valid_from: date


@dataclass(frozen=True, kw_only=True)
class RegisterClosed(Event):
    """The register of a year takes no more lines; `digest` is over all it had then."""

    code: ClassVar[str] = "register.closed"

    agency_id: int
    year: int
    entries: int
    digest: str
