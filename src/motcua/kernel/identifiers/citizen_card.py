"""The QR of the chip card (CCCD) and of the new Căn cước card, read by a keyboard-type reader.

`số định danh|số CMND cũ|họ tên|ngày sinh|giới tính|nơi thường trú|ngày cấp`, and on cards since
1/7/2024 further parts after the issue date. What contradicts itself is a doubt when the card or the
register may be at fault, a refusal when no card can say so.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from motcua.kernel.dates_vi import short_day
from motcua.kernel.folding import fold
from motcua.kernel.identifiers.card_dates import BirthDate, parse_birth, parse_day
from motcua.kernel.identifiers.card_keyboard import words_as_printed
from motcua.kernel.identifiers.card_text import PARTS, card_parts
from motcua.kernel.identifiers.doubt import Doubt
from motcua.kernel.identifiers.personal_id import (
    DIGITS,
    FEMALE,
    MALE,
    OLD_CARD_DIGITS,
    PersonalIdLength,
    Sex,
    Told,
    only_digits,
    place_doubts,
    told_by,
)
from motcua.kernel.refusal import Refusal

AGE_MAX: Final = 130
# "Nữ" in Telex is "Nuwx": longer than that is another word.
_SEX_LETTERS_MAX: Final = 4


class CardNameMissing(Refusal):
    """The card's text holds no name."""

    code = "card-name-missing"


class CardSexUnknown(Refusal):
    """The part for the sex is neither Nam nor Nữ."""

    code = "card-sex-unknown"


class CardBornLater(Refusal):
    """The date of birth has not come yet."""

    code = "card-born-later"


class CardTooOld(Refusal):
    """The holder would be older than AGE_MAX."""

    code = "card-too-old"


class CardIssuedLater(Refusal):
    """The issue date has not come yet."""

    code = "card-issued-later"


class CardIssuedBeforeBirth(Refusal):
    """The issue date lies before the date of birth."""

    code = "card-issued-before-birth"


@dataclass(frozen=True, slots=True, kw_only=True)
class CitizenCard:
    """What the card says, words in NFC. `extra` holds the parts that newer cards add after the issue date."""

    personal_id: str
    old_id: str | None
    name: str
    birth_date: BirthDate
    sex: Sex
    address: str
    issued_date: date | None
    extra: tuple[str, ...] = ()
    doubts: tuple[Doubt, ...] = ()


def _personal_number(text: str) -> str:
    number = only_digits(text)
    if len(number) != DIGITS:
        raise PersonalIdLength(field="personal_id", digits=len(number))
    return number


def _sex(text: str, told: Told) -> tuple[Sex, list[Doubt]]:
    """Nam or Nữ; an unreadable `N…` or an empty part is taken from the number, with a doubt."""
    key = fold(text)
    if key == "nam":
        said: Sex = MALE
    elif text.casefold() == "nữ":
        said = FEMALE
    elif key == "nu":
        return FEMALE, [Doubt("card-input-method", "sex", {"text": text})]
    elif not key:
        return told.sex, [Doubt("card-sex-missing", "sex", {"sex": told.sex})]
    elif key.startswith("n") and len(key) <= _SEX_LETTERS_MAX:
        return told.sex, [Doubt("card-sex-from-number", "sex", {"text": text, "sex": told.sex})]
    else:
        raise CardSexUnknown(field="sex", text=text)
    if said != told.sex:
        return said, [Doubt("card-sex-differs", "sex", {"sex": said, "number_says": told.sex})]
    return said, []


def _birth(text: str, told: Told, today: date) -> tuple[BirthDate, list[Doubt]]:
    birth = parse_birth(text)
    if birth.earliest() > today:
        raise CardBornLater(field="birth_date", date=birth.words())
    if today.year - birth.year > AGE_MAX:
        raise CardTooOld(field="birth_date", year=birth.year, most=AGE_MAX)
    doubts = []
    if not birth.is_whole():
        doubts.append(Doubt("card-birth-incomplete", "birth_date", {"known": birth.words()}))
    if told.birth_year != birth.year:
        years = {"year": birth.year, "number_says": told.birth_year}
        doubts.append(Doubt("card-birth-year-differs", "birth_date", years))
    return birth, doubts


def _issued(text: str, birth: BirthDate, today: date) -> tuple[date | None, list[Doubt]]:
    if not text:
        return None, [Doubt("card-issue-date-missing", "issued_date")]
    issued = parse_day(text, "issued_date")
    if issued > today:
        raise CardIssuedLater(field="issued_date", date=short_day(issued))
    if issued < birth.earliest():
        raise CardIssuedBeforeBirth(
            field="issued_date", issued=short_day(issued), birth=birth.words()
        )
    return issued, []


def _old_number(text: str) -> tuple[str | None, list[Doubt]]:
    if not text:
        return None, []
    usual = text.isascii() and text.isdigit() and len(text) in (OLD_CARD_DIGITS, DIGITS)
    return text, [] if usual else [Doubt("card-old-number-odd", "old_id", {"text": text})]


def parse_citizen_card(text: str, *, today: date) -> CitizenCard:
    """The person a card's text describes, as of `today`.

    Refuses (see the classes here, in `card_text`, `card_dates` and `personal_id`): parts missing, a
    number that is not 12 digits, no name, an unknown sex, impossible or future dates, an age above
    AGE_MAX, an issue date before birth. Doubts: everything that only looks wrong.
    """
    parts, doubts = card_parts(text)
    number = _personal_number(parts[0])
    told = told_by(number)
    old_id, odd_old = _old_number(parts[1])
    if not parts[2]:
        raise CardNameMissing(field="name")
    name, address, odd_words = words_as_printed(parts[2], parts[5])
    birth, odd_birth = _birth(parts[3], told, today)
    sex, odd_sex = _sex(parts[4], told)
    issued, odd_issued = _issued(parts[6], birth, today)
    return CitizenCard(
        personal_id=number,
        old_id=old_id,
        name=name,
        birth_date=birth,
        sex=sex,
        address=address,
        issued_date=issued,
        extra=tuple(parts[PARTS:]),
        doubts=(
            *doubts,
            *place_doubts(told),
            *odd_old,
            *odd_words,
            *odd_birth,
            *odd_sex,
            *odd_issued,
        ),
    )
