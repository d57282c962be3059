"""Paper forms: the list of them, one form with its words through time, and a specimen of it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse

from motcua.accounts.rules.roles import Permission, may
from motcua.kernel.clock import local_day
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound
from motcua.papers.form_sets import FormVersion, every_form, form_called
from motcua.papers.queries import form_words, forms_at, wordings_seen
from motcua.papers.rendering import render_form
from motcua.papers.specimens.choosing import specimen_of
from motcua.workspace.paper_forms.showing import agency_names, form_groups, history_rows, word_rows
from motcua.workspace.staff import StaffView


def form_asked(request: HttpRequest) -> FormVersion:
    """The form of `?form=`; without one, the first there is. Refusal: NotFound."""
    key = request.GET.get("form") or next(iter(every_form()))
    try:
        return form_called(key)
    except Refusal:
        raise NotFound(kind="paper-form") from None


def pdf_response(pdf: bytes, name: str) -> HttpResponse:
    response = HttpResponse(pdf, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    return response


class ListForms(StaffView):
    """Every form of both circulars and the companions, and which of them this agency changed."""

    permission = Permission.PAPER_FORM_VIEW

    def get(self, request: HttpRequest) -> HttpResponse:
        assert self.actor.agency_id is not None
        rows = forms_at(self.actor, self.at, self.actor.agency_id)
        names = agency_names({row.set_by_agency_id for row in rows}, local_day(self.at))
        groups = form_groups(rows, names, local_day(self.at))
        return self.page("workspace/paper_forms/list.html", {"groups": groups})


class ShowForm(StaffView):
    """One form (`?form=tt03-2025/02`): its words today, and the periods this agency set."""

    permission = Permission.PAPER_FORM_VIEW

    def get(self, request: HttpRequest) -> HttpResponse:
        agency_id = self.actor.agency_id
        assert agency_id is not None
        form = form_asked(request)
        today = local_day(self.at)
        row = next(row for row in forms_at(self.actor, self.at, agency_id) if row.key == form.key)
        wordings = wordings_seen(self.actor, self.at, form.key)
        names = agency_names({row.set_by_agency_id, *(one.agency_id for one in wordings)}, today)
        context: dict[str, Any] = {
            "form": form,
            "row": row,
            "owner": names.get(row.set_by_agency_id, ""),
            "words": word_rows(form.sheet, form_words(agency_id, today, form.key)),
            "history": history_rows(form.sheet, wordings, names, today),
            "may_change": bool(may(self.actor, Permission.PAPER_FORM_CHANGE)),
        }
        return self.page("workspace/paper_forms/show.html", context)


class PrintSpecimen(StaffView):
    """The form with invented data and the words in force today, as PDF (`?form=`)."""

    permission = Permission.PAPER_FORM_VIEW

    def get(self, request: HttpRequest) -> HttpResponse:
        assert self.actor.agency_id is not None
        form = form_asked(request)
        words = form_words(self.actor.agency_id, local_day(self.at), form.key)
        pdf = render_form(form, specimen_of(form), words=words, specimen=True)
        return pdf_response(pdf, form.key.replace("/", "-"))
