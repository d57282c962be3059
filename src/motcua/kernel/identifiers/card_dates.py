"""Dates as a citizen card prints them: `ddmmyyyy`, and births of which only the year or month is known."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from motcua.kernel.characters import plain_code
from motcua.kernel.refusal import Refusal

_COMPACT: Final = re.compile(r"(\d{2})(\d{2})(\d{4})")
_SEPARATED: Final = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_YEAR: Final = re.compile(r"()()(\d{4})")
_ISO: Final = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?")
_YEAR_MIN: Final = 1800


class CardDateBroken(Refusal):
    """A date of the card that no calendar holds, or no date at all."""

    code = "card-date-broken"


@dataclass(frozen=True, slots=True)
class BirthDate:
    """A date of birth known to the day, the month or only the year."""

    year: int
    month: int | None = None
    day: int | None = None

    def iso(self) -> str:
        """`1995-08-15`, `1950-08` or `1950`."""
        parts = [f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)

    def words(self) -> str:
        """`15/08/1995`, `08/1995` or `1950`, as a person writes it."""
        return "/".join(reversed(self.iso().split("-")))

    def earliest(self) -> date:
        return date(self.year, self.month or 1, self.day or 1)

    def is_whole(self) -> bool:
        return self.day is not None


def _numbers(text: str, field: str) -> tuple[int, int, int]:
    """(day, month, year) as written, 0 for what is not known. Refuses what has no form of a date."""
    plain = plain_code(text)
    if iso := _ISO.fullmatch(plain):
        return int(iso[3] or 0), int(iso[2]), int(iso[1])
    for form in (_COMPACT, _SEPARATED, _YEAR):
        if plain.isascii() and (found := form.fullmatch(plain)):
            return int(found[1] or 0), int(found[2] or 0), int(found[3])
    raise CardDateBroken(field=field, text=text)


def parse_day(text: str, field: str) -> date:
    """A whole day. Refuses unknown parts and days that do not exist."""
    day, month, year = _numbers(text, field)
    try:
        found = date(year, month, day)
    except ValueError as error:
        raise CardDateBroken(field=field, text=text) from error
    if year < _YEAR_MIN:
        raise CardDateBroken(field=field, text=text)
    return found


def parse_birth(text: str, field: str = "birth_date") -> BirthDate:
    """A date of birth; `00001950` and `1950` know the year, `00081950` the month. Refuses impossible ones.

    A day without a month (`15001950`) says no more than the year.
    """
    day, month, year = _numbers(text, field)
    if month == 0 and day <= 31 and year >= _YEAR_MIN:
        return BirthDate(year)
    if day == 0 and 1 <= month <= 12 and year >= _YEAR_MIN:
        return BirthDate(year, month)
    whole = parse_day(text, field)
    return BirthDate(whole.year, whole.month, whole.day)
