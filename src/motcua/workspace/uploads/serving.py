"""A file given to an officer; one that may not be given is explained on a page."""

from __future__ import annotations

import logging

from django.http import HttpResponseBase

from motcua.documents import serving
from motcua.documents.rules.refusals import FileAltered, FileInfected, FileMissing
from motcua.documents.wording import refusal_words
from motcua.workspace.staff import StaffView

log = logging.getLogger("motcua.documents")


def file_response(
    view: StaffView, *, digest: str, name: str, inline: bool = False
) -> HttpResponseBase:
    """The file, or the page that says why not (409). The view has asked whose it is, and noted it.

    Refusals: NotFound.
    """
    try:
        return serving.file_response(view.request, digest=digest, name=name, inline=inline)
    except FileInfected as refusal:
        return view.page("workspace/uploads/withheld.html", _context(refusal, name), status=409)
    except (FileMissing, FileAltered) as refusal:
        log.error("%s: %s", refusal.code, digest)  # noqa: TRY400  # the trace says nothing more
        return view.page("workspace/uploads/withheld.html", _context(refusal, name), status=409)


def _context(refusal: FileInfected | FileMissing | FileAltered, name: str) -> dict[str, str]:
    return {"name": name, "reason": refusal_words(refusal)}
