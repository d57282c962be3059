"""One search box for everything: code, people, phones, numbers, the number of a result, the name of
a procedure; and filters beside it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from django.db.models import Q, QuerySet

from motcua.accounts.rules.roles import Permission
from motcua.database.joining import PartList, first_of, in_parts
from motcua.dossiers.models import Dossier
from motcua.dossiers.policies import visible, visible_apart
from motcua.dossiers.queries import filters
from motcua.dossiers.queries.counter import Pile, lying
from motcua.dossiers.queries.lists import COLUMNS, DossierRow, row_of
from motcua.dossiers.queries.searching.mentioning import mentioned, mentioning
from motcua.dossiers.queries.urgency import Urgency, urgent
from motcua.dossiers.queries.work import procedure_called
from motcua.dossiers.vocabulary import STATUS_OF, Stage, Status, Timeliness
from motcua.kernel.actor import Actor
from motcua.kernel.paging import Page, after, page_of, size_of
from motcua.ledger.caching import one_revision


class Against(StrEnum):
    """How a dossier stands against its date: how it ended, or how it is going."""

    EARLY = "EARLY"
    ON_TIME = "ON_TIME"
    ENDED_LATE = "ENDED_LATE"
    OVERDUE = "OVERDUE"
    DUE_TODAY = "DUE_TODAY"
    DUE_SOON = "DUE_SOON"


ENDED_AS = {
    Against.EARLY: Timeliness.EARLY,
    Against.ON_TIME: Timeliness.ON_TIME,
    Against.ENDED_LATE: Timeliness.OVERDUE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What is asked for; empty = anything. The days are both included."""

    text: str = ""
    status: Status | None = None
    stage: Stage | None = None
    pile: Pile | None = None
    against: Against | None = None
    received_from: date | None = None
    received_until: date | None = None
    due_before: datetime | None = None
    sector: str = ""
    procedure: str = ""
    channel: str = ""
    unit_id: int | None = None
    assignee_id: int | None = None


def find_dossiers(
    actor: Actor, which: Finding, *, at: datetime, cursor: str = "", size: int | None = None
) -> Page[DossierRow]:
    """Newest first, by id. One query; with words three, one more if nobody has the last word whole.
    A code typed in full is found by its key: one query, one more for what only looks like one.

    Served by `dossier_agency` and its like for each place that the actor sees, read apart; words by
    the index of words, procedures by `dossier_procedure`, a result's number by
    `result_number_begins`. Refusals: CursorFaulty.
    """
    size = size_of(size)
    right = Permission.DOSSIER_SEARCH
    start = after(cursor)
    asked = _asked(which, actor, at) & (Q() if start is None else Q(id__lt=start))
    if not which.text.strip():
        return _page(in_parts(Dossier.objects.filter(asked), visible_apart(actor, right)), size)
    seen = Dossier.objects.filter(visible(actor, right), asked)
    if "-" in which.text and (whole := _called(seen, which.text)):
        return page_of(whole, size=size, key="id")
    with one_revision():
        page = _page(mentioning(seen, which.text), size)
        return page if page.rows else _page(mentioning(seen, which.text, begun=True), size)


def _called(seen: QuerySet[Dossier], text: str) -> list[DossierRow]:
    """The dossier with exactly this code, if it is among those."""
    return [row_of(value) for value in seen.filter(code=text.strip().upper()).values_list(*COLUMNS)]


def finding_asked(actor: Actor, which: Finding, at: datetime) -> QuerySet[Dossier]:
    """All the dossiers of the list, however many, for its file."""
    asked = visible(actor, Permission.DOSSIER_SEARCH) & _asked(which, actor, at)
    found = Dossier.objects.filter(asked)
    if not which.text.strip():
        return found
    with one_revision():
        exactly = found.filter(mentioned(which.text))
        return exactly if exactly.exists() else found.filter(mentioned(which.text, begun=True))


def _page(lists: list[PartList], size: int) -> Page[DossierRow]:
    found = first_of(lists, "-id", count=size + 1).values_list(*COLUMNS) if lists else ()
    return page_of([row_of(value) for value in found], size=size, key="id")


def _asked(which: Finding, actor: Actor, at: datetime) -> Q:
    given = {
        "status": which.status and str(which.status),
        "received_on__gte": which.received_from,
        "received_on__lte": which.received_until,
        "due_at__lt": which.due_before,
        "procedure_version__sector__code": which.sector,
        "channel": which.channel,
        "unit": which.unit_id,
        "assignee": which.assignee_id,
    }
    asked = Q(**{name: value for name, value in given.items() if value})
    if which.stage:
        asked &= Q(stage=str(which.stage), status=str(STATUS_OF[which.stage]))
    if which.pile:
        asked &= lying(actor, which.pile)
    if which.against:
        asked &= _against(which.against, at)
    return asked & procedure_called(which.procedure) if which.procedure else asked


def _against(against: Against, at: datetime) -> Q:
    if against in ENDED_AS:
        return Q(timeliness=str(ENDED_AS[against]))
    if against is Against.OVERDUE:
        return filters.overdue(at)
    return urgent(Urgency(against), at)
