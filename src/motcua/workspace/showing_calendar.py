"""The working calendar as its page shows it: months of days, hours and terms in words."""

from __future__ import annotations

from calendar import Calendar
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.worktime.queries.special_days import SpecialDayRow
from motcua.worktime.rules.calendar import WorkCalendar
from motcua.worktime.rules.receipt import clock_text
from motcua.worktime.rules.week import length_minutes
from motcua.worktime.vocabulary import (
    Counting,
    CutoffAppliesTo,
    DayCause,
    DayHours,
    DayKind,
    OutsideHours,
    SpecialDay,
    Terms,
)
from motcua.worktime.wording import (
    CAUSES,
    WEEKDAYS,
    day_name,
    day_with_weekday,
    duration,
    sessions_words,
)

KINDS = {
    DayKind.OFF: gettext_lazy("Nghỉ cả ngày"),
    DayKind.MORNING_OFF: gettext_lazy("Nghỉ buổi sáng"),
    DayKind.AFTERNOON_OFF: gettext_lazy("Nghỉ buổi chiều"),
    DayKind.EXTRA_WORK: gettext_lazy("Làm việc thêm"),
}
STATE_OF_KIND = {
    DayKind.OFF: "off",
    DayKind.MORNING_OFF: "half",
    DayKind.AFTERNOON_OFF: "half",
    DayKind.EXTRA_WORK: "extra",
}
STATES = {
    "off": gettext_lazy("Ngày nghỉ"),
    "half": gettext_lazy("Nghỉ nửa ngày"),
    "extra": gettext_lazy("Làm bù, làm thêm"),
    "short": gettext_lazy("Làm một buổi"),
    "reception": gettext_lazy("Chỉ tiếp nhận"),
    "rest": gettext_lazy("Nghỉ hằng tuần"),
}
"""Kinds of cells in the order of the legend; an ordinary working day needs no mark."""

MONTHS = (
    gettext_lazy("Tháng 1"),
    gettext_lazy("Tháng 2"),
    gettext_lazy("Tháng 3"),
    gettext_lazy("Tháng 4"),
    gettext_lazy("Tháng 5"),
    gettext_lazy("Tháng 6"),
    gettext_lazy("Tháng 7"),
    gettext_lazy("Tháng 8"),
    gettext_lazy("Tháng 9"),
    gettext_lazy("Tháng 10"),
    gettext_lazy("Tháng 11"),
    gettext_lazy("Tháng 12"),
)

COUNTINGS = {
    Counting.FIRST_DAY_EXCLUDED: gettext_lazy(
        "Không tính ngày tiếp nhận; hạn là cuối giờ của ngày làm việc cuối cùng."
    ),
    Counting.ROLLING_HOURS: gettext_lazy(
        "Tính theo giờ làm việc từ lúc tiếp nhận; một ngày bằng một ngày làm việc của cơ quan."
    ),
}
OUTSIDE_HOURS = {
    OutsideHours.SAME_DAY: gettext_lazy("Tính là nhận trong ngày đó."),
    OutsideHours.NEXT_SESSION: gettext_lazy("Tính từ đầu buổi làm việc kế tiếp."),
}
CUTOFFS = {
    CutoffAppliesTo.SAME_DAY: gettext_lazy(
        "Sau %(at)s, thủ tục trả trong ngày được trả vào ngày làm việc kế tiếp."
    ),
    CutoffAppliesTo.ALL: gettext_lazy(
        "Sau %(at)s, mọi hồ sơ tính là nhận vào ngày làm việc kế tiếp."
    ),
}


@dataclass(frozen=True, slots=True)
class DayCell:
    """One day of a month. `words` says what is special about it; empty on an ordinary day."""

    day: date
    state: str
    words: str
    is_today: bool


@dataclass(frozen=True, slots=True)
class MonthShown:
    """One month: its weeks from Monday, None where the week belongs to another month."""

    number: int
    name: str
    weeks: tuple[tuple[DayCell | None, ...], ...]


def months_of(calendar: WorkCalendar, year: int, today: date) -> list[MonthShown]:
    """The twelve months of a year between 2000 and 2099."""
    return [
        MonthShown(
            number=month,
            name=str(MONTHS[month - 1]),
            weeks=tuple(
                tuple(_cell(calendar, year, month, number, today) for number in week)
                for week in Calendar().monthdayscalendar(year, month)
            ),
        )
        for month in range(1, 13)
    ]


