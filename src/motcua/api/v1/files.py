"""`/files` takes a file in; `/dossiers/{code}/files` tells those of a dossier and gives their bytes."""

from __future__ import annotations

from typing import Annotated, Any

from django.http import HttpResponse, HttpResponseBase
from ninja import Path, Query, Router, Status
from ninja.files import UploadedFile
from pydantic import Field

from motcua.accounts.rules.roles import Permission
from motcua.api.asking import ApiRequest
from motcua.api.noting import note_access
from motcua.api.tokens import BearerToken
from motcua.api.v1.dossiers import Code
from motcua.api.v1.idempotency import REPLAYED, IdempotencyKey, request_key
from motcua.api.v1.shapes.acts import RemoveFileIn
from motcua.api.v1.shapes.dossiers import ActOut
from motcua.api.v1.shapes.fields import Asked
from motcua.api.v1.shapes.files import UploadOut
from motcua.api.v1.shapes.life import FileList
from motcua.api.v1.showing import files_out
from motcua.api.v1.showing_acts import act_out
from motcua.api.v1.versions import IfMatch, seen_version, tag
from motcua.documents.commands.uploads import store_file
from motcua.documents.serving import file_response
from motcua.documents.vocabulary import MediaType
from motcua.dossiers import inputs
from motcua.dossiers.acting import Asked as Act
from motcua.dossiers.commands.upkeep import remove_file
from motcua.dossiers.queries.detail import DossierDetail, dossier_detail
from motcua.kernel.verdict import NotFound

router = Router(tags=["files"])
Position = Annotated[int, Path(ge=0, le=9999, description="Place of the file in the dossier.")]
BYTES = {"schema": {"type": "string", "format": "binary"}}
EVERY_KIND = {str(kind): BYTES for kind in MediaType}
SENT: dict[str, Any] = {
    "responses": {
        200: {"description": "The file, whole.", "content": EVERY_KIND},
        206: {"description": "The part that `Range` asks for.", "content": EVERY_KIND},
        304: {"description": "It is still what `If-None-Match` says."},
        416: {"description": "It has no such part."},
    }
}


class InlineQuery(Asked):
    """How the file is given."""

    inline: bool = Field(default=False, description="To be shown by a browser (PDF, pictures).")


@router.post(
    "/files",
    auth=BearerToken(Permission.DOSSIER_ATTACH),
    response={201: UploadOut},
    operation_id="upload_file",
)
def upload_file(request: ApiRequest, file: UploadedFile) -> Status[UploadOut]:
    """Keeps a file (PDF, picture, .docx, .xlsx) after looking at what it really is. Nobody else sees
    it until the act `attach` makes it part of a dossier."""
    row = store_file(actor=request.auth, at=request.at, stream=file, name=file.name or "")
    return Status(201, UploadOut.model_validate(row, from_attributes=True))


@router.get(
    "/dossiers/{code}/files",
    auth=BearerToken(Permission.DOSSIER_VIEW),
    response=FileList,
    operation_id="list_files",
    url_name="list_files",
)
def list_files(request: ApiRequest, code: Code) -> FileList:
    """The files of the dossier, in the order in which they came."""
    detail = dossier_detail(request.auth, code)
    note_access(request, "dossier.read", dossier_id=detail.id)
    return FileList(code=detail.code, items=files_out(detail))


@router.get(
    "/dossiers/{code}/files/{position}",
    auth=BearerToken(Permission.DOSSIER_VIEW),
    operation_id="read_file",
    url_name="read_file",
    openapi_extra=SENT,
)
def read_file(
    request: ApiRequest, code: Code, position: Position, asked: Annotated[InlineQuery, Query()]
) -> HttpResponseBase:
    """The bytes, proved to be those of its digest; in parts if `Range` asks."""
    detail = dossier_detail(request.auth, code)
    file = _file_at(detail, position)
    note_access(request, "dossier.read", dossier_id=detail.id, file=file.get("name", ""))
    return file_response(
        request, digest=file["digest"], name=file.get("name", ""), inline=asked.inline
    )


def _file_at(detail: DossierDetail, position: int) -> dict[str, Any]:
    """Refusals: NotFound, also when it was taken out again."""
    for file in detail.files:
        if file["position"] == position and not file.get("is_removed"):
            return file
    raise NotFound(kind="file")


@router.post(
    "/dossiers/{code}/files/{position}/remove",
    auth=BearerToken(Permission.DOSSIER_ATTACH),
    response=ActOut,
    operation_id="remove_file",
)
def take_out(
    request: ApiRequest,
    code: Code,
    position: Position,
    given: RemoveFileIn,
    response: HttpResponse,
    if_match: IfMatch = None,
    idempotency_key: IdempotencyKey = None,
) -> ActOut:
    """Takes a file out of the dossier, with a reason. One of an issued result stays."""
    note_access(request, "dossier.act-asked", code=code, asked="remove-file")
    about = f"{code} remove-file {position}"
    asked = Act(
        actor=request.auth,
        at=request.at,
        code=code,
        seen_version=seen_version(if_match),
        request=request_key(request.auth, idempotency_key, given, about=about),
    )
    done = remove_file(asked, inputs.RemoveFile(position=position, reason=given.reason))
    if done.repeated:
        response[REPLAYED] = "true"
    told = act_out(request.auth, done)
    tag(response, told.version)
    return told
