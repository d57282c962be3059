"""Reports that were closed: the list of them, and each as it was told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256

import orjson
from django.db.models import Q, QuerySet

from motcua.agencies.successions import slugs_of
from motcua.kernel.actor import Actor
from motcua.kernel.paging import PAGE_ROWS, Page, after, page_of, size_of
from motcua.kernel.verdict import NotFound
from motcua.reports.models import ClosedReport
from motcua.reports.policies import sight_of
from motcua.reports.rules.telling import read_report
from motcua.reports.vocabulary import Closing, Report, ReportAsked, ReportName


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedRow:
    """A closed report in a list."""

    id: int
    name: ReportName
    agency_id: int
    agency_slug: str
    with_subordinates: bool
    from_day: date
    until_day: date
    closed_at: datetime
    closer_name: str
    closer_title: str
    digest: str


class ToldAltered(Exception):
    """What a closed report tells no longer has its digest: the database was changed by hand."""


def closed_reports(
    actor: Actor,
    *,
    agency_id: int | None = None,
    name: ReportName | None = None,
    cursor: str = "",
    size: int = PAGE_ROWS,
) -> Page[ClosedRow]:
    """Those that the actor may see, the newest first. Two queries. Refusals: NotPermitted, CursorFaulty."""
    found = _seen(actor).defer("told")
    if agency_id is not None:
        found = found.filter(agency=agency_id)
    if name is not None:
        found = found.filter(name=str(name))
    last = after(cursor)
    if last is not None:
        found = found.filter(pk__lt=last)
    size = size_of(size)
    closed = list(found.order_by("-id")[: size + 1])
    slugs = slugs_of(frozenset(one.agency_id for one in closed))
    return page_of([_row(one, slugs[one.agency_id]) for one in closed], size=size, key="id")


def closed_of(actor: Actor, asked: ReportAsked) -> ClosedRow | None:
    """The closing of this very report; None while it is open. Two queries. Refusals: NotPermitted."""
    if asked.unit_id is not None:
        return None
    closed = (
        _seen(actor)
        .filter(
            agency=asked.agency_id,
            name=str(asked.name),
            with_subordinates=asked.with_subordinates,
            from_day=asked.from_day,
            until_day=asked.until_day,
        )
        .defer("told")
        .first()
    )
    if closed is None:
        return None
    return _row(closed, slugs_of(frozenset({closed.agency_id}))[closed.agency_id])


def closed_report(actor: Actor, closed_id: int) -> Report:
    """The report as it was told. One query. Refusals: NotPermitted, NotFound."""
    return read_closed(_found(actor, closed_id))


def closed_asked(actor: Actor, closed_id: int) -> tuple[ReportAsked, Report]:
    """What was asked then, to ask it again, and what was told. One query."""
    closed = _found(actor, closed_id)
    asked = ReportAsked(
        name=ReportName(closed.name),
        agency_id=closed.agency_id,
        from_day=closed.from_day,
        until_day=closed.until_day,
        with_subordinates=closed.with_subordinates,
    )
    return asked, read_closed(closed)


def read_closed(closed: ClosedReport) -> Report:
    """The report in a row. Faults: ToldAltered."""
    if sha256(closed.told.encode()).hexdigest() != closed.digest:
        raise ToldAltered(f"closed report {closed.pk}")
    closing = Closing(
        closed_at=closed.closed_at,
        by=closed.closer_name,
        title=closed.closer_title,
        digest=closed.digest,
    )
    return read_report(orjson.loads(closed.told), closing)


def _found(actor: Actor, closed_id: int) -> ClosedReport:
    closed = _seen(actor).filter(pk=closed_id).first()
    if closed is None:
        raise NotFound(kind="report")
    return closed


def _seen(actor: Actor) -> QuerySet[ClosedReport]:
    """Of agencies in sight; with subordinates, where all of them are."""
    sight = sight_of(actor)
    if sight.everything:
        return ClosedReport.objects.all()
    alone = Q(agency__in=sight.agency_ids, with_subordinates=False)
    return ClosedReport.objects.filter(alone | Q(agency__in=sight.deep_ids))


def _row(closed: ClosedReport, slug: str) -> ClosedRow:
    return ClosedRow(
        id=closed.pk,
        name=ReportName(closed.name),
        agency_id=closed.agency_id,
        agency_slug=slug,
        with_subordinates=closed.with_subordinates,
        from_day=closed.from_day,
        until_day=closed.until_day,
        closed_at=closed.closed_at,
        closer_name=closed.closer_name,
        closer_title=closed.closer_title,
        digest=closed.digest,
    )
