"""The dossiers behind one number of a report: as many rows as the number says, within one's rights.

Agency by agency, so that each is read in the order of an index and a page stops where it is full.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from motcua.dossiers.models import Dossier, Stay
from motcua.dossiers.policies import visible
from motcua.dossiers.queries.figures.asked import Behind
from motcua.dossiers.queries.figures.measures import conditions, in_unit
from motcua.dossiers.vocabulary import Began, Ended, Stage, Timeliness
from motcua.kernel.actor import Actor
from motcua.kernel.paging import CursorFaulty, Page, size_of
from motcua.procedures.vocabulary import Channel

DIGITS_MAX = 18


@dataclass(frozen=True, slots=True, kw_only=True)
class StayRow:
    """One stay of a dossier, with what a list shows of it.

    `day`: by which it is listed, when it began or ended. `timeliness` None = it lasts or moved on.
    """

    id: int
    day: date
    code: str
    owner_name: str
    procedure_name: str
    agency_id: int
    unit_id: int | None
    handler_id: int | None
    channel: Channel
    stage: Stage
    began_on: date
    began_as: Began
    ended_on: date | None
    timeliness: Timeliness | None
    due_at: datetime | None


COLUMN_OF = {
    "id": "id",
    "day": "day",
    "code": "dossier__code",
    "owner_name": "dossier__owner_name",
    "procedure_name": "dossier__procedure_version__name",
    "agency_id": "agency_id",
    "unit_id": "unit_id",
    "handler_id": "handler_id",
    "channel": "channel",
    "stage": "dossier__stage",
    "began_on": "began_on",
    "began_as": "began_as",
    "ended_on": "ended_on",
    "ended_as": "ended_as",
    "due_at": "dossier__due_at",
}
NAMES, COLUMNS = tuple(COLUMN_OF), tuple(COLUMN_OF.values())


def stays_behind(
    actor: Actor, which: Behind, *, at: datetime, cursor: str = "", size: int | None = None
) -> Page[StayRow]:
    """By agency, then the newest first. One query an agency until the page is full.

    Name only agencies that have any (`sums_of` by agency tells). Refusals: CursorFaulty.
    """
    size = size_of(size)
    after = _after(cursor)
    rows: list[StayRow] = []
    for agency_id in sorted(which.agency_ids):
        if after and agency_id < after.agency_id:
            continue
        found = _asked(actor, which, at, agency_id)
        if after and agency_id == after.agency_id:
            found = found.filter(Q(day__lt=after.day) | Q(day=after.day, id__lt=after.last))
        wanted = size + 1 - len(rows)
        rows += map(_row, found.order_by("-day", "-id").values_list(*COLUMNS)[:wanted])
        if len(rows) > size:
            break
    shown = tuple(rows[:size])
    return Page(rows=shown, next_cursor=_cursor(shown[-1]) if len(rows) > size else "")


def count_behind(actor: Actor, which: Behind, *, at: datetime) -> int:
    """How many of them the actor may see: all of the number, where his rights reach so far.
    One query an agency."""
    return sum(_asked(actor, which, at, one).count() for one in sorted(which.agency_ids))


def _asked(actor: Actor, which: Behind, at: datetime, agency_id: int) -> QuerySet[Any]:
    """The stays at one agency, with the `day` by which they are listed."""
    day, condition = conditions(which, at)
    his = Dossier.objects.filter(visible(actor), pk=OuterRef("dossier"))
    found = Stay.objects.annotate(day=F(day)).filter(condition, Exists(his), agency=agency_id)
    if which.procedure_ids is not None:
        found = found.filter(procedure__in=sorted(which.procedure_ids))
    if which.handler_id is not None:
        found = found.filter(handler=which.handler_id or None)
    if which.stage is not None:
        found = found.filter(dossier__stage=str(which.stage))
    if which.due_by is not None:
        found = found.filter(overdue_on__lte=which.due_by)
    return found if which.unit_id is None else found.filter(in_unit(which.unit_id))


def _row(values: tuple[Any, ...]) -> StayRow:
    named = dict(zip(NAMES, values, strict=True))
    ended_as = named.pop("ended_as")
    settled = ended_as and ended_as != Ended.MOVED
    return StayRow(
        **named
        | {
            "channel": Channel(named["channel"]),
            "stage": Stage(named["stage"]),
            "began_as": Began(named["began_as"]),
            "timeliness": Timeliness(ended_as) if settled else None,
        }
    )


@dataclass(frozen=True, slots=True)
class _Place:
    agency_id: int
    day: date
    last: int


def _cursor(row: StayRow) -> str:
    return f"{row.agency_id}-{row.day.toordinal()}-{row.id}"


def _after(cursor: str) -> _Place | None:
    """The place after which to go on. Refusals: CursorFaulty."""
    if not cursor:
        return None
    parts = cursor.split("-")
    if len(parts) != 3 or not all(one.isascii() and one.isdigit() for one in parts):
        raise CursorFaulty(field="cursor")
    agency_id, day, last = (int(one[:DIGITS_MAX]) for one in parts)
    if not 1 <= day <= date.max.toordinal():
        raise CursorFaulty(field="cursor")
    return _Place(agency_id, date.fromordinal(day), last)
