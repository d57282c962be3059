"""A time as officials write it: "0,5 ngày làm việc", "½ ngày", "02 giờ", "30 phút", "trong ngày". Pure, exact.

In the tables of offices a day is a working day, unless they say that days off count too, or the time of the
whole does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final

from motcua.kernel.folding import fold
from motcua.processes.rules.shapes import StepLimit
from motcua.worktime.vocabulary import Unit

_PARTS: Final = {"½": "0.5", "¼": "0.25", "¾": "0.75"}
_AMOUNT: Final = re.compile(r"([0-9]{1,6}(?:[.,][0-9]{1,6})?)(?:\s*/\s*([0-9]{1,4}))?\s*([a-z].*)")
_MINUTES: Final = re.compile(r"^(phut|p)\b")
_HOURS_MINUTES: Final = re.compile(
    r"([0-9]{1,4})\s*(?:gio|h|tieng)\s*([0-9]{1,2})\s*(?:phut|p)?\.?"
)
_NEGATIVE: Final = re.compile(r"\s*[-−]\s*[0-9½¼¾]")
MINUTES_PER_HOUR: Final = 60
_UNITS: Final = (
    (re.compile(r"^(gio|h\b|tieng)"), Unit.WORKING_HOURS),
    (re.compile(r"^buoi"), Unit.HALF_DAYS),
    (
        re.compile(r"^(nlv|ngay (lam viec|lv)\b|ngay.*\b(khong ke|khong tinh|tru)\b)"),
        Unit.WORKING_DAYS,
    ),
    (re.compile(r"^ngay.*\b(lich|nghi|le)\b"), Unit.CALENDAR_DAYS),
    (re.compile(r"^ngay"), None),
    (re.compile(r"^thang"), Unit.MONTHS),
    (re.compile(r"^nam"), Unit.YEARS),
)


def limit_in(words: str, *, day: Unit = Unit.WORKING_DAYS) -> StepLimit | None:
    """The time that the words state; None when they state none that can be read exactly. `day`: what a plain
    "ngày" means."""
    for sign, value in _PARTS.items():
        words = words.replace(sign, value)
    folded = fold(words)
    if folded.startswith(("trong ngay", "ngay trong ngay")):
        return StepLimit(Unit.SAME_DAY, Decimal(0))
    both = _HOURS_MINUTES.fullmatch(folded)
    if both is not None:
        minutes = int(both.group(1)) * MINUTES_PER_HOUR + int(both.group(2))
        return _limit(Unit.WORKING_HOURS, _exact(str(minutes), MINUTES_PER_HOUR))
    found = _AMOUNT.match(folded)
    if found is None:
        return None
    value, part, rest = found.groups()
    value, divisor = value.replace(",", "."), int(part or 1)
    if _MINUTES.search(rest):
        return _limit(Unit.WORKING_HOURS, _exact(value, divisor * MINUTES_PER_HOUR))
    units = [unit or day for pattern, unit in _UNITS if pattern.search(rest)]
    return _limit(units[0], _exact(value, divisor)) if units else None


def why_unread(words: str) -> str:
    """A code for what is wrong with words that state no time: what to tell whoever wrote them."""
    if _NEGATIVE.match(words):
        return "negative"
    found = _AMOUNT.match(fold(words))
    is_minutes = found is not None and _MINUTES.search(found.group(3))
    return "not-exact" if is_minutes else "not-read"


def _limit(unit: Unit, amount: Decimal | None) -> StepLimit | None:
    return None if amount is None else StepLimit(unit, amount)


def days_said(times: Sequence[str], whole: StepLimit | None) -> Unit | None:
    """What a plain "ngày" means in a table: the days of the whole, where they count days off too and nothing
    in the table says otherwise; else working days. None where no row says it."""
    read = [(limit_in(one), limit_in(one, day=Unit.CALENDAR_DAYS)) for one in times]
    plain = [working for working, calendar in read if working is not None and working != calendar]
    if not plain:
        return None
    told = any(one and one.unit is Unit.WORKING_DAYS for _working, one in read)
    broken = any(one.value % 1 for one in plain)
    counts_off = whole is not None and whole.unit is Unit.CALENDAR_DAYS
    return Unit.CALENDAR_DAYS if counts_off and not told and not broken else Unit.WORKING_DAYS


def _exact(value: str, divisor: int) -> Decimal | None:
    """ "1/2" is a half; a third of a day has no exact decimal and is not read."""
    if divisor == 1:
        return Decimal(value)
    if not divisor:
        return None
    scaled = Fraction(value) / divisor * 10**6
    return Decimal(scaled.numerator) / 10**6 if scaled.denominator == 1 else None
