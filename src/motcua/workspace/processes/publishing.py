"""Publishing a draft: what stands in the way, what must be answered for by name, from which day."""

from __future__ import annotations

from datetime import date, timedelta

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.accounts.rules.roles import Permission
from motcua.kernel.characters import plain_words
from motcua.kernel.clock import local_day
from motcua.kernel.dates_vi import short_day
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.processes.commands.publishing import publish_process_draft
from motcua.processes.queries.checked import beginning_of, checked_process
from motcua.processes.rules.checking import warnings_of
from motcua.processes.rules.definition import process_of
from motcua.processes.rules.findings import Finding
from motcua.processes.vocabulary import TEXT_LENGTH_MAX
from motcua.workspace.announcing import DayField
from motcua.workspace.processes.room import ProcessView, said, shown_findings

REASON_LENGTH_MAX = 1_000


class PublishProcessForm(forms.Form):
    """From which day, and why all the same where something does not add up."""

    valid_from = DayField(
        max_length=20,
        label=gettext_lazy("Áp dụng từ ngày"),
        help_text=gettext_lazy("Hồ sơ tiếp nhận trước ngày này đi tiếp theo bản cũ."),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={"required": gettext_lazy("Chưa có ngày. Nhập ngày/tháng/năm.")},
    )
    basis = forms.CharField(
        max_length=TEXT_LENGTH_MAX,
        label=gettext_lazy("Căn cứ ban hành"),
        help_text=gettext_lazy(
            "Số, ngày của quyết định. Ví dụ: Quyết định 12/QĐ-UBND ngày 01/11/2026."
        ),
        error_messages={"required": gettext_lazy("Chưa có căn cứ. Ghi số, ngày của quyết định.")},
    )
    reason = forms.CharField(
        max_length=REASON_LENGTH_MAX,
        required=False,
        label=gettext_lazy("Vì sao vẫn ban hành"),
        help_text=gettext_lazy("Được ghi vào sổ cùng các điều đã đọc."),
        widget=forms.Textarea,
    )


class PublishProcess(ProcessView):
    """GET: everything to know before. POST: publish from a day on."""

    permission = Permission.PROCESS_CHANGE

    def get(self, request: HttpRequest, process_id: int) -> HttpResponse:
        tomorrow = short_day(local_day(self.at) + timedelta(days=1))
        basis = self.draft(process_id).definition.get("basis", "")
        form = PublishProcessForm(initial={"valid_from": tomorrow, "basis": basis})
        return self._form(process_id, form)

    def post(self, request: HttpRequest, process_id: int) -> HttpResponse:
        form = PublishProcessForm(request.POST)
        if not form.is_valid():
            return self._form(process_id, form, status=422)
        day: date = form.cleaned_data["valid_from"]
        try:
            publish_process_draft(
                actor=self.actor,
                at=self.at,
                process_id=process_id,
                valid_from=day,
                seen=self.seen(),
                acknowledged=request.POST.getlist("acknowledged"),
                reason=form.cleaned_data["reason"],
                basis=plain_words(form.cleaned_data["basis"]),
            )
        except (NotFound, NotPermitted):
            raise
        except Refusal as refusal:
            of_fields = [one for one in refusal.reasons if one.field in form.fields]
            for one in of_fields or [refusal]:
                form.add_error(one.field if of_fields else None, said(one))
            return self._form(process_id, form, status=422)
        told = _("Đã ban hành quy trình, áp dụng từ %(day)s.") % {"day": short_day(day)}
        messages.success(request, told)
        return self.away("process", process_id)

    def _of_the_day(self, process_id: int, form: PublishProcessForm) -> tuple[Finding, ...]:
        """What is to be answered for in the day that was typed."""
        day = form.cleaned_data.get("valid_from") if form.is_bound else None
        begins = beginning_of(process_id, day, local_day(self.at)) if day else ()
        return warnings_of(begins)

    def _form(
        self, process_id: int, form: PublishProcessForm, *, status: int = 200
    ) -> HttpResponse:
        draft, identity = self.draft(process_id), self.identity(process_id)
        written = process_of(draft.definition)
        found = shown_findings(
            process_id,
            written,
            (
                *self._of_the_day(process_id, form),
                *checked_process(written, process_id, local_day(self.at)),
            ),
        )
        read = set(self.request.POST.getlist("acknowledged"))
        warnings = [one | {"is_read": one["name"] in read} for one in found if one["is_warning"]]
        form.fields["reason"].required = bool(warnings)
        context = {
            "identity": identity,
            "draft": draft,
            "form": form,
            "faults": [one for one in found if not one["is_warning"]],
            "warnings": warnings,
        }
        return self.page("workspace/processes/publish.html", context, status=status)
