"""When an office is open, in words: its week, today, and the days off that come."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import groupby
from typing import Any

from django.utils.translation import gettext as _

from motcua.kernel.clock import local, local_day
from motcua.worktime.queries.calendars import office_time
from motcua.worktime.rules.calendar import WorkCalendar
from motcua.worktime.rules.day_table import instant_of, stamp_of
from motcua.worktime.rules.refusals import OutsideCalendarRange
from motcua.worktime.vocabulary import DayHours, DayKind
from motcua.worktime.wording import day_name, day_with_weekday, moment, sessions_words

MONDAY = date(2024, 1, 1)
DAY = timedelta(days=1)
DAYS_AHEAD = 45


def hours_today(agency_id: int, at: datetime) -> str:
    """`08:00–12:00 và 13:00–17:00`; on a closed day when it opens next; empty when not known."""
    today = local_day(at)
    try:
        calendar = office_time(agency_id, today).calendar
        sessions = calendar.hours_on(today).sessions
        return sessions_words(sessions, _) if sessions else _opens_next(calendar, at)
    except OutsideCalendarRange:
        return ""


def _opens_next(calendar: WorkCalendar, at: datetime) -> str:
    opening = local(instant_of(calendar.table.next_reception(stamp_of(at))))
    return _("Nghỉ; mở lại lúc %(moment)s") % {"moment": moment(opening, _)}


def open_state(agency_id: int, at: datetime) -> dict[str, Any] | None:
    """Whether the desk is open this minute, said in words; None when not known."""
    calendar = office_time(agency_id, local_day(at)).calendar
    try:
        is_open = calendar.is_open(at)
        opening = local(instant_of(calendar.table.next_reception(stamp_of(at))))
    except OutsideCalendarRange:
        return None
    if is_open:
        return {"is_open": True, "text": _("Đang mở cửa")}
    return {
        "is_open": False,
        "text": _("Đang đóng cửa; mở lúc %(moment)s") % {"moment": moment(opening, _)},
    }


def state_note(agency_id: int, at: datetime) -> str:
    """Beside the hours of today: open now, or closed and when it opens next; "" on a day off, of which the
    hours already say that, and where it is not known."""
    today = local_day(at)
    state = open_state(agency_id, at)
    if state is None or not office_time(agency_id, today).calendar.hours_on(today).sessions:
        return ""
    return str(state["text"])


def turns_at(agency_id: int, at: datetime) -> datetime | None:
    """When the office next opens, closes or stops counting for today: what is told of now changes then."""
    times = office_time(agency_id, local_day(at))
    sessions = times.calendar.hours_on(local_day(at)).sessions
    minutes = {edge for session in sessions for edge in session} | {times.terms.cutoff_minute or 0}
    day = local(at).replace(hour=0, minute=0, second=0, microsecond=0)
    ahead = (day + timedelta(minutes=minute) for minute in sorted(minutes))
    return next((moment for moment in ahead if moment > at), None)


def week_rows(agency_id: int, today: date) -> list[dict[str, Any]]:
    """`thứ Hai đến thứ Sáu`: 08:00–12:00 và 13:00–17:00 … days of the same hours on one line."""
    week = office_time(agency_id, today).calendar.week
    rows = []
    for hours, days in groupby(range(len(week)), key=lambda weekday: week[weekday]):
        weekdays = list(days)
        rows.append({"label": _days_words(weekdays), **_hours_told(hours)})
    return rows


def _days_words(weekdays: list[int]) -> str:
    first, last = (_weekday(weekdays[place]) for place in (0, -1))
    words = first
    if len(weekdays) > 1:
        words = _("%(first)s đến %(last)s") % {"first": first, "last": last}
    return words[:1].upper() + words[1:]


def _weekday(number: int) -> str:
    return day_with_weekday(MONDAY + number * DAY, _).rsplit(" ", 1)[0]


def _hours_told(hours: DayHours) -> dict[str, Any]:
    if not hours.sessions:
        return {"value": _("Nghỉ"), "note": "", "is_open": False}
    note = _("Chỉ nhận hồ sơ và trả kết quả") if hours.reception_only else ""
    return {"value": sessions_words(hours.sessions, _), "note": note, "is_open": True}


def days_off_ahead(agency_id: int, today: date) -> list[dict[str, str]]:
    """The days of the coming weeks on which the office is not open as usual."""
    special = office_time(agency_id, today).calendar.special_by_day
    return [
        {
            "label": day_with_weekday(day, _),
            "value": _("Nghỉ") if one.kind is DayKind.OFF else _("Giờ khác thường lệ"),
            "note": day_name(one.name, _),
        }
        for day, one in special.items()
        if today <= day <= today + DAYS_AHEAD * DAY
    ]
