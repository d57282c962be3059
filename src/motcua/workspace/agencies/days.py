"""The day on which the agencies are looked at: typed as dd/mm/yyyy, or named in an address."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.utils.dateparse import parse_date

from motcua.kernel.dates_vi import short_day
from motcua.workspace.announcing import DayField


@dataclass(frozen=True, slots=True)
class AskedDay:
    """The day; what to show again in the field, and what is wrong with it ("" when nothing is)."""

    day: date
    text: str
    error: str


def asked_day(text: str, today: date) -> AskedDay:
    """The day that was typed; today when nothing was, or nothing that is a day."""
    text = text.strip()
    if not text:
        return AskedDay(today, short_day(today), "")
    try:
        day = parse_date(text) or DayField(max_length=20).clean(text)
    except (ValueError, ValidationError) as fault:
        words = fault.messages[0] if isinstance(fault, ValidationError) else _no_such_day()
        return AskedDay(today, text, words)
    return AskedDay(day, short_day(day), "")


def _no_such_day() -> str:
    """What the field says of a day that does not exist."""
    try:
        DayField().clean("-")
    except ValidationError as fault:
        return str(fault.messages[0])
    return ""
