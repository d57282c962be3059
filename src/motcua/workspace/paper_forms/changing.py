"""Changing the words of a form: typed, looked at as a paper, and only then set from a day on."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from motcua.accounts.rules.roles import Permission
from motcua.kernel.clock import local_day
from motcua.kernel.dates_vi import short_day
from motcua.papers.commands.set_form_wording import (
    WordingBeginsInThePast,
    set_form_wording,
)
from motcua.papers.form_sets import FormVersion
from motcua.papers.queries import form_words, wordings_seen
from motcua.papers.rendering import render_form
from motcua.papers.rules.words import UNCHANGED, Changes
from motcua.papers.specimens.choosing import specimen_of
from motcua.workspace.announcing import COUNTRY, scopes_of
from motcua.workspace.paper_forms.forms import WordingForm, initial_words
from motcua.workspace.paper_forms.showing import form_url
from motcua.workspace.paper_forms.views import form_asked, pdf_response
from motcua.workspace.staff import StaffView


class ChangeForm(StaffView):
    """GET: every word of `?form=` to be changed. POST `do=preview`: the PDF. POST `do=apply`: set it."""

    permission = Permission.PAPER_FORM_CHANGE

    def get(self, request: HttpRequest) -> HttpResponse:
        form = form_asked(request)
        scopes = scopes_of(self.actor, self.at)
        asked = request.GET.get("scope", "")
        scope = asked if asked in dict(scopes) else scopes[0][0]
        initial = initial_words(form.sheet, self._words_now(form, scope))
        tomorrow = local_day(self.at) + timedelta(days=1)
        initial |= {"scope": scope, "valid_from": short_day(tomorrow)}
        return self._form(form, WordingForm(form.sheet, scopes, initial=initial))

    def post(self, request: HttpRequest) -> HttpResponse:
        form = form_asked(request)
        typed = WordingForm(form.sheet, scopes_of(self.actor, self.at), request.POST)
        is_preview = request.POST.get("do") == "preview"
        if not typed.is_valid():
            return self._form(form, typed, status=422)
        try:
            return self._preview(form, typed) if is_preview else self._apply(form, typed)
        except WordingBeginsInThePast as refusal:
            refusal.params["earliest"] = short_day(refusal.params["earliest"])
            typed.refuse([refusal])
        return self._form(form, typed, status=422)

    def _words_now(self, form: FormVersion, scope: str) -> Changes:
        """What is in force there today; everywhere: what was last set for everywhere."""
        today = local_day(self.at)
        if scope != COUNTRY:
            return form_words(int(scope), today, form.key)
        rows = wordings_seen(self.actor, self.at, form.key)
        begun = (row.words for row in rows if row.agency_id is None and row.valid_from <= today)
        return next(begun, UNCHANGED)

    def _form(self, form: FormVersion, typed: WordingForm, *, status: int = 200) -> HttpResponse:
        context: dict[str, Any] = {
            "form": form,
            "typed": typed,
            "show_url": form_url("paper-form", form.key),
            "change_url": form_url("change-paper-form", form.key),
        }
        return self.page("workspace/paper_forms/change.html", context, status=status)

    def _preview(self, form: FormVersion, typed: WordingForm) -> HttpResponse:
        """The paper with the words as typed and invented data. Nothing is kept."""
        words = typed.cleaned_data["words"]
        pdf = render_form(form, specimen_of(form), words=words, specimen=True)
        return pdf_response(pdf, form.key.replace("/", "-"))

    def _apply(self, form: FormVersion, typed: WordingForm) -> HttpResponse:
        scope = typed.cleaned_data["scope"]
        agency_id = None if scope == COUNTRY else int(scope)
        valid_from = typed.cleaned_data["valid_from"]
        set_form_wording(
            actor=self.actor,
            at=self.at,
            agency_id=agency_id,
            form_key=form.key,
            valid_from=valid_from,
            words=typed.cleaned_data["words"],
        )
        told = _("Đã ghi câu chữ của %(title)s, áp dụng từ %(day)s.")
        messages.success(self.request, told % {"title": form.title, "day": short_day(valid_from)})
        return redirect(form_url("paper-form", form.key))
