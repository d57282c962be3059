"""The whole definition as a file, for experts: taken out, changed with other tools, taken in as a draft."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import orjson
from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.accounts.rules.roles import Permission
from motcua.eforms.commands.import_forms import FORMAT
from motcua.eforms.queries.drafts import form_draft
from motcua.eforms.queries.forms import form_version
from motcua.kernel.clock import local_day
from motcua.kernel.verdict import NotFound
from motcua.workspace.eforms.room import FormView
from motcua.workspace.numbers import whole_number

FILE_BYTES_MAX = 1_000_000


class ExportForm(FormView):
    """The draft, or `?version=`, in the shape that `./motcua import forms` takes."""

    permission = Permission.EFORM_CHANGE

    def get(self, request: HttpRequest, procedure_id: int) -> HttpResponse:
        label = self.label(procedure_id)
        version_id = whole_number(request.GET.get("version", ""))
        version = form_version(version_id) if version_id else None
        draft = None if version else self.draft(procedure_id)
        if version is not None and version.procedure_id != procedure_id:
            raise NotFound(kind="form-version")
        file = {
            "format": FORMAT,
            "procedure": {"scope": label.scope, "code": label.code, "place": label.place},
            "valid_from": str(version.valid_from if version else local_day(self.at)),
            "form": version.definition if version else draft.definition if draft else {},
        }
        body = orjson.dumps(file, option=orjson.OPT_INDENT_2)
        response = HttpResponse(body, content_type="application/json")
        response["Content-Disposition"] = f'attachment; filename="{label.code}.json"'
        return response


class DefinitionForm(forms.Form):
    """The file, or its text."""

    file = forms.FileField(label=gettext_lazy("Tệp JSON"), required=False)
    text = forms.CharField(
        label=gettext_lazy("Hoặc dán nội dung JSON"), required=False, widget=forms.Textarea
    )

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = self.cleaned_data
        file = given.get("file")
        if file is not None and file.size > FILE_BYTES_MAX:
            raise forms.ValidationError({"file": _("Tệp quá lớn, nhiều nhất 1 MB.")})
        text = file.read() if file is not None else given.get("text", "").encode()
        if not text.strip():
            raise forms.ValidationError({"file": _("Chưa chọn tệp. Chọn tệp hoặc dán nội dung.")})
        try:
            document = orjson.loads(text)
        except orjson.JSONDecodeError as fault:
            told = _("Không đọc được JSON từ dòng %(line)s, ký tự %(column)s.")
            where = {"line": fault.lineno, "column": fault.colno}
            raise forms.ValidationError({"file": told % where}) from None
        is_file = isinstance(document, Mapping) and "form" in document
        given["definition"] = document["form"] if is_file else document
        return given


class ImportForm(FormView):
    """GET: choose a file. POST: it becomes the draft; what cannot be read is told."""

    permission = Permission.EFORM_CHANGE

    def get(self, request: HttpRequest, procedure_id: int) -> HttpResponse:
        return self._form(procedure_id, DefinitionForm())

    def post(self, request: HttpRequest, procedure_id: int) -> HttpResponse:
        form = DefinitionForm(request.POST, request.FILES)
        if not form.is_valid():
            return self._form(procedure_id, form, status=422)
        if self.save(procedure_id, form.cleaned_data["definition"]):
            messages.success(request, _("Đã nhận nội dung làm bản thảo. Xem lại rồi công bố."))
            return self.away("edit-eform", procedure_id)
        return self._form(procedure_id, form, status=422)

    def _form(self, procedure_id: int, form: DefinitionForm, *, status: int = 200) -> HttpResponse:
        draft = form_draft(self.actor, procedure_id)
        context = {
            "procedure": self.label(procedure_id),
            "procedure_id": procedure_id,
            "form": form,
            "seen": draft.edition if draft else 0,
            "draft": draft,
        }
        return self.page("workspace/eforms/import.html", context, status=status)
