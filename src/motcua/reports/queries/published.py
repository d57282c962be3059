"""The published figures of a procedure: for everybody, no rights asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from motcua.reports.models import PublishedFigure
from motcua.reports.rules.published import PublishedFigures, told


@dataclass(frozen=True, slots=True, kw_only=True)
class FiguresRow:
    """Of one office, or of all together (`agency_id` None), over which days."""

    agency_id: int | None
    from_day: date
    until_day: date
    figures: PublishedFigures


def published_figures(
    scope: str, code: str, agency_id: int | None = None
) -> tuple[FiguresRow | None, FiguresRow | None]:
    """Of all offices together, and of this one. One query (`published_figure_once`)."""
    wanted = Q(agency=None) if agency_id is None else Q(agency=None) | Q(agency=agency_id)
    rows = {row.agency_id: _row(row) for row in _of(scope, code).filter(wanted)}
    return rows.get(None), rows.get(agency_id) if agency_id else None


def figures_by_office(scope: str, code: str) -> tuple[FiguresRow, ...]:
    """All together first, then every office that did any. One query (`published_figure_once`)."""
    rows = sorted(_of(scope, code), key=lambda row: row.agency_id or 0)
    return tuple(_row(row) for row in rows)


def _of(scope: str, code: str) -> QuerySet[PublishedFigure]:
    return PublishedFigure.objects.filter(scope=scope, code=code)


def _row(row: PublishedFigure) -> FiguresRow:
    days = (
        (row.median_days, row.days_of_nine_in_ten)
        if row.median_days is not None and row.days_of_nine_in_ten is not None
        else None
    )
    return FiguresRow(
        agency_id=row.agency_id,
        from_day=row.from_day,
        until_day=row.until_day,
        figures=told(
            received=0 if row.received_hidden else row.received,
            online=0 if row.received_hidden else row.online,
            settled=0 if row.settled_hidden else row.settled,
            in_time=0 if row.settled_hidden else row.in_time,
            days=days,
        ),
    )
