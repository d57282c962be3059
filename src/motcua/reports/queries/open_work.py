"""The open dossiers behind a number of the leader's page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from motcua.dossiers.queries.figures import Behind, Measure, Period
from motcua.dossiers.vocabulary import Stage
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.reports.queries.rights import agencies_reported


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenAsked:
    """Which open work. `due_by`: in time now, with its date by then. `unit_id`, `handler_id` 0 =
    with none. `is_late`: only what is overdue now."""

    agency_id: int
    with_subordinates: bool = False
    is_late: bool = False
    due_by: date | None = None
    unit_id: int | None = None
    handler_id: int | None = None
    stage: Stage | None = None


def open_behind(actor: Actor, asked: OpenAsked, *, at: datetime) -> Behind:
    """What the number counts, as of now. Refusals: NotPermitted, NotFound."""
    reported = agencies_reported(
        actor, asked.agency_id, asked.with_subordinates, at=at, unit_id=asked.unit_id
    )
    today = local_day(at)
    return Behind(
        agency_ids=reported.agency_ids,
        period=Period(today, today),
        measure=_measure(asked),
        unit_id=reported.unit_id,
        handler_id=asked.handler_id,
        stage=asked.stage,
        due_by=asked.due_by,
    )


def _measure(asked: OpenAsked) -> Measure:
    if asked.is_late:
        return Measure.OPEN_OVERDUE
    return Measure.OPEN if asked.due_by is None else Measure.OPEN_IN_TIME
