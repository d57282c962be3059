"""Publishing a draft: what stands in the way, each with its link; what changes; from which day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from motcua.accounts.rules.roles import Permission
from motcua.dossiers.refusal_words import sentence
from motcua.eforms.commands.drafting import publish_form_draft
from motcua.eforms.differences import differences
from motcua.eforms.queries.forms import form_in_force
from motcua.eforms.rules.definition import Form, form_of
from motcua.eforms.rules.editing import place_of_path
from motcua.eforms.rules.publishing import publishing_faults
from motcua.eforms.rules.structure import structure_of
from motcua.eforms.wording import publishing_words
from motcua.kernel.clock import local_day
from motcua.kernel.dates_vi import short_day
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.workspace.announcing import DayField
from motcua.workspace.eforms.room import NO_FORM, FormView, address


class FromDayForm(forms.Form):
    """From which day the form holds."""

    valid_from = DayField(
        max_length=20,
        label=gettext_lazy("Áp dụng từ ngày"),
        help_text=gettext_lazy("Hồ sơ và bản nháp bắt đầu trước ngày này giữ bản cũ."),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={"required": gettext_lazy("Chưa có ngày. Nhập ngày/tháng/năm.")},
    )


class PublishForm(FormView):
    """GET: everything to know before. POST: publish from a day on."""

    permission = Permission.EFORM_CHANGE

    def get(self, request: HttpRequest, procedure_id: int) -> HttpResponse:
        tomorrow = short_day(local_day(self.at) + timedelta(days=1))
        return self._form(procedure_id, FromDayForm(initial={"valid_from": tomorrow}))

    def post(self, request: HttpRequest, procedure_id: int) -> HttpResponse:
        form = FromDayForm(request.POST)
        if not form.is_valid():
            return self._form(procedure_id, form, status=422)
        day: date = form.cleaned_data["valid_from"]
        try:
            publish_form_draft(
                actor=self.actor,
                at=self.at,
                procedure_id=procedure_id,
                valid_from=day,
                seen=self.seen(),
            )
        except (NotFound, NotPermitted):
            raise
        except Refusal as refusal:
            if "earliest" in refusal.params:
                refusal.params["earliest"] = short_day(refusal.params["earliest"])
            form.add_error("valid_from", sentence(refusal))
            return self._form(procedure_id, form, status=422)
        told = _("Đã công bố biểu mẫu, áp dụng từ %(day)s.") % {"day": short_day(day)}
        messages.success(request, told)
        return self.away("eform", procedure_id)

    def _form(self, procedure_id: int, form: FromDayForm, *, status: int = 200) -> HttpResponse:
        draft = self.draft(procedure_id)
        written, now = form_of(draft.definition), form_in_force(procedure_id, local_day(self.at))
        context = {
            "procedure": self.label(procedure_id),
            "procedure_id": procedure_id,
            "draft": draft,
            "form": form,
            "faults": faults_shown(procedure_id, draft.definition, written),
            "is_first": now is None,
            "changes": differences(now.form if now else NO_FORM, written),
        }
        return self.page("workspace/eforms/publish.html", context, status=status)


def faults_shown(procedure_id: int, document: dict[str, Any], form: Form) -> list[dict[str, str]]:
    """What stands in the way of publishing, each with the page where it is mended."""
    labels = {node.dotted: node.item.label.vi for node in structure_of(form).nodes.values()}
    labels |= {f"<{page.key}>": page.title.vi for page in form.pages}
    shown = []
    for one in publishing_faults(form):
        place = place_of_path(document, one.path)
        shown.append(
            {
                "place": place,
                "label": labels.get(one.path, "") or pgettext("một", "Biểu mẫu"),
                "text": publishing_words(one),
                "url": address("edit-eform-item", procedure_id, place=place),
            }
        )
    return shown
