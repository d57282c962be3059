"""Work: what lies with a person, a unit, an agency, the most urgent first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from django.db.models import Count, Q, QuerySet

from motcua.accounts.rules.roles import Permission
from motcua.database.joining import Part, PartList, all_of, counts_of, first_of, in_parts
from motcua.dossiers.models import Dossier
from motcua.dossiers.policies import visible, visible_apart
from motcua.dossiers.policies.clauses import own_holdings
from motcua.dossiers.queries import filters
from motcua.dossiers.queries.lists import COLUMNS, DossierRow, row_of
from motcua.dossiers.queries.searching.mentioning import holding
from motcua.dossiers.queries.urgency import Urgency, counts_by_urgency, urgent
from motcua.dossiers.vocabulary import Stage
from motcua.kernel.actor import Actor, Role
from motcua.kernel.bounded import MoreThan
from motcua.kernel.clock import ZONE
from motcua.kernel.folding import fold
from motcua.kernel.paging import CursorFaulty, Page, size_of
from motcua.kernel.words import WORDS_MAX

FAR = datetime(9999, 12, 31, tzinfo=ZONE)
"""Where a dossier without a date stands in the order: after all that have one."""
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
"""In UTC: the local zone stood elsewhere then, and wall clocks do not add up."""
DIGITS_MAX = 18
COUNTED_MAX = 1001
"""Figures above a list are counted as far as this, which stands for more than a thousand."""
SPREAD_MAX = 20_001
"""How work is spread is counted as far as this: more than all agencies read apart have open."""


class Whose(StrEnum):
    """Whose work: mine, nobody's yet, of those to whom I give work, or all that I may see."""

    MINE = "MINE"
    NOBODYS = "NOBODYS"
    LED = "LED"
    ALL = "ALL"


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkFilter:
    """What is asked for; empty = anything open. `unassigned`: what could be given out and is not.

    `procedure`: a code, or words of the name.
    """

    whose: Whose = Whose.ALL
    urgency: Urgency | None = None
    stage: Stage | None = None
    assignee_id: int | None = None
    unassigned: bool = False
    unit_id: int | None = None
    sector: str = ""
    procedure: str = ""
    text: str = ""


def work_of(
    actor: Actor, which: WorkFilter, *, at: datetime, cursor: str = "", size: int | None = None
) -> Page[DossierRow]:
    """Open dossiers, the nearest date first, those without a date last. One query.

    Served by `dossier_assignee_due` for one's own, `dossier_unit_due` for a unit and
    `dossier_open_agency`, `dossier_open_competent` for an agency, each place read apart;
    `dossier_open_due` for more agencies than are read apart. Refusals: CursorFaulty.
    """
    size = size_of(size)
    place = _place_of(cursor)
    lists = work_asked(actor, which, at).lists(place)
    read = list(first_of(lists, "due_at", "id", count=size + 1).values_list(*COLUMNS))
    rows = tuple(row_of(value) for value in read[:size])
    more = len(read) > size
    return Page(rows=rows, next_cursor=_cursor(rows[-1]) if more else "")


@dataclass(frozen=True, slots=True)
class WorkAsked:
    """What a filter means: lists and counts begin here, so that they agree. The parts share none."""

    rows: QuerySet[Dossier]
    parts: tuple[Part, ...]

    @property
    def together(self) -> QuerySet[Dossier]:
        """All of them, however many, for a file."""
        return self.rows.filter(pk__in=all_of(in_parts(self.rows, self.parts)))

    def lists(self, after: tuple[datetime, int] | None = None) -> list[PartList]:
        """In the order of dates, from a place on; those without a date are lists of their own."""
        last = after[1] if after and after[0] == FAR else 0
        undated = self.rows.filter(due_at__isnull=True, id__gt=last).order_by("due_at", "id")
        found = in_parts(undated, self.parts)
        if after is None or after[0] != FAR:
            dated = self.rows.filter(due_at__isnull=False).filter(_after(after))
            found += in_parts(dated.order_by("due_at", "id"), self.parts)
        return found


def work_asked(actor: Actor, which: WorkFilter, at: datetime) -> WorkAsked:
    found = Dossier.objects.filter(filters.is_open())
    if which.urgency:
        found = found.filter(urgent(which.urgency, at))
    if which.unassigned:
        found = found.filter(filters.nobodys())
    given = {
        "stage": which.stage and str(which.stage),
        "assignee": which.assignee_id,
        "unit": which.unit_id,
        "procedure_version__sector__code": which.sector,
    }
    found = found.filter(**{name: value for name, value in given.items() if value})
    if which.procedure:
        found = found.filter(procedure_called(which.procedure))
    return WorkAsked(found.filter(holding(which.text)), _whose(actor, which.whose))


def procedure_called(typed: str) -> Q:
    """Of the procedure with this code, or with all these words in its name."""
    named = Q()
    for word in fold(typed).split()[:WORDS_MAX]:
        named &= Q(procedure_version__name_key__contains=word)
    return Q(procedure_version__procedure__code=typed.strip()) | named


