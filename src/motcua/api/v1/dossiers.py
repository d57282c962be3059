"""`/dossiers`: receive one, find them, read one, its timeline and its slip."""

from __future__ import annotations

from typing import Annotated, Literal

from django.conf import settings
from django.http import HttpResponse
from ninja import Path, Query, Router, Status
from pydantic import Field

from motcua.accounts.rules.roles import Permission
from motcua.api.asking import ApiRequest
from motcua.api.noting import note_access
from motcua.api.tokens import BearerToken
from motcua.api.v1.idempotency import REPLAYED, IdempotencyKey, fact_made_before, request_key
from motcua.api.v1.reading import doubts_of, read_parties, read_reception
from motcua.api.v1.shapes.dossiers import DossierOut, DossierPage, ReceivedOut, TimelineOut
from motcua.api.v1.shapes.fields import (
    Asked,
    Cursor,
    DayIn,
    DayOrInstantIn,
    DossierCode,
    Line,
    PageSize,
    RowIdAsked,
)
from motcua.api.v1.shapes.reception import ReceptionIn
from motcua.api.v1.showing import dossier_line, dossier_out, happened_out, received_out
from motcua.api.v1.versions import tag
from motcua.dossiers.commands.receive import receive_dossier, register_dossier
from motcua.dossiers.papers_filled.filling import Wanted, fill, printed
from motcua.dossiers.queries.detail import dossier_detail
from motcua.dossiers.queries.finding import Against, Finding, find_dossiers
from motcua.dossiers.vocabulary import Stage
from motcua.dossiers.vocabulary import Status as DossierStatus
from motcua.kernel.clock import local_day
from motcua.kernel.paging import PAGE_ROWS, after
from motcua.ledger.queries import began_with
from motcua.papers.vocabulary import PaperKind, PaperSize, SlipCopy
from motcua.procedures.vocabulary import Channel

router = Router(tags=["dossiers"], auth=BearerToken(Permission.DOSSIER_VIEW))
COPIES = {"applicant": (SlipCopy.APPLICANT,), "both": (SlipCopy.OFFICE, SlipCopy.APPLICANT)}


class DossierQuery(Asked):
    """What is looked for; everything is optional."""

    status: DossierStatus | None = None
    stage: Stage | None = Field(None, description="Finer than `status`.")
    against: Against | None = Field(None, description="How it ended, or goes, against its date.")
    due_before: DayOrInstantIn | None = Field(None, description="Promised before this.")
    received_from: DayIn | None = None
    received_until: DayIn | None = Field(None, description="This day included.")
    procedure: Line = Field("", description="Code, or words of the name.")
    sector: Line = Field("", description="Code of the sector.")
    channel: Channel | None = None
    unit_id: RowIdAsked | None = None
    assignee_id: RowIdAsked | None = Field(None, description="`holding_id` of who has it.")
    q: Line = Field("", description="Code, name (accents optional), number, phone or procedure.")
    cursor: Cursor = ""
    size: PageSize = PAGE_ROWS


class PageQuery(Asked):
    """Which page."""

    cursor: Cursor = ""
    size: PageSize = PAGE_ROWS


class SlipQuery(Asked):
    """How the slip is printed."""

    size: Literal["A4", "A5"] = "A5"
    copies: Literal["applicant", "both"] = "applicant"


Code = Annotated[DossierCode, Path(description="Code of the dossier.")]


