"""Số định danh cá nhân: 12 digits that tell place, century, sex and year of birth.

Sources: Luật Căn cước 2023 article 12; NĐ 137/2015/NĐ-CP article 13; TT 59/2021/TT-BCA article 4.
Digits 1-3 place of birth registration, 4 century and sex (0 male and 1 female 19xx, 2 and 3 20xx …),
5-6 year of birth, 7-12 random. There is no check digit.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from motcua.kernel.characters import plain_code
from motcua.kernel.identifiers.doubt import Doubt
from motcua.kernel.identifiers.provinces import COUNTRIES_FROM, COUNTRIES_TO, PROVINCES
from motcua.kernel.refusal import Refusal

Sex = Literal["Nam", "Nữ"]
MALE: Final = "Nam"
FEMALE: Final = "Nữ"
DIGITS: Final = 12
OLD_CARD_DIGITS: Final = 9
_SEPARATORS: Final = str.maketrans("", "", ".-")


class PersonalIdEmpty(Refusal):
    """Nothing was typed."""

    code = "personal-id-empty"


class PersonalIdNotDigits(Refusal):
    """Something other than digits stands in the number."""

    code = "personal-id-not-digits"


class PersonalIdLength(Refusal):
    """The number of digits fits neither the personal number (12) nor the old card (9)."""

    code = "personal-id-length"


class PersonalIdPlaceUnknown(Refusal):
    """The first three digits are no place that ever gave numbers."""

    code = "personal-id-place-unknown"


class PersonalIdBornLater(Refusal):
    """The year of birth inside the number has not come yet."""

    code = "personal-id-born-later"


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonalId:
    """`kind` is `personal_id` (12 digits) or `old_card` (CMND, 9 digits, which tells nothing more)."""

    personal_id: str
    kind: Literal["personal_id", "old_card"]
    place_code: str | None = None
    place: str | None = None
    sex: Sex | None = None
    birth_year: int | None = None
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """What 12 digits say about their owner; `place` is None for a code outside the 63."""

    place_code: str
    place: str | None
    sex: Sex
    birth_year: int


def only_digits(text: str) -> str:
    """What was typed without spaces, dots and dashes; full-width digits become ASCII. Refuses the rest."""
    digits = plain_code(text).translate(_SEPARATORS)
    if not digits:
        raise PersonalIdEmpty(field="personal_id")
    if not (digits.isascii() and digits.isdigit()):
        raise PersonalIdNotDigits(field="personal_id")
    return digits


def told_by(number: str) -> Told:
    """The parts of 12 digits (NĐ 137/2015 article 13). `number` has been checked to be 12 ASCII digits."""
    century, female = divmod(int(number[3]), 2)
    return Told(
        place_code=number[:3],
        place=PROVINCES.get(number[:3]),
        sex=FEMALE if female else MALE,
        birth_year=1900 + 100 * century + int(number[4:6]),
    )


def place_doubts(told: Told) -> tuple[Doubt, ...]:
    """A doubt when the place is none of the 63 provinces."""
    if told.place is not None:
        return ()
    abroad = COUNTRIES_FROM <= int(told.place_code) <= COUNTRIES_TO
    code = "personal-id-place-abroad" if abroad else "personal-id-place-doubtful"
    return (Doubt(code, "personal_id", {"place_code": told.place_code}),)


def parse_personal_id(text: str, *, today: date) -> PersonalId:
    """A typed personal number, or an old 9-digit card number (accepted with a doubt: see Luật Căn cước 2023 article 46).

    Refuses: empty, not digits, wrong length, a place code that never existed, a year of birth after `today`.
    """
    number = only_digits(text)
    if len(number) == OLD_CARD_DIGITS:
        doubt = Doubt("personal-id-old-card", "personal_id")
        return PersonalId(personal_id=number, kind="old_card", doubts=(doubt,))
    if len(number) != DIGITS:
        raise PersonalIdLength(field="personal_id", digits=len(number))
    told = told_by(number)
    if told.place is None and not COUNTRIES_FROM <= int(told.place_code) <= COUNTRIES_TO:
        raise PersonalIdPlaceUnknown(field="personal_id", place_code=told.place_code)
    if told.birth_year > today.year:
        raise PersonalIdBornLater(field="personal_id", year=told.birth_year)
    return PersonalId(
        personal_id=number,
        kind="personal_id",
        place_code=told.place_code,
        place=told.place,
        sex=told.sex,
        birth_year=told.birth_year,
        doubts=place_doubts(told),
    )
