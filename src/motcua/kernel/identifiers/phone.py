"""Vietnamese telephone numbers in the national form `0xxxxxxxxx` (mobile, 10 digits) or `02xxxxxxxxx` (landline, 11)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

from motcua.kernel.characters import plain_code
from motcua.kernel.identifiers.doubt import Doubt
from motcua.kernel.identifiers.phone_plan import (
    AREAS,
    LANDLINE_DIGITS,
    MOBILE_DIGITS,
    MOBILE_PREFIXES,
    OLD_MOBILE_PREFIXES,
)
from motcua.kernel.refusal import Refusal

_COUNTRY: Final = re.compile(r"(?:\+|00)(\d+)")
_VIET_NAM: Final = "84"
_SERVICE: Final = ("1800", "1900")
_SEPARATORS: Final = str.maketrans("", "", ".-()")


class PhoneEmpty(Refusal):
    """Nothing was typed."""

    code = "phone-empty"


class PhoneNotDigits(Refusal):
    """Letters or signs stand in the number, or two numbers in one field."""

    code = "phone-not-digits"


class PhoneAbroad(Refusal):
    """The number belongs to another country."""

    code = "phone-abroad"


class PhoneService(Refusal):
    """A 1800 or 1900 number reaches a switchboard, not a person."""

    code = "phone-service"


class PhoneLength(Refusal):
    """Too many or too few digits for its prefix."""

    code = "phone-length"


class PhonePrefixUnknown(Refusal):
    """No network and no area uses this prefix."""

    code = "phone-prefix-unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Phone:
    """`phone` national with leading 0, `international` E.164; `area` names the place of a landline."""

    phone: str
    international: str
    kind: Literal["mobile", "landline"]
    area: str | None = None
    doubts: tuple[Doubt, ...] = ()


def _national(text: str) -> tuple[str, tuple[Doubt, ...]]:
    """The digits with their leading 0, whatever way the country code was written."""
    typed = plain_code(text).translate(_SEPARATORS)
    if not typed:
        raise PhoneEmpty(field="phone")
    if not re.fullmatch(r"\+?\d+", typed, re.ASCII):
        raise PhoneNotDigits(field="phone")
    if abroad := _COUNTRY.fullmatch(typed):
        if not abroad[1].startswith(_VIET_NAM):
            raise PhoneAbroad(field="phone")
        return "0" + abroad[1][2:].removeprefix("0"), ()
    if typed.startswith(_SERVICE):
        raise PhoneService(field="phone")
    if typed.startswith("0"):
        return typed, ()
    if typed.startswith(_VIET_NAM) and len(typed) in (MOBILE_DIGITS + 1, LANDLINE_DIGITS + 1):
        return "0" + typed[2:], ()
    return "0" + typed, (Doubt("phone-zero-added", "phone"),)


def _renewed(number: str) -> tuple[str, tuple[Doubt, ...]]:
    """An 11-digit mobile of before 2018 in its form of today."""
    new = OLD_MOBILE_PREFIXES.get(number[:4])
    if new is None or len(number) != MOBILE_DIGITS + 1:
        return number, ()
    renewed = new + number[4:]
    return renewed, (Doubt("phone-prefix-renewed", "phone", {"old": number, "new": renewed}),)


def parse_phone(text: str) -> Phone:
    """A Vietnamese mobile or landline number; spaces, dots, dashes and brackets do not matter.

    Refuses: empty, not digits (also two numbers in one field), another country, 1800/1900, a wrong
    length, a prefix nobody uses. Doubts: a leading 0 that was missing, an 11-digit mobile renewed.
    """
    typed, zero = _national(text)
    number, renewed = _renewed(typed)
    area = AREAS.get(number[:4]) or AREAS.get(number[:3])
    if area is None and number[:3] not in MOBILE_PREFIXES:
        raise PhonePrefixUnknown(field="phone", prefix=number[:3])
    expected = LANDLINE_DIGITS if area else MOBILE_DIGITS
    if len(number) != expected:
        raise PhoneLength(field="phone", digits=len(number), expected=expected)
    return Phone(
        phone=number,
        international=f"+{_VIET_NAM}{number[1:]}",
        kind="landline" if area else "mobile",
        area=area,
        doubts=(*zero, *renewed),
    )
