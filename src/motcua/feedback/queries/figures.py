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
            received_at__lt=datetime.combine(
                self.to_day + timedelta(days=1), time.min, tzinfo=ZONE
            ),
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
        if (kind is None or one.kind is kind) and _is_in(one, figure)
    )


def _is_in(one: Standing, figure: Figure) -> bool:
    if figure is Figure.RECEIVED:
        return True
    if figure is Figure.PUBLISHED:
        return one.is_published
    return one.figure is figure


def answered_on_time(
    agency_ids: Collection[int], from_day: date, to_day: date
) -> dict[int, tuple[int, int]]:
    """For everybody: of the answers that fell due or were given in these days, (in time, all); no
    names, so no actor is asked. Late ones that are still open count as not in time. One query."""
    start = datetime.combine(from_day, time.min, tzinfo=ZONE)
    end = datetime.combine(to_day + timedelta(days=1), time.min, tzinfo=ZONE)
    found = Petition.objects.filter(agency__in=agency_ids, is_anonymous=False).filter(
        Q(answered_at__gte=start, answered_at__lt=end)
        | Q(answered_at__isnull=True, ended_at__isnull=True, answer_due_at__gte=start)
        & Q(answer_due_at__lt=end)
    )
    counted: dict[int, tuple[int, int]] = {}
    for agency_id, answered, due_at in found.values_list(
        "agency_id", "answered_at", "answer_due_at"
    ):
        good, total = counted.get(agency_id, (0, 0))
        in_time = answered is not None and (due_at is None or answered <= due_at)
        counted[agency_id] = (good + in_time, total + 1)
    return counted


def _standings(which: Q, period: Period) -> Iterator[Standing]:
    """Each one received in the period, as it stood at the moment."""
    found = Petition.objects.filter(which & period.bounds).order_by("id")
    last = 0
    while piece := list(found.filter(id__gt=last)[:PIECE]):
        lives: dict[int, list[PetitionStep]] = defaultdict(list)
        steps = PetitionStep.objects.filter(petition__in=piece, at__lte=period.as_of)
        for step in steps.order_by("seq"):
            lives[step.petition_id].append(step)
        for row in piece:
            yield _standing(row, lives[row.pk], period.as_of)
        last = piece[-1].pk


def _standing(row: Petition, steps: list[PetitionStep], as_of: datetime) -> Standing:
    shown = [Act(one.act) for one in steps if Act(one.act) in PUBLISHING]
    return Standing(
        petition_id=row.pk,
        code=row.code,
        title=row.title,
        agency_id=row.agency_id,
        kind=Kind(row.kind),
        figure=_figure(row, steps, as_of),
        is_published=bool(shown) and shown[-1] is Act.PUBLISH,
        received_at=row.received_at,
    )


PUBLISHING = frozenset({Act.PUBLISH, Act.WITHDRAW, Act.REOPEN})
ENDS: dict[Act, Figure] = {
    Act.REFUSE: Figure.REFUSED,
    Act.ACCEPT_OFFER: Figure.FORWARDED,
    Act.FORWARD_OUTSIDE: Figure.FORWARDED,
}


def _figure(row: Petition, steps: list[PetitionStep], as_of: datetime) -> Figure:
    """By its last deciding step; one taken up again is open again."""
    end: PetitionStep | None = None
    for step in steps:
        act = Act(step.act)
        if act is Act.REOPEN:
            end = None
        elif act is Act.ANSWER or act in ENDS or (act is Act.CLOSE and end is None):
            end = step
    if end is not None:
        act = Act(end.act)
        if act is Act.ANSWER:
            return Figure.LATE if end.is_late else Figure.ON_TIME
        return ENDS.get(act, Figure.INFORMATION)
    is_late = row.answer_due_at is not None and as_of > row.answer_due_at
    return Figure.OPEN_LATE if is_late and not row.is_anonymous else Figure.OPEN


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
