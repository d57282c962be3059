"""What an office's calendar is: its week, half days, closures, and what it refuses to be."""

from __future__ import annotations

from datetime import date

import pytest

from motcua.worktime.rules.calendar import WorkCalendar
from motcua.worktime.rules.day_table import FIRST_DAY, LAST_DAY
from motcua.worktime.rules.official_days import official_calendar
from motcua.worktime.rules.refusals import (
    NoWorkingSessions,
    OutsideCalendarRange,
    SessionsNotValid,
)
from motcua.worktime.rules.week import checked_sessions, office_week, own_day_minutes, week_of
from motcua.worktime.vocabulary import DayCause, DayHours, DayKind, SpecialDay, Unit
from tests.worktime.rules.offices import (
    DEFAULT,
    MORNING,
    OFFICE_1,
    PLAIN,
    RECEIVES_ON_SATURDAY,
    ROLLING,
    day_off,
    due_text,
    extra_day,
    five_days,
    instant,
)

WEDNESDAY = date(2024, 3, 13)


@pytest.mark.parametrize("hours", [{}, {0: ()}, {5: DayHours(MORNING, reception_only=True)}])
def test_an_office_that_never_works_is_refused(hours) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(NoWorkingSessions):
        WorkCalendar(week=week_of(hours))


@pytest.mark.parametrize(
    "sessions",
    [
        [(720, 480)],
        [(480, 480)],
        [(480, 720), (700, 800)],
        [(480, 1441)],
        [(-1, 60)],
    ],
    ids=["reversed", "empty", "overlapping", "after midnight", "before midnight"],
)
def test_faulty_sessions_are_refused(sessions) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(SessionsNotValid):
        checked_sessions(sessions)
    with pytest.raises(SessionsNotValid):
        week_of({0: sessions})


def test_sessions_may_come_in_any_order_and_touch() -> None:
    assert checked_sessions([(720, 1020), (480, 720)]) == ((480, 720), (720, 1020))


@pytest.mark.parametrize(
    ("hours", "minutes"),
    [
        (dict.fromkeys(range(5), OFFICE_1) | {5: MORNING}, 480),
        (dict.fromkeys(range(4), OFFICE_1) | {4: MORNING}, 480),
        ({0: OFFICE_1, 1: MORNING}, 480),
        ({0: MORNING, 1: MORNING, 2: MORNING, 3: OFFICE_1, 4: OFFICE_1}, 240),
        ({5: MORNING}, 240),
    ],
    ids=["half Saturday", "short Friday", "one of each", "mostly mornings", "Saturdays only"],
)
def test_the_day_of_an_office_is_its_usual_weekday(hours, minutes: int) -> None:  # type: ignore[no-untyped-def]
    assert own_day_minutes(week_of(hours)) == minutes


def test_the_default_office_works_eight_hours_from_monday_to_friday() -> None:
    assert DEFAULT.week == office_week()
    assert DEFAULT.own_day_minutes == 480
    assert DEFAULT.closing_of(WEDNESDAY) == instant("2024-03-13T17:00")
    assert DEFAULT.closing_of(date(2024, 3, 16)) is None


@pytest.mark.parametrize(
    ("kind", "left"),
    [
        (DayKind.MORNING_OFF, ((810, 1050),)),
        (DayKind.AFTERNOON_OFF, ((480, 720),)),
        (DayKind.OFF, ()),
    ],
)
def test_half_a_day_off_leaves_the_other_half(kind: DayKind, left) -> None:  # type: ignore[no-untyped-def]
    calendar = PLAIN.with_days([day_off("2024-03-13", kind=kind)])
    assert calendar.hours_on(WEDNESDAY).sessions == left


def test_noon_divides_a_day_without_a_break() -> None:
    through = five_days(((480, 960),)).with_days([day_off("2024-03-13", kind=DayKind.MORNING_OFF)])
    assert through.hours_on(WEDNESDAY).sessions == ((720, 960),)


def test_a_half_day_counts_as_a_day_and_as_its_minutes() -> None:
    calendar = PLAIN.with_days([day_off("2024-03-14", kind=DayKind.AFTERNOON_OFF)])
    assert due_text(calendar, "2024-03-13T09:00", Unit.WORKING_DAYS, 1) == "2024-03-14T12:00"
    assert (
        due_text(calendar, "2024-03-13T09:00", Unit.WORKING_DAYS, 2, terms=ROLLING)
        == "2024-03-15T14:30"
    )


