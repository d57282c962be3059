"""A finished list given to whoever has asked for it: in parts if asked, never carried out as a page."""

from __future__ import annotations

from pathlib import Path

from django.http import HttpRequest, HttpResponseBase

from motcua.documents.blocks import Blocks
from motcua.documents.ranged import Content, ranged_response
from motcua.documents.rules.ranges import Part
from motcua.dossiers.exporting.standing import ExportStanding
from motcua.dossiers.queries.register import RegisterFilter
from motcua.dossiers.rules.exports import MEDIA_OF, Exported
from motcua.kernel.clock import local

SLUGS = {
    Exported.DOSSIERS: "ho-so",
    Exported.WORK: "viec",
    Exported.REGISTER: "so-theo-doi",
    Exported.REGISTER_BOOK: "so-theo-doi-ho-so",
}


def file_name(standing: ExportStanding) -> str:
    """`ho-so-20260610-0935.csv`; a register with its year."""
    year = f"-{standing.which.year}" if isinstance(standing.which, RegisterFilter) else ""
    moment = local(standing.asked_at).strftime("%Y%m%d-%H%M")
    return f"{SLUGS[standing.what]}{year}-{moment}.{standing.form.lower()}"


def export_response(
    request: HttpRequest, standing: ExportStanding, place: Path
) -> HttpResponseBase:
    """The file (200), a part of it (206), or that it has not changed (304). Whose it is has been asked."""
    whole = Part(0, standing.size - 1)
    content = Content(
        digest=standing.digest,
        size=standing.size,
        blocks=lambda part: Blocks(lambda: place.open("rb"), part or whole),
    )
    response = ranged_response(request, content)
    response["Content-Type"] = MEDIA_OF[standing.form]
    response["Content-Disposition"] = f'attachment; filename="{file_name(standing)}"'
    response["Content-Security-Policy"] = "default-src 'none'; frame-ancestors 'none'; sandbox"
    return response
