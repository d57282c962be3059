"""Days off and swapped Saturdays announced for all public bodies, as shipped (law.md 4.5)."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from motcua.worktime.rules.calendar import WorkCalendar
from motcua.worktime.rules.week import Week, office_week
from motcua.worktime.vocabulary import DayCause, DayKind, SpecialDay


@dataclass(frozen=True, kw_only=True)
class OfficialDays:
    """`announced_years`: years with an announcement; the last one shipped may be provisional."""

    special_days: tuple[SpecialDay, ...]
    announced_years: frozenset[int]


@cache
def official_days() -> OfficialDays:
    """The shipped list, read once."""
    source = files("motcua.worktime").joinpath("data/holidays.json").read_text(encoding="utf-8")
    years: dict[str, dict[str, Any]] = json.loads(source)["years"]
    return OfficialDays(
        special_days=tuple(special for year in years.values() for special in _days_of(year, years)),
        announced_years=frozenset(
            int(year) for year, listed in years.items() if listed["status"] == "ANNOUNCED"
        ),
    )


def _days_of(listed: dict[str, Any], years: dict[str, dict[str, Any]]) -> Iterable[SpecialDay]:
    swaps = {off: work for each in years.values() for work, off, _source in each["work"]}
    for day, cause, name in listed["off"]:
        swapped_for = swaps.get(day) if cause == DayCause.SWAPPED_OFF else None
        yield SpecialDay(
            day=date.fromisoformat(day),
            kind=DayKind.OFF,
            cause=DayCause(cause),
            name=name,
            instead_of=date.fromisoformat(swapped_for) if swapped_for else None,
        )
    for day, instead_of, source in listed["work"]:
        day_off = date.fromisoformat(instead_of)
        yield SpecialDay(
            day=date.fromisoformat(day),
            kind=DayKind.EXTRA_WORK,
            cause=DayCause.SWAPPED_WORK,
            like_weekday=day_off.weekday(),
            instead_of=day_off,
            source=source,
        )


def official_calendar(week: Week, *, local_days: Iterable[SpecialDay] = ()) -> WorkCalendar:
    """The calendar of an office: its week, the shipped official days, and its own special days.

    Refusals: as WorkCalendar.
    """
    known = official_days()
    return WorkCalendar(
        week=week,
        special_days=(*known.special_days, *local_days),
        announced_years=known.announced_years,
    )


@cache
def default_calendar() -> WorkCalendar:
    """Monday to Friday 08:00–12:00 and 13:00–17:00 with the official days."""
    return official_calendar(office_week())
