"""`/reports`, `/indicators`: figures with their definitions, and periods that were closed."""

from __future__ import annotations

from typing import Annotated, Any

from django.http import HttpResponse
from ninja import Header, Path, Query, Router, Status

from motcua.accounts.rules.roles import Permission
from motcua.api.addresses import address
from motcua.api.asking import ApiRequest
from motcua.api.noting import note_access
from motcua.api.tokens import BearerToken
from motcua.api.v1.idempotency import REPLAYED, IdempotencyKey, request_key
from motcua.api.v1.reporting.showing import (
    behind_out,
    closed_out,
    differences_out,
    indicator_out,
    kind_out,
)
from motcua.api.v1.shapes.fields import RowIdAsked
from motcua.api.v1.shapes.reports import (
    BehindPage,
    BehindQuery,
    ClosedPage,
    ClosedQuery,
    CloseIn,
    CloseOut,
    DifferencesOut,
    FormatQuery,
    IndicatorsOut,
    ReportKindsOut,
    ReportOut,
    ReportQuery,
)
from motcua.kernel.clock import local_day
from motcua.reports.commands.close_period import close_period
from motcua.reports.formats import MEDIA, document, file_name
from motcua.reports.queries.behind import behind_cell
from motcua.reports.queries.building import report
from motcua.reports.queries.closed import closed_of, closed_report, closed_reports
from motcua.reports.queries.differences import differences
from motcua.reports.queries.naming import agency_meant
from motcua.reports.rules.definitions import DEFINITIONS
from motcua.reports.rules.indicators import REGISTER
from motcua.reports.vocabulary import Report, ReportAsked, ReportFormat, ReportName

router = Router(tags=["reports"], auth=BearerToken(Permission.REPORT_VIEW))
Name = Annotated[ReportName, Path(description="Which report.")]
ClosedId = Annotated[RowIdAsked, Path(description="Number of the closed report.")]
IfNoneMatch = Annotated[
    str | None,
    Header(
        None,
        alias="If-None-Match",
        max_length=200,
        description="The `ETag` that you have: 304 while the report is the same.",
    ),
]
BINARY = {"schema": {"type": "string", "format": "binary"}}
FILES: dict[str, Any] = {
    "responses": {
        200: {"content": {MEDIA[ReportFormat.XLSX]: BINARY, MEDIA[ReportFormat.PDF]: BINARY}},
        304: {"description": "You have it already."},
    }
}


@router.get("/indicators", response=IndicatorsOut, operation_id="list_indicators")
def list_indicators(request: ApiRequest) -> IndicatorsOut:  # noqa: ARG001  # the library calls it so
    """The register of indicators: what each counts, over what, what is left out, since when, on
    what basis."""
    return IndicatorsOut(items=[indicator_out(one) for one in REGISTER])


@router.get("/reports", response=ReportKindsOut, operation_id="list_reports")
def list_reports(request: ApiRequest) -> ReportKindsOut:  # noqa: ARG001  # the library calls it so
    """The reports that may be asked for, with their columns."""
    return ReportKindsOut(items=[kind_out(versions[-1]) for versions in DEFINITIONS.values()])


@router.get("/reports/closed", response=ClosedPage, operation_id="list_closed_reports")
def list_closed_reports(request: ApiRequest, asked: Annotated[ClosedQuery, Query()]) -> ClosedPage:
    """Closed reports that this position may see, the newest first."""
    agency_id = agency_meant(asked.agency, local_day(request.at)) if asked.agency else None
    page = closed_reports(
        request.auth,
        agency_id=agency_id,
        name=asked.name,
        cursor=asked.cursor,
        size=asked.size,
    )
    return ClosedPage(items=[closed_out(row) for row in page.rows], next_cursor=page.next_cursor)


@router.get(
    "/reports/closed/{closed_id}",
    response=ReportOut,
    openapi_extra=FILES,
    operation_id="show_closed_report",
)
def show_closed_report(
    request: ApiRequest,
    closed_id: ClosedId,
    asked: Annotated[FormatQuery, Query()],
    if_none_match: IfNoneMatch = None,
) -> HttpResponse:
    """The report as it was told when it was closed: the same bytes each time."""
    return _given(closed_report(request.auth, closed_id), asked.format, if_none_match)


