"""Facts about the access log."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from motcua.kernel.event import Event


@dataclass(frozen=True, kw_only=True)
class AccessLogSealed(Event):
    """The notes with ids from `first_id` to `last_id`: how many, and the SHA-256 of them all."""

    code: ClassVar[str] = "access-log.sealed"

    first_id: int
    last_id: int
    notes: int
    sha256: str
