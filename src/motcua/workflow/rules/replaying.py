"""A dossier of the past led through a process: pure. Which steps it would have gone through, how long each
may take in working time, what the date would have been, and whether what people took fits.

Conditions are decided by what is known of the dossier; where somebody chooses by hand the first branch is
taken, and that is told. Hand-backs are not invented.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from motcua.dossiers.rules.promise import ClockInputs
from motcua.processes.rules.amounts import is_too_long
from motcua.processes.rules.shapes import Process, Step, StepLimit
from motcua.processes.vocabulary import StepAct
from motcua.workflow.rules.clocks import STEP_TERMS
from motcua.workflow.rules.known import Known
from motcua.workflow.rules.running import Moved, begin, choices, finish
from motcua.worktime.rules.calendar import WorkCalendar
from motcua.worktime.rules.day_table import instant_of, stamp_of
from motcua.worktime.rules.due import ClockRequest, end_of, start_of

STEPS_WALKED_MAX: Final = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """A step on the way: from when until when it may take, and how many working minutes that is."""

    key: str
    opens_at: datetime
    due_at: datetime
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """The steps in the order in which they end. `by_hand`: somebody would have had to choose."""

    steps: tuple[Planned, ...]
    by_hand: bool

    @property
    def ends_at(self) -> datetime:
        return max(one.due_at for one in self.steps)


def route_of(
    process: Process, known: Known, received_at: datetime, calendar: WorkCalendar
) -> Route:
    """The way of a dossier received then, each step taking all the time it has. A process that goes round
    is followed STEPS_WALKED_MAX steps at most."""
    moved, by_hand = begin(process), False
    open_now = _opened(process, moved, received_at, calendar)
    done: list[Planned] = []
    while open_now and len(done) < STEPS_WALKED_MAX:
        first = min(open_now, key=lambda one: (one.due_at, one.key))
        open_now.remove(first)
        done.append(first)
        by_hand = by_hand or bool(choices(process.step(first.key), known))
        moved = finish(process, moved.running, first.key, known)
        gone = {work.key for work in moved.called_off}
        open_now = [one for one in open_now if one.key not in gone]
        open_now += _opened(process, moved, first.due_at, calendar)
    return Route(steps=tuple(done), by_hand=by_hand)


def _opened(process: Process, moved: Moved, at: datetime, calendar: WorkCalendar) -> list[Planned]:
    return [planned(process.step(work.key), at, calendar) for work in moved.opened]


def planned(step: Step, opens_at: datetime, calendar: WorkCalendar) -> Planned:
    """The time of one step from the moment it opens; none where none is stated, it is done outside, or no
    calendar holds it (`rules.clocks.times_of`)."""
    if step.limit is None or step.is_outside or is_too_long(step.limit):
        return Planned(key=step.key, opens_at=opens_at, due_at=opens_at, minutes=0)
    clock = ClockRequest(
        received_at=opens_at,
        unit=step.limit.unit,
        value=step.limit.value,
        calendar=calendar,
        terms=STEP_TERMS,
    )
    receipt = start_of(clock, opens_at)
    end = end_of(clock, receipt)
    return Planned(
        key=step.key,
        opens_at=opens_at,
        due_at=max(opens_at, instant_of(end)),
        minutes=max(0, calendar.table.minutes_between(receipt.stamp, end)),
    )


def new_due(clock: ClockInputs, limit: StepLimit | None, calendar: WorkCalendar) -> datetime | None:
    """The date the dossier would have had under another limit, all else (pauses, terms) as it was; with
    the old limit where the process states none."""
    asked = replace(clock, unit=limit.unit, value=limit.value) if limit else clock
    return asked.promise(calendar).due_at


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What a stretch of the way took, up to the step that its act ends: working minutes without those of
    waiting, against those allotted to the steps of the stretch."""

    key: str
    minutes: int
    allotted: int

    @property
    def is_over(self) -> bool:
        return self.minutes > self.allotted


def stretches(
    process: Process,
    route: Route,
    moments: Mapping[str, datetime],
    clock: ClockInputs,
    calendar: WorkCalendar,
) -> tuple[Taken, ...]:
    """The way cut at the steps whose act is known to have been done, in the order of the way. `moments`:
    by act. What was done before the stretch began (out of turn) takes nothing; how long a result lies
    until it is fetched is the applicant's time."""
    taken = []
    begun, plan = clock.received_at, route.steps[0].opens_at if route.steps else clock.received_at
    for one in route.steps:
        act = process.step(one.key).act or ""
        at = moments.get(act)
        if at is None or act == StepAct.RETURN_RESULT:
            continue
        allotted = _between(plan, one.due_at, calendar)
        minutes = max(0, _between(begun, at, calendar) - _waited(clock, begun, at, calendar))
        taken.append(Taken(key=one.key, minutes=minutes, allotted=allotted))
        begun, plan = max(begun, at), max(plan, one.due_at)
    return tuple(taken)


def _between(start: datetime, end: datetime, calendar: WorkCalendar) -> int:
    return max(0, calendar.table.minutes_between(stamp_of(start), stamp_of(end)))


def _waited(clock: ClockInputs, start: datetime, end: datetime, calendar: WorkCalendar) -> int:
    """Working minutes of the waits within the stretch."""
    return sum(
        _between(max(start, pause.from_at), min(end, pause.to_at or end), calendar)
        for pause in clock.pauses
        if pause.from_at < end and (pause.to_at is None or pause.to_at > start)
    )
