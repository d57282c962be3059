"""What the stays of one dossier add to the figures of a period: counted one by one, without a tally. Pure.

The figures of reports come from tallies in SQL; this says the same of a single dossier, to tell which
dossiers a number has changed by, and for tests to hold the two against each other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from motcua.dossiers.rules.stays import Stay
from motcua.dossiers.vocabulary import Began, Ended
from motcua.procedures.vocabulary import Channel
from motcua.reports.vocabulary import Figures

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """Where a stay counts. 0 = no unit, nobody."""

    agency_id: int
    unit_id: int
    procedure_id: int
    handler_id: int


def counted(
    stays: Sequence[Stay], *, first: date, last: date, agency_ids: Collection[int]
) -> dict[Spot, Figures]:
    """The figures of one dossier at the end of `last`; hand-overs between these agencies are none."""
    found: dict[Spot, Figures] = defaultdict(Figures)
    for place, stay in enumerate(stays):
        if stay.agency_id not in agency_ids:
            continue
        outside_before = place == 0 or stays[place - 1].agency_id not in agency_ids
        outside_after = place + 1 == len(stays) or stays[place + 1].agency_id not in agency_ids
        figures = (
            _coming(stay, first, last, from_outside=outside_before)
            + _going(stay, first, last, to_outside=outside_after)
            + _open(stay, last)
        )
        found[_spot(stay)] += figures
    return {spot: figures for spot, figures in found.items() if figures != Figures()}


def _spot(stay: Stay) -> Spot:
    return Spot(stay.agency_id, stay.unit_id or 0, stay.procedure_id, stay.handler_id or 0)


def _coming(stay: Stay, first: date, last: date, *, from_outside: bool) -> Figures:
    if is_open_on(stay, first - DAY):
        return Figures(carried=1)
    if not first <= stay.began_on <= last:
        return Figures()
    if stay.began_as is Began.MOVED:
        return Figures(carried=1, came=1) if from_outside else Figures()
    reopened = int(stay.began_as is Began.REOPENED)
    return Figures(
        online=int(stay.channel is Channel.ONLINE),
        desk=int(stay.channel is Channel.DESK),
        post=int(stay.channel is Channel.POST),
        reopened=reopened,
    )


def _going(stay: Stay, first: date, last: date, *, to_outside: bool) -> Figures:
    if stay.ended_on is None or not first <= stay.ended_on <= last:
        return Figures()
    if stay.ended_as is Ended.MOVED:
        return Figures(handed_on=1) if to_outside else Figures()
    return Figures(
        early=int(stay.ended_as is Ended.EARLY),
        on_time=int(stay.ended_as is Ended.ON_TIME),
        overdue=int(stay.ended_as is Ended.OVERDUE),
        without_result=int(stay.without_result),
    )


def _open(stay: Stay, day: date) -> Figures:
    if not is_open_on(stay, day):
        return Figures()
    late = is_overdue_on(stay, day)
    return Figures(open_overdue=int(late), open_in_time=int(not late))


def is_open_on(stay: Stay, day: date) -> bool:
    """At the end of that day."""
    return stay.began_on <= day and (stay.ended_on is None or stay.ended_on > day)


def is_overdue_on(stay: Stay, day: date) -> bool:
    """Of a stay that is open at the end of that day."""
    if any(first <= day < until for first, until in stay.past_overdue):
        return True
    return stay.overdue_on is not None and stay.overdue_on <= day
