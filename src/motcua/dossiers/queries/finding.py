"""One search box for everything: code, people, phones, numbers, the number of a result, the name of
a procedure; and filters beside it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from django.db.models import Q, QuerySet

from motcua.accounts.rules.roles import Permission
from motcua.dossiers.models import Dossier, Result
from motcua.dossiers.policies import visible
from motcua.dossiers.queries import filters
from motcua.dossiers.queries.counter import Pile, lying
from motcua.dossiers.queries.lists import COLUMNS, WORDS_MAX, DossierRow, row_of
from motcua.dossiers.queries.urgency import Urgency, urgent
from motcua.dossiers.queries.work import procedure_called
from motcua.dossiers.vocabulary import Stage, Status, Timeliness
from motcua.kernel.actor import Actor
from motcua.kernel.folding import fold
from motcua.kernel.paging import Page, after, page_of, size_of
from motcua.procedures.queries.names import versions_named

NUMBER_LENGTH_MIN = 2
"""Fewer signs than this are no number of a document."""


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
    """Newest first, by id. One query; two when words are looked for.

    Words: the trigram index of `search_key`, and the index of `procedure_version`, on PostgreSQL.
    A result's number: `result_document_number`. Refusals: CursorFaulty.
    """
    size = size_of(size)
    found = finding_asked(actor, which, at)
    start = after(cursor)
    if start is not None:
        found = found.filter(id__lt=start)
    values = found.order_by("-id").values_list(*COLUMNS)[: size + 1]
    return page_of([row_of(value) for value in values], size=size, key="id")


def finding_asked(actor: Actor, which: Finding, at: datetime) -> QuerySet[Dossier]:
    """The dossiers that are meant: the list and its file begin here, so that they agree."""
    found = Dossier.objects.filter(visible(actor, Permission.DOSSIER_SEARCH))
    given = {
        "status": which.status and str(which.status),
        "stage": which.stage and str(which.stage),
        "received_on__gte": which.received_from,
        "received_on__lte": which.received_until,
        "due_at__lt": which.due_before,
        "procedure_version__sector__code": which.sector,
        "channel": which.channel,
        "unit": which.unit_id,
        "assignee": which.assignee_id,
    }
    found = found.filter(**{name: value for name, value in given.items() if value})
    if which.pile:
        found = found.filter(lying(actor, which.pile))
    if which.against:
        found = found.filter(_against(which.against, at))
    if which.procedure:
        found = found.filter(procedure_called(which.procedure))
    return found.filter(_mentions(which.text)) if which.text.strip() else found


def _against(against: Against, at: datetime) -> Q:
    if against in ENDED_AS:
        return Q(timeliness=str(ENDED_AS[against]))
    if against is Against.OVERDUE:
        return filters.overdue(at)
    return urgent(Urgency(against), at)


def _mentions(text: str) -> Q:
    """Each word stands in the dossier's own words or in the name of its procedure; or the number of
    a result begins so."""
    words = fold(text).split()[:WORDS_MAX]
    named = versions_named(words)
    each = Q()
    for word in words:
        each &= Q(search_key__contains=word) | Q(procedure_version__in=named[word])
    number = text.strip()
    if len(number) < NUMBER_LENGTH_MIN or not any(map(str.isdecimal, number)):
        return each
    results = Result.objects.filter(document_number__istartswith=number)
    numbered = Q(pk__in=results.values("dossier"))
    return each | numbered if words else numbered
