"""The ordinary week of an office: sessions per weekday, checked, and the length of its own day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from motcua.worktime.rules.refusals import NoWorkingSessions, SessionsNotValid
from motcua.worktime.vocabulary import NOON_MINUTE, DayHours, DayKind, Session, Sessions

DAY_MINUTES = 24 * 60
DAYS_PER_WEEK = 7
MONDAY_TO_FRIDAY = range(5)
CLOSED = DayHours()

OFFICE_DAY: Sessions = ((8 * 60, 12 * 60), (13 * 60, 17 * 60))
"""The product's default day: 08:00–12:00 and 13:00–17:00, eight hours (law.md 4.4.3)."""

Week = tuple[DayHours, ...]
"""Seven entries, Monday first."""


def checked_sessions(sessions: Iterable[Session], *, weekday: int | None = None) -> Sessions:
    """The sessions in order. Refusals: SessionsNotValid (reversed, overlapping, outside the day)."""
    ordered = tuple(sorted((int(opening), int(closing)) for opening, closing in sessions))
    previous_closing = 0
    for opening, closing in ordered:
        if not previous_closing <= opening < closing <= DAY_MINUTES:
            raise SessionsNotValid(field="sessions", weekday=weekday)
        previous_closing = closing
    return ordered


def week_of(hours: Mapping[int, DayHours | Iterable[Session]]) -> Week:
    """A week from `{weekday: sessions or DayHours}`, Monday 0; weekdays left out are closed.

    Refusals: SessionsNotValid.
    """
    return tuple(
        _day_hours(hours.get(weekday, CLOSED), weekday) for weekday in range(DAYS_PER_WEEK)
    )


def _day_hours(given: DayHours | Iterable[Session], weekday: int) -> DayHours:
    if isinstance(given, DayHours):
        sessions = checked_sessions(given.sessions, weekday=weekday)
        return DayHours(sessions, reception_only=given.reception_only)
    return DayHours(checked_sessions(given, weekday=weekday))


def office_week(*, saturday: DayHours = CLOSED) -> Week:
    """The default week, Monday to Friday, with the Saturday of this office if it has one."""
    return week_of({**dict.fromkeys(MONDAY_TO_FRIDAY, OFFICE_DAY), 5: saturday})


def working_sessions(hours: DayHours) -> Sessions:
    """The sessions in which working time runs: none on a reception-only day."""
    return () if hours.reception_only else hours.sessions


def length_minutes(sessions: Sessions) -> int:
    return sum(closing - opening for opening, closing in sessions)


def own_day_minutes(week: Week) -> int:
    """The length of "a day" of this office: its usual weekday, not 8 hours and not a half Saturday.

    The most frequent length from Monday to Friday, the longer of two equally frequent ones; an
    office that never works on those days has the usual length of the days it does work.
    Refusals: NoWorkingSessions.
    """
    lengths = [length_minutes(working_sessions(hours)) for hours in week]
    usual = [length for length in lengths[: len(MONDAY_TO_FRIDAY)] if length]
    usual = usual or [length for length in lengths if length]
    if not usual:
        raise NoWorkingSessions(field="calendar")
    return max(Counter(usual).items(), key=lambda item: (item[1], item[0]))[0]


def halved(hours: DayHours, kind: DayKind) -> DayHours:
    """The hours left when the morning or the afternoon is off; noon divides the day."""
    off = (0, NOON_MINUTE) if kind is DayKind.MORNING_OFF else (NOON_MINUTE, DAY_MINUTES)
    left = tuple(
        (opening, closing)
        for opening, closing in (_without(session, off) for session in hours.sessions)
        if opening < closing
    )
    return DayHours(left, reception_only=hours.reception_only)


def _without(session: Session, off: Session) -> Session:
    opening, closing = session
    return (max(opening, off[1]), closing) if off[0] == 0 else (opening, min(closing, off[0]))
