"""The declaration of a procedure to print and fill in by hand."""

from __future__ import annotations

from datetime import datetime, time

from django.http import Http404, HttpRequest, HttpResponse

from motcua.eforms.blank import print_blank
from motcua.eforms.queries.forms import form_in_force
from motcua.kernel import clock
from motcua.kernel.characters import plain_words
from motcua.kernel.clock import ZONE, local_day
from motcua.portal.public import public
from motcua.procedures.queries.catalogue import version_in_force

CODE_LENGTH_MAX = 50


@public
def print_blank_form(_request: HttpRequest, code: str) -> HttpResponse:
    """The form in force today, as PDF. 404 where the procedure has no form. Five queries at most."""
    day = local_day(clock.now())
    detail = version_in_force(plain_words(code[:CODE_LENGTH_MAX]), day)
    found = form_in_force(detail.procedure_id, day) if detail else None
    if found is None:
        raise Http404(code)
    stamped = datetime.combine(found.valid_from, time(), tzinfo=ZONE)
    response = HttpResponse(print_blank(found.form, at=stamped), content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{found.form.code}.pdf"'
    return response