def _cell(
    calendar: WorkCalendar, year: int, month: int, number: int, today: date
) -> DayCell | None:
    if not number:
        return None
    day = date(year, month, number)
    special = calendar.special_by_day.get(day)
    state = STATE_OF_KIND[special.kind] if special else _ordinary(calendar, day)
    words = special_words(special) if special else str(STATES.get(state, ""))
    return DayCell(day=day, state=state, words=words, is_today=day == today)


def _ordinary(calendar: WorkCalendar, day: date) -> str:
    hours = calendar.hours_on(day)
    if not hours.sessions:
        return "rest"
    if hours.reception_only:
        return "reception"
    return "short" if length_minutes(hours.sessions) < calendar.own_day_minutes else "work"


def special_words(special: SpecialDay) -> str:
    """What happens on the day and why: `Nghỉ cả ngày: Tết Nguyên đán`."""
    return f"{KINDS[special.kind]}: {_why(special)}" if _why(special) else str(KINDS[special.kind])


def _why(special: SpecialDay) -> str:
    swapped = day_with_weekday(special.instead_of, _) if special.instead_of else ""
    if special.cause is DayCause.SWAPPED_WORK and swapped:
        return _("thay cho %(day)s") % {"day": swapped}
    if special.cause is DayCause.LOCAL_CLOSURE and special.name:
        return special.name
    said = _(CAUSES[special.cause]) % {"name": day_name(special.name, _), "instead_of": swapped}
    return said.strip(" ,")


def special_rows(
    entries: tuple[SpecialDayRow, ...], names: dict[int | None, str], *, is_announced: bool
) -> list[dict[str, Any]]:
    """The list under the months; `names` are those of the agencies that entered local days.

    The country's days of a year that is not announced are arithmetic, and say so.
    """
    return [
        {
            "day": day_with_weekday(entry.special.day, _),
            "iso": entry.special.day.isoformat(),
            "kind": str(KINDS[entry.special.kind]),
            "state": STATE_OF_KIND[entry.special.kind],
            "why": _why(entry.special),
            "scope": names.get(entry.agency_id, "") if entry.agency_id else _("Mọi cơ quan"),
            "source": _source(entry, is_announced=is_announced),
        }
        for entry in entries
    ]


def _source(entry: SpecialDayRow, *, is_announced: bool) -> str:
    if not entry.special.source and entry.agency_id is None and not is_announced:
        return _("Tạm tính, chưa công bố")
    return entry.special.source or "—"


def legend(months: list[MonthShown]) -> list[dict[str, str]]:
    """What the marks of these months mean, in the order of `STATES`."""
    cells = (cell for month in months for week in month.weeks for cell in week if cell)
    used = {cell.state for cell in cells}
    return [
        {"state": state, "words": str(words)} for state, words in STATES.items() if state in used
    ]


def week_rows(week: tuple[DayHours, ...]) -> list[dict[str, str]]:
    """The ordinary week, one line a weekday."""
    return [
        {"label": capitalized(_(weekday)), "value": _hours(hours)}
        for weekday, hours in zip(WEEKDAYS, week, strict=True)
    ]


def capitalized(words: str) -> str:
    return words[:1].upper() + words[1:]


def _hours(hours: DayHours) -> str:
    if not hours.sessions:
        return _("Nghỉ")
    told = sessions_words(hours.sessions, _)
    return _("%(hours)s (chỉ tiếp nhận)") % {"hours": told} if hours.reception_only else told


def term_rows(calendar: WorkCalendar, terms: Terms) -> list[dict[str, str]]:
    """How the office counts, in sentences."""
    cutoff = _("Không có giờ chốt.")
    if terms.cutoff_minute is not None:
        cutoff = str(CUTOFFS[terms.cutoff_applies_to]) % {"at": clock_text(terms.cutoff_minute)}
    return [
        {"label": _("Cách tính ngày"), "value": str(COUNTINGS[terms.counting])},
        {"label": _("Một ngày làm việc"), "value": duration(calendar.own_day_minutes, _)},
        {"label": _("Nhận ngoài giờ"), "value": str(OUTSIDE_HOURS[terms.outside_hours])},
        {"label": _("Giờ chốt"), "value": cutoff},
    ]
