"""Every number of a report held against the dossiers themselves, counted one by one."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime

from motcua.dossiers.models import Dossier
from motcua.dossiers.tallies.told import stays_told
from motcua.kernel.actor import Actor
from motcua.ledger.queries import facts_about
from motcua.reports.queries.behind import behind_cell
from motcua.reports.queries.rights import agencies_reported
from motcua.reports.queries.spots import spot_keys
from motcua.reports.rules.indicators import indicator_on
from motcua.reports.rules.recount import counted
from motcua.reports.vocabulary import Cell, Counted, Report, ReportAsked

Cells = dict[tuple[str, str], Cell]


def cells_of(made: Report) -> Cells:
    """By row and column; what counts nothing is left out."""
    codes = [column.code for column in made.columns]
    return {
        (row.key, code): cell
        for row in (*made.rows, made.total)
        for code, cell in zip(codes, row.cells, strict=True)
        if cell.count or cell.whole
    }


def cells_counted_plainly(actor: Actor, asked: ReportAsked, made: Report, at: datetime) -> Cells:
    """The same from the facts of every dossier there is, without a tally and without SQL."""
    reported = agencies_reported(
        actor, asked.agency_id, asked.with_subordinates, at=at, until_day=asked.until_day
    )
    found = []
    for dossier in Dossier.objects.select_related("procedure_version"):
        stays = stays_told(
            facts_about("dossier", dossier.pk),
            procedure_id=dossier.procedure_version.procedure_id,
        )
        found += counted(
            stays, first=asked.from_day, last=asked.until_day, agency_ids=reported.agency_ids
        ).items()
    keys = spot_keys(asked.name, reported, (spot for spot, _figures in found))
    rows: dict[str, Counted] = defaultdict(Counted)
    for spot, figures in found:
        for key in keys.of(spot):
            rows[key] += keys.counted(spot, figures)
    cells = {
        (key, column.code): indicator_on(column.code, asked.until_day).of(one)
        for key, one in rows.items()
        for column in made.columns
    }
    return {place: cell for place, cell in cells.items() if cell.count or cell.whole}


def codes_behind(
    actor: Actor, asked: ReportAsked, row_key: str, column_code: str, at: datetime
) -> list[str]:
    """The dossiers behind one number, page by page."""
    codes: list[str] = []
    cursor = ""
    while True:
        page = behind_cell(
            actor,
            asked,
            row_key=row_key,
            column_code=column_code,
            at=at,
            cursor=cursor,
            size=3,
        )
        codes += [row.code for row in page.rows]
        cursor = page.next_cursor
        if not cursor:
            return codes
