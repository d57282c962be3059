"""The procedures nobody has written a process of yet: found by name, page by page."""

from __future__ import annotations

from datetime import date

from django.db.models import Q

from motcua.accounts.rules.roles import Permission, may
from motcua.database.periods import in_force
from motcua.kernel.actor import Actor
from motcua.procedures.queries.catalogue import (
    PAGE_ROWS_MAX,
    CatalogueFilter,
    CataloguePage,
    CatalogueRow,
    catalogue_rows,
)
from motcua.processes.models import ProcessVersion
from motcua.processes.queries.processes import process_in_force

Place = tuple[str, int]
OF_PROCEDURE = ("process__procedure_version", "process__procedure_version__procedure")


def procedures_without_process(
    actor: Actor,
    wanted: CatalogueFilter,
    *,
    agency_id: int | None,
    after: Place | None = None,
    limit: int = 50,
) -> CataloguePage:
    """Those in force on the day of `wanted` that no process is in force for, at the agency or at all, in the
    order of names. One query (`process_version_by_day`) besides those of the catalogue, which stands in
    memory, and those of `process_in_force` at first, where a procedure has a newer version than its process;
    `total` counts all of them."""
    may(actor, Permission.PROCEDURE_VIEW).demand()
    mine = Q(process__agency=None) | Q(process__agency=agency_id)
    holding = ProcessVersion.objects.filter(in_force(wanted.day), mine)
    whose = list(holding.values_list(*OF_PROCEDURE))
    served, known = {version_id for version_id, _ in whose}, {one for _, one in whose}
    rows = [
        row
        for row in _every(wanted)
        if row.version_id not in served
        and (row.procedure_id not in known or not _handed_down(row, agency_id, wanted.day))
    ]
    start = sum(1 for row in rows if after is not None and _place(row) <= after)
    page = rows[start : start + limit]
    has_more = start + len(page) < len(rows)
    return CataloguePage(
        rows=tuple(page),
        next_after=_place(page[-1]) if page and has_more else None,
        total=len(rows),
    )


def _handed_down(row: CatalogueRow, agency_id: int | None, day: date) -> bool:
    return process_in_force(row.version_id, agency_id, None, day) is not None


def _every(wanted: CatalogueFilter) -> list[CatalogueRow]:
    rows: list[CatalogueRow] = []
    page = catalogue_rows(wanted, limit=PAGE_ROWS_MAX)
    rows += page.rows
    while page.next_after is not None:
        page = catalogue_rows(wanted, after=page.next_after, limit=PAGE_ROWS_MAX)
        rows += page.rows
    return rows


def _place(row: CatalogueRow) -> Place:
    return (row.name_key, row.version_id)
