"""Reading the fields of a `motcua due` line: moments, choices, weeks. What is wrong is named by its path."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from typing import Any, Final, TypeVar

from motcua.kernel.clock import ZONE
from motcua.kernel.refusal import Refusal
from motcua.worktime.rules.calendar import WorkCalendar
from motcua.worktime.rules.official_days import official_calendar
from motcua.worktime.rules.refusals import SessionsNotValid
from motcua.worktime.rules.week import DAYS_PER_WEEK, Week, checked_sessions
from motcua.worktime.vocabulary import DayCause, DayHours, DayKind, Session, SpecialDay

Choice = TypeVar("Choice", bound=StrEnum)

CALENDAR_KEYS: Final = frozenset({"week", "reception_only", "days_off", "working_days"})
WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
SHOWN_LENGTH_MAX: Final = 60
ITEMS_MAX: Final = 1_000
_MOMENT: Final = re.compile(r"(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d))?", re.ASCII)
_CLOCK: Final = re.compile(r"([01]\d|2[0-3]):([0-5]\d)|24:00", re.ASCII)
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


class DueFieldWrong(Refusal):
    """A field of the line cannot be understood. `params`: name (its path), why, given, known."""

    code = "due-field-wrong"


def wrong(name: str, why: str, given: Any = "", known: Iterable[str] = ()) -> DueFieldWrong:
    shown = str(given)[:SHOWN_LENGTH_MAX]
    name = name[:SHOWN_LENGTH_MAX]
    return DueFieldWrong(field=name, name=name, why=why, given=shown, known=", ".join(known))


def part(line: Mapping[str, Any], name: str) -> dict[str, Any]:
    """The object in a field that must be there."""
    given = line.get(name)
    if given is None:
        raise wrong(name, "missing")
    if not isinstance(given, dict):
        raise wrong(name, "object")
    return given


def known_only(given: Mapping[str, Any], keys: frozenset[str], name: str = "") -> None:
    """Refuses a key that this object does not have, by its path."""
    for key in given:
        if key not in keys:
            raise wrong(f"{name}.{key}" if name else key, "unknown", known=sorted(keys))


def items(given: Any, name: str) -> list[Any]:
    """A list, empty when the field is left out."""
    if given is None:
        return []
    if not isinstance(given, list):
        raise wrong(name, "list")
    if len(given) > ITEMS_MAX:
        raise wrong(name, "too-many")
    return given


def choice(given: Any, name: str, among: type[Choice], default: Choice | None = None) -> Choice:
    """One of the words of a vocabulary, in lower case as the door writes them."""
    if given is None and default is not None:
        return default
    if given is None:
        raise wrong(name, "missing")
    known: dict[str, Choice] = _words_of(among)
    if not isinstance(given, str) or given not in known:
        raise wrong(name, "choice", given, known)
    return known[given]


@cache
def _words_of(among: type[StrEnum]) -> dict[str, Any]:
    return {member.value.lower(): member for member in among}


def moment(given: Any, name: str) -> datetime:
    """A local minute, `YYYY-MM-DDTHH:MM`; seconds may follow."""
    if given is None:
        raise wrong(name, "missing")
    match = _MOMENT.fullmatch(given) if isinstance(given, str) else None
    if match is None:
        raise wrong(name, "moment", given)
    year, month, day, hour, minute, second = (int(text or 0) for text in match.groups())
    try:
        return datetime(year, month, day, hour, minute, second, tzinfo=ZONE)
    except ValueError:
        raise wrong(name, "moment", given) from None


def clock_minute(given: Any, name: str) -> int:
    """Minutes from midnight of `HH:MM`."""
    if not isinstance(given, str) or not _CLOCK.fullmatch(given):
        raise wrong(name, "clock", given)
    return int(given[:2]) * 60 + int(given[3:])


def calendar(given: dict[str, Any]) -> WorkCalendar:
    """The office of a line: `week`, and if wanted `reception_only`, `days_off`, `working_days`.

    The official days off and swapped Saturdays are always in it. Refusals: DueFieldWrong,
    NoWorkingSessions, OutsideCalendarRange.
    """
    known_only(given, CALENDAR_KEYS, "calendar")
    name = "calendar.reception_only"
    keys = items(given.get("reception_only"), name)
    only = {weekday for key in keys for weekday in weekdays(key, name)}
    week = _week(part({"calendar.week": given.get("week")}, "calendar.week"), only)
    local = [
        *_days(given.get("days_off"), "calendar.days_off", DayKind.OFF, DayCause.LOCAL_CLOSURE),
        *_days(
            given.get("working_days"),
            "calendar.working_days",
            DayKind.EXTRA_WORK,
            DayCause.LOCAL_WORK,
        ),
    ]
    return official_calendar(week, local_days=local)


def _week(given: dict[str, Any], reception_only: set[int]) -> Week:
    """A key that names fewer days wins over one that names more ("fri" over "mon-fri")."""
    keyed = [(weekdays(key, "calendar.week"), key) for key in given]
    named: dict[int, tuple[int, str]] = {}
    for days, key in sorted(keyed, key=lambda item: -len(item[0])):
        for weekday in days:
            if named.get(weekday, (0, ""))[0] == len(days):
                raise wrong("calendar.week", "weekday-twice", WEEKDAYS[weekday])
            named[weekday] = (len(days), key)
    return tuple(
        DayHours(
            _sessions(given[named[weekday][1]], f"calendar.week.{named[weekday][1]}")
            if weekday in named
            else (),
            reception_only=weekday in reception_only,
        )
        for weekday in range(DAYS_PER_WEEK)
    )


def weekdays(key: Any, name: str) -> list[int]:
    """The days of `mon`, `mon-fri` or `mon,wed`, Monday 0."""
    if not isinstance(key, str):
        raise wrong(name, "weekday", key)
    days: list[int] = []
    for piece in key.lower().split(","):
        first, dash, last = (text.strip() for text in piece.partition("-"))
        ends = [first, last if dash else first]
        if not set(ends) <= set(WEEKDAYS) or WEEKDAYS.index(ends[0]) > WEEKDAYS.index(ends[1]):
            raise wrong(name, "weekday", key)
        days.extend(range(WEEKDAYS.index(ends[0]), WEEKDAYS.index(ends[1]) + 1))
    if len(days) != len(set(days)):
        raise wrong(name, "weekday-twice", key)
    return days


def _sessions(given: Any, name: str) -> tuple[Session, ...]:
    if not isinstance(given, list):
        raise wrong(name, "session")
    pairs = [_session(pair, name) for pair in items(given, name)]
    try:
        return checked_sessions(pairs)
    except SessionsNotValid:
        raise wrong(name, "sessions") from None


def _session(pair: Any, name: str) -> Session:
    if not isinstance(pair, list) or len(pair) != 2:
        raise wrong(name, "session")
    return clock_minute(pair[0], name), clock_minute(pair[1], name)


def _days(given: Any, name: str, kind: DayKind, cause: DayCause) -> Iterable[SpecialDay]:
    for text in items(given, name):
        try:
            day = date.fromisoformat(text) if _DAY.fullmatch(text) else None
        except (TypeError, ValueError):
            day = None
        if day is None:
            raise wrong(name, "day", text)
        yield SpecialDay(day=day, kind=kind, cause=cause)
