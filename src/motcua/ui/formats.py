"""Dates, amounts and numbers as people in Việt Nam read them. The only place where a template gets them."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from django.utils.translation import gettext as _

from motcua.kernel.bounded import MoreThan
from motcua.kernel.clock import local_day
from motcua.kernel.dates_vi import short_day, short_moment, weekday_words
from motcua.kernel.money import figures

NOTHING = "—"


def _as_day(value: date | datetime) -> date:
    if isinstance(value, datetime):
        return local_day(value) if value.tzinfo else value.date()
    return value


def day(value: date | datetime | None) -> str:
    """`05/02/2026`; a long dash for None. An instant gives its day in Việt Nam."""
    return NOTHING if value is None else short_day(_as_day(value))


def weekday(value: date | datetime | None) -> str:
    """`thứ Năm, 05/02/2026`, in the language of the page."""
    if value is None:
        return NOTHING
    found = _as_day(value)
    return f"{_(weekday_words(found))}, {short_day(found)}"


def moment(value: datetime | None) -> str:
    """`10:20 05/02/2026` on the wall clock of Việt Nam; a long dash for None."""
    return NOTHING if value is None else short_moment(value)


def iso(value: date | datetime) -> str:
    """For `<time datetime>`: what machines read."""
    return value.isoformat()


def money(amount_vnd: int | None) -> str:
    """`1.234.567 đồng`; a long dash for None."""
    if amount_vnd is None:
        return NOTHING
    return _("%(figures)s đồng") % {"figures": figures(amount_vnd)}


def number(value: int | float | Decimal | None) -> str:
    """`1.234,5`: point for thousands, comma for decimals, no trailing zeros; a long dash for None."""
    if value is None:
        return NOTHING
    if isinstance(value, MoreThan):
        return _("hơn %(count)s") % {"count": number(int(value))}
    whole, _point, rest = f"{value:,f}".partition(".")
    rest = rest.rstrip("0")
    return whole.replace(",", ".") + ("," + rest if rest else "")
