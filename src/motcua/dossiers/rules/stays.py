"""What reports count: the stays of a dossier, and what each adds to the tally of which day. Pure.

A stay is one stretch in which a dossier is work of one unit of one agency. It begins when the
competent agency has received the dossier, when the dossier is reopened, or when it comes from
another place; it ends with the dossier or when it moves on. Every dossier that an agency has had in
a period is in exactly one of: settled in it (early, on time, overdue), still open at its end (in
time, overdue), or moved on. So the columns of II.06a add up by construction.

Days are local days; a figure "as of a day" means at the end of that day. Basis: law.md 8.1
(TT 01/2020/TT-VPCP, form II.06a: as-of definitions).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from motcua.dossiers.vocabulary import OPEN_STAGES, Began, Ended, Stage
from motcua.kernel.clock import local_day
from motcua.procedures.vocabulary import Channel

COUNTED_STAGES = OPEN_STAGES - {Stage.IN_TRANSIT}
"""Open at the agency that is to settle it: what is on its way there is nobody's work yet."""
STOPPED_STAGES = frozenset({Stage.WITHDRAWN, Stage.TERMINATED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Countable:
    """What of a dossier the counting looks at, after one of its facts."""

    stage: Stage
    agency_id: int
    unit_id: int | None
    handler_id: int | None
    due_at: datetime | None
    ended_as: Ended | None

    @property
    def is_open(self) -> bool:
        return self.stage in COUNTED_STAGES

    @property
    def due_on(self) -> date | None:
        return local_day(self.due_at) if self.due_at else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stay:
    """One stretch at one place. Days: `began_on` <= `ended_on`; None = it lasts.

    `overdue_on`: from the end of that day on it is overdue if it still lasts; it may be ahead.
    `past_overdue`: stretches [from, until) in which it was overdue until its date was moved.
    `handler_id`: the position that had it last. `without_result`: withdrawn or stopped.
    """

    seq: int
    agency_id: int
    unit_id: int | None
    procedure_id: int
    channel: Channel
    handler_id: int | None
    began_on: date
    began_as: Began
    ended_on: date | None = None
    ended_as: Ended | None = None
    without_result: bool = False
    overdue_on: date | None = None
    past_overdue: tuple[tuple[date, date], ...] = ()


def follow(
    last: Stay | None, seen: Countable, day: date, *, procedure_id: int, channel: Channel
) -> tuple[Stay, ...]:
    """The last stay as it is after a fact of `day`, and the one that begins with it, if any.

    Nothing comes back for a dossier that is not counted yet.
    """
    if last is not None and last.ended_on is None:
        day = max(day, last.began_on)
        if not seen.is_open:
            return (_ended(last, seen, day),)
        if (last.agency_id, last.unit_id) == (seen.agency_id, seen.unit_id):
            return (replace(_with_date(last, seen, day), handler_id=seen.handler_id),)
        moved = replace(last, ended_on=day, ended_as=Ended.MOVED)
        return moved, _begun(last, seen, day, procedure_id, channel, Began.MOVED)
    if not seen.is_open:
        return () if last is None else (last,)
    if last is None:
        return (_begun(last, seen, day, procedure_id, channel, Began.RECEIVED),)
    return last, _begun(last, seen, max(day, last.began_on), procedure_id, channel, Began.REOPENED)


def _begun(
    last: Stay | None,
    seen: Countable,
    day: date,
    procedure_id: int,
    channel: Channel,
    began_as: Began,
) -> Stay:
    due_on = seen.due_on
    return Stay(
        seq=last.seq + 1 if last else 1,
        agency_id=seen.agency_id,
        unit_id=seen.unit_id,
        procedure_id=procedure_id,
        channel=channel,
        handler_id=seen.handler_id,
        began_on=day,
        began_as=began_as,
        overdue_on=max(due_on, day) if due_on else None,
    )


def _ended(last: Stay, seen: Countable, day: date) -> Stay:
    """Overdue is what ended after its date, whatever it was called before."""
    return replace(
        last,
        ended_on=day,
        ended_as=seen.ended_as or Ended.ON_TIME,
        without_result=seen.stage in STOPPED_STAGES,
        handler_id=seen.handler_id or last.handler_id,
    )


def _with_date(last: Stay, seen: Countable, day: date) -> Stay:
    """The date has become another one, or none while the applicant is to act."""
    was, due_on = last.overdue_on, seen.due_on
    if due_on == was or (was and due_on and max(was, due_on) <= day):
        return last
    past = last.past_overdue
    if was is not None and was < day:
        past = (*past, (was, day))
    return replace(last, past_overdue=past, overdue_on=max(due_on, day) if due_on else None)


COLUMN_OF_CHANNEL = {
    Channel.DESK: "began_desk",
    Channel.ONLINE: "began_online",
    Channel.POST: "began_post",
}
COLUMN_OF_END = {
    Ended.EARLY: "ended_early",
    Ended.ON_TIME: "ended_on_time",
    Ended.OVERDUE: "ended_overdue",
    Ended.MOVED: "moved_out",
}
COLUMNS = (
    *COLUMN_OF_CHANNEL.values(),
    "reopened",
    "moved_in",
    *COLUMN_OF_END.values(),
    "without_result",
    "overdue",
)
"""What a row of the tally counts. `reopened` is a part of the `began_…`, `without_result` of the
`ended_…`; `overdue` is by how many those open and overdue have become more."""


@dataclass(frozen=True, slots=True, order=True)
class Cell:
    """One row of the tally, but for its level: a place, a procedure, a day. Unit 0 = none."""

    agency_id: int
    unit_key: int
    procedure_id: int
    day: date


Counts = Mapping[Cell, Mapping[str, int]]


def contributions(stay: Stay) -> dict[Cell, Counter[str]]:
    """What the stay adds to the tallies of which days."""
    added: dict[Cell, Counter[str]] = {}

    def add(day: date, column: str, count: int = 1) -> None:
        cell = Cell(stay.agency_id, stay.unit_id or 0, stay.procedure_id, day)
        added.setdefault(cell, Counter())[column] += count

    if stay.began_as is Began.MOVED:
        add(stay.began_on, "moved_in")
    else:
        add(stay.began_on, COLUMN_OF_CHANNEL[stay.channel])
    if stay.began_as is Began.REOPENED:
        add(stay.began_on, "reopened")
    if stay.ended_on and stay.ended_as:
        add(stay.ended_on, COLUMN_OF_END[stay.ended_as])
        if stay.without_result:
            add(stay.ended_on, "without_result")
    for first, until in _overdue_stretches(stay):
        add(first, "overdue")
        if until:
            add(until, "overdue", -1)
    return added


def _overdue_stretches(stay: Stay) -> tuple[tuple[date, date | None], ...]:
    """Each with at least one end of a day in it."""
    first, until = stay.overdue_on, stay.ended_on
    if first is None or (until is not None and until <= first):
        return stay.past_overdue
    return (*stay.past_overdue, (first, until))


def changes(before: Stay | None, after: Stay) -> Counts:
    """By how much the tallies change when a stay becomes another; what stays the same is left out."""
    changed = contributions(after)
    for cell, counts in (contributions(before) if before else {}).items():
        changed.setdefault(cell, Counter()).subtract(counts)
    return {
        cell: {column: count for column, count in counts.items() if count}
        for cell, counts in sorted(changed.items())
        if any(counts.values())
    }
