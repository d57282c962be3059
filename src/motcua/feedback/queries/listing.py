"""The register: a page of it, what waits for whom, what is offered from elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from django.db.models import Q, QuerySet

from motcua.feedback.models import Petition
from motcua.feedback.policies import offered_to, visible
from motcua.feedback.queries.rows import COLUMNS, PetitionRow, petition_row
from motcua.feedback.queries.terms import terms_in_force
from motcua.feedback.vocabulary import OPEN_STATES, Kind, State
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.folding import fold
from motcua.kernel.paging import Page, after, page_of, size_of

WORDS_MAX = 8
WARNED_MAX = 50


class Wanted(StrEnum):
    """Which part of the register."""

    OPEN = "open"
    MINE = "mine"
    LATE = "late"
    DONE = "done"
    ALL = "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class PetitionFilter:
    """`text` is looked for word by word, accents optional."""

    wanted: Wanted = Wanted.OPEN
    kind: Kind | None = None
    text: str = ""


def petitions(
    actor: Actor,
    at: datetime,
    which: PetitionFilter,
    *,
    cursor: str = "",
    size: int | None = None,
) -> Page[PetitionRow]:
    """The newest first. One query. Refusals: CursorFaulty."""
    size = size_of(size)
    found = _wanted(Petition.objects.filter(visible(actor)), actor, at, which)
    start = after(cursor)
    if start is not None:
        found = found.filter(id__lt=start)
    rows = found.order_by("-id").only(*COLUMNS)[: size + 1]
    return page_of([petition_row(row) for row in rows], size=size, key="id")


def _wanted(
    found: QuerySet[Petition], actor: Actor, at: datetime, which: PetitionFilter
) -> QuerySet[Petition]:
    is_open = Q(state__in=[str(one) for one in OPEN_STATES])
    if which.wanted is Wanted.OPEN:
        found = found.filter(is_open)
    elif which.wanted is Wanted.MINE:
        found = found.filter(is_open, handler=actor.holding_id)
    elif which.wanted is Wanted.LATE:
        found = found.filter(due_at__lt=at)
    elif which.wanted is Wanted.DONE:
        found = found.exclude(is_open)
    if which.kind is not None:
        found = found.filter(kind=str(which.kind))
    for word in fold(which.text).split()[:WORDS_MAX]:
        found = found.filter(search_key__contains=word)
    return found


def offered(actor: Actor) -> tuple[PetitionRow, ...]:
    """What other agencies ask the actor's own to take. One query, by `petition_offered`."""
    rows = Petition.objects.filter(offered_to(actor), state=str(State.OFFERED))
    return tuple(petition_row(row) for row in rows.order_by("id").only(*COLUMNS)[:WARNED_MAX])


@dataclass(frozen=True, slots=True, kw_only=True)
class Warned:
    """What is nearly due tells its handler, what is overdue his superiors too."""

    soon: tuple[PetitionRow, ...]
    late: tuple[PetitionRow, ...]


def warnings_for(actor: Actor, at: datetime) -> Warned:
    """First whoever has it (two working days of the terms before), then, once it is late, everybody
    in whose scope it is: his head of unit, the leader, the supervisor. One query, `petition_waiting`."""
    if actor.agency_id is None:
        return Warned(soon=(), late=())
    terms = terms_in_force(actor.agency_id, local_day(at))
    before = at + timedelta(days=terms.warning_days)
    found = Petition.objects.filter(visible(actor), due_at__lt=before).only(*COLUMNS)
    rows = [petition_row(row) for row in found.order_by("due_at", "id")[:WARNED_MAX]]
    late = tuple(row for row in rows if row.is_late(at))
    soon = tuple(row for row in rows if not row.is_late(at) and _has(actor, row))
    return Warned(soon=soon, late=late)


def _has(actor: Actor, row: PetitionRow) -> bool:
    """Whether it lies with this actor: given to him, to his unit, or to nobody yet in his register."""
    if row.handler_id is not None:
        return row.handler_id == actor.holding_id
    return row.unit_id is None or row.unit_id == actor.unit_id
