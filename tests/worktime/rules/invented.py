"""Offices, receipts, limits and pauses that hypothesis makes up, each office told twice."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from fractions import Fraction
from functools import cache

from hypothesis import strategies as st

from motcua.worktime.rules.calendar import WorkCalendar
from motcua.worktime.rules.due import ClockRequest
from motcua.worktime.rules.week import week_of
from motcua.worktime.vocabulary import (
    Counting,
    CutoffAppliesTo,
    DayCause,
    DayHours,
    DayKind,
    OutsideHours,
    Pause,
    PausePolicy,
    Sessions,
    SpecialDay,
    Terms,
    Unit,
)
from tests.worktime.rules.offices import (
    EIGHT_AND_A_HALF,
    MORNING,
    OFFICE_1,
    SEVEN_AND_A_HALF,
    instant,
)
from tests.worktime.rules.slow_office import SlowOffice

THROUGH: Sessions = ((480, 960),)
THREE_SESSIONS: Sessions = ((420, 600), (630, 720), (810, 1020))
FIRST_MINUTE = instant("2024-03-01T00:00")
MINUTES_OF_RECEIPT = 21 * 24 * 60
FIRST_SPECIAL = date(2024, 3, 1)


@dataclass(frozen=True)
class Office:
    """The same office for the product and for the slow comparison."""

    calendar: WorkCalendar
    slow: SlowOffice


USUAL_DAYS: tuple[Sessions, ...] = (
    OFFICE_1,
    SEVEN_AND_A_HALF,
    EIGHT_AND_A_HALF,
    THROUGH,
    THREE_SESSIONS,
)


def _changed(*days_and_hours: tuple[int, Sessions]) -> tuple[SpecialDay, ...]:
    """Days of March and April 2024 by number, off or worked with hours of their own."""
    return tuple(
        SpecialDay(
            day=FIRST_SPECIAL + timedelta(days=number - 1),
            kind=DayKind.EXTRA_WORK if hours else DayKind.OFF,
            cause=DayCause.LOCAL_WORK if hours else DayCause.STATUTORY,
            name="Ngày khác thường",
            sessions=hours,
        )
        for number, hours in days_and_hours
    )


CHANGES = (
    _changed(),
    _changed((5, ()), (6, ()), (9, OFFICE_1), (20, MORNING)),
    _changed((8, ()), (9, ()), (10, ()), (11, ()), (12, ()), (17, OFFICE_1), (40, ())),
    _changed((1, MORNING), (3, MORNING), (4, ()), (15, ()), (16, ()), (29, ()), (32, ())),
)
"""A few sets only, so that the tables of their offices are built once."""


@cache
def _office(
    usual: Sessions, saturday: Sessions, reception_only: bool, changes: tuple[SpecialDay, ...]
) -> Office:
    """With changes the office works only in the morning on Wednesdays."""
    wednesday = MORNING if changes else usual
    hours: dict[int, Sessions] = {**dict.fromkeys(range(5), usual), 2: wednesday}
    worked = {**hours, 5: () if reception_only else saturday}
    week = week_of({**hours, 5: DayHours(saturday, reception_only=reception_only)})
    slow = SlowOffice(
        week=tuple(worked.get(weekday, ()) for weekday in range(7)),
        own_day=sum(closes - opens for opens, closes in usual),
        changed={special.day: special.sessions for special in changes},
        desk_only={5: saturday} if reception_only else {},
    )
    return Office(WorkCalendar(week=week, special_days=changes), slow)


def offices() -> st.SearchStrategy[Office]:
    return st.builds(
        _office,
        st.sampled_from(USUAL_DAYS),
        st.sampled_from([(), MORNING, OFFICE_1]),
        st.booleans(),
        st.sampled_from(CHANGES),
    )


def receipts() -> st.SearchStrategy[datetime]:
    """Any minute of three weeks, often one at which something begins or ends."""
    edges = [420, 450, 480, 690, 720, 780, 810, 900, 901, 960, 1020, 1050]
    exact = st.builds(
        lambda day, minute: day * 1440 + minute, st.integers(0, 20), st.sampled_from(edges)
    )
    minutes = st.one_of(exact, st.integers(0, MINUTES_OF_RECEIPT - 1))
    return minutes.map(lambda minute: FIRST_MINUTE + timedelta(minutes=minute))


def terms(counting: Counting | None = None) -> st.SearchStrategy[Terms]:
    return st.builds(
        Terms,
        counting=st.just(counting) if counting else st.sampled_from(Counting),
        outside_hours=st.sampled_from(OutsideHours),
        cutoff_minute=st.sampled_from([None, 900, 660]),
        cutoff_applies_to=st.sampled_from(CutoffAppliesTo),
    )


def limits(*units: Unit) -> st.SearchStrategy[tuple[Unit, Fraction]]:
    """A unit and a value that suits it; shares of a day in quarters and tenths."""
    whole = st.integers(0, 7).map(Fraction)
    shares = st.sampled_from([Fraction(0), Fraction(1, 2), Fraction(1, 4), Fraction(3, 10)])
    broken = st.builds(lambda value, share: value + share, whole, shares)
    fitting = {Unit.SAME_DAY: st.just(Fraction(0)), Unit.CALENDAR_DAYS: whole}
    fitting |= {Unit.MONTHS: whole, Unit.YEARS: whole.map(lambda value: value % 2)}
    return st.sampled_from(units or tuple(Unit)).flatmap(
        lambda unit: st.tuples(st.just(unit), fitting.get(unit, broken))
    )


@st.composite
def pauses(draw: st.DrawFn, received: datetime, *, policies: tuple[PausePolicy, ...]) -> Pause:
    begin = received + timedelta(minutes=draw(st.integers(0, 6 * 1440)))
    end = begin + timedelta(minutes=draw(st.integers(0, 4 * 1440)))
    return Pause(from_at=begin, to_at=end, policy=draw(st.sampled_from(policies)))


@st.composite
def questions(
    draw: st.DrawFn,
    *,
    units: tuple[Unit, ...] = (),
    counting: Counting | None = None,
    policies: tuple[PausePolicy, ...] = tuple(PausePolicy),
) -> tuple[ClockRequest, Office]:
    """A whole question to the clock, with the office it is asked of."""
    office = draw(offices())
    received = draw(receipts())
    unit, value = draw(limits(*units))
    stops = draw(st.lists(pauses(received, policies=policies), max_size=3))
    clock = ClockRequest(
        received_at=received,
        unit=unit,
        value=value,
        calendar=office.calendar,
        terms=draw(terms(counting)),
        pauses=tuple(stops),
    )
    return clock, office
