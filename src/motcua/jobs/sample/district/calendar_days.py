"""How the dossiers of one agency spread over the days on which its desk is open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from math import exp
from random import Random

from motcua.jobs.sample.district.figures import FIRST_DAY, LAST_DAY, Totals, along
from motcua.worktime.rules.calendar import WorkCalendar
from motcua.worktime.vocabulary import DayCause

WEEKDAYS = (130, 108, 100, 96, 104, 34, 0)
MONTHS = (92, 74, 100, 98, 104, 116, 118, 114, 104, 98, 96, 88)
"""Quiet around Tết, busy from June to August."""
GROWTH_A_YEAR = 0.07
AFTER_A_REST = 1.25
CLOSED_CITY = (date(2021, 7, 24), date(2021, 9, 20))
"""Hà Nội kept its people at home: the desks were open for what could not wait."""
TET_NEAR_DAYS = 12
SETTLED_LATE_BEFORE = 75
"""Days before the end: what is late then has still been settled."""
SLOW_DECAY_DAYS, OLD_SHARE = 50, 0.012
EARLY_PERCENT = 45
SCALE = 1_000_000


@dataclass(frozen=True, slots=True)
class DayPlan:
    """How many dossiers are received on a day, and of these: still open at the end, settled late,
    of procedures offered online, filed online, registered on a day before."""

    day: date
    received: int
    open: int
    late: int
    offered: int
    online: int
    early: int


def day_plans(totals: Totals, calendar: WorkCalendar, random: Random) -> list[DayPlan]:
    """One plan for each day on which the desk is open; together they are the totals exactly."""
    days = open_days(calendar)
    tet = sorted(special.day for special in calendar.special_days if special.cause is DayCause.TET)
    received = along(
        totals.received, [_weight(day, days, i, tet, random) for i, day in enumerate(days)]
    )
    opened = along(totals.open, _open_weights(days, received, totals.open))
    settled = [whole - still for whole, still in zip(received, opened, strict=True)]
    last_late = LAST_DAY - timedelta(days=SETTLED_LATE_BEFORE)
    late = along(
        totals.late, [s if d <= last_late else 0 for d, s in zip(days, settled, strict=True)]
    )
    offered = along(totals.offered, received)
    online = along(totals.online, offered)
    early = [0, *along(sum(online[1:]) * EARLY_PERCENT // 100, online[1:])]
    rows = zip(days, received, opened, late, offered, online, early, strict=True)
    return [DayPlan(*row) for row in rows]


def open_days(calendar: WorkCalendar) -> list[date]:
    """The days of the years on which the desk is open, Saturday mornings too."""
    span = (LAST_DAY - FIRST_DAY).days + 1
    days = (FIRST_DAY + timedelta(days=number) for number in range(span))
    return [day for day in days if calendar.hours_on(day).sessions]


def _weight(day: date, days: list[date], place: int, tet: list[date], random: Random) -> int:
    weight = WEEKDAYS[day.weekday()] * MONTHS[day.month - 1] * random.uniform(0.85, 1.15)
    weight *= 1 + GROWTH_A_YEAR * (day - FIRST_DAY).days / 365
    if place and (day - days[place - 1]).days > 3:
        weight *= AFTER_A_REST
    if CLOSED_CITY[0] <= day <= CLOSED_CITY[1]:
        weight *= 0.3
    if any(abs((day - near).days) <= TET_NEAR_DAYS for near in tet):
        weight *= 0.6
    return round(weight * 1000)


def _open_weights(days: list[date], received: list[int], wanted: int) -> list[int]:
    """What is still open came in lately for the most part; never more than came in that day."""
    likely = [
        exp(-(LAST_DAY - day).days / SLOW_DECAY_DAYS) + OLD_SHARE * ((LAST_DAY - day).days < 730)
        for day in days
    ]
    low, high = 0.0, 1.0
    while _sum(received, likely, high) < wanted and high < 2**40:
        high *= 2
    for _round in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if _sum(received, likely, middle) < wanted else (low, middle)
    return [
        round(SCALE * count * min(1.0, high * share))
        for count, share in zip(received, likely, strict=True)
    ]


def _sum(received: list[int], likely: list[float], factor: float) -> float:
    return sum(n * min(1.0, factor * share) for n, share in zip(received, likely, strict=True))
