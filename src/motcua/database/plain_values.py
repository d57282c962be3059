"""A row as plain JSON and back: the same text on SQLite and PostgreSQL, so that rows can be compared
by their digest. Instants are UTC; decimals, days and bytes are text."""

from __future__ import annotations

import base64
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

from motcua.kernel.event import instant_text

Turn = Callable[[Any], Any]
MICROSECOND: Final = timedelta(microseconds=1)
AS_IT_IS: Final = frozenset(
    {
        "AutoField",
        "BigAutoField",
        "BigIntegerField",
        "BooleanField",
        "CharField",
        "FileField",
        "FloatField",
        "IntegerField",
        "JSONField",
        "PositiveBigIntegerField",
        "PositiveIntegerField",
        "PositiveSmallIntegerField",
        "SlugField",
        "SmallAutoField",
        "SmallIntegerField",
        "TextField",
    }
)
TURNED: Final[dict[str, tuple[Turn, Turn]]] = {
    "DateTimeField": (instant_text, datetime.fromisoformat),
    "DateField": (date.isoformat, date.fromisoformat),
    "TimeField": (time.isoformat, time.fromisoformat),
    "DecimalField": (str, Decimal),
    "DurationField": (lambda value: value // MICROSECOND, lambda told: told * MICROSECOND),
    "UUIDField": (str, UUID),
    "BinaryField": (
        lambda value: base64.b64encode(bytes(value)).decode("ascii"),
        lambda told: base64.b64decode(told, validate=True),
    ),
}
"""Kinds of field with the way to plain JSON and the way back."""


def kind_of(field: Any) -> str:
    """The kind of value a column holds; that of the key it points to, for a foreign key."""
    while field.remote_field is not None:
        field = field.target_field
    kind: str = field.get_internal_type()
    return kind


def to_plain(field: Any) -> Turn | None:
    """How a value of this field becomes plain; None where it is so already.

    Faults: TypeError for a kind that nobody has thought of yet.
    """
    return _turns(field)[0]


def from_plain(field: Any) -> Turn | None:
    """The way back of `to_plain`."""
    return _turns(field)[1]


def _turns(field: Any) -> tuple[Turn, Turn] | tuple[None, None]:
    kind = kind_of(field)
    if kind in AS_IT_IS:
        return (None, None)
    if kind not in TURNED:
        raise TypeError(f"{field} holds {kind}, which has no plain form yet")
    return TURNED[kind]
