"""What the script of a file field asks: begin, a piece, how far, finish, forget. Answers are JSON.

Mixed into the views of an entrance, which say who may come in.
"""

from __future__ import annotations

from datetime import datetime
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.views import View

from motcua.documents.commands.uploads import (
    append_chunk,
    begin_upload,
    cancel_upload,
    finish_upload,
)
from motcua.documents.queries.uploads import upload_of
from motcua.documents.rules.chunks import CHUNK_BYTES
from motcua.documents.rules.refusals import (
    ChunkOutOfPlace,
    ChunkTooLarge,
    FileTooLarge,
    UploadIncomplete,
    UploadsTooMany,
)
from motcua.documents.vocabulary import UploadRow
from motcua.documents.wording import refusal_words
from motcua.doors.uploads.showing import size_words
from motcua.kernel.actor import Actor
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound, NotPermitted

OFFSET_HEADER = "Upload-Offset"
STATUS_OF: dict[type[Refusal], HTTPStatus] = {
    ChunkOutOfPlace: HTTPStatus.CONFLICT,
    UploadIncomplete: HTTPStatus.CONFLICT,
    ChunkTooLarge: HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    FileTooLarge: HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    UploadsTooMany: HTTPStatus.TOO_MANY_REQUESTS,
}


class UploadAnswers(View):
    """A refusal is answered with its code, its sentence, and where to go on if that helps."""

    actor: Actor
    at: datetime

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            return super().dispatch(request, *args, **kwargs)
        except (NotFound, NotPermitted):
            raise
        except Refusal as refusal:
            told = {"code": refusal.code, "text": refusal_words(refusal)}
            if "received" in refusal.params:
                told["received"] = refusal.params["received"]
            status = STATUS_OF.get(type(refusal), HTTPStatus.UNPROCESSABLE_ENTITY)
            return JsonResponse(told, status=status)


class BeginAnswers(UploadAnswers):
    """POST `name`, `size`: where the pieces go, and how long each may be."""

    def post(self, request: HttpRequest) -> HttpResponse:
        size = _whole(request.POST.get("size", "")) or 0
        name = request.POST.get("name", "")
        row = begin_upload(actor=self.actor, at=self.at, name=name, size=size)
        return JsonResponse(_told(row), status=HTTPStatus.CREATED)


class PieceAnswers(UploadAnswers):
    """GET: how far. PATCH: the piece from `Upload-Offset` on. DELETE: forget it."""

    def get(self, request: HttpRequest, token: str) -> HttpResponse:
        return JsonResponse(_told(upload_of(self.actor, self.at, token)))

    def patch(self, request: HttpRequest, token: str) -> HttpResponse:
        offset = _whole(request.headers.get(OFFSET_HEADER, ""))
        row = append_chunk(
            actor=self.actor,
            at=self.at,
            token=token,
            offset=-1 if offset is None else offset,
            data=request.body,
        )
        return JsonResponse(_told(row))

    def delete(self, request: HttpRequest, token: str) -> HttpResponse:
        cancel_upload(actor=self.actor, at=self.at, token=token)
        return HttpResponse(status=HTTPStatus.NO_CONTENT)


class FinishAnswers(UploadAnswers):
    """POST: keep it. The form carries its token from now on."""

    def post(self, request: HttpRequest, token: str) -> HttpResponse:
        row = finish_upload(actor=self.actor, at=self.at, token=token)
        told = {"token": row.token, "name": row.name, "size_words": size_words(row.size)}
        return JsonResponse({**told, "media_type": str(row.media_type), "scan": str(row.scan)})


def _told(row: UploadRow) -> dict[str, Any]:
    return {
        "token": row.token,
        "name": row.name,
        "size": row.size,
        "received": row.received,
        "finished": row.is_finished,
        "chunk": CHUNK_BYTES,
    }


def _whole(text: str) -> int | None:
    """A whole number that is not negative; None for anything else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 16 else None
