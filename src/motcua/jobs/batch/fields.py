"""Reading the fields of one input line; a wrong type is refused by name.

Codes and identifiers are strings: a JSON number would lose its leading zeros, so numbers are refused there.
"""

from __future__ import annotations

import math
import re
from fractions import Fraction
from typing import Any, Final

from motcua.kernel.refusal import Refusal

Line = dict[str, Any]
_DECIMAL: Final = re.compile(r"-?\d{1,30}(?:\.\d{1,30})?", re.ASCII)
_EXACT_FLOAT_MAX: Final = 2**53


class FieldMissing(Refusal):
    """The line lacks a field it needs."""

    code = "field-missing"


class FieldNotText(Refusal):
    """A string was needed."""

    code = "field-not-text"


class FieldNotNumber(Refusal):
    """A finite number or a string of decimals was needed."""

    code = "field-not-number"


class FieldNotWhole(Refusal):
    """A whole number was needed."""

    code = "field-not-whole"


class FieldNotList(Refusal):
    """A list of strings was needed."""

    code = "field-not-list"


def _refuse(refusal: type[Refusal], name: str) -> Refusal:
    return refusal(field=name, name=name)


def needed(line: Line, name: str) -> Any:
    """The value of a field that must be there and not be null."""
    value = line.get(name)
    if value is None:
        raise _refuse(FieldMissing, name)
    return value


def text(line: Line, name: str) -> str:
    """A string that must be there; it may be empty."""
    value = needed(line, name)
    if not isinstance(value, str):
        raise _refuse(FieldNotText, name)
    return value


def optional_text(line: Line, name: str) -> str | None:
    """A string, or None when the field is missing or null."""
    return None if line.get(name) is None else text(line, name)


def texts(line: Line, name: str) -> list[str]:
    """A list of strings."""
    value = needed(line, name)
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise _refuse(FieldNotList, name)
    return value


def whole(line: Line, name: str, default: int) -> int:
    """A whole number; `default` when the field is missing or null."""
    value = line.get(name)
    if value is None:
        return default
    if isinstance(value, bool) or not isinstance(value, int):
        raise _refuse(FieldNotWhole, name)
    return value


def fraction(line: Line, name: str) -> Fraction:
    """An exact number: an integer, a string of decimals, or a JSON decimal taken as it was written.

    Refuses JSON decimals of 2^53 and more, where the reader has already lost digits.
    """
    value = needed(line, name)
    if isinstance(value, float) and math.isfinite(value) and abs(value) < _EXACT_FLOAT_MAX:
        return Fraction(repr(value))
    if isinstance(value, int) and not isinstance(value, bool):
        return Fraction(value)
    if isinstance(value, str) and _DECIMAL.fullmatch(value):
        return Fraction(value)
    raise _refuse(FieldNotNumber, name)
