"""Dates and times as Vietnamese papers write them (NĐ 30/2020/NĐ-CP, annex I: days below 10 and months 1, 2 take a 0)."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from motcua.kernel.clock import local

_WEEKDAYS: Final = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


def _wall_clock(at: datetime) -> datetime:
    """Local time: an aware instant is converted, a naive one already is the clock on the wall."""
    return local(at) if at.tzinfo else at


def day_words(day: date) -> str:
    """`ngày 05 tháng 02 năm 2026`, `ngày 15 tháng 3 năm 2026`."""
    month = f"{day.month:02d}" if day.month <= 2 else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


def place_and_day(place: str, day: date) -> str:
    """The line above a paper's body: `Gia Lâm, ngày 05 tháng 02 năm 2026`."""
    return f"{place}, {day_words(day)}"


def moment_words(at: datetime) -> str:
    """`10 giờ 20 phút, ngày 05 tháng 02 năm 2026`, on the wall clock of Việt Nam."""
    here = _wall_clock(at)
    return f"{here.hour:02d} giờ {here.minute:02d} phút, {day_words(here.date())}"


def short_day(day: date) -> str:
    """`05/02/2026`."""
    return f"{day.day:02d}/{day.month:02d}/{day.year:04d}"


def short_moment(at: datetime) -> str:
    """`10:20 05/02/2026`, on the wall clock of Việt Nam."""
    here = _wall_clock(at)
    return f"{here.hour:02d}:{here.minute:02d} {short_day(here.date())}"


def weekday_words(day: date) -> str:
    """`thứ Hai` … `Chủ nhật`."""
    return _WEEKDAYS[day.weekday()]
