"""`/certifications`: copies, signatures and transactions certified, by the acts of the pages."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from django.http import HttpResponse
from ninja import Query, Router, Status
from pydantic import Field

from motcua.accounts.rules.roles import Permission
from motcua.api.addresses import address
from motcua.api.asking import ApiRequest
from motcua.api.noting import note_access
from motcua.api.tokens import BearerToken
from motcua.api.v1.idempotency import REPLAYED, IdempotencyKey, request_key
from motcua.api.v1.parties import read_party
from motcua.api.v1.shapes.certification import CertifyIn, CertifyOut, EntryOut, EntryPage
from motcua.api.v1.shapes.fields import Asked, Cursor, Line, PageSize
from motcua.certifications.commands.enter import enter_certification
from motcua.certifications.queries.entries import RegisterFilter, entries_of
from motcua.certifications.rules.entering import CertificationRefused
from motcua.certifications.vocabulary import BookKind, CertificationInput, DocumentIn
from motcua.dossiers.preparation import ProcedureUnknown
from motcua.dossiers.vocabulary import PartyRole
from motcua.kernel.clock import local_day
from motcua.kernel.paging import PAGE_ROWS
from motcua.procedures.queries.catalogue import version_in_force

router = Router(tags=["certification"])


class RegisterQuery(Asked):
    """Which register; this year's of copies unless something else is asked for."""

    year: Annotated[int, Field(ge=2000, le=2200)] | None = None
    kind: BookKind = BookKind.COPY
    q: Line = ""
    cursor: Cursor = ""
    size: PageSize = PAGE_ROWS


@router.post(
    "",
    auth=BearerToken(Permission.CERTIFICATION_ENTER),
    response={201: CertifyOut},
    operation_id="enter_certification",
)
def enter(
    request: ApiRequest,
    response: HttpResponse,
    given: CertifyIn,
    idempotency_key: IdempotencyKey = None,
) -> Status[CertifyOut]:
    """Gives each document its number in the register of the year; all are one dossier, received now."""
    actor = request.auth
    key = request_key(actor, idempotency_key, given, about="certification")
    made = enter_certification(
        actor=actor, at=request.at, given=_read(given, request.at), request=key
    )
    if made.repeated:
        response[REPLAYED] = "true"
    response["Location"] = address("api:show_dossier", made.dossier_code)
    return Status(201, CertifyOut.model_validate(made, from_attributes=True))


def _read(given: CertifyIn, at: datetime) -> CertificationInput:
    day = local_day(at)
    detail = version_in_force(given.procedure, day)
    if detail is None:
        raise ProcedureUnknown(field="procedure")
    party = read_party(PartyRole.OWNER, "applicant", given.applicant, today=day)
    if party.problems:
        raise CertificationRefused(party.problems)
    return CertificationInput(
        procedure_version_id=detail.version_id,
        requester=party.party,
        documents=tuple(DocumentIn(**one.model_dump()) for one in given.documents),
        preference_groups=tuple(given.preference_groups),
        signer_name=given.signer_name,
        signer_title=given.signer_title,
        note=given.note,
    )


@router.get(
    "",
    auth=BearerToken(Permission.CERTIFICATION_VIEW),
    response=EntryPage,
    operation_id="list_certifications",
)
def list_entries(request: ApiRequest, asked: Annotated[RegisterQuery, Query()]) -> EntryPage:
    """The entries of a register that this position may see, highest number first."""
    which = RegisterFilter(
        year=asked.year or local_day(request.at).year,
        kind=asked.kind,
        text=asked.q,
        agency_id=request.auth.agency_id,
    )
    page = entries_of(request.auth, which, cursor=asked.cursor, size=asked.size)
    found = [row.id for row in page.rows]
    note_access(request, "certification.list", q=asked.q, found=found)
    items = [EntryOut.model_validate(row, from_attributes=True) for row in page.rows]
    return EntryPage(items=items, next_cursor=page.next_cursor)
