"""The table officials know, to write in: one row a step. Each press keeps the whole table; whoever comes second
sees both side by side and loses nothing."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse

from motcua.accounts.rules.roles import Permission
from motcua.kernel.characters import plain_words
from motcua.kernel.clock import local_day
from motcua.processes.formats.table_note import acts_note
from motcua.processes.queries.drafts import DraftRow
from motcua.processes.rules.definition import process_of
from motcua.processes.rules.editing import (
    ProcessEditMisplaced,
    moved,
    with_step,
    without_step,
)
from motcua.processes.rules.proposing import with_acts_typed
from motcua.processes.vocabulary import NAME_LENGTH_MAX, TEXT_LENGTH_MAX
from motcua.workspace.processes.room import ProcessView, address
from motcua.workspace.processes.side_by_side import Meanwhile, meanwhile
from motcua.workspace.processes.table_page import Surroundings, Table, table_context
from motcua.workspace.processes.table_rows import (
    Document,
    limit_typed,
    posted_rows,
    read_rows,
    typed_of,
)
from motcua.workspace.processes.whole import typed_whole, whole_shown

SAVE, ADD, REMOVE, STEP = "save", "add", "remove", "step"
MOVES = {"up": -1, "down": 1}


class EditProcess(ProcessView):
    """GET: the table. POST `op`: save, add, up, down, remove or step, with the key after a colon."""

    permission = Permission.PROCESS_CHANGE

    def get(self, request: HttpRequest, process_id: int) -> HttpResponse:
        draft = self.draft(process_id)
        typed = {step["key"]: typed_of(step) for step in draft.definition["steps"]}
        return self._form(process_id, draft, Table(typed, whole_shown(draft.definition)))

    def post(self, request: HttpRequest, process_id: int) -> HttpResponse:
        draft = self.draft(process_id)
        typed = posted_rows(draft.definition, request.POST)
        whole = typed_whole(draft.definition, request.POST)
        seen_other = draft.edition != self.seen()
        other = meanwhile(draft, typed, whole, request.POST) if seen_other else None
        if other is not None and other.differs:
            return self._form(process_id, draft, Table(typed, whole), other, status=422)
        changed, faults = read_table(draft.definition, typed, whole)
        if faults:
            return self._form(process_id, draft, Table(typed, whole, faults), status=422)
        op, _colon, key = request.POST.get("op", SAVE).partition(":")
        try:
            changed, anchor = _done(changed, op, key)
        except ProcessEditMisplaced as refusal:
            self.tell(refusal)
            return self.away("edit-process", process_id)
        changed, proposed = with_acts_typed(draft.definition, changed)
        if not self.save(process_id, changed, seen=draft.edition):
            return self.away("edit-process", process_id)
        note = acts_note(process_of(changed), proposed)
        if note:
            messages.info(request, note)
        if op == STEP:
            response = self.away("edit-process", process_id)
            response["Location"] = address("edit-process-step", process_id, key)
            return response
        return self.away("edit-process", process_id, f"step-{anchor}" if anchor else "")

    def _form(
        self,
        process_id: int,
        draft: DraftRow,
        table: Table,
        other: Meanwhile | None = None,
        *,
        status: int = 200,
    ) -> HttpResponse:
        identity, today = self.identity(process_id), local_day(self.at)
        names = self.names(identity, process_of(draft.definition))
        around = Surroundings(identity=identity, today=today, names=names)
        context = table_context(draft, table, around, other)
        return self.page("workspace/processes/edit.html", context, status=status)


def read_table(
    document: Document, typed: dict[str, dict[str, str]], whole: dict[str, str]
) -> tuple[Document, dict[str, str]]:
    """The draft with what was typed, and what cannot be read, by step ("" for the whole)."""
    changed, faults = read_rows(document, typed)
    fault, limit = limit_typed(whole["value"], whole["unit"])
    if fault:
        faults[""] = fault
    changed |= {
        "title": plain_words(whole["title"])[:NAME_LENGTH_MAX],
        "basis": plain_words(whole["basis"])[:TEXT_LENGTH_MAX],
        "limit": limit,
    }
    return changed, faults


def _done(document: Document, op: str, key: str) -> tuple[Document, str]:
    """The draft after the press, and the row to come back to. Refusals: ProcessEditMisplaced."""
    if op == ADD:
        return with_step(document, key)
    if op in MOVES:
        return moved(document, key, MOVES[op]), key
    if op == REMOVE:
        return without_step(document, key), ""
    if op in (SAVE, STEP):
        return document, key
    raise ProcessEditMisplaced()