TURN_OF = {
    Role.RECEPTION: (Permission.DOSSIER_TAKE_OVER, filters.to_take_over()),
    Role.SIGNATORY: (Permission.DOSSIER_DECIDE, Q(stage=str(Stage.PROPOSED))),
    Role.REGISTRY_CLERK: (Permission.DOSSIER_ISSUE_RESULT, Q(stage=str(Stage.DECIDED))),
    Role.UNIT_HEAD: (Permission.DOSSIER_ASSIGN, filters.nobodys()),
}
"""What waits for whoever has the role, whoever it is, where he may do what it waits for."""


def _whose(actor: Actor, whose: Whose) -> tuple[Part, ...]:
    """A signatory's own work is what waits for a decision, a clerk's what waits for a number."""
    if whose is Whose.LED:
        return visible_apart(actor, Permission.DOSSIER_ASSIGN)
    if whose is Whose.ALL:
        return visible_apart(actor)
    if whose is Whose.NOBODYS:
        at_home = actor.scope_agency_ids | {actor.agency_id or 0}
        nobodys = filters.nobodys() & Q(competent_agency__in=at_home)
        return tuple(part.narrowed(nobodys) for part in visible_apart(actor))
    seen = visible(actor)
    mine = Q(assignee__in=own_holdings(actor))
    parts, told = [Part(seen & mine)], mine
    for role, (permission, which) in TURN_OF.items():
        if role in actor.roles:
            turn = [
                part.narrowed(which & seen & ~told) for part in visible_apart(actor, permission)
            ]
            parts += turn
            told |= visible(actor, permission) & which
    return tuple(parts)


def _cursor(row: DossierRow) -> str:
    """To the microsecond: hours of work are counted from the moment of reception."""
    return f"{((row.due_at or FAR) - EPOCH) // timedelta(microseconds=1)}-{row.id}"


def _place_of(cursor: str) -> tuple[datetime, int] | None:
    """The place that the cursor names; None for the beginning. Refusals: CursorFaulty."""
    if not cursor:
        return None
    moment, _dash, last = cursor.partition("-")
    if not all(part.isascii() and part.isdigit() and len(part) <= DIGITS_MAX
               for part in (moment, last)):  # fmt: skip
        raise CursorFaulty(field="cursor")
    try:
        return EPOCH + timedelta(microseconds=int(moment)), int(last)
    except OverflowError:
        raise CursorFaulty(field="cursor") from None


def _after(place: tuple[datetime, int] | None) -> Q:
    """Later in the order than that place; the first condition bounds what an index is asked for."""
    if place is None:
        return Q()
    return Q(due_at__gte=place[0]) & (Q(due_at__gt=place[0]) | Q(id__gt=place[1]))


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkFigures:
    """How much of what, of the dossiers that the filter asks for; the groups add up to the total."""

    total: int
    overdue: int
    due_today: int
    due_soon: int
    later: int
    waiting: int


def work_figures(actor: Actor, which: WorkFilter, *, at: datetime) -> WorkFigures:
    """Counts over the open dossiers of the filter, whatever urgency it names. One query, by the
    indexes of `work_of`; of more than `COUNTED_MAX` those with the nearest date are counted."""
    found = bounded(work_asked(actor, replace(which, urgency=None), at), COUNTED_MAX)
    counts = found.aggregate(total=Count("id"), **counts_by_urgency(at))
    if counts["total"] >= COUNTED_MAX:
        counts |= {name: MoreThan(counts[name]) for name in _not_counted_out(counts)}
        counts["total"] = MoreThan(COUNTED_MAX - 1)
    return WorkFigures(**counts)


def _not_counted_out(counts: dict[str, int]) -> Iterator[str]:
    """The groups that go on where counting stopped: those without a date, and of the others, which
    come by their date, the last that was reached and all after it."""
    by_date = ["overdue", "due_today", "due_soon", "later"]
    reached = max((place for place, name in enumerate(by_date) if counts[name]), default=0)
    yield from ("waiting", *by_date[reached:])


def bounded(asked: WorkAsked, count: int) -> QuerySet[Dossier]:
    """What is counted through: everything, but of very much only the most urgent."""
    return first_of(asked.lists(), "due_at", "id", count=count).order_by()


def whose_figures(actor: Actor, which: WorkFilter, *, at: datetime) -> dict[Whose, int]:
    """How long the list of each `Whose` is with the same filter; none above `COUNTED_MAX`. One query,
    by the indexes of `work_of`."""
    asked = {whose: work_asked(actor, replace(which, whose=whose), at) for whose in Whose}
    lists = {str(whose): one.lists() for whose, one in asked.items()}
    counts = counts_of(lists, at_most=COUNTED_MAX)
    return {Whose(name): count for name, count in counts.items()}
