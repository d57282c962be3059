"""Until when the one who takes a dossier over is to be done with his task.

A new offer keeps within the years the calendar knows. Whether an offer can be answered never depends on
its limit: what was offered without that rule, or near the end of those years, is accepted without a day.
"""

from __future__ import annotations

from datetime import datetime

from motcua.dossiers.rules.promise import ClockInputs
from motcua.dossiers.vocabulary import Limit
from motcua.kernel.refusal import Refusal
from motcua.worktime.rules.calendar import WorkCalendar
from motcua.worktime.rules.day_table import LAST_DAY
from motcua.worktime.rules.refusals import LimitNotValid, OutsideCalendarRange
from motcua.worktime.vocabulary import Terms

TOO_LARGE = "too-large"


class TaskTimeTooLong(Refusal):
    """The task would end beyond the years the calendar knows. `params`: year, the last of them."""

    code = "task-time-too-long"


def end_of_task(
    limit: Limit, *, terms: Terms, calendar: WorkCalendar, at: datetime
) -> datetime | None:
    """Until when, if it is accepted `at`. Refusals: TaskTimeTooLong, LimitNotValid."""
    clock = ClockInputs(unit=limit.unit, value=limit.value, received_at=at, terms=terms)
    try:
        return clock.promise(calendar).due_at
    except OutsideCalendarRange as beyond:
        raise _too_long() from beyond
    except LimitNotValid as faulty:
        if faulty.params.get("why") == TOO_LARGE:
            raise _too_long() from faulty
        raise LimitNotValid(field="limit_value", **faulty.params) from faulty


def end_if_any(
    limit: Limit, *, terms: Terms, calendar: WorkCalendar, at: datetime
) -> datetime | None:
    """The same; None where the calendar tells no such day."""
    try:
        return end_of_task(limit, terms=terms, calendar=calendar, at=at)
    except (TaskTimeTooLong, LimitNotValid):
        return None


def _too_long() -> TaskTimeTooLong:
    return TaskTimeTooLong(field="limit_value", year=LAST_DAY.year)