@router.get(
    "/reports/closed/{closed_id}/differences",
    response=DifferencesOut,
    operation_id="list_differences",
)
def list_differences(request: ApiRequest, closed_id: ClosedId) -> DifferencesOut:
    """Which numbers would be others today, and by which facts recorded since the closing."""
    found = differences(request.auth, closed_id, at=request.at)
    note_access(request, "report.differences", closed_id=closed_id)
    return differences_out(found)


@router.get("/reports/{name}", response=ReportOut, openapi_extra=FILES, operation_id="show_report")
def show_report(
    request: ApiRequest,
    name: Name,
    asked: Annotated[ReportQuery, Query()],
    if_none_match: IfNoneMatch = None,
) -> HttpResponse:
    """The report as it was closed; while it is open, or with `recount`, as it counts now."""
    which = _asked(request, name, asked)
    closed = None if asked.recount else closed_of(request.auth, which)
    if closed is not None:
        return _given(closed_report(request.auth, closed.id), asked.format, if_none_match)
    return _given(report(request.auth, which, at=request.at), asked.format, if_none_match)


@router.get("/reports/{name}/dossiers", response=BehindPage, operation_id="list_dossiers_behind")
def list_dossiers_behind(
    request: ApiRequest, name: Name, asked: Annotated[BehindQuery, Query()]
) -> BehindPage:
    """The dossiers behind one number of a report, as far as this position may see them."""
    page = behind_cell(
        request.auth,
        _asked(request, name, asked),
        row_key=asked.row,
        column_code=asked.column,
        at=request.at,
        cursor=asked.cursor,
        size=asked.size,
    )
    found = [row.code for row in page.rows]
    note_access(request, "report.opened", report=name, row=asked.row, found=found)
    return BehindPage(items=[behind_out(row) for row in page.rows], next_cursor=page.next_cursor)


@router.post(
    "/reports/{name}/close",
    auth=BearerToken(Permission.REPORT_CLOSE),
    response={201: CloseOut},
    operation_id="close_report",
)
def close_report(
    request: ApiRequest,
    response: HttpResponse,
    name: Name,
    given: CloseIn,
    idempotency_key: IdempotencyKey = None,
) -> Status[CloseOut]:
    """Closes the report of a period that is over: what it tells stays as it is, under its digest."""
    actor = request.auth
    which = ReportAsked(
        name=name,
        agency_id=actor.agency_id or 0,
        from_day=given.from_day,
        until_day=given.until_day,
        with_subordinates=given.subordinates,
    )
    key = request_key(actor, idempotency_key, given, about=f"report/{name}")
    made = close_period(actor=actor, at=request.at, asked=which, request=key)
    if made.repeated:
        response[REPLAYED] = "true"
    link = address("api:show_closed_report", str(made.id))
    response["Location"] = link
    return Status(201, CloseOut(id=made.id, digest=made.digest, link=link))


def _asked(request: ApiRequest, name: ReportName, asked: ReportQuery | BehindQuery) -> ReportAsked:
    actor = request.auth
    agency_id = agency_meant(asked.agency, asked.until_day) if asked.agency else actor.agency_id
    return ReportAsked(
        name=name,
        agency_id=agency_id or 0,
        from_day=asked.from_day,
        until_day=asked.until_day,
        with_subordinates=asked.subordinates,
    )


def _given(told: Report, form: str, if_none_match: str | None) -> HttpResponse:
    """A closed report has its digest as a tag; one counted now has none."""
    chosen = ReportFormat(form)
    tag = f'"{told.closing.digest}-{form}"' if told.closing else ""
    if tag and if_none_match and tag in if_none_match:
        response = HttpResponse(status=304)
    else:
        response = HttpResponse(document(told, chosen), content_type=MEDIA[chosen])
        name = file_name(told, chosen)
        response["Content-Disposition"] = f'inline; filename="{name}"'
    if tag:
        response["ETag"] = tag
        response["Cache-Control"] = "private, no-cache"
    return response