def test_an_office_that_only_receives_on_saturday_does_not_work_then() -> None:
    saturday = instant("2024-03-16T09:00")
    assert RECEIVES_ON_SATURDAY.is_open(saturday)
    assert not RECEIVES_ON_SATURDAY.is_working_day(saturday.date())
    assert RECEIVES_ON_SATURDAY.next_session_opening(saturday) == instant("2024-03-18T08:00")


def test_what_the_office_says_wins_over_what_the_country_says() -> None:
    holiday = date(2024, 4, 18)
    assert not DEFAULT.is_working_day(holiday)
    assert DEFAULT.with_days([extra_day("2024-04-18")]).is_working_day(holiday)
    both = [day_off("2024-04-18"), extra_day("2024-04-18")]
    assert not DEFAULT.with_days(both).is_working_day(holiday)
    assert not DEFAULT.with_days(reversed(both)).is_working_day(holiday)


def test_an_extra_day_may_have_hours_of_its_own() -> None:
    sunday = SpecialDay(
        day=date(2024, 3, 17), kind=DayKind.EXTRA_WORK, cause=DayCause.LOCAL_WORK, sessions=MORNING
    )
    assert PLAIN.with_days([sunday]).hours_on(sunday.day).sessions == MORNING


def test_a_swapped_saturday_has_the_hours_of_the_day_it_stands_for() -> None:
    """Friday 02/01/2026 was swapped for Saturday 10/01, Monday 31/08 for Saturday 22/08."""
    short_fridays = official_calendar(week_of({**dict.fromkeys(range(4), OFFICE_1), 4: MORNING}))
    assert short_fridays.hours_on(date(2026, 1, 10)).sessions == MORNING
    assert short_fridays.hours_on(date(2026, 8, 22)).sessions == OFFICE_1


def test_a_swapped_day_of_an_office_shut_on_that_weekday_has_its_usual_hours() -> None:
    not_on_mondays = WorkCalendar(week=week_of(dict.fromkeys(range(1, 5), OFFICE_1)))
    worked = not_on_mondays.with_days([extra_day("2024-03-16")])
    assert worked.hours_on(date(2024, 3, 16)).sessions == OFFICE_1


@pytest.mark.parametrize(
    ("clock", "is_open"),
    [
        ("07:59", False),
        ("08:00", True),
        ("12:00", True),
        ("12:01", False),
        ("17:30", True),
        ("17:31", False),
    ],
)
def test_the_closing_minute_belongs_to_the_session(clock: str, is_open: bool) -> None:
    assert PLAIN.is_open(instant(f"2024-03-13T{clock}")) is is_open


def test_a_second_after_closing_is_after_closing() -> None:
    assert not PLAIN.is_open(instant("2024-03-13T17:30:01"))


@pytest.mark.parametrize("text", ["1999-12-31T09:00", "2100-01-01T09:00"])
def test_days_outside_the_calendar_are_refused(text: str) -> None:
    with pytest.raises(OutsideCalendarRange):
        PLAIN.is_open(instant(text))
    with pytest.raises(OutsideCalendarRange):
        PLAIN.with_days([day_off(text[:10])])


def test_the_first_and_the_last_day_of_the_calendar_are_in_it() -> None:
    assert not PLAIN.is_working_day(FIRST_DAY)
    assert PLAIN.is_working_day(LAST_DAY)


def test_working_days_between_leave_out_the_first_and_keep_the_last() -> None:
    friday, monday = date(2024, 3, 15), date(2024, 3, 18)
    assert PLAIN.working_days_between(friday, monday) == 1
    assert PLAIN.working_days_between(friday, friday) == 0
    assert PLAIN.working_days_between(monday, friday) == 0


def test_an_instant_without_a_zone_is_a_fault() -> None:
    with pytest.raises(ValueError, match="time zone"):
        PLAIN.is_open(instant("2024-03-13T09:00").replace(tzinfo=None))


def test_calendars_of_the_same_content_are_equal() -> None:
    assert five_days(OFFICE_1) == PLAIN
    assert hash(five_days(OFFICE_1)) == hash(PLAIN)
