"""Giving a kept file to a browser: proved, in parts if asked, and never carried out as a page.

The name and the kind said are ours, the browser may not guess (nosniff), and a policy of its own
takes every right from the content. Only what browsers show safely is shown in place.
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponseBase
from django.utils.http import content_disposition_header

from motcua.documents.queries.files import file_of, open_file
from motcua.documents.ranged import Content, ranged_response
from motcua.documents.rules.naming import named_for
from motcua.documents.vocabulary import MediaType, StoredFileRow

SHOWN_IN_PLACE = frozenset({MediaType.PDF, MediaType.JPEG, MediaType.PNG, MediaType.WEBP})
NOTHING = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; frame-ancestors 'none'"
"""The frame that a browser draws around a picture or a PDF has a style of its own."""
SANDBOX = f"{NOTHING}; sandbox"


def file_response(
    request: HttpRequest, *, digest: str, name: str, inline: bool = False
) -> HttpResponseBase:
    """The file under this name, whole (200), a part (206), or that it has not changed (304).

    Whether the actor may have it has been asked before. `inline` is heeded for PDF and pictures.
    Refusals: NotFound, FileInfected, FileMissing, FileAltered.
    """
    row = file_of(digest)
    content = Content(
        digest=row.digest, size=row.size, blocks=lambda part: open_file(row.digest, part)
    )
    return _dressed(ranged_response(request, content), row, name, inline=inline)


def _dressed(
    response: HttpResponseBase, row: StoredFileRow, name: str, *, inline: bool
) -> HttpResponseBase:
    is_shown = inline and row.media_type in SHOWN_IN_PLACE
    told = named_for(name, row.media_type)
    # Browsers do not start their reader of PDF inside a sandbox; it carries nothing out anyway.
    is_free = is_shown and row.media_type is MediaType.PDF
    response["Content-Type"] = str(row.media_type)
    response["Content-Disposition"] = content_disposition_header(not is_shown, told) or "attachment"
    response["Content-Security-Policy"] = NOTHING if is_free else SANDBOX
    return response
