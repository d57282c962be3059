"""`/registers`: the books of the office (Form 07), line by line in their order."""

from __future__ import annotations

from typing import Annotated

from ninja import Path, Query, Router
from pydantic import Field

from motcua.accounts.rules.roles import Permission
from motcua.api.addresses import address
from motcua.api.asking import ApiRequest
from motcua.api.noting import note_access
from motcua.api.tokens import BearerToken
from motcua.api.v1.shapes.fields import (
    YEAR_MAX,
    YEAR_MIN,
    Asked,
    Cursor,
    DayIn,
    Line,
    PageSize,
    RowIdAsked,
)
from motcua.api.v1.shapes.registers import RegisterLineTold, RegisterOut, RegisterPage
from motcua.api.v1.showing_parts import stage_out, timeliness_out
from motcua.dossiers.queries.register import (
    RegisterFilter,
    RegisterLine,
    register_page,
    register_year,
)
from motcua.kernel.paging import PAGE_ROWS

router = Router(tags=["work"], auth=BearerToken(Permission.DOSSIER_VIEW))
Year = Annotated[int, Path(ge=YEAR_MIN, le=YEAR_MAX)]


class RegisterQuery(Asked):
    """Which lines of the book; everything is optional."""

    agency_id: RowIdAsked | None = Field(None, description="Left out: the own agency.")
    q: Line = ""
    sector: Line = Field("", description="Code of the sector.")
    unit_id: RowIdAsked | None = None
    first_day: DayIn | None = Field(None, description="Received from this day on.")
    last_day: DayIn | None = Field(None, description="This day included.")
    late: bool = Field(default=False, description="Ended late, or open past its date.")
    open: bool = Field(default=False, description="Not ended yet.")
    cursor: Cursor = ""
    size: PageSize = PAGE_ROWS


@router.get("/{year}", response=RegisterPage, operation_id="show_register")
def show_register(
    request: ApiRequest, year: Year, asked: Annotated[RegisterQuery, Query()]
) -> RegisterPage:
    """The lines of a year in the order of the book; `digest` fixes what a closed book had."""
    book = register_year(request.auth, asked.agency_id, year)
    which = RegisterFilter(
        agency_id=book.agency_id,
        year=year,
        text=asked.q,
        sector=asked.sector,
        unit_id=asked.unit_id,
        first=asked.first_day,
        last=asked.last_day,
        late=asked.late,
        open=asked.open,
    )
    page = register_page(request.auth, which, at=request.at, cursor=asked.cursor, size=asked.size)
    found = [row.code for row in page.rows]
    note_access(request, "dossier.list", register=year, q=asked.q, found=found)
    return RegisterPage(
        register_book=RegisterOut.model_validate(book, from_attributes=True),
        items=[line_out(row) for row in page.rows],
        next_cursor=page.next_cursor,
    )


def line_out(row: RegisterLine) -> RegisterLineTold:
    return RegisterLineTold(
        **{name: getattr(row, name) for name in SAME},
        stage=stage_out(row.stage),
        timeliness=timeliness_out(row.timeliness),
        link=address("api:show_dossier", row.code),
    )


SAME = tuple(
    name for name in RegisterLineTold.model_fields if name not in ("stage", "timeliness", "link")
)
