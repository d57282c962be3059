"""One answer read: what was typed or sent, made plain, or a fault with its code. Pure.

The kernel decides about numbers of people, taxes and telephones; its codes are the codes here.
What is read is given back in a form that reads the same again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, DecimalException
from typing import Any, Final

from motcua.eforms.vocabulary import (
    LONG_TEXT_LENGTH,
    LONG_TEXT_LENGTH_MAX,
    NUMBER_MAX,
    TEXT_LENGTH,
    FieldKind,
)
from motcua.kernel.characters import plain_code, plain_words, without_unseen
from motcua.kernel.folding import fold
from motcua.kernel.identifiers.card_dates import CardDateBroken, parse_birth, parse_day
from motcua.kernel.identifiers.doubt import Doubt
from motcua.kernel.identifiers.personal_id import FEMALE, MALE, parse_personal_id
from motcua.kernel.identifiers.phone import parse_phone
from motcua.kernel.identifiers.tax_code import parse_tax_code
from motcua.kernel.refusal import Refusal

_BLANK_DEPTH: Final = 4
EARLIEST_DAY: Final = date(1900, 1, 1)
_EMAIL: Final = re.compile(r"[A-Za-z0-9._%+'-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24}")
_THOUSANDS: Final = re.compile(r"-?\d{1,3}(\.\d{3})+", re.ASCII)
_PLAIN_NUMBER: Final = re.compile(r"-?\d{1,18}(\.\d{1,9})?", re.ASCII)
_YES: Final = frozenset({"yes", "true", "1", "co"})
_NO: Final = frozenset({"no", "false", "0", "khong"})
_SEXES: Final = {"nam": MALE, "male": MALE, "nu": FEMALE, "female": FEMALE}


@dataclass(frozen=True, slots=True)
class Noticed:
    """A fault or a doubt within what was read: the part it is about, code and params."""

    part: str
    code: str
    params: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Read:
    """`value` is what counts (None when blank or faulty); `kept` what stands in the answers: the value,
    or what was typed when it is faulty, so that the person can mend it."""

    value: Any = None
    kept: Any = None
    faults: tuple[Noticed, ...] = ()
    doubts: tuple[Noticed, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a leaf may be: bounds of numbers, days of dates, codes of choices, length of texts."""

    today: date
    min: int | date | None = None
    max: int | date | None = None
    length_max: int | None = None
    decimals: int = 0
    codes: Sequence[str] = ()


BLANK: Final = Read()


def is_blank(raw: Any, depth: int = 0) -> bool:
    """Nothing was answered: no value, or only white space, or only blanks within."""
    if isinstance(raw, str):
        return not tidy(raw).strip()
    if isinstance(raw, Mapping):
        return depth < _BLANK_DEPTH and all(is_blank(one, depth + 1) for one in raw.values())
    return raw is None or raw == []


def tidy(text: str) -> str:
    """What was typed, without what no database keeps: unseen characters and halves of characters."""
    seen = without_unseen(text[:LONG_TEXT_LENGTH_MAX])
    return "".join(ch for ch in seen if not "\ud800" <= ch <= "\udfff")


def faulty(raw: Any, code: str, **params: Any) -> Read:
    """A fault; what was typed is kept if it is text."""
    kept = tidy(raw) if isinstance(raw, str) else None
    return Read(kept=kept or None, faults=(Noticed("", code, params),))


def read_leaf(kind: FieldKind, raw: Any, limits: Limits) -> Read:
    """One answer that is no compound."""
    if is_blank(raw):
        return BLANK
    return _READERS[kind](raw, limits)


def _text(raw: Any, limits: Limits) -> Read:
    if not isinstance(raw, str):
        return faulty(raw, "answer-shape")
    length_max = limits.length_max or TEXT_LENGTH
    text = plain_words(tidy(raw))
    return _not_too_long(text, length_max, kept=plain_words(text[:LONG_TEXT_LENGTH_MAX]))


def _not_too_long(text: str, length_max: int, *, kept: str) -> Read:
    if len(text) <= length_max:
        return Read(text, text)
    params = {"length_max": length_max, "length": len(text)}
    return Read(kept=kept, faults=(Noticed("", "answer-too-long", params),))


def _long_text(raw: Any, limits: Limits) -> Read:
    if not isinstance(raw, str):
        return faulty(raw, "answer-shape")
    length_max = limits.length_max or LONG_TEXT_LENGTH
    lines = [plain_words(line) for line in tidy(raw).splitlines()]
    text = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
    return _not_too_long(text, length_max, kept=text[:LONG_TEXT_LENGTH_MAX].strip())


def _number(raw: Any, limits: Limits) -> Read:
    number = _as_number(raw)
    if number is None:
        return faulty(raw, "number-faulty")
    if number != round(number, limits.decimals):
        return faulty(raw, "number-decimals", decimals=limits.decimals)
    if isinstance(limits.min, int) and number < limits.min:
        return faulty(raw, "number-too-small", least=limits.min)
    if isinstance(limits.max, int) and number > limits.max:
        return faulty(raw, "number-too-big", most=limits.max)
    if number == number.to_integral_value():
        return Read(int(number), int(number))
    text = format(number.normalize(), "f")
    return Read(text, text)


