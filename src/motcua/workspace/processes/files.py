"""A process as a file: the table (Excel), BPMN 2.0 or JSON."""

from __future__ import annotations

import orjson
from django.http import HttpRequest, HttpResponse

from motcua.accounts.rules.roles import Permission
from motcua.kernel.verdict import NotFound
from motcua.processes.formats.bpmn_writing import bpmn_of
from motcua.processes.formats.table_writing import table_workbook
from motcua.processes.queries.drafts import process_draft
from motcua.processes.queries.identity import ProcessIdentity
from motcua.processes.queries.processes import process_version, versions_of_process
from motcua.processes.rules.definition import Process, document_of, process_of
from motcua.workspace.processes.room import ProcessView, version_asked

FILE_BYTES_MAX = 1_000_000
XLSX, BPMN, JSON, DRAFT = "xlsx", "bpmn", "json", "draft"
MEDIA_TYPES = {
    XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    BPMN: "application/xml",
    JSON: "application/json",
}


class ExportProcess(ProcessView):
    """`?version=`: which one; "draft" or nothing: what is being written, else the newest."""

    permission = Permission.PROCESS_CHANGE
    file_kind = XLSX

    def get(self, request: HttpRequest, process_id: int) -> HttpResponse:
        identity = self.identity(process_id)
        if not self.may_change(identity):
            raise NotFound(kind="process-file")
        process = self._asked(process_id, request.GET.get("version", ""))
        if not process.steps:
            raise NotFound(kind="process-file")
        response = HttpResponse(
            self._content(process, identity), content_type=MEDIA_TYPES[self.file_kind]
        )
        name = f"quy-trinh-{identity.code}.{self.file_kind}"
        response["Content-Disposition"] = f'attachment; filename="{name}"'
        return response

    def _asked(self, process_id: int, asked: str) -> Process:
        draft, versions = process_draft(self.actor, process_id), versions_of_process(process_id)
        if asked in ("", DRAFT) and draft is not None:
            return process_of(draft.definition)
        newest = next((row for row in versions if not row.is_withdrawn), None)
        one = newest if asked == "" else version_asked(versions, asked)
        found = process_version(one.version_id) if one else None
        if found is None:
            raise NotFound(kind="process-version")
        return found.process

    def _content(self, process: Process, identity: ProcessIdentity) -> bytes:
        names = self.names(identity, process)
        if self.file_kind == XLSX:
            return table_workbook(process, names)
        if self.file_kind == BPMN:
            return bpmn_of(process, names)
        return orjson.dumps(document_of(process), option=orjson.OPT_INDENT_2)
