"""Bring in a catalogue document: choose the file, see what it would change, then import."""

from __future__ import annotations

import zlib
from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from typing import Any

import orjson
from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.accounts.rules.roles import Permission
from motcua.dossiers.refusal_words import sentence
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotPermitted
from motcua.procedures.commands.import_catalogue import import_catalogue
from motcua.procedures.queries.import_plan import preview_import
from motcua.procedures.rules.import_report import ImportReport
from motcua.procedures.wording import refused_words
from motcua.procedures.wording_differences import difference_rows
from motcua.workspace.announcing import DayField
from motcua.workspace.staff import StaffView

FILE_BYTES_MAX = 20 * 1024 * 1024
HELD_LENGTH_MAX = 1_500_000
LINES_MAX = 100
TOO_GREAT = gettext_lazy("Tệp quá lớn để nạp trên trang này. Nhờ người vận hành nạp trên máy chủ.")


class ImportForm(forms.Form):
    """A file, or the text of one that was looked at a moment ago (`held`)."""

    file = forms.FileField(
        label=gettext_lazy("Tệp danh mục"),
        required=False,
        help_text=gettext_lazy("Tệp JSON có danh sách “procedures”. Không quá 20 MB."),
        widget=forms.FileInput(attrs={"accept": ".json,application/json"}),
        error_messages={"empty": gettext_lazy("Tệp rỗng. Chọn tệp khác.")},
    )
    starts_on = DayField(
        max_length=20,
        label=gettext_lazy("Thay đổi áp dụng từ ngày"),
        required=False,
        help_text=gettext_lazy("Để trống: theo ngày ghi trong tệp, nếu không có thì từ ngày mai."),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    held = forms.CharField(
        max_length=HELD_LENGTH_MAX, required=False, widget=forms.HiddenInput, strip=False
    )

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        if self.errors:
            return given
        text = self._text(given)
        try:
            given["document"] = orjson.loads(text)
        except orjson.JSONDecodeError as fault:
            told = _("Tệp không phải JSON: không đọc được từ dòng %(line)s, ký tự %(column)s.")
            raise self._no(told % {"line": fault.lineno, "column": fault.colno}) from None
        given["held"] = b64encode(zlib.compress(text, 9)).decode()
        if len(given["held"]) > HELD_LENGTH_MAX:
            raise self._no(str(TOO_GREAT))
        return given

    def _text(self, given: dict[str, Any]) -> bytes:
        file = given.get("file")
        if file is not None:
            if file.size > FILE_BYTES_MAX:
                raise self._no(str(TOO_GREAT))
            return bytes(file.read())
        if not given.get("held"):
            raise self._no(_("Chưa chọn tệp. Chọn tệp danh mục rồi bấm lại."))
        try:
            packed = b64decode(given["held"], validate=True)
            return zlib.decompressobj().decompress(packed, FILE_BYTES_MAX)
        except (NotBase64, ValueError, zlib.error):
            raise self._no(_("Không đọc lại được tệp. Chọn tệp lần nữa.")) from None

    def _no(self, told: str) -> forms.ValidationError:
        return forms.ValidationError({"file": told})


class ImportProcedures(StaffView):
    """GET: the form. POST `do=preview`: what would change. POST `do=apply`: import it."""

    permission = Permission.PROCEDURE_IMPORT

    def get(self, request: HttpRequest) -> HttpResponse:
        return self._form(ImportForm())

    def post(self, request: HttpRequest) -> HttpResponse:
        form = ImportForm(request.POST, request.FILES)
        if not form.is_valid():
            return self._form(form, status=422)
        try:
            return self._done(form) if request.POST.get("do") == "apply" else self._preview(form)
        except NotPermitted:
            raise
        except Refusal as refusal:
            form.add_error("file", sentence(refusal))
            return self._form(form, status=422)

    def _form(self, form: ImportForm, *, status: int = 200) -> HttpResponse:
        return self.page("workspace/procedures/import.html", {"form": form}, status=status)

    def _preview(self, form: ImportForm) -> HttpResponse:
        given = form.cleaned_data
        report = preview_import(
            document=given["document"], at=self.at, valid_from=given["starts_on"] or None
        )
        context = {"is_done": False, "held": given["held"], "starts_on": given["starts_on"]}
        return self._report(report, context)

    def _done(self, form: ImportForm) -> HttpResponse:
        given = form.cleaned_data
        report = import_catalogue(
            actor=self.actor,
            at=self.at,
            document=given["document"],
            valid_from=given["starts_on"] or None,
        )
        return self._report(report, {"is_done": True})

    def _report(self, report: ImportReport, context: dict[str, Any]) -> HttpResponse:
        return self.page(
            "workspace/procedures/import_report.html", {**report_shown(report), **context}
        )


def report_shown(report: ImportReport) -> dict[str, Any]:
    """The lists of a report, each cut to what a page can hold; the counts are whole."""
    return {
        "counts": {
            "new": len(report.new),
            "changed": len(report.changed),
            "unchanged": len(report.unchanged),
            "refused": len(report.refused),
        },
        "fresh": report.new[:LINES_MAX],
        "changed": [
            {"line": line, "fields": difference_rows(line.differences)}
            for line in report.changed[:LINES_MAX]
        ],
        "refused": [
            {
                "code": record.code or record.record_id,
                "name": record.name,
                "why": refused_words(record),
            }
            for record in report.refused[:LINES_MAX]
        ],
        "lines_max": LINES_MAX,
    }
