"""Words of working time: units, ways of counting, kinds of day, and the values rules pass around."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Final, NamedTuple

Session = tuple[int, int]
"""Opening and closing, in minutes from midnight, `0 <= opening < closing <= 1440`."""

Sessions = tuple[Session, ...]
"""The sessions of one day, in order and apart; empty = closed."""

HALF_DAYS_PER_DAY = 2
NO_PARAMS: Final[Mapping[str, Any]] = MappingProxyType({})
NOON_MINUTE = 12 * 60


class Unit(StrEnum):
    """What a limit is counted in (law.md 4.4.3)."""

    SAME_DAY = "SAME_DAY"
    WORKING_HOURS = "WORKING_HOURS"
    HALF_DAYS = "HALF_DAYS"
    WORKING_DAYS = "WORKING_DAYS"
    CALENDAR_DAYS = "CALENDAR_DAYS"
    MONTHS = "MONTHS"
    YEARS = "YEARS"


CALENDAR_UNITS = frozenset({Unit.CALENDAR_DAYS, Unit.MONTHS, Unit.YEARS})


class Counting(StrEnum):
    """How working days are counted (law.md 4.4.4)."""

    FIRST_DAY_EXCLUDED = "FIRST_DAY_EXCLUDED"
    ROLLING_HOURS = "ROLLING_HOURS"


class OutsideHours(StrEnum):
    """When a dossier that comes while the office is shut counts as received."""

    SAME_DAY = "SAME_DAY"
    NEXT_SESSION = "NEXT_SESSION"


class CutoffAppliesTo(StrEnum):
    """Which limits the 15:00 rule moves (NĐ 309 Art. 9; law.md 4.4.2)."""

    SAME_DAY = "SAME_DAY"
    ALL = "ALL"


class PausePolicy(StrEnum):
    """What waiting does to the limit (law.md 4.4.6)."""

    PAUSE = "PAUSE"
    RESTART = "RESTART"
    CONTINUE = "CONTINUE"


class DayKind(StrEnum):
    """How a special day differs from the same weekday of an ordinary week (law.md 4.5)."""

    OFF = "OFF"
    MORNING_OFF = "MORNING_OFF"
    AFTERNOON_OFF = "AFTERNOON_OFF"
    EXTRA_WORK = "EXTRA_WORK"


class DayCause(StrEnum):
    """Why the day is special. Causes of one office win over those announced for the country."""

    STATUTORY = "STATUTORY"
    TET = "TET"
    COMPENSATORY = "COMPENSATORY"
    SWAPPED_OFF = "SWAPPED_OFF"
    SWAPPED_WORK = "SWAPPED_WORK"
    LOCAL_WORK = "LOCAL_WORK"
    LOCAL_CLOSURE = "LOCAL_CLOSURE"


class TraceCode(StrEnum):
    """The lines a promised date is explained with; words in `wording.py`."""

    RECEIVED = "RECEIVED"
    OUTSIDE_HOURS = "OUTSIDE_HOURS"
    CUTOFF_MOVED = "CUTOFF_MOVED"
    RESTARTED = "RESTARTED"
    FIRST_DAY_EXCLUDED = "FIRST_DAY_EXCLUDED"
    LIMIT = "LIMIT"
    ORIGINAL_DUE = "ORIGINAL_DUE"
    PAUSED = "PAUSED"
    CONTINUED = "CONTINUED"
    COUNTED_DAYS = "COUNTED_DAYS"
    COUNTED_PART = "COUNTED_PART"
    COUNTED_TIME = "COUNTED_TIME"
    COUNTED_CALENDAR = "COUNTED_CALENDAR"
    EXTRA_WORK = "EXTRA_WORK"
    HALF_DAY = "HALF_DAY"
    DAYS_OFF = "DAYS_OFF"
    WEEKLY_REST = "WEEKLY_REST"
    SAME_DAY = "SAME_DAY"
    SAME_DAY_MOVED = "SAME_DAY_MOVED"
    LAST_DAY_OFF = "LAST_DAY_OFF"
    SAME_HOUR = "SAME_HOUR"
    DAYS_NOT_ANNOUNCED = "DAYS_NOT_ANNOUNCED"
    WAITING = "WAITING"
    EXTENDED = "EXTENDED"
    DUE = "DUE"


@dataclass(frozen=True, slots=True)
class DayHours:
    """One weekday of an office. `reception_only`: the desk receives, but no working time runs."""

    sessions: Sessions = ()
    reception_only: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SpecialDay:
    """One date that is not an ordinary day of its week.

    `sessions` are the hours of an EXTRA_WORK day; when empty it works the hours of weekday
    `like_weekday` (Monday 0 … Friday 4). `instead_of` is the other day of a swap. `source` is the
    announcement. `name` is what people call the day; it may be empty.
    """

    day: date
    kind: DayKind
    cause: DayCause
    name: str = ""
    sessions: Sessions = ()
    like_weekday: int = 0
    instead_of: date | None = None
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """How one office counts. `cutoff_minute` from midnight; None = no cut-off."""

    counting: Counting = Counting.FIRST_DAY_EXCLUDED
    outside_hours: OutsideHours = OutsideHours.SAME_DAY
    cutoff_minute: int | None = 15 * 60
    cutoff_applies_to: CutoffAppliesTo = CutoffAppliesTo.SAME_DAY


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """Time during which the office waits. Aware instants; `to_at` None = still waiting.

    `reason` is free text or a code of the caller, shown in the trace as it is.
    """

    from_at: datetime
    to_at: datetime | None = None
    policy: PausePolicy = PausePolicy.PAUSE
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extension:
    """A later date given once, with an apology. Aware instants; `to_at` is a close of office."""

    granted_at: datetime
    to_at: datetime
    reason: str = ""


class TraceLine(NamedTuple):
    """One line of the explanation: an instant, a code, and plain values (text, numbers, ISO dates)."""

    at: datetime
    code: TraceCode
    params: Mapping[str, Any] = NO_PARAMS

    def to_plain(self) -> dict[str, Any]:
        """What a JSON column keeps; `from_plain` gives the equal line back."""
        return {"at": self.at.isoformat(), "code": self.code.value, "params": dict(self.params)}

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> TraceLine:
        return cls(
            at=datetime.fromisoformat(plain["at"]),
            code=TraceCode(plain["code"]),
            params=dict(plain["params"]),
        )
