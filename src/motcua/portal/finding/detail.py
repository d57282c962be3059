"""The procedure that an address names."""

from __future__ import annotations

from datetime import date

from django.http import Http404

from motcua.kernel.characters import plain_words
from motcua.portal.public import WORDS_LENGTH_MAX
from motcua.procedures.queries.catalogue import version_in_force
from motcua.procedures.queries.details import ProcedureDetail


def procedure_of(code: str, today: date) -> ProcedureDetail:
    """The version of today. Raises Http404."""
    detail = version_in_force(plain_words(code[:WORDS_LENGTH_MAX]), today)
    if detail is None:
        raise Http404(code)
    return detail
