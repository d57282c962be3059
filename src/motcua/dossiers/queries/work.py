"""Work: what lies with a person, a unit, an agency, the most urgent first."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from django.db.models import Case, Count, DateTimeField, F, Q, QuerySet, Value, When

from motcua.accounts.rules.roles import Permission
from motcua.dossiers.models import Dossier
from motcua.dossiers.policies import own_holdings, visible
from motcua.dossiers.queries import filters
from motcua.dossiers.queries.lists import COLUMNS, WORDS_MAX, DossierRow, row_of
from motcua.dossiers.queries.urgency import Urgency, counts_by_urgency, urgent
from motcua.dossiers.vocabulary import Stage
from motcua.kernel.actor import Actor, Role
from motcua.kernel.clock import ZONE
from motcua.kernel.folding import fold
from motcua.kernel.paging import CursorFaulty, Page, size_of

FAR = datetime(9999, 12, 31, tzinfo=ZONE)
"""Where a dossier without a date stands in the order: after all that have one."""
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
"""In UTC: the local zone stood elsewhere then, and wall clocks do not add up."""
DIGITS_MAX = 18


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
    `dossier_open_agency`, `dossier_open_competent` for an agency. Refusals: CursorFaulty.
    """
    size = size_of(size)
    found = work_asked(actor, which, at).annotate(order=_order())
    if cursor:
        found = found.filter(_after(cursor))
    read = list(found.order_by("order", "id").values_list(*COLUMNS, "order")[: size + 1])
    rows = tuple(row_of(value[:-1]) for value in read[:size])
    more = len(read) > size
    return Page(rows=rows, next_cursor=_cursor(read[size - 1][-1], rows[-1].id) if more else "")


def work_asked(actor: Actor, which: WorkFilter, at: datetime) -> QuerySet[Dossier]:
    """The dossiers that a filter means: lists and counts begin here, so that they agree."""
    found = Dossier.objects.filter(visible(actor, _right(which.whose)), filters.is_open())
    found = found.filter(_whose(actor, which.whose))
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
    for word in fold(which.text).split()[:WORDS_MAX]:
        found = found.filter(search_key__contains=word)
    return found


def _right(whose: Whose) -> Permission:
    return Permission.DOSSIER_ASSIGN if whose is Whose.LED else Permission.DOSSIER_VIEW


def procedure_called(typed: str) -> Q:
    """Of the procedure with this code, or with all these words in its name."""
    named = Q()
    for word in fold(typed).split()[:WORDS_MAX]:
        named &= Q(procedure_version__name_key__contains=word)
    return Q(procedure_version__procedure__code=typed.strip()) | named


TURN_OF = {
    Role.RECEPTION: (Permission.DOSSIER_TAKE_OVER, Q(stage=str(Stage.IN_TRANSIT))),
    Role.SIGNATORY: (Permission.DOSSIER_DECIDE, Q(stage=str(Stage.PROPOSED))),
    Role.REGISTRY_CLERK: (Permission.DOSSIER_ISSUE_RESULT, Q(stage=str(Stage.DECIDED))),
    Role.UNIT_HEAD: (Permission.DOSSIER_ASSIGN, filters.nobodys()),
}
"""What waits for whoever has the role, whoever it is, where he may do what it waits for."""


def _whose(actor: Actor, whose: Whose) -> Q:
    """A signatory's own work is what waits for a decision, a clerk's what waits for a number."""
    if whose is Whose.NOBODYS:
        at_home = actor.scope_agency_ids | {actor.agency_id or 0}
        return filters.nobodys() & Q(competent_agency__in=at_home)
    if whose is not Whose.MINE:
        return Q()
    mine = Q(assignee__in=own_holdings(actor))
    for role, (permission, which) in TURN_OF.items():
        if role in actor.roles:
            mine |= visible(actor, permission) & which
    return mine


def _order() -> Case:
    return Case(
        When(due_at__isnull=True, then=Value(FAR)),
        default=F("due_at"),
        output_field=DateTimeField(),
    )


def _cursor(order: datetime, dossier_id: int) -> str:
    """To the microsecond: hours of work are counted from the moment of reception."""
    return f"{(order - EPOCH) // timedelta(microseconds=1)}-{dossier_id}"


def _after(cursor: str) -> Q:
    """Later in the order than the place that the cursor names. Refusals: CursorFaulty."""
    moment, _dash, last = cursor.partition("-")
    if not all(part.isascii() and part.isdigit() and len(part) <= DIGITS_MAX
               for part in (moment, last)):  # fmt: skip
        raise CursorFaulty(field="cursor")
    try:
        order = EPOCH + timedelta(microseconds=int(moment))
    except OverflowError:
        raise CursorFaulty(field="cursor") from None
    return Q(order__gt=order) | Q(order=order, id__gt=int(last))


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
    """Counts over the open dossiers of the filter, whatever urgency it names. One query."""
    found = work_asked(actor, replace(which, urgency=None), at)
    return WorkFigures(**found.aggregate(total=Count("id"), **counts_by_urgency(at)))


def whose_figures(actor: Actor, which: WorkFilter, *, at: datetime) -> dict[Whose, int]:
    """How long the list of each `Whose` is with the same filter. One query, as the list of all."""
    counted = {
        str(whose): Count("id", filter=visible(actor, _right(whose)) & _whose(actor, whose))
        for whose in Whose
    }
    every = work_asked(actor, replace(which, whose=Whose.ALL), at)
    return {Whose(name): count for name, count in every.aggregate(**counted).items()}
