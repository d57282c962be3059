"""Work: what lies with a person, a unit, an agency, the most urgent first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.db.models import Case, Count, DateTimeField, F, Q, QuerySet, Value, When

from motcua.accounts.rules.roles import Permission
from motcua.dossiers.models import Dossier
from motcua.dossiers.policies import own_holdings, visible
from motcua.dossiers.queries import filters
from motcua.dossiers.queries.lists import COLUMNS, WORDS_MAX, DossierRow, row_of
from motcua.dossiers.vocabulary import IN_HAND_STAGES, Act, Stage
from motcua.kernel.actor import Actor, Role
from motcua.kernel.clock import ZONE
from motcua.kernel.folding import fold
from motcua.kernel.paging import CursorFaulty, Page, size_of

FAR = datetime(9999, 12, 31, tzinfo=ZONE)
"""Where a dossier without a date stands in the order: after all that have one."""


class Whose(StrEnum):
    """Whose work: mine, nobody's yet, or all that I may see."""

    MINE = "MINE"
    NOBODYS = "NOBODYS"
    ALL = "ALL"


class Urgency(StrEnum):
    """How near the date is."""

    OVERDUE = "OVERDUE"
    DUE_TODAY = "DUE_TODAY"
    DUE_SOON = "DUE_SOON"
    WAITING = "WAITING"


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkFilter:
    """What is asked for; empty = anything open."""

    whose: Whose = Whose.ALL
    urgency: Urgency | None = None
    stages: tuple[Stage, ...] = ()
    assignee_id: int | None = None
    unit_id: int | None = None
    sector: str = ""
    procedure: str = ""
    text: str = ""


def work_of(
    actor: Actor,
    which: WorkFilter,
    *,
    at: datetime,
    cursor: str = "",
    size: int | None = None,
    permission: Permission = Permission.DOSSIER_VIEW,
) -> Page[DossierRow]:
    """Open dossiers, the nearest date first, those without a date last. One query.

    Served by `dossier_assignee_due` for one's own, `dossier_unit_due` for a unit and
    `dossier_competent_due` for an agency. Refusals: CursorFaulty.
    """
    size = size_of(size)
    found = _asked(actor, which, at, permission).annotate(order=_order())
    if cursor:
        found = found.filter(_after(cursor))
    values = found.order_by("order", "id").values_list(*COLUMNS, "order")[: size + 1]
    read = list(values)
    rows = tuple(row_of(value[:-1]) for value in read[:size])
    more = len(read) > size
    return Page(rows=rows, next_cursor=_cursor(read[size - 1][-1], rows[-1].id) if more else "")


def _order() -> Case:
    return Case(
        When(due_at__isnull=True, then=Value(FAR)),
        default=F("due_at"),
        output_field=DateTimeField(),
    )


def _cursor(order: datetime, dossier_id: int) -> str:
    return f"{int(order.timestamp())}-{dossier_id}"


def _after(cursor: str) -> Q:
    """Later in the order than the place that the cursor names. Refusals: CursorFaulty."""
    moment, _dash, last_id = cursor.partition("-")
    try:
        order = datetime.fromtimestamp(int(moment), tz=ZONE)
        return Q(order__gt=order) | Q(order=order, id__gt=int(last_id))
    except (ValueError, OverflowError, OSError):
        raise CursorFaulty(field="cursor") from None


def _asked(
    actor: Actor, which: WorkFilter, at: datetime, permission: Permission
) -> QuerySet[Dossier]:
    found = Dossier.objects.filter(visible(actor, permission), filters.is_open())
    found = found.filter(_whose(actor, which.whose), _urgent(which.urgency, at))
    given = {
        "stage__in": [str(stage) for stage in which.stages],
        "assignee": which.assignee_id,
        "unit": which.unit_id,
        "procedure_version__sector__code": which.sector,
        "procedure_version__procedure__code": which.procedure,
    }
    found = found.filter(**{name: value for name, value in given.items() if value})
    for word in fold(which.text).split()[:WORDS_MAX]:
        found = found.filter(search_key__contains=word)
    return found


