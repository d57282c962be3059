"""Reading values of unknown shape: every wrong one is refused by name, none raises a fault."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from motcua.procedures.rules.refused import RecordRefused, RefusedReason

TEXT_LENGTH_MAX = 5_000
ITEMS_MAX = 1_000
AMOUNT_VND_MAX = 10**12

Raw = Mapping[str, Any]


def _wrong(key: str) -> RecordRefused:
    return RecordRefused(RefusedReason.UNREADABLE, field=key)


def text(raw: Raw, key: str) -> str:
    """The text under a key, trimmed; "" when there is none."""
    value = raw.get(key)
    if value is None:
        return ""
    if not isinstance(value, str) or len(value) > TEXT_LENGTH_MAX or _has_half_letters(value):
        raise _wrong(key)
    return value.replace("\x00", "").strip()


def _has_half_letters(value: str) -> bool:
    """Lone surrogates, which JSON may carry and no database stores."""
    return any("\ud800" <= letter <= "\udfff" for letter in value)


def flag(raw: Raw, key: str) -> bool:
    value = raw.get(key, False)
    if value is None or isinstance(value, bool):
        return bool(value)
    raise _wrong(key)


def items(raw: Raw, key: str) -> list[Any]:
    value = raw.get(key)
    if value is None:
        return []
    if not isinstance(value, list) or len(value) > ITEMS_MAX:
        raise _wrong(key)
    return value


def texts(raw: Raw, key: str) -> tuple[str, ...]:
    return tuple(text({key: item}, key) for item in items(raw, key) if item)


def rows(raw: Raw, key: str) -> list[Raw]:
    found = items(raw, key)
    if not all(isinstance(item, dict) for item in found):
        raise _wrong(key)
    return found


def row(raw: Raw, key: str) -> Raw:
    value = raw.get(key)
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise _wrong(key)
    return value


def count(raw: Raw, key: str, *, most: int = 1_000) -> int | None:
    value = raw.get(key)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= most:
        raise _wrong(key)
    return value


def decimal(raw: Raw, key: str) -> Decimal | None:
    """A number of at most two decimals, 0 to 10,000. JSON floats are read by their text."""
    value = raw.get(key)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise _wrong(key)
    number = Decimal(str(value))
    if not number.is_finite() or not 0 <= number <= 10_000 or number != round(number, 2):
        raise _wrong(key)
    return number


def day(raw: Raw, key: str) -> date | None:
    value = text(raw, key)
    try:
        return date.fromisoformat(value) if value else None
    except ValueError as broken:
        raise _wrong(key) from broken
