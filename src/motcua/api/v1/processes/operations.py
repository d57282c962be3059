"""`/processes`: the internal processes there are, one version as JSON and as BPMN 2.0. To be read only."""

from __future__ import annotations

from typing import Annotated

from django.http import HttpResponse
from ninja import Path, Query, Router
from pydantic import Field

from motcua.accounts.rules.roles import Permission, may
from motcua.api.asking import ApiRequest
from motcua.api.tokens import BearerToken
from motcua.api.v1.processes.showing import process_line, process_out
from motcua.api.v1.shapes.fields import ID_MAX, Asked, Cursor, DayIn, Line, PageSize
from motcua.api.v1.shapes.processes import ProcessOut, ProcessPage
from motcua.kernel.clock import local_day
from motcua.kernel.paging import PAGE_ROWS, CursorFaulty, after
from motcua.kernel.verdict import NotFound
from motcua.processes.formats.bpmn_writing import bpmn_of
from motcua.processes.queries.drafts import process_rows
from motcua.processes.queries.identity import process_identity
from motcua.processes.queries.names import names_in
from motcua.processes.queries.processes import (
    ProcessVersionRow,
    process_version,
    version_on,
    versions_of_process,
)

router = Router(tags=["procedures"], auth=BearerToken())
BPMN_ANSWER = {
    "responses": {
        200: {
            "description": "BPMN 2.0 with its diagram.",
            "content": {"application/xml": {"schema": {"type": "string"}}},
        }
    }
}
ProcessId = Annotated[int, Path(ge=1, le=ID_MAX, description="The process.")]
VersionId = Annotated[int, Path(ge=1, le=ID_MAX, description="A version of it.")]


class ProcessQuery(Asked):
    """What is looked for; everything is optional."""

    q: Line = Field("", description="Words of the procedure's name, or its code.")
    on: DayIn | None = Field(None, description="In force on this day. Left out: today.")
    cursor: Cursor = ""
    size: PageSize = PAGE_ROWS


class ProcessDay(Asked):
    """Which day is meant."""

    on: DayIn | None = Field(None, description="In force on this day. Left out: today.")


@router.get("", response=ProcessPage, operation_id="list_processes")
def list_processes(request: ApiRequest, asked: Annotated[ProcessQuery, Query()]) -> ProcessPage:
    """Every process in the order of the names of procedures; drafts are not told."""
    day = asked.on or local_day(request.at)
    rows = process_rows(request.auth, day, words=asked.q)
    last = after(asked.cursor)
    places = [row.process_id for row in rows]
    if last is not None and last not in places:
        raise CursorFaulty(field="cursor")
    start = 0 if last is None else places.index(last) + 1
    page = rows[start : start + asked.size]
    has_more = start + len(page) < len(rows)
    return ProcessPage(
        items=[process_line(row) for row in page],
        next_cursor=str(page[-1].process_id) if has_more else "",
    )


@router.get("/{int:process_id}", response=ProcessOut, operation_id="show_process")
def show_process(
    request: ApiRequest, process_id: ProcessId, asked: Annotated[ProcessDay, Query()]
) -> ProcessOut:
    """The version in force on the day, and the history of the process."""
    may(request.auth, Permission.PROCEDURE_VIEW).demand()
    found = version_on(versions_of_process(process_id), asked.on or local_day(request.at))
    if found is None:
        raise NotFound(kind="process-version")
    return _told(request, _version(process_id, found.version_id))


@router.get(
    "/{int:process_id}/versions/{int:version_id}",
    response=ProcessOut,
    operation_id="show_process_version",
)
def show_process_version(
    request: ApiRequest, process_id: ProcessId, version_id: VersionId
) -> ProcessOut:
    """One version, in force or not. A published version never changes."""
    may(request.auth, Permission.PROCEDURE_VIEW).demand()
    return _told(request, _version(process_id, version_id))


@router.get(
    "/{int:process_id}/versions/{int:version_id}/process.bpmn",
    operation_id="process_as_bpmn",
    openapi_extra=BPMN_ANSWER,
)
def process_as_bpmn(
    request: ApiRequest, process_id: ProcessId, version_id: VersionId
) -> HttpResponse:
    """The same as BPMN 2.0, with the diagram, for modeling tools and engines."""
    may(request.auth, Permission.PROCEDURE_VIEW).demand()
    found = _version(process_id, version_id)
    names = names_in(found.process, found.agency_id, local_day(request.at))
    response = HttpResponse(bpmn_of(found.process, names), content_type="application/xml")
    response["Content-Disposition"] = f'inline; filename="process-{process_id}-{version_id}.bpmn"'
    return response


def _version(process_id: int, version_id: int) -> ProcessVersionRow:
    found = process_version(version_id)
    if found is None or found.process_id != process_id:
        raise NotFound(kind="process-version")
    return found


def _told(request: ApiRequest, found: ProcessVersionRow) -> ProcessOut:
    day = local_day(request.at)
    return process_out(
        process_identity(found.process_id, day),
        found,
        versions_of_process(found.process_id),
        names_in(found.process, found.agency_id, day),
    )
