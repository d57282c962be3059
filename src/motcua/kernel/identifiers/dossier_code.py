"""Mã hồ sơ: agency code, day of receipt, serial of that agency on that day.

Sources: NĐ 61/2018 article 26, TT 01/2018/TT-VPCP article 19, TT 03/2025/TT-VPCP; agency codes of
QCVN 102:2016/BTTTT (`V1V2V3.Z1Z2.Y1Y2.MX`, highest level last) and QĐ 20/2020/QĐ-TTg (highest level first).
Other systems write the year with four digits and serials of up to ten digits; all are read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from motcua.kernel.characters import plain_code
from motcua.kernel.dates_vi import short_day
from motcua.kernel.identifiers.doubt import Doubt
from motcua.kernel.refusal import Refusal

CODE_MAX: Final = 50
SERIAL_DIGITS_MIN: Final = 4
SERIAL_DIGITS_MAX: Final = 10
# H26, H26.45, H15.50.05.13 (today) and 000.00.04.G18 (QCVN 102:2016).
AGENCY_FORM: Final = r"[A-Z]\d{2}(?:\.\d{1,3}){0,5}|\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2}"
_AGENCY: Final = re.compile(AGENCY_FORM, re.ASCII)
_DAY: Final = re.compile(r"\d{6}|\d{8}", re.ASCII)
_SERIAL: Final = re.compile(rf"\d{{{SERIAL_DIGITS_MIN},{SERIAL_DIGITS_MAX}}}", re.ASCII)


class DossierCodeEmpty(Refusal):
    """Nothing was typed."""

    code = "dossier-code-empty"


class DossierCodeTooLong(Refusal):
    """More than CODE_MAX characters."""

    code = "dossier-code-too-long"


class DossierCodeParts(Refusal):
    """Not three parts joined by dashes."""

    code = "dossier-code-parts"


class DossierCodeAgency(Refusal):
    """The first part is no agency code."""

    code = "dossier-code-agency"


class DossierCodeDay(Refusal):
    """The second part is no day that exists."""

    code = "dossier-code-day"


class DossierCodeSerial(Refusal):
    """The third part is not a serial of 4 to 10 digits."""

    code = "dossier-code-serial"


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierCode:
    """`code` as it is stored and printed (capitals); `serial` keeps its leading zeros."""

    code: str
    agency: str
    date: date
    serial: str
    doubts: tuple[Doubt, ...] = ()


def _day(text: str) -> date:
    """`yymmdd` (of this century) or `yyyymmdd`."""
    if not _DAY.fullmatch(text):
        raise DossierCodeDay(field="dossier_code", day=text)
    year, rest = (2000 + int(text[:2]), text[2:]) if len(text) == 6 else (int(text[:4]), text[4:])
    try:
        return date(year, int(rest[:2]), int(rest[2:]))
    except ValueError as error:
        raise DossierCodeDay(field="dossier_code", day=text) from error


def is_dossier_code(code: str) -> bool:
    """Whether this is a code in full, as it is printed."""
    parts = code.split("-")
    forms = (_AGENCY, _DAY, _SERIAL)
    return len(parts) == 3 and all(f.fullmatch(p) for f, p in zip(forms, parts, strict=True))


def parse_dossier_code(text: str, *, today: date) -> DossierCode:
    """A dossier code of any system that follows the circulars; case, spaces and kinds of dash do not matter.

    Refuses: empty, longer than 50, not three parts, no agency code, a day that does not exist, a serial
    of fewer than 4 or more than 10 digits. Doubts: a day after `today`, serial 0.
    """
    code = plain_code(text).upper()
    if not code:
        raise DossierCodeEmpty(field="dossier_code")
    if len(code) > CODE_MAX:
        raise DossierCodeTooLong(field="dossier_code", most=CODE_MAX)
    parts = code.split("-")
    if len(parts) != 3:
        raise DossierCodeParts(field="dossier_code", found=len(parts))
    agency, day_text, serial = parts
    if not _AGENCY.fullmatch(agency):
        raise DossierCodeAgency(field="dossier_code", agency=agency)
    day = _day(day_text)
    if not _SERIAL.fullmatch(serial):
        raise DossierCodeSerial(field="dossier_code", serial=serial)
    doubts = []
    if day > today:
        doubts.append(Doubt("dossier-code-later", "dossier_code", {"day": short_day(day)}))
    if int(serial) == 0:
        doubts.append(Doubt("dossier-code-serial-zero", "dossier_code", {"serial": serial}))
    return DossierCode(code=code, agency=agency, date=day, serial=serial, doubts=tuple(doubts))