def _as_number(raw: Any) -> Decimal | None:
    """`1.234,5`, `1234.5` and `1 234,5` as people write them, or a number of JSON."""
    if isinstance(raw, bool):
        return None
    if isinstance(raw, int):
        return Decimal(raw) if abs(raw) <= NUMBER_MAX else None
    typed = str(raw) if isinstance(raw, float) else raw
    if not isinstance(typed, str):
        return None
    text = plain_code(typed)
    if "," in text or _THOUSANDS.fullmatch(text):
        text = text.replace(".", "").replace(",", ".")
    if not _PLAIN_NUMBER.fullmatch(text):
        return None
    try:
        number = Decimal(text)
    except DecimalException:
        return None
    return number if abs(number) <= NUMBER_MAX else None


def _date(raw: Any, limits: Limits) -> Read:
    if not isinstance(raw, str):
        return faulty(raw, "answer-shape")
    try:
        day = parse_day(tidy(raw), "date")
    except CardDateBroken:
        return faulty(raw, "date-faulty")
    earliest = limits.min if isinstance(limits.min, date) else EARLIEST_DAY
    if day < earliest:
        return faulty(raw, "date-too-early", earliest=earliest.isoformat())
    if isinstance(limits.max, date) and day > limits.max:
        return faulty(raw, "date-too-late", latest=limits.max.isoformat())
    return Read(day.isoformat(), day.isoformat())


def _birth_date(raw: Any, limits: Limits) -> Read:
    if not isinstance(raw, str):
        return faulty(raw, "answer-shape")
    try:
        birth = parse_birth(tidy(raw))
    except CardDateBroken:
        return faulty(raw, "date-faulty")
    if birth.earliest() > limits.today:
        return faulty(raw, "date-too-late", latest=limits.today.isoformat())
    return Read(birth.iso(), birth.iso())


def _sex(raw: Any, _limits: Limits) -> Read:
    known = _SEXES.get(fold(tidy(raw))) if isinstance(raw, str) else None
    return Read(known, known) if known else faulty(raw, "choice-unknown")


def _yes_no(raw: Any, _limits: Limits) -> Read:
    if isinstance(raw, bool):
        return Read(raw, raw)
    said = fold(tidy(raw)) if isinstance(raw, str) else ""
    if said in _YES or said in _NO:
        return Read(said in _YES, said in _YES)
    return faulty(raw, "yes-no-faulty")


def _choice(raw: Any, limits: Limits) -> Read:
    code = tidy(raw).strip() if isinstance(raw, str) else ""
    return Read(code, code) if code in limits.codes else faulty(raw, "choice-unknown")


def _choices(raw: Any, limits: Limits) -> Read:
    asked = [raw] if isinstance(raw, str) else raw
    if not isinstance(asked, list):
        return faulty(None, "answer-shape")
    ticked = [one for one in asked if isinstance(one, str)]
    known = [code for code in limits.codes if code in ticked] or None
    strange = len(ticked) < len(asked) or any(one not in limits.codes for one in ticked)
    faults = (Noticed("", "choice-unknown"),) if strange else ()
    return Read(known, known, faults)


def _email(raw: Any, _limits: Limits) -> Read:
    address = plain_code(tidy(raw)) if isinstance(raw, str) else ""
    if len(address) > 200 or not _EMAIL.fullmatch(address):
        return faulty(raw, "email-faulty")
    return Read(address, address)


def _by_kernel(
    parse: Callable[[str, date], tuple[str, tuple[Doubt, ...]]],
) -> Callable[[Any, Limits], Read]:
    """A number the kernel takes apart; its refusal is the fault, its doubts are ours."""

    def reading(raw: Any, limits: Limits) -> Read:
        if not isinstance(raw, str):
            return faulty(raw, "answer-shape")
        try:
            number, doubts = parse(tidy(raw), limits.today)
        except Refusal as refusal:
            return faulty(raw, refusal.code, **refusal.params)
        return Read(
            number, number, doubts=tuple(Noticed("", one.code, one.params) for one in doubts)
        )

    return reading


def _personal_id(text: str, today: date) -> tuple[str, tuple[Doubt, ...]]:
    found = parse_personal_id(text, today=today)
    return found.personal_id, found.doubts


def _tax_code(text: str, today: date) -> tuple[str, tuple[Doubt, ...]]:
    found = parse_tax_code(text, today=today)
    return found.tax_code, found.doubts


def _phone(text: str, _today: date) -> tuple[str, tuple[Doubt, ...]]:
    found = parse_phone(text)
    return found.phone, found.doubts


_READERS: Final[Mapping[FieldKind, Callable[[Any, Limits], Read]]] = {
    FieldKind.TEXT: _text,
    FieldKind.LONG_TEXT: _long_text,
    FieldKind.NUMBER: _number,
    FieldKind.MONEY_VND: _number,
    FieldKind.DATE: _date,
    FieldKind.BIRTH_DATE: _birth_date,
    FieldKind.SEX: _sex,
    FieldKind.YES_NO: _yes_no,
    FieldKind.CHOICE: _choice,
    FieldKind.CHOICES: _choices,
    FieldKind.EMAIL: _email,
    FieldKind.PERSONAL_ID: _by_kernel(_personal_id),
    FieldKind.TAX_CODE: _by_kernel(_tax_code),
    FieldKind.PHONE: _by_kernel(_phone),
}
