"""`/work`: what lies with a person, a unit, an agency, the most urgent first; and who works here."""

from __future__ import annotations

from typing import Annotated

from ninja import Query, Router
from pydantic import Field

from motcua.accounts.queries.colleagues import colleagues_of
from motcua.accounts.rules.roles import Permission
from motcua.agencies.queries import units_of
from motcua.api.asking import ApiRequest
from motcua.api.noting import note_access
from motcua.api.tokens import BearerToken
from motcua.api.v1.shapes.fields import Asked, Line, PageSize, RowIdAsked
from motcua.api.v1.shapes.work import (
    OfficerOut,
    OfficersOut,
    UnitOut,
    UnitsOut,
    WorkFiguresOut,
    WorkPage,
)
from motcua.api.v1.showing import dossier_line
from motcua.dossiers.queries.urgency import Urgency
from motcua.dossiers.queries.work import Whose, WorkFilter, work_figures, work_of
from motcua.dossiers.vocabulary import Stage
from motcua.kernel.clock import local_day
from motcua.kernel.paging import PAGE_ROWS

router = Router(tags=["work"])


class WorkQuery(Asked):
    """What is looked for among open dossiers; everything is optional."""

    whose: Whose = Field(Whose.MINE, description="Mine, nobody's yet, of those I lead, or all.")
    urgency: Urgency | None = None
    stage: Stage | None = None
    assignee_id: RowIdAsked | None = Field(None, description="`holding_id` of who has it.")
    unassigned: bool = Field(default=False, description="What could be given out and is not.")
    unit_id: RowIdAsked | None = None
    sector: Line = Field("", description="Code of the sector.")
    procedure: Line = Field("", description="Code, or words of the name.")
    q: Line = Field("", description="Code, name (accents optional), number or phone.")
    figures: bool = Field(default=False, description="Also count them by urgency.")
    cursor: Annotated[str, Field(pattern=r"^([0-9]{1,18}-[0-9]{1,18})?$")] = ""
    size: PageSize = PAGE_ROWS


@router.get(
    "/work",
    auth=BearerToken(Permission.DOSSIER_VIEW),
    response=WorkPage,
    operation_id="list_work",
)
def list_work(request: ApiRequest, asked: Annotated[WorkQuery, Query()]) -> WorkPage:
    """Open dossiers, the nearest date first, those without a date last."""
    which = WorkFilter(
        text=asked.q,
        **{
            name: getattr(asked, name)
            for name in WorkQuery.model_fields
            if name not in ("q", "figures", "cursor", "size")
        },
    )
    page = work_of(request.auth, which, at=request.at, cursor=asked.cursor, size=asked.size)
    figures = work_figures(request.auth, which, at=request.at) if asked.figures else None
    found = [row.code for row in page.rows]
    note_access(request, "dossier.list", q=asked.q, found=found)
    return WorkPage(
        items=[dossier_line(row) for row in page.rows],
        next_cursor=page.next_cursor,
        figures=WorkFiguresOut.model_validate(figures, from_attributes=True) if figures else None,
    )


@router.get(
    "/officers",
    auth=BearerToken(Permission.OFFICER_VIEW),
    response=OfficersOut,
    operation_id="list_officers",
)
def list_officers(request: ApiRequest) -> OfficersOut:
    """Everybody who holds a position of the own agency today. `holding_id` is what `assign` and the
    filters name a person by."""
    agency_id = request.auth.agency_id
    people = colleagues_of(agency_id, local_day(request.at)) if agency_id else ()
    return OfficersOut(
        items=[
            OfficerOut(
                holding_id=one.holding_id,
                name=one.name,
                title=one.title,
                unit_id=one.unit_id,
                roles=sorted(one.roles),
            )
            for one in people
        ]
    )


@router.get(
    "/units",
    auth=BearerToken(Permission.AGENCY_VIEW),
    response=UnitsOut,
    operation_id="list_units",
)
def list_units(request: ApiRequest) -> UnitsOut:
    """The units of the own agency today, with the sectors that each handles. `id` is what `forward`
    names a unit by."""
    agency_id = request.auth.agency_id
    units = units_of(agency_id, local_day(request.at)) if agency_id else ()
    return UnitsOut(
        items=[UnitOut(id=one.id, name=one.name, sectors=list(one.sector_codes)) for one in units]
    )
