"""What whoever leads looks at: the work open now by place, stage and date, and how long things take.

Counted from stays, which are narrow; the wide rows of dossiers are read only for those listed. No
rights here, as with `sums_of`: the caller names only places of which the reader may know figures.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Count, DurationField, ExpressionWrapper, F, Min, Q, QuerySet, Sum

from motcua.dossiers.models import Dossier, Stay, Tally
from motcua.dossiers.queries.figures.measures import in_unit
from motcua.dossiers.vocabulary import Ended, Stage, TallyLevel
from motcua.kernel.clock import local_day


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Whose work. `unit_id` None = of every unit, 0 = what lies with none."""

    agency_ids: frozenset[int]
    unit_id: int | None = None

    def condition(self) -> Q:
        inside = Q(agency__in=sorted(self.agency_ids))
        return inside if self.unit_id is None else inside & in_unit(self.unit_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Overdue:
    """One that is late now."""

    code: str
    owner_name: str
    procedure_name: str
    agency_id: int
    unit_id: int | None
    handler_id: int | None
    stage: Stage
    due_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What one officer of a unit has open at one stage. None = no unit, nobody yet.

    `oldest_due_on`: the earliest day that any of those overdue was due; None where none is.
    `due`: how many in time have their date by the end of each day asked for. `first`: the id of the
    one that came first.
    """

    unit_id: int | None
    handler_id: int | None
    stage: Stage
    open: int
    overdue: int
    oldest_due_on: date | None
    due: tuple[int, ...]
    first: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Monthly:
    """A calendar month of the tallies."""

    month: date
    received: int
    online: int
    early: int
    on_time: int
    overdue: int


def standing_at(place: Place, days: Sequence[date], *, at: datetime) -> tuple[Standing, ...]:
    """All open work by unit, officer and stage, and how much of it is due by the end of each of these
    days: read once, since stages stand with the wide rows. One query (`stay_open`)."""
    late = _is_late(at)
    ahead = Q(overdue_on__gte=local_day(at)) & ~late
    due = {
        f"due_{number}": Count("id", filter=ahead & Q(overdue_on__lte=day))
        for number, day in enumerate(days)
    }
    rows: Any = (
        _open(place)
        .values("unit_id", "handler_id", "dossier__stage")
        .annotate(
            open=Count("id"),
            overdue=Count("id", filter=late),
            oldest_due_on=Min("overdue_on", filter=late),
            first=Min("dossier_id"),
            **due,
        )
        .order_by()
    )
    return tuple(_standing(row, list(due)) for row in rows)


def _standing(row: dict[str, Any], due: list[str]) -> Standing:
    counts = tuple(row.pop(name) for name in due)
    return Standing(stage=Stage(row.pop("dossier__stage")), due=counts, **row)


def came_at(dossier_ids: Collection[int]) -> dict[int, tuple[str, datetime]]:
    """The code of each, and when it was received. One query."""
    found = Dossier.objects.filter(pk__in=dossier_ids).values_list("id", "code", "received_at")
    return {pk: (code, received_at) for pk, code, received_at in found}


LATE_COLUMNS = {
    "code": "dossier__code",
    "owner_name": "dossier__owner_name",
    "procedure_name": "dossier__procedure_version__name",
    "agency_id": "agency_id",
    "unit_id": "unit_id",
    "handler_id": "handler_id",
    "stage": "dossier__stage",
    "due_at": "dossier__due_at",
}


def overdue_now(place: Place, *, at: datetime, size: int) -> tuple[Overdue, ...]:
    """The longest overdue first. One query (`stay_open_by_date`), a second one for those that became
    late today when there are not enough without them."""
    today = local_day(at)
    before = _open(place).filter(overdue_on__lt=today)
    found = _first_late(before, size)
    if len(found) < size:
        of_today = _open(place).filter(overdue_on=today, dossier__due_at__lt=at)
        found += _first_late(of_today, size - len(found))
    return tuple(found)


def _first_late(stays: QuerySet[Stay], size: int) -> list[Overdue]:
    """Chosen among the narrow rows; the wide ones are read for the chosen only."""
    chosen = stays.order_by("overdue_on", "id").values("id")[:size]
    rows = Stay.objects.filter(pk__in=chosen).order_by("overdue_on", "id")
    told = (
        dict(zip(LATE_COLUMNS, row, strict=True))
        for row in rows.values_list(*LATE_COLUMNS.values())
    )
    return [Overdue(**row | {"stage": Stage(row["stage"])}) for row in told]


def days_taken(place: Place, first: date, last: date) -> Mapping[int, Mapping[int, int]]:
    """By procedure, how many were settled after how many calendar days since their reception.
    One query (`stay_ended`)."""
    took = ExpressionWrapper(
        F("ended_on") - F("dossier__received_on"), output_field=DurationField()
    )
    settled = Stay.objects.filter(place.condition(), ended_on__range=(first, last)).exclude(
        ended_as=str(Ended.MOVED)
    )
    rows: Any = (
        settled.annotate(took=took).values_list("procedure_id", "took").annotate(count=Count("id"))
    )
    found: dict[int, dict[int, int]] = defaultdict(dict)
    for procedure_id, duration, count in rows.order_by("procedure_id", "took"):
        found[procedure_id][max(duration.days, 0)] = count
    return found


def agencies_counted(first: date, last: date) -> frozenset[int]:
    """Whose tallies tell of any month between these days, ended agencies too. One query over the rows
    of a year's months."""
    months = Tally.objects.filter(
        level=str(TallyLevel.MONTH), day__range=(first.replace(day=1), last)
    )
    return frozenset(months.values_list("agency", flat=True).distinct())


def by_month(place: Place, first: date, last: date) -> tuple[Monthly, ...]:
    """What the tallies say of the months from the one of `first` to that of `last`; months in which
    nothing happened are left out. One query (`tally_one_per_cell`)."""
    months = Tally.objects.filter(
        agency__in=sorted(place.agency_ids),
        level=str(TallyLevel.MONTH),
        day__range=(first.replace(day=1), last),
    )
    if place.unit_id is not None:
        months = months.filter(unit_key=place.unit_id)
    rows: Any = months.values("day").annotate(
        received=Sum(F("began_desk") + F("began_online") + F("began_post")),
        online=Sum("began_online"),
        early=Sum("ended_early"),
        on_time=Sum("ended_on_time"),
        overdue=Sum("ended_overdue"),
    )
    told = ({**row, "month": row["day"]} for row in rows.order_by("day"))
    return tuple(Monthly(**{name: row[name] for name in Monthly.__slots__}) for row in told)


def _open(place: Place) -> QuerySet[Stay]:
    return Stay.objects.filter(place.condition(), ended_on__isnull=True)


def _is_late(at: datetime) -> Q:
    today = local_day(at)
    return Q(overdue_on__lt=today) | Q(overdue_on=today, dossier__due_at__lt=at)
