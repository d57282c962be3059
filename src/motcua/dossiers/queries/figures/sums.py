"""Sums of a period from the tallies: whole months by one row each, the days at its ends by theirs.

Whatever the number of dossiers, a report over years reads as many rows as there are procedures,
units and months (`tally_one_per_cell`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any

from django.db.models import Case, Count, F, OuterRef, Q, QuerySet, Subquery, Sum, Value, When
from django.db.models.functions import Coalesce

from motcua.dossiers.models import Stay, Tally
from motcua.dossiers.queries.figures.asked import DAY, Axis, Period, month_after, month_of
from motcua.dossiers.rules.stays import COLUMNS
from motcua.dossiers.vocabulary import Began, TallyLevel
from motcua.kernel.clock import local_day

KEY_OF_AXIS: dict[Axis, Any] = {
    Axis.NOTHING: Value(0),
    Axis.AGENCY: F("agency_id"),
    Axis.UNIT: F("unit_key"),
    Axis.PROCEDURE: F("procedure_id"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sums:
    """The counts of a period. Every field adds up over procedures, units and agencies.

    `open_before`: open when the period began. `came`, `went`: handed over by another agency or
    unit, or to one, within the period. `reopened` is a part of online, desk and post;
    `without_result` a part of early, on_time and overdue. `open_overdue`: of those open at the end.
    Source: law.md 8.1 (form II.06a).
    """

    open_before: int = 0
    came: int = 0
    went: int = 0
    online: int = 0
    desk: int = 0
    post: int = 0
    reopened: int = 0
    early: int = 0
    on_time: int = 0
    overdue: int = 0
    without_result: int = 0
    open_overdue: int = 0

    def __add__(self, other: Sums) -> Sums:
        return Sums(**{name: getattr(self, name) + getattr(other, name) for name in NAMES})

    @property
    def carried(self) -> int:
        """Column 6: from before the period, and what came from elsewhere."""
        return self.open_before + self.came

    @property
    def received_direct(self) -> int:
        """Column 5: at the desk or by post."""
        return self.desk + self.post

    @property
    def in_time(self) -> int:
        return self.early + self.on_time

    @property
    def received_in_period(self) -> int:
        return self.online + self.desk + self.post

    @property
    def received(self) -> int:
        """Column 3."""
        return self.carried + self.received_in_period

    @property
    def settled(self) -> int:
        """Column 7."""
        return self.early + self.on_time + self.overdue

    @property
    def open(self) -> int:
        """Column 11: whatever was received, and neither settled nor handed on."""
        return self.received - self.settled - self.went

    @property
    def open_in_time(self) -> int:
        return self.open - self.open_overdue


NAMES = tuple(spec.name for spec in fields(Sums))
FROM_COLUMN = {
    "online": "began_online",
    "desk": "began_desk",
    "post": "began_post",
    "reopened": "reopened",
    "early": "ended_early",
    "on_time": "ended_on_time",
    "overdue": "ended_overdue",
    "without_result": "without_result",
}
COMING = ("began_desk", "began_online", "began_post", "moved_in")
GOING = ("ended_early", "ended_on_time", "ended_overdue", "moved_out")


def sums_of(
    agency_ids: Collection[int],
    period: Period,
    *,
    at: datetime,
    by: Axis = Axis.NOTHING,
    procedure_id: int | None = None,
    unit_id: int | None = None,
) -> dict[int, Sums]:
    """The sums by key of the axis; what has none is left out. One to three queries.

    No rights here: the caller names only agencies of which the reader may know figures.
    `unit_id` 0 = what lies with no unit. A period that lasts is counted as of `at`.
    """
    cut_off = period.cut_off(at)
    place = _place(agency_ids, procedure_id, unit_id)
    told = _by_key(Tally.objects.filter(place), period.from_day, cut_off, by)
    not_yet = _still_in_time(place, at, by) if cut_off == local_day(at) else {}
    moved = any(in_period.get("moved_in") for _before, in_period in told.values())
    came = _came(place, period, cut_off, by) if moved else {}
    found = {
        key: _sums(before, within, came.get(key, 0), not_yet.get(key, 0))
        for key, (before, within) in told.items()
    }
    return {key: sums for key, sums in found.items() if sums != Sums()}


def _place(agency_ids: Collection[int], procedure_id: int | None, unit_id: int | None) -> Q:
    place = Q(agency__in=sorted(agency_ids))
    if procedure_id is not None:
        place &= Q(procedure=procedure_id)
    if unit_id is not None:
        place &= Q(unit_key=unit_id)
    return place


Counted = dict[str, int]


def _by_key(
    tallies: QuerySet[Tally], from_day: date, cut_off: date, by: Axis
) -> dict[int, tuple[Counted, Counted]]:
    """Counts before the period and in it, by key."""
    rows = tallies.filter(_days(from_day, cut_off)).annotate(
        key=KEY_OF_AXIS[by], is_before=Case(When(day__lt=from_day, then=1), default=0)
    )
    added: Any = rows.values("key", "is_before").annotate(
        **{f"sum_{name}": Sum(name) for name in COLUMNS}
    )
    told: dict[int, tuple[Counted, Counted]] = defaultdict(lambda: ({}, {}))
    for row in added.order_by():
        counts = {name: int(row[f"sum_{name}"]) for name in COLUMNS}
        told[int(row["key"])][0 if row["is_before"] else 1].update(counts)
    return told


def _days(from_day: date, cut_off: date) -> Q:
    """The rows of the tally that make up all days until the cut-off, none of them twice, so that
    those before `from_day` and those from it on are told apart by their day."""
    months_begin = month_of(from_day)
    found = _level(TallyLevel.MONTH) & Q(day__lt=min(months_begin, month_of(cut_off + DAY)))
    if from_day > cut_off:
        return found | _level(TallyLevel.DAY) & Q(
            day__gte=month_of(cut_off + DAY), day__lte=cut_off
        )
    whole_from = from_day if from_day == months_begin else month_after(from_day)
    whole_until = month_of(cut_off + DAY)
    if whole_from >= whole_until:
        return found | _level(TallyLevel.DAY) & Q(day__gte=months_begin, day__lte=cut_off)
    edges = Q(day__gte=months_begin, day__lt=whole_from) | Q(day__gte=whole_until, day__lte=cut_off)
    months = _level(TallyLevel.MONTH) & Q(day__gte=whole_from, day__lt=whole_until)
    return found | months | _level(TallyLevel.DAY) & edges


def _level(level: TallyLevel) -> Q:
    return Q(level=str(level))


def _sums(before: Counted, within: Counted, came: int, not_yet: int) -> Sums:
    """`came`: from outside what is summed; what only moved within it is no hand-over."""
    taken = {name: within.get(column, 0) for name, column in FROM_COLUMN.items()}
    overdue = before.get("overdue", 0) + within.get("overdue", 0)
    return Sums(
        **taken,
        open_before=_net(before),
        came=came,
        went=came - within.get("moved_in", 0) + within.get("moved_out", 0),
        open_overdue=overdue - not_yet,
    )


def _net(counts: Counted) -> int:
    coming = sum(counts.get(name, 0) for name in COMING)
    return coming - sum(counts.get(name, 0) for name in GOING)


def _of_stays(place: Q) -> QuerySet[Stay]:
    return Stay.objects.annotate(unit_key=Coalesce("unit_id", 0)).filter(place)


def _still_in_time(place: Q, at: datetime, by: Axis) -> dict[int, int]:
    """Open ones whose date is later today: overdue at the end of the day, not yet now.

    Served by `stay_open_by_date`. One query.
    """
    open_ones = _of_stays(place).filter(
        ended_on__isnull=True, overdue_on=local_day(at), dossier__due_at__gte=at
    )
    return _counted(open_ones, by)


def _came(place: Q, period: Period, cut_off: date, by: Axis) -> dict[int, int]:
    """Hand-overs within the period whose other end lies outside what is summed. One query,
    `stay_moved_in`."""
    moved = _of_stays(place).filter(
        began_as=str(Began.MOVED), began_on__range=(period.from_day, cut_off)
    )
    earlier = _of_stays(place & _same_key(by)).filter(
        dossier=OuterRef("dossier"), seq=OuterRef("seq") - 1
    )
    outside = moved.annotate(inside=Subquery(earlier.values("id")[:1])).filter(inside__isnull=True)
    return _counted(outside, by)


def _same_key(by: Axis) -> Q:
    if by is Axis.AGENCY:
        return Q(agency=OuterRef("agency"))
    if by is Axis.UNIT:
        return Q(pk__in=())
    return Q()


def _counted(stays: QuerySet[Stay], by: Axis) -> dict[int, int]:
    counted: Any = stays.annotate(key=KEY_OF_AXIS[by]).values("key").annotate(count=Count("id"))
    return {int(row["key"]): int(row["count"]) for row in counted.order_by()}
