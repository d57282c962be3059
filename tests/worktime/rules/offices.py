"""Named offices, and short ways to ask for a date. Office 1 is that of one-stop-systems.md 2.4."""

from __future__ import annotations

from datetime import date, datetime
from fractions import Fraction
from typing import Any

from motcua.kernel.clock import ZONE
from motcua.worktime.rules.calendar import WorkCalendar
from motcua.worktime.rules.due import ClockRequest, Promise, due
from motcua.worktime.rules.official_days import official_calendar
from motcua.worktime.rules.week import office_week, week_of
from motcua.worktime.vocabulary import (
    Counting,
    DayCause,
    DayHours,
    DayKind,
    Pause,
    PausePolicy,
    Sessions,
    SpecialDay,
    Terms,
    Unit,
)

MORNING: Sessions = ((480, 720),)
SEVEN_AND_A_HALF: Sessions = ((450, 690), (810, 1020))
EIGHT_AND_A_HALF: Sessions = ((420, 690), (810, 1050))
OFFICE_1: Sessions = ((480, 720), (810, 1050))
ROLLING = Terms(counting=Counting.ROLLING_HOURS)


def five_days(sessions: Sessions, saturday: DayHours | None = None) -> WorkCalendar:
    """An office without official days: Monday to Friday, and perhaps Saturday."""
    return WorkCalendar(
        week=week_of({**dict.fromkeys(range(5), sessions), 5: saturday or DayHours()})
    )


PLAIN = five_days(OFFICE_1)
WITH_SATURDAY = five_days(OFFICE_1, DayHours(MORNING))
DEFAULT = official_calendar(office_week())
DEFAULT_WITH_SATURDAY = official_calendar(office_week(saturday=DayHours(MORNING)))
RECEIVES_ON_SATURDAY = official_calendar(
    office_week(saturday=DayHours(MORNING, reception_only=True))
)


def instant(text: str) -> datetime:
    """`2021-06-07T09:00` on the wall clock of Việt Nam."""
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


def pause(from_text: str, to_text: str | None, policy: PausePolicy = PausePolicy.PAUSE) -> Pause:
    to_at = instant(to_text) if to_text else None
    return Pause(from_at=instant(from_text), to_at=to_at, policy=policy)


def day_off(text: str, name: str = "Nghỉ", kind: DayKind = DayKind.OFF) -> SpecialDay:
    return SpecialDay(
        day=date.fromisoformat(text), kind=kind, cause=DayCause.LOCAL_CLOSURE, name=name
    )


def extra_day(text: str) -> SpecialDay:
    return SpecialDay(
        day=date.fromisoformat(text), kind=DayKind.EXTRA_WORK, cause=DayCause.LOCAL_WORK
    )


def promise(
    calendar: WorkCalendar, received: str, unit: Unit, value: Any = 0, **more: Any
) -> Promise:
    """The promise for a receipt told as text; `value` as text, number or fraction."""
    exact = Fraction(value)
    return due(
        ClockRequest(
            received_at=instant(received), unit=unit, value=exact, calendar=calendar, **more
        )
    )


def due_text(calendar: WorkCalendar, received: str, unit: Unit, value: Any = 0, **more: Any) -> str:
    """The due date as `2021-06-07T09:00`."""
    due_at = promise(calendar, received, unit, value, **more).due_at
    assert due_at is not None
    return f"{due_at:%Y-%m-%dT%H:%M}"
