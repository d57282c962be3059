"""The values of a task that opens: whose it is, and until when."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from motcua.dossiers.vocabulary import Act
from motcua.kernel.clock import local_day
from motcua.ledger.rules.chain import canonical
from motcua.processes.rules.shapes import Step
from motcua.workflow.placing import Standing, assignee_at, place_of
from motcua.workflow.rules.clocks import NO_TIMES, Times, effort_of, step_clock, times_of
from motcua.workflow.rules.running import Live
from motcua.workflow.vocabulary import TaskKind
from motcua.worktime.queries.calendars import office_time

LAST = timedelta(days=3650)
"""What has no date stands after all that has one."""


def step_row(standing: Standing, step: Step, live: Live, at: datetime) -> dict[str, Any]:
    """The row of a step that opens now."""
    day = local_day(at)
    place = place_of(step, standing, day)
    return {
        "dossier_id": standing.dossier_id,
        "kind": str(TaskKind.STEP),
        "step_key": step.key,
        "round": live.round,
        "number": step.number,
        "name": step.name,
        "role": place.role,
        "agency_id": place.agency_id,
        "unit_id": place.unit_id,
        "assignee_id": assignee_at(place, standing, day),
        "is_outside": awaits_others(step),
        "opened_at": at,
        **_timed(step, place.agency_id, at),
    }


def awaits_others(step: Step) -> bool:
    """Whether no time of the office runs: it is done outside, or the applicant is to come for his
    result (collecting late makes nobody late, law.md 4.4.9)."""
    return step.is_outside or step.act == Act.RETURN_RESULT


def _timed(step: Step, agency_id: int, at: datetime) -> dict[str, Any]:
    """The clock of the step. One done outside the office has none, nor has one without a limit or with one
    that no calendar holds: reception never fails for a number in a table."""
    if step.limit is None or awaits_others(step) or not step.limit.value:
        return timed(NO_TIMES, at)
    clock = step_clock(step.limit.unit, step.limit.value, at)
    calendar = office_time(agency_id, local_day(at)).calendar
    times = times_of(clock, calendar)
    if times == NO_TIMES:
        return timed(NO_TIMES, at)
    effort = effort_of(step.limit.unit, step.limit.value, at, calendar)
    return {**timed(times, at), "clock": canonical(clock.to_plain()), "effort": effort}


def timed(times: Times, opened_at: datetime) -> dict[str, Any]:
    """The columns that say until when, and the place in a list."""
    return {
        "due_at": times.due_at,
        "remind_at": times.remind_at,
        "escalate_at": times.escalate_at,
        "order_at": times.due_at or opened_at + LAST,
    }
