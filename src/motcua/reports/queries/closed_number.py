"""One number of a closed report: what was told, and which dossiers stand behind it today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from motcua.dossiers.queries.figures import Behind
from motcua.kernel.actor import Actor
from motcua.kernel.verdict import NotFound
from motcua.reports.queries.behind import which_behind
from motcua.reports.queries.closed import closed_asked
from motcua.reports.vocabulary import Column, Report, Row


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedNumber:
    """`count`: as it was told. `which`: what it counts today; None = there is no such row any more."""

    report: Report
    row: Row
    column: Column
    count: int
    which: Behind | None


def closed_number(
    actor: Actor, closed_id: int, *, row_key: str, column_code: str, at: datetime
) -> ClosedNumber:
    """Of a closed report that the actor may see: whoever sees it sees the figures of its agency.
    No column named = the first that opens.

    Refusals: NotPermitted, NotFound (no such report, row or column, or a number that does not open).
    """
    asked, told = closed_asked(actor, closed_id)
    row = next((one for one in (*told.rows, told.total) if one.key == row_key), None)
    codes = [column.code for column in told.columns if column.opens]
    column_code = column_code or next(iter(codes), "")
    if row is None or column_code not in codes:
        raise NotFound(kind="row")
    place = [column.code for column in told.columns].index(column_code)
    try:
        which = which_behind(actor, asked, row_key=row_key, column_code=column_code, at=at)
    except NotFound as refusal:
        if refusal.params.get("kind") != "row":
            raise
        which = None
    return ClosedNumber(
        report=told,
        row=row,
        column=told.columns[place],
        count=row.cells[place].count,
        which=which,
    )
