"""What can be asked of the figures: a period, an axis, a measure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from motcua.dossiers.vocabulary import Stage
from motcua.kernel.clock import local_day


class Axis(StrEnum):
    """By what sums are told apart; NOTHING = one sum of all, under the key 0."""

    NOTHING = "NOTHING"
    AGENCY = "AGENCY"
    UNIT = "UNIT"
    PROCEDURE = "PROCEDURE"


class Measure(StrEnum):
    """One number of a report; each opens to the dossiers behind it. See docs/explain/reports.md."""

    CARRIED = "CARRIED"
    RECEIVED_ONLINE = "RECEIVED_ONLINE"
    RECEIVED_DESK = "RECEIVED_DESK"
    RECEIVED_POST = "RECEIVED_POST"
    RECEIVED_DIRECT = "RECEIVED_DIRECT"
    RECEIVED_IN_PERIOD = "RECEIVED_IN_PERIOD"
    REOPENED = "REOPENED"
    RECEIVED = "RECEIVED"
    EARLY = "EARLY"
    ON_TIME = "ON_TIME"
    IN_TIME = "IN_TIME"
    OVERDUE = "OVERDUE"
    SETTLED = "SETTLED"
    WITHOUT_RESULT = "WITHOUT_RESULT"
    OPEN_IN_TIME = "OPEN_IN_TIME"
    OPEN_OVERDUE = "OPEN_OVERDUE"
    OPEN = "OPEN"
    HANDED_ON = "HANDED_ON"


@dataclass(frozen=True, slots=True)
class Period:
    """From a day to a day, both included."""

    from_day: date
    until_day: date

    def cut_off(self, at: datetime) -> date:
        """The last day that can be told of: figures are as of its end, or as of now."""
        return min(self.until_day, local_day(at))


@dataclass(frozen=True, slots=True, kw_only=True)
class Behind:
    """Which dossiers are wanted: those that make up one number of these agencies.

    None = of every procedure, unit, officer, stage; 0 = with no unit, with nobody. `stage`: where
    they stand now. `due_by`: with a date by the end of that day.
    """

    agency_ids: frozenset[int]
    period: Period
    measure: Measure
    procedure_ids: frozenset[int] | None = None
    unit_id: int | None = None
    handler_id: int | None = None
    stage: Stage | None = None
    due_by: date | None = None


DAY = timedelta(days=1)


def month_of(day: date) -> date:
    """The first day of its month."""
    return day.replace(day=1)


def month_after(day: date) -> date:
    """The first day of the month after."""
    return month_of(month_of(day) + 31 * DAY)