@router.post(
    "",
    auth=BearerToken(Permission.DOSSIER_RECEIVE),
    response={201: ReceivedOut},
    operation_id="receive_dossier",
)
def receive(
    request: ApiRequest,
    given: ReceptionIn,
    response: HttpResponse,
    idempotency_key: IdempotencyKey = None,
) -> Status[ReceivedOut]:
    """Receives a dossier that is complete: checks it, gives it its code, promises the date and says
    why. All that is wrong is told at once in `errors`. With `register_only` it is entered without
    being received; with `competent_agency` it is received for another agency."""
    actor = request.auth
    key = request_key(actor, idempotency_key, given)
    fact = fact_made_before(key)
    if fact is not None:
        response[REPLAYED] = "true"
        parties = read_parties(given, today=local_day(fact.recorded_at))
        return Status(
            201, _located(response, received_out(actor, fact.payload, doubts_of(parties)))
        )
    read = read_reception(given, at=request.at)
    take_in = register_dossier if given.register_only else receive_dossier
    received = take_in(actor=actor, at=request.at, given=read.given, request=key)
    if received.repeated:
        response[REPLAYED] = "true"
    told = began_with("dossier", received.id)
    return Status(201, _located(response, received_out(actor, told, read.doubts)))


def _located(response: HttpResponse, told: ReceivedOut) -> ReceivedOut:
    response["Location"] = told.links.self
    return told


@router.get(
    "",
    auth=BearerToken(Permission.DOSSIER_SEARCH),
    response=DossierPage,
    operation_id="list_dossiers",
)
def list_dossiers(request: ApiRequest, asked: Annotated[DossierQuery, Query()]) -> DossierPage:
    """Those that this position may see, newest first."""
    which = {name: getattr(asked, name) for name in DossierQuery.model_fields}
    text, cursor, size = which.pop("q"), which.pop("cursor"), which.pop("size")
    which["channel"] = asked.channel or ""
    page = find_dossiers(
        request.auth, Finding(text=text, **which), at=request.at, cursor=cursor, size=size
    )
    found = [row.code for row in page.rows]
    note_access(request, "dossier.search" if text else "dossier.list", q=text, found=found)
    return DossierPage(items=[dossier_line(row) for row in page.rows], next_cursor=page.next_cursor)


@router.get("/{code}", response=DossierOut, operation_id="show_dossier", url_name="show_dossier")
def show_dossier(request: ApiRequest, code: Code, response: HttpResponse) -> DossierOut:
    """The dossier as it stands now. `ETag` is its version, for `If-Match` of the acts."""
    detail = dossier_detail(request.auth, code)
    note_access(request, "dossier.read", dossier_id=detail.id)
    tag(response, detail.version)
    return dossier_out(request.auth, detail)


@router.get("/{code}/timeline", response=TimelineOut, operation_id="show_timeline")
def show_timeline(
    request: ApiRequest, code: Code, asked: Annotated[PageQuery, Query()]
) -> TimelineOut:
    """The facts that the ledger keeps of it."""
    detail = dossier_detail(request.auth, code)
    note_access(request, "dossier.read", dossier_id=detail.id)
    seen = after(asked.cursor) or 0
    later = [fact for fact in detail.facts if fact.subject_seq > seen]
    shown = later[: asked.size]
    return TimelineOut(
        code=detail.code,
        items=[happened_out(fact) for fact in shown],
        next_cursor=str(shown[-1].subject_seq) if len(later) > len(shown) else "",
    )


PDF_ANSWER = {
    "responses": {
        200: {
            "description": "The slip.",
            "content": {"application/pdf": {"schema": {"type": "string", "format": "binary"}}},
        }
    }
}


@router.get(
    "/{code}/slip.pdf",
    auth=BearerToken(Permission.SLIP_PRINT),
    operation_id="print_slip",
    openapi_extra=PDF_ANSWER,
)
def print_slip(
    request: ApiRequest, code: Code, asked: Annotated[SlipQuery, Query()]
) -> HttpResponse:
    """Form 01: what the applicant takes home."""
    copies = COPIES[asked.copies]
    wanted = Wanted(kind=PaperKind.SLIP, address=settings.PUBLIC_ADDRESS, copies=copies)
    filled = fill(request.auth, code, wanted)
    note_access(request, "slip.printed", code=filled.code, size=asked.size)
    response = HttpResponse(printed(filled, PaperSize(asked.size)), content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{filled.code}.pdf"'
    return response
