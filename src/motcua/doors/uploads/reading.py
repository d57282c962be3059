"""The files of a posted form, whichever way they came: in pieces before it, or with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest
from django.utils.translation import gettext as _

from motcua.documents.commands.uploads import store_file
from motcua.documents.queries.uploads import finished_uploads
from motcua.documents.vocabulary import StoredFileRow
from motcua.documents.wording import REFUSALS, refusal_words
from motcua.kernel.actor import Actor
from motcua.kernel.refusal import Refusal

FILES_MAX = 50


@dataclass(frozen=True, slots=True)
class FilesSent:
    """`rows` are kept, also when something else in the form is wrong: show them again (`kept_rows`)."""

    rows: tuple[StoredFileRow, ...]
    errors: tuple[str, ...]

    @property
    def error(self) -> str:
        """All that is wrong, for the field."""
        return " ".join(self.errors)


def files_sent(actor: Actor, at: datetime, request: HttpRequest, name: str) -> FilesSent:
    """The files of the field `name`: tokens first, then those that came with the form.

    Refusals: NotPermitted.
    """
    tokens = tuple(dict.fromkeys(request.POST.getlist(f"{name}-token")))[:FILES_MAX]
    rows = list(finished_uploads(actor, at, tokens))
    errors = []
    if len(rows) < len(tokens):
        errors.append(_("Có tệp gửi đã quá lâu nên không còn. Hãy chọn lại tệp."))
    for sent in request.FILES.getlist(name)[: FILES_MAX - len(rows)]:
        try:
            rows.append(store_file(actor=actor, at=at, stream=sent, name=sent.name or ""))
        except Refusal as refusal:
            if refusal.code not in REFUSALS:
                raise
            errors.append(refusal_words(refusal))
    return FilesSent(tuple(rows), tuple(errors))
