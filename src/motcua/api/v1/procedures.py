"""`/procedures`: the catalogue, found by words or read through, and one procedure in full."""

from __future__ import annotations

from typing import Annotated

from ninja import Query, Router
from pydantic import Field

from motcua.accounts.rules.roles import Permission, may
from motcua.api.asking import ApiRequest
from motcua.api.tokens import BearerToken
from motcua.api.v1.shapes.fields import Asked, Cursor, DayIn, Line, PageSize, ProcedureCode
from motcua.api.v1.shapes.procedures import ProcedureOut, ProcedurePage
from motcua.api.v1.showing_procedures import procedure_line, procedure_out
from motcua.kernel.clock import local_day
from motcua.kernel.paging import PAGE_ROWS, CursorFaulty, after
from motcua.kernel.verdict import NotFound
from motcua.procedures.queries.catalogue import (
    SEARCH_ROWS_MAX,
    CatalogueFilter,
    catalogue_rows,
    search,
    version_in_force,
    version_row,
)
from motcua.procedures.queries.versions import versions_of
from motcua.procedures.vocabulary import Level

router = Router(tags=["procedures"], auth=BearerToken())


class ProcedureQuery(Asked):
    """What is looked for; everything is optional."""

    q: Line = Field("", description="Words, with or without accents, or a code.")
    level: Level | None = Field(None, description="Level of the agencies that receive it.")
    sector: Line = Field("", description="Code of the sector.")
    on: DayIn | None = Field(None, description="In force on this day. Left out: today.")
    cursor: Cursor = ""
    size: PageSize = PAGE_ROWS


class OnDay(Asked):
    """Which day is meant."""

    on: DayIn | None = Field(None, description="In force on this day. Left out: today.")


@router.get("", response=ProcedurePage, operation_id="list_procedures")
def list_procedures(
    request: ApiRequest, asked: Annotated[ProcedureQuery, Query()]
) -> ProcedurePage:
    """With `q`: the best matches first (at most 50 in all), each saying why it was found. Without:
    the whole catalogue in the order of names."""
    may(request.auth, Permission.PROCEDURE_VIEW).demand()
    return _found(asked, request) if asked.q else _in_order(asked, request)


@router.get("/{code}", response=ProcedureOut, operation_id="show_procedure")
def show_procedure(
    request: ApiRequest, code: ProcedureCode, asked: Annotated[OnDay, Query()]
) -> ProcedureOut:
    """The version in force on the day, with the papers, limits and fees of every variant, and the
    history of the code."""
    may(request.auth, Permission.PROCEDURE_VIEW).demand()
    day = asked.on or local_day(request.at)
    detail = version_in_force(code, day)
    if detail is None:
        raise NotFound(kind="procedure")
    return procedure_out(detail, versions_of(detail.code), day)


def _found(asked: ProcedureQuery, request: ApiRequest) -> ProcedurePage:
    """Ranked, so the cursor counts how many have been seen."""
    start = after(asked.cursor) or 0
    end = min(start + asked.size, SEARCH_ROWS_MAX)
    hits = search(
        asked.q,
        day=asked.on or local_day(request.at),
        level=asked.level,
        sector_code=asked.sector,
        limit=SEARCH_ROWS_MAX,
    )
    return ProcedurePage(
        items=[procedure_line(hit.row, hit.why) for hit in hits[start:end]],
        next_cursor=str(end) if end < len(hits) else "",
    )


def _in_order(asked: ProcedureQuery, request: ApiRequest) -> ProcedurePage:
    wanted = CatalogueFilter(
        day=asked.on or local_day(request.at), level=asked.level, sector_code=asked.sector
    )
    page = catalogue_rows(wanted, after=_place(asked.cursor), limit=asked.size)
    return ProcedurePage(
        items=[procedure_line(row) for row in page.rows],
        next_cursor=str(page.next_after[1]) if page.next_after else "",
    )


def _place(cursor: str) -> tuple[str, int] | None:
    """The cursor is the last version shown; its place in the order is looked up."""
    version_id = after(cursor)
    if version_id is None:
        return None
    row = version_row(version_id)
    if row is None:
        raise CursorFaulty(field="cursor")
    return (row.name_key, row.version_id)
