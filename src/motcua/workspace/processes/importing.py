"""A file taken in as a draft: the table (Excel), BPMN 2.0 or JSON. What it takes the place of can be brought
back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import orjson
from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.accounts.rules.roles import Permission
from motcua.kernel.clock import local_day
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.processes.commands.drafting import save_process_draft
from motcua.processes.formats.bpmn_parts import BpmnNotSupported
from motcua.processes.formats.bpmn_reading import process_from_bpmn
from motcua.processes.formats.table import process_from_rows
from motcua.processes.formats.table_note import acts_note, table_notes
from motcua.processes.formats.xlsx_reading import rows_of
from motcua.processes.formats.xml_reading import ProcessFileUnreadable
from motcua.processes.queries.drafts import process_draft
from motcua.processes.queries.identity import ProcessIdentity
from motcua.processes.queries.names import names_in
from motcua.processes.queries.processes import process_version, versions_of_process
from motcua.processes.rules.checking import findings, too_long
from motcua.processes.rules.definition import (
    Process,
    ProcessUnreadable,
    document_of,
    process_of,
)
from motcua.processes.rules.succession import ProcessFaulty
from motcua.processes.wording import finding_words
from motcua.workspace.processes.files import BPMN, XLSX
from motcua.workspace.processes.room import ProcessView, said

FILE_BYTES_MAX = 1_000_000


@dataclass(frozen=True, slots=True)
class FileRead:
    """The process in a file, what is to be looked at, and the rows whose act is proposed."""

    process: Process
    told: tuple[str, ...] = ()
    proposed: tuple[str, ...] = ()


class ProcessFileForm(forms.Form):
    """The file, and what is agreed to beforehand."""

    file = forms.FileField(
        label=gettext_lazy("Tệp Excel, BPMN hoặc JSON"),
        help_text=gettext_lazy("Đuôi .xlsx, .bpmn, .xml hoặc .json, nhiều nhất 1 MB."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.bpmn,.xml,.json"}),
        error_messages={
            "required": gettext_lazy("Chưa chọn tệp. Hãy chọn tệp."),
            "empty": gettext_lazy("Tệp trống. Hãy chọn tệp khác."),
        },
    )
    replace = forms.BooleanField(
        label=gettext_lazy("Thay bản thảo đang soạn bằng nội dung tệp"),
        error_messages={
            "required": gettext_lazy(
                "Đang có bản thảo. Đánh dấu vào đây nếu muốn thay bằng nội dung tệp."
            )
        },
    )
    partly = forms.BooleanField(
        required=False,
        label=gettext_lazy("Tệp BPMN: bỏ chỗ chưa hỗ trợ, nhận phần còn lại"),
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > FILE_BYTES_MAX:
            raise forms.ValidationError(_("Tệp quá lớn, nhiều nhất 1 MB."))
        return file


class ImportProcess(ProcessView):
    """GET: choose a file. POST: it becomes the draft; what cannot be read is told."""

    permission = Permission.PROCESS_CHANGE

    def get(self, request: HttpRequest, process_id: int) -> HttpResponse:
        return self._page(process_id, ProcessFileForm())

    def post(self, request: HttpRequest, process_id: int) -> HttpResponse:
        form = ProcessFileForm(request.POST, request.FILES)
        draft = process_draft(self.actor, process_id)
        form.fields["replace"].required = draft is not None
        if not form.is_valid():
            return self._page(process_id, form, status=422)
        file = form.cleaned_data["file"]
        try:
            read = self._read(process_id, file, is_partly=form.cleaned_data["partly"])
            save_process_draft(
                actor=self.actor,
                at=self.at,
                process_id=process_id,
                definition=document_of(read.process),
                seen=self.seen(),
                source=str(file.name)[:200],
            )
        except (NotFound, NotPermitted):
            raise
        except Refusal as refusal:
            return self._refused(process_id, form, refusal)
        messages.success(request, _("Đã nhận tệp làm bản thảo. Xem lại rồi ban hành."))
        if draft is not None:
            messages.info(
                request,
                _("Bản thảo trước khi nhận tệp còn giữ; lấy lại được ở trang của quy trình."),
            )
        for note in read.told:
            messages.warning(request, note)
        note = acts_note(read.process, read.proposed)
        if note:
            messages.info(request, note)
        return self.away("edit-process", process_id)

    def _refused(self, process_id: int, form: ProcessFileForm, refusal: Refusal) -> HttpResponse:
        for one in refusal.reasons:
            form.add_error("file", said(one))
        may_be_partly = isinstance(refusal, BpmnNotSupported)
        return self._page(process_id, form, status=422, may_be_partly=may_be_partly)

    def _read(self, process_id: int, file: Any, *, is_partly: bool) -> FileRead:
        """The process in the file, and what is to be looked at. Refusals: ProcessFileUnreadable,
        BpmnNotSupported, ProcessUnreadable."""
        ending, content = file.name.rpartition(".")[2].lower(), file.read()
        if ending == XLSX:
            return self._table(self.identity(process_id), content)
        if ending in (BPMN, "xml"):
            found = process_from_bpmn(content, is_partly=is_partly)
            notes = tuple(said(one) for one in found.notes)
            return FileRead(_within(found.process), notes, found.proposed)
        try:
            return FileRead(_within(process_of(orjson.loads(content))))
        except orjson.JSONDecodeError:
            raise ProcessFileUnreadable(field="file", why="not-known") from None

    def _table(self, identity: ProcessIdentity, content: bytes) -> FileRead:
        base, limit = self._base(identity), identity.limit
        names = names_in(base, identity.agency_id, local_day(self.at))
        read = process_from_rows(rows_of(content), base, names, procedure_limit=limit)
        return FileRead(read.process, table_notes(read, limit), read.proposed)

    def _base(self, identity: ProcessIdentity) -> Process:
        """What no column of a table says is kept from the draft, else from the newest version."""
        draft = process_draft(self.actor, identity.process_id)
        if draft is not None:
            return process_of(draft.definition)
        newest = next((row.version_id for row in versions_of_process(identity.process_id)), 0)
        found = process_version(newest)
        return found.process if found else Process(title=identity.name[:300], steps=())

    def _page(
        self,
        process_id: int,
        form: ProcessFileForm,
        *,
        status: int = 200,
        may_be_partly: bool = False,
    ) -> HttpResponse:
        identity = self.identity(process_id)
        if not self.may_change(identity):
            raise NotFound(kind="process")
        draft = process_draft(self.actor, process_id)
        context = {
            "identity": identity,
            "form": form,
            "seen": draft.edition if draft else 0,
            "draft": draft,
            "may_be_partly": may_be_partly or form["partly"].value(),
        }
        return self.page("workspace/processes/import.html", context, status=status)


def _within(process: Process) -> Process:
    """The process, if no time in it is beyond every calendar. Refusals: ProcessUnreadable."""
    found = too_long(findings(process))
    if found:
        raise ProcessUnreadable(
            ProcessFaulty(field="file", why=one.code, words=finding_words(one, process))
            for one in found
        )
    return process