def _whose(actor: Actor, whose: Whose) -> Q:
    """A signatory's own work is what waits for a decision, a clerk's what waits for a number."""
    if whose is Whose.NOBODYS:
        return Q(assignee=None, stage=str(Stage.RECEIVED))
    if whose is Whose.ALL:
        return Q()
    mine = Q(assignee__in=own_holdings(actor))
    for role, which in TURN_OF.items():
        if role in actor.roles:
            mine |= which
    return mine


TURN_OF = {
    Role.RECEPTION: Q(stage=str(Stage.IN_TRANSIT)),
    Role.SIGNATORY: Q(stage=str(Stage.PROPOSED)),
    Role.REGISTRY_CLERK: Q(stage=str(Stage.DECIDED)),
    Role.UNIT_HEAD: Q(stage=str(Stage.RECEIVED), assignee=None),
}
"""What waits for whoever has the role, whoever it is."""


def _urgent(urgency: Urgency | None, at: datetime) -> Q:
    conditions = {
        None: Q(),
        Urgency.OVERDUE: filters.overdue(at),
        Urgency.DUE_TODAY: filters.due_today(at),
        Urgency.DUE_SOON: filters.due_soon(at),
        Urgency.WAITING: filters.waiting(),
    }
    return conditions[urgency]


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkFigures:
    """How much of what, of the dossiers that the filter asks for."""

    total: int
    overdue: int
    due_today: int
    due_soon: int
    waiting: int


def work_figures(actor: Actor, which: WorkFilter, *, at: datetime) -> WorkFigures:
    """Counts over the open dossiers of the filter, whatever urgency it names. One query."""
    found = _asked(actor, _without_urgency(which), at, Permission.DOSSIER_VIEW)
    counts = found.aggregate(
        total=Count("id"),
        overdue=Count("id", filter=filters.overdue(at)),
        due_today=Count("id", filter=filters.due_today(at)),
        due_soon=Count("id", filter=filters.due_soon(at)),
        waiting=Count("id", filter=filters.waiting()),
    )
    return WorkFigures(**counts)


def _without_urgency(which: WorkFilter) -> WorkFilter:
    return WorkFilter(
        whose=which.whose,
        stages=which.stages,
        assignee_id=which.assignee_id,
        unit_id=which.unit_id,
        sector=which.sector,
        procedure=which.procedure,
        text=which.text,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """What one officer of a unit has in hand; `holding_id` None = nobody yet."""

    holding_id: int | None
    unit_id: int | None
    open: int
    overdue: int
    due_soon: int
    waiting: int


def load_of(actor: Actor, *, at: datetime) -> tuple[Load, ...]:
    """The load of everybody whose work the actor may assign, heaviest first. One query."""
    mine = Dossier.objects.filter(
        visible(actor, Permission.DOSSIER_ASSIGN), stage__in=IN_HAND_STAGES | {*STILL_OWED}
    )
    rows = (
        mine.values("assignee", "unit")
        .annotate(
            open=Count("id"),
            overdue=Count("id", filter=filters.overdue(at)),
            due_soon=Count("id", filter=filters.due_soon(at)),
            waiting=Count("id", filter=filters.waiting()),
        )
        .order_by("-overdue", "-open", "assignee")
    )
    return tuple(
        Load(
            holding_id=row["assignee"],
            unit_id=row["unit"],
            open=row["open"],
            overdue=row["overdue"],
            due_soon=row["due_soon"],
            waiting=row["waiting"],
        )
        for row in rows
    )


STILL_OWED = (Stage.SUPPLEMENT_REQUESTED, Stage.OBLIGATION_DUE)


def open_work_of(holding_id: int) -> int:
    """How many open dossiers lie with this position. One query (`dossier_assignee_due`)."""
    return Dossier.objects.filter(assignee=holding_id, ended_at__isnull=True).count()


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """A dossier picked for bulk work: what must still be true when its turn comes."""

    code: str
    version: int


def chosen(actor: Actor, codes: tuple[str, ...], act: Act) -> tuple[Chosen, ...]:
    """Those of the codes on which the actor may do the act, in the order given. One query."""
    found = Dossier.objects.filter(visible(actor, Permission(act)), code__in=codes)
    versions = dict(found.values_list("code", "version"))
    return tuple(Chosen(code=code, version=versions[code]) for code in codes if code in versions)
