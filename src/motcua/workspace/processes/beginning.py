"""The beginning of a new process: of which procedure, found by its name or code, and for whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.accounts.rules.roles import Permission
from motcua.agencies.queries import agencies_under
from motcua.kernel.clock import local_day
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.procedures.queries.catalogue import search, version_in_force
from motcua.procedures.queries.details import ProcedureDetail
from motcua.processes.commands.drafting import begin_process_draft
from motcua.processes.queries.drafts import process_draft
from motcua.processes.queries.identity import process_called
from motcua.processes.queries.processes import last_of_procedure, process_in_force
from motcua.processes.rules.editing import new_document
from motcua.workspace.numbers import whole_number
from motcua.workspace.processes.room import ProcessView, address, said

EVERY_AGENCY = "all"
WORDS_LENGTH_MAX = 200
FOUND_MAX = 20


class BeginForm(forms.Form):
    """Of which procedure, for whom."""

    code = forms.CharField(
        max_length=WORDS_LENGTH_MAX,
        label=gettext_lazy("Thủ tục"),
        help_text=gettext_lazy(
            "Vài chữ của tên, không cần dấu, hoặc mã. Ví dụ: khai sinh, 1.001193."
        ),
        error_messages={
            "required": gettext_lazy("Chưa chọn thủ tục. Nhập vài chữ của tên hoặc mã.")
        },
    )
    agency = forms.ChoiceField(label=gettext_lazy("Áp dụng ở"))

    def __init__(self, agencies: list[tuple[str, Any]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["agency"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = agencies


class BeginProcess(ProcessView):
    """GET: of which procedure. POST: a draft, from the process in force or from five usual steps."""

    permission = Permission.PROCESS_CHANGE

    def get(self, request: HttpRequest) -> HttpResponse:
        return self._form(
            BeginForm(self._agencies(), initial={"code": request.GET.get("code", "")})
        )

    def post(self, request: HttpRequest) -> HttpResponse:
        data = request.POST.copy()
        data["code"] = data.get("pick") or data.get("code", "")
        form = BeginForm(self._agencies(), data)
        if not form.is_valid():
            return self._form(form, status=422)
        version = version_in_force(form.cleaned_data["code"], local_day(self.at))
        if version is None:
            return self._choose(form, form.cleaned_data["code"])
        agency_id = whole_number(form.cleaned_data["agency"])
        standing = process_called(version.version_id, agency_id, None)
        if standing is not None:
            return self._go_on(standing)
        try:
            process_id = self._begin(version, agency_id)
        except (NotFound, NotPermitted):
            raise
        except Refusal as refusal:
            form.add_error(None, said(refusal))
            return self._form(form, status=422)
        return redirect(address("edit-process", process_id))

    def _choose(self, form: BeginForm, words: str) -> HttpResponse:
        """The procedures so called, to choose from."""
        found = search(words, day=local_day(self.at), limit=FOUND_MAX)
        if found:
            form.add_error("code", _("Chọn một thủ tục trong danh sách dưới đây."))
        else:
            form.add_error(
                "code", _("Danh mục không có thủ tục tên hay mã như vậy. Thử vài chữ khác.")
            )
        choices = [
            {"value": one.row.code, "label": one.row.name, "hint": one.row.code} for one in found
        ]
        return self._form(form, choices=choices, status=422)

    def _go_on(self, process_id: int) -> HttpResponse:
        """To the draft that is there; where there is none, to one begun from the newest version."""
        draft = process_draft(self.actor, process_id)
        if draft is not None:
            told = _("Thủ tục này đã có bản thảo do %(name)s lưu; đang mở bản thảo ấy.")
            messages.info(self.request, told % {"name": draft.saved_by})
        elif self.begin_again(process_id):
            messages.info(
                self.request,
                _(
                    "Thủ tục này đã có quy trình. Bản thảo bắt đầu từ bản mới nhất của quy trình ấy."
                ),
            )
        else:
            return redirect(address("process", process_id))
        return redirect(address("edit-process", process_id))

    def _begin(self, version: ProcedureDetail, agency_id: int | None) -> int:
        day = local_day(self.at)
        now = process_in_force(version.version_id, agency_id, None, day)
        now = now or last_of_procedure(version.procedure_id, agency_id)
        return begin_process_draft(
            actor=self.actor,
            at=self.at,
            procedure_version_id=version.version_id,
            agency_id=agency_id,
            definition=now.definition if now else new_document(version.name[:300]),
        )

    def _agencies(self) -> list[tuple[str, Any]]:
        """Those that the administrator keeps, his own first."""
        own = self.actor.agency_id
        kept = agencies_under(own, local_day(self.at)) if own else ()
        first = sorted(kept, key=lambda row: row.id != own)
        return [
            *((str(row.id), row.name) for row in first),
            (EVERY_AGENCY, _("Mọi cơ quan chưa có quy trình riêng")),
        ]

    def _form(
        self, form: BeginForm, *, choices: Sequence[Mapping[str, Any]] = (), status: int = 200
    ) -> HttpResponse:
        code = str(form["code"].value() or "")
        chosen = version_in_force(code, local_day(self.at)) if code else None
        context = {"form": form, "choices": choices, "chosen": chosen}
        return self.page("workspace/processes/begin.html", context, status=status)
