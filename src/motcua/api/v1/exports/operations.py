"""Ask for a list as a file, see how it is coming on, fetch it, give it up."""

from __future__ import annotations

from typing import Annotated, Any

from django.http import HttpResponse, HttpResponseBase
from ninja import Path, Router, Status

from motcua.accounts.rules.roles import Permission
from motcua.api.addresses import address
from motcua.api.asking import ApiRequest
from motcua.api.noting import note_access
from motcua.api.problems import detail_of
from motcua.api.tokens import BearerToken
from motcua.api.v1.exports.reading import WHAT, read_list
from motcua.api.v1.idempotency import IdempotencyKey, request_key
from motcua.api.v1.shapes.exports import ExportIn, ExportOut
from motcua.api.v1.shapes.fields import ID_MAX
from motcua.dossiers.exporting.lines import plain_filter
from motcua.dossiers.exporting.running import begin_export, cancel_export
from motcua.dossiers.exporting.serving import export_response, file_name
from motcua.dossiers.exporting.standing import ExportStanding, export_standing, exported_file
from motcua.dossiers.rules.exports import LIST_FORMS, MEDIA_OF, FileForm
from motcua.dossiers.tasks import make_export

router = Router(tags=["work"], auth=BearerToken(Permission.DOSSIER_EXPORT))
ExportId = Annotated[int, Path(ge=1, le=ID_MAX)]
BYTES = {MEDIA_OF[form]: {"schema": {"type": "string", "format": "binary"}} for form in LIST_FORMS}
SENT: dict[str, Any] = {
    "responses": {
        200: {"description": "The file, whole.", "content": BYTES},
        206: {"description": "The part that `Range` asks for.", "content": BYTES},
        304: {"description": "It is still what `If-None-Match` says."},
        416: {"description": "It has no such part."},
    }
}


@router.post("", response={202: ExportOut}, operation_id="begin_export")
def begin(
    request: ApiRequest,
    given: ExportIn,
    response: HttpResponse,
    idempotency_key: IdempotencyKey = None,
) -> Status[ExportOut]:
    """Keeps what is asked for and makes the file in the background, with the rights that this
    position has then. Only a few may be in the making at once."""
    actor = request.auth
    what, which = read_list(given, actor)
    told: dict[str, Any] = {
        "list": str(what),
        "filter": plain_filter(which),
        "form": str(given.form),
    }
    note_access(request, "dossier.export-asked", **told)
    made = begin_export(
        actor=actor,
        at=request.at,
        what=what,
        which=which,
        form=FileForm[given.form.upper()],
        request=request_key(actor, idempotency_key, given, about="exports"),
    )
    standing = export_standing(actor, made)
    if not standing.is_over:
        make_export.enqueue(made)
    out = _out(standing)
    response["Location"] = out.link
    return Status(202, out)


@router.get("/{export_id}", response=ExportOut, operation_id="show_export", url_name="show_export")
def show_export(request: ApiRequest, export_id: ExportId) -> ExportOut:
    """How a file that you have asked for is coming on."""
    return _out(export_standing(request.auth, export_id))


@router.get(
    "/{export_id}/file",
    operation_id="fetch_export",
    url_name="fetch_export",
    openapi_extra=SENT,
)
def fetch_export(request: ApiRequest, export_id: ExportId) -> HttpResponseBase:
    """The file; in parts if `Range` asks, so that a broken download goes on (`If-Range` with the
    `ETag`). `HEAD` tells its length. Only as long as the position sees what it saw then."""
    run, place = exported_file(request.auth, export_id)
    told: dict[str, Any] = {
        "list": str(run.what),
        "filter": plain_filter(run.which),
        "lines": run.done,
    }
    note_access(request, "dossier.exported", **told, file=file_name(run))
    return export_response(request, run, place)


@router.api_operation(["HEAD"], "/{export_id}/file", include_in_schema=False)
def head_export(request: ApiRequest, export_id: ExportId) -> HttpResponseBase:
    """What `GET` would answer with, without the bytes."""
    run, place = exported_file(request.auth, export_id)
    return export_response(request, run, place)


@router.post("/{export_id}/cancel", response=ExportOut, operation_id="cancel_export")
def cancel(request: ApiRequest, export_id: ExportId) -> ExportOut:
    """Gives up a file in the making; one that is finished stays."""
    cancel_export(actor=request.auth, at=request.at, run_id=export_id)
    return _out(export_standing(request.auth, export_id))


NAMES = {what: str(name) for name, what in WHAT.items()}


def _out(run: ExportStanding) -> ExportOut:
    same = ("id", "total", "done", "asked_at", "finished_at", "outcome", "size", "digest")
    return ExportOut(
        **{name: getattr(run, name) for name in same},
        what=NAMES.get(run.what, str(run.what).lower()),
        form=run.form.lower(),
        refusal=run.refusal.code if run.refusal else "",
        detail=detail_of(run.refusal) if run.refusal else "",
        kept_until=run.kept_until,
        link=address("api:show_export", str(run.id)),
        file=address("api:fetch_export", str(run.id)) if run.is_ready else "",
    )
