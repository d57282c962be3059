"""A content given over HTTP, whole or in part, so that a broken download goes on (RFC 9110, 14).

200 whole, 206 the part asked for, 304 it has not changed, 416 there is no such part. `If-Range` with
another tag than today's gives the whole: nobody joins two different files.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse

from motcua.documents.rules.ranges import NoSuchPart, Part, part_asked


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """`digest` names the bytes; `blocks` gives those of a part, or all."""

    digest: str
    size: int
    blocks: Callable[[Part | None], Iterator[bytes]]

    @property
    def tag(self) -> str:
        return f'"{self.digest}"'


def ranged_response(request: HttpRequest, content: Content) -> HttpResponseBase:
    """What GET and HEAD are answered with; the caller says of which kind and name it is."""
    response = _answered(request, content)
    response["Accept-Ranges"] = "bytes"
    response["ETag"] = content.tag
    response["Cache-Control"] = "private, no-cache"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    return response


def _answered(request: HttpRequest, content: Content) -> HttpResponseBase:
    if request.headers.get("If-None-Match") == content.tag:
        return HttpResponse(status=304)
    try:
        part = part_asked(_range_of(request, content), content.size)
    except NoSuchPart:
        refused = HttpResponse(status=416)
        refused["Content-Range"] = f"bytes */{content.size}"
        return refused
    blocks = content.blocks(part)
    response: HttpResponseBase = HttpResponse()
    if request.method != "HEAD":
        response = StreamingHttpResponse(blocks, status=206 if part else 200)
    response["Content-Length"] = str(part.length if part else content.size)
    if part is not None:
        response["Content-Range"] = f"bytes {part.first}-{part.last}/{content.size}"
    return response


def _range_of(request: HttpRequest, content: Content) -> str:
    """What the request says of parts; nothing if it was about another content, or asks for a head."""
    about = request.headers.get("If-Range", content.tag)
    if request.method != "GET" or about != content.tag:
        return ""
    return request.headers.get("Range", "")
