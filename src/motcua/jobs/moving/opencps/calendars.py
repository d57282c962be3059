"""Holidays and weekly hours of OpenCPS as special days and a week of ours."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date
from typing import Final

from motcua.jobs.moving.opencps.content import Export, Found, Holiday
from motcua.jobs.moving.opencps.texts import plain_lines, whole
from motcua.worktime.rules.refusals import SessionsNotValid
from motcua.worktime.rules.week import checked_sessions
from motcua.worktime.vocabulary import DayCause, DayHours, DayKind, Session, SpecialDay

KINDS: Final = {
    "0": (DayKind.OFF, DayCause.LOCAL_CLOSURE),
    "1": (DayKind.EXTRA_WORK, DayCause.LOCAL_WORK),
}
MONDAY_TO_FRIDAY: Final = range(5)
NAME_LENGTH_MAX: Final = 150
_SESSION: Final = re.compile(r"(\d{1,2})[:hH](\d{2})\s*[-–]\s*(\d{1,2})[:hH](\d{2})")


def special_days(export: Export, *, since: date) -> list[SpecialDay]:
    """One special day for each date from `since` on; a date that is told both off and worked is none."""
    by_day: dict[date, list[Holiday]] = defaultdict(list)
    for holiday in export.holidays:
        by_day[holiday.day].append(holiday)
    past = [day for day in by_day if day < since]
    if past:
        export.tell(Found.DAY_PAST, f"{min(past)} … {max(past)}", len(past))
    days = (_special(export, by_day[day]) for day in sorted(by_day) if day >= since)
    return [day for day in days if day is not None]


def _special(export: Export, told: list[Holiday]) -> SpecialDay | None:
    first, kinds = told[0], {one.kind for one in told}
    about = first.day.isoformat()
    if len(kinds) > 1:
        export.tell(Found.DAY_CONTRADICTED, about, " / ".join(one.name or one.kind for one in told))
        return None
    if first.kind not in KINDS:
        export.tell(Found.DAY_KIND_UNKNOWN, about, first.kind)
        return None
    if len(told) > 1:
        export.tell(Found.DAY_TWICE, about, len(told))
    kind, cause = KINDS[first.kind]
    weekday = first.day.weekday()
    return SpecialDay(
        day=first.day,
        kind=kind,
        cause=cause,
        name=" ".join(plain_lines(first.name))[:NAME_LENGTH_MAX],
        like_weekday=weekday if weekday in MONDAY_TO_FRIDAY else 0,
        source=f"OpenCPS: {first.source}"[:NAME_LENGTH_MAX],
    )


def week_hours(export: Export) -> dict[int, DayHours] | None:
    """The week, Monday 0; None when any of it cannot be read: half a week promises wrong dates."""
    week: dict[int, DayHours] = {}
    is_sound = bool(export.hours)
    for told in export.hours:
        number = whole(told.day)
        if number is None or not 1 <= number <= 7:
            export.tell(Found.WEEKDAY_UNKNOWN, told.source, told.day)
            is_sound = False
            continue
        weekday = (number + 5) % 7
        sessions = sessions_of(told.hours)
        if sessions is None:
            export.tell(Found.HOURS_UNREADABLE, told.source, f"{told.day}: {told.hours}")
            is_sound = False
        elif week.setdefault(weekday, DayHours(sessions)) != DayHours(sessions):
            export.tell(Found.HOURS_TWICE, told.source, told.day)
            is_sound = False
    if is_sound and not any(hours.sessions for hours in week.values()):
        export.tell(Found.HOURS_UNREADABLE, export.hours[0].source, "—")
        return None
    return week if is_sound else None


def sessions_of(hours: str) -> tuple[Session, ...] | None:
    """`08:00-12:00,13:00-17:00`; nothing is a closed day; None for what cannot be read."""
    parts = [part.strip() for part in re.split(r"[,;]", hours) if part.strip()]
    found = [_SESSION.fullmatch(part) for part in parts]
    sessions: list[Session] = []
    for match in found:
        if match is None:
            return None
        opening, opening_minute, closing, closing_minute = (int(part) for part in match.groups())
        if max(opening_minute, closing_minute) > 59:
            return None
        sessions.append((opening * 60 + opening_minute, closing * 60 + closing_minute))
    try:
        return checked_sessions(sessions)
    except SessionsNotValid:
        return None
