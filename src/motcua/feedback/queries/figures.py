"""How much came in and what became of it, by agency and kind; as it was known at a moment.

Reads steps, which are only ever added, so that what was reported for a day can be counted again.
Basis: biểu II.05 (TT 01/2020/TT-VPCP), 5.1 of QĐ 766/QĐ-TTg (law.md 7.1, 8.2).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, fields
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from django.db.models import Q

from motcua.feedback.models import Petition, PetitionStep
from motcua.feedback.policies import visible
from motcua.feedback.rules.lateness import Life, LivedStep, is_answer_late, life_of
from motcua.feedback.vocabulary import Act, Kind
from motcua.kernel.actor import Actor
from motcua.kernel.clock import ZONE

PIECE = 2000


class Figure(StrEnum):
    """What is counted; each opens to its rows."""

    RECEIVED = "received"
    REFUSED = "refused"
    FORWARDED = "forwarded"
    ON_TIME = "on_time"
    LATE = "late"
    OPEN = "open"
    OPEN_LATE = "open_late"
    INFORMATION = "information"
    PUBLISHED = "published"


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRow:
    """One line: an agency and a kind. Received = all that follow, but for published."""

    agency_id: int
    kind: Kind
    received: int = 0
    refused: int = 0
    forwarded: int = 0
    on_time: int = 0
    late: int = 0
    open: int = 0
    open_late: int = 0
    information: int = 0
    published: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """From a day to a day, both in it; `as_of` is the moment whose knowledge counts."""

    from_day: date
    to_day: date
    as_of: datetime

    @property
    def bounds(self) -> Q:
        return Q(
            received_at__gte=datetime.combine(self.from_day, time.min, tzinfo=ZONE),
            received_at__lt=end_of(self.to_day),
            received_at__lte=self.as_of,
        )


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of one at the moment: which figure counts it."""

    petition_id: int
    code: str
    title: str
    agency_id: int
    kind: Kind
    figure: Figure
    is_published: bool
    received_at: datetime


def figures(actor: Actor, period: Period) -> tuple[FigureRow, ...]:
    """By agency and kind, of what the actor may see."""
    return _added_up(_standings(Q(visible(actor)), period))


def rows_of(
    actor: Actor, period: Period, figure: Figure, *, kind: Kind | None, agency_id: int | None
) -> tuple[Standing, ...]:
    """Those behind a figure."""
    which = visible(actor)
    if agency_id is not None:
        which &= Q(agency=agency_id)
    return tuple(
        one
        for one in _standings(which, period)
        if (kind is None or one.kind is kind) and is_in(one, figure)
    )


def standings_of(agency_id: int, period: Period) -> tuple[Standing, ...]:
    """All of an agency's, whoever they are about: for closing, where nothing may be left out."""
    return tuple(_standings(Q(agency=agency_id), period))


def is_in(one: Standing, figure: Figure) -> bool:
    if figure is Figure.RECEIVED:
        return True
    if figure is Figure.PUBLISHED:
        return one.is_published
    return one.figure is figure


def end_of(day: date) -> datetime:
    """The moment at which the day is over; the last day that can be written has no next one."""
    if day == date.max:
        return datetime.combine(day, time.max, tzinfo=ZONE)
    return datetime.combine(day + timedelta(days=1), time.min, tzinfo=ZONE)


def answered_on_time(
    agency_ids: Collection[int], from_day: date, to_day: date, at: datetime
) -> dict[int, tuple[int, int]]:
    """For everybody: of the answers that were given, or fell due unanswered, in these days, (in time,
    all), as known at the end of the last day, or now where that is still to come. No names, so no actor
    is asked. Two queries a piece."""
    start = datetime.combine(from_day, time.min, tzinfo=ZONE)
    as_of = min(at, end_of(to_day))
    which = (
        Q(agency__in=agency_ids, is_anonymous=False, received_at__lte=as_of)
        & (Q(answered_at=None) | Q(answered_at__gte=start))
        & (Q(ended_at=None) | Q(ended_at__gte=start))
    )
    counted: dict[int, tuple[int, int]] = {}
    for row, life in _lives(which, as_of):
        if not _is_owed(life, start, as_of):
            continue
        good, total = counted.get(row.agency_id, (0, 0))
        counted[row.agency_id] = (good + (not is_answer_late(life, as_of)), total + 1)
    return counted


def _is_owed(life: Life, start: datetime, as_of: datetime) -> bool:
    """Answered since the start, or open with its day past since then."""
    if life.end is not None:
        return life.end.act is Act.ANSWER and life.end.at >= start
    return life.answer_due_at is not None and start <= life.answer_due_at < as_of


def _lives(which: Q, as_of: datetime) -> Iterator[tuple[Petition, Life]]:
    """Each with what had become of it at the moment. Memory is bounded: pieces by id."""
    found = Petition.objects.filter(which).order_by("id")
    last = 0
    while piece := list(found.filter(id__gt=last)[:PIECE]):
        steps: dict[int, list[PetitionStep]] = defaultdict(list)
        lived = PetitionStep.objects.filter(petition__in=piece, at__lte=as_of)
        for step in lived.order_by("seq"):
            steps[step.petition_id].append(step)
        for row in piece:
            yield row, life_of(_lived(row, steps[row.pk]), as_of)
        last = piece[-1].pk


def _lived(row: Petition, steps: list[PetitionStep]) -> Iterator[LivedStep]:
    """Steps written before they told the date (migration 0004) have that of the row."""
    is_old = bool(steps) and steps[0].answer_due_at is None
    for step in steps:
        due_at = row.answer_due_at if is_old else step.answer_due_at
        yield LivedStep(act=Act(step.act), at=step.at, answer_due_at=due_at)


def _standings(which: Q, period: Period) -> Iterator[Standing]:
    """Each one received in the period, as it stood at the moment."""
    for row, life in _lives(which & period.bounds, period.as_of):
        yield Standing(
            petition_id=row.pk,
            code=row.code,
            title=row.title,
            agency_id=row.agency_id,
            kind=Kind(row.kind),
            figure=_figure(row, life, period.as_of),
            is_published=life.is_published,
            received_at=row.received_at,
        )


FIGURE_OF_END: dict[Act, Figure] = {
    Act.REFUSE: Figure.REFUSED,
    Act.ACCEPT_OFFER: Figure.FORWARDED,
    Act.FORWARD_OUTSIDE: Figure.FORWARDED,
    Act.CLOSE: Figure.INFORMATION,
}


def _figure(row: Petition, life: Life, as_of: datetime) -> Figure:
    late = is_answer_late(life, as_of)
    if life.end is None:
        return Figure.OPEN_LATE if late and not row.is_anonymous else Figure.OPEN
    if life.end.act is Act.ANSWER:
        return Figure.LATE if late else Figure.ON_TIME
    return FIGURE_OF_END[life.end.act]


def _added_up(standings: Iterator[Standing]) -> tuple[FigureRow, ...]:
    names = {spec.name for spec in fields(FigureRow)} - {"agency_id", "kind"}
    counts: dict[tuple[int, Kind], dict[str, int]] = {}
    for one in standings:
        line = counts.setdefault((one.agency_id, one.kind), dict.fromkeys(names, 0))
        line["received"] += 1
        line[str(one.figure)] += 1
        line["published"] += one.is_published
    return tuple(
        FigureRow(agency_id=agency_id, kind=kind, **line)
        for (agency_id, kind), line in sorted(counts.items())
    )
