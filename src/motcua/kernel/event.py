"""A fact in the past tense: what the ledger keeps of an act."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any, ClassVar

ALREADY_PLAIN = frozenset({str, int, bool})


@dataclass(frozen=True, kw_only=True)
class Event:
    """Base of all facts: plain values and ids, never rows.

    `code` is `noun.verb-ed` and never changes its meaning; a new meaning is a new `version`.
    """

    code: ClassVar[str]
    version: ClassVar[int] = 1

    def payload(self) -> dict[str, Any]:
        """Plain JSON values; None is left out, so that a later field changes no old digest."""
        values = {spec.name: plain(getattr(self, spec.name)) for spec in fields(self)}
        return {key: value for key, value in values.items() if value is not None}


def plain(value: Any) -> Any:
    """Enums to codes, instants to UTC text, days to text, tuples to lists. Floats are refused."""
    if value is None or type(value) in ALREADY_PLAIN:
        return value
    if isinstance(value, StrEnum):
        return str(value)
    if isinstance(value, int | str):
        return value
    if isinstance(value, datetime):
        return instant_text(value)
    if isinstance(value, date):
        return value.isoformat()
    return _plain_collection(value)


def _plain_collection(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    raise TypeError(f"a fact holds plain values only, not {type(value).__name__}")


def instant_text(at: datetime) -> str:
    """UTC, to the microsecond when there are any: `2026-11-22T01:05:00Z`."""
    if at.tzinfo is None:
        raise TypeError("an instant in a fact carries its zone")
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z")
