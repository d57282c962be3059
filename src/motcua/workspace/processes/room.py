"""What the pages of one process have in common: whose it is, the draft, the way back after a refusal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from motcua.accounts.rules.roles import Permission
from motcua.kernel.clock import local_day
from motcua.kernel.dates_vi import short_day
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.processes.commands.drafting import save_process_draft
from motcua.processes.diagram import diagram_of
from motcua.processes.policies import may_change
from motcua.processes.queries.drafts import DraftRow, process_draft
from motcua.processes.queries.identity import ProcessIdentity, process_identity
from motcua.processes.queries.names import names_in
from motcua.processes.queries.processes import HistoryRow, process_version, versions_of_process
from motcua.processes.rules.definition import Process
from motcua.processes.rules.editing import new_document
from motcua.processes.rules.findings import Finding
from motcua.processes.who_words import who_words
from motcua.processes.wording import condition_of, finding_words, limit_words, refusal_words
from motcua.workspace.numbers import whole_number
from motcua.workspace.staff import StaffView


class ProcessView(StaffView):
    """A page about one process."""

    permission = Permission.PROCESS_CHANGE

    def identity(self, process_id: int) -> ProcessIdentity:
        return process_identity(process_id, local_day(self.at))

    def may_change(self, identity: ProcessIdentity) -> bool:
        return bool(may_change(self.actor, identity.agency_id, local_day(self.at)))

    def draft(self, process_id: int) -> DraftRow:
        """The draft, for whoever may write on it. Refusals: NotFound, NotPermitted."""
        may_change(self.actor, self.identity(process_id).agency_id, local_day(self.at)).demand()
        found = process_draft(self.actor, process_id)
        if found is None:
            raise NotFound(kind="process-draft")
        return found

    def seen(self) -> int:
        """The edition of the draft that the page was drawn from."""
        return whole_number(self.request.POST.get("seen", "")) or 0

    def save(self, process_id: int, definition: Any, *, seen: int | None = None) -> bool:
        """Keep a changed draft; what stands in the way is told on the next page. `seen`: the edition it was
        written from, None for that of the page."""
        try:
            save_process_draft(
                actor=self.actor,
                at=self.at,
                process_id=process_id,
                definition=definition,
                seen=self.seen() if seen is None else seen,
            )
        except (NotFound, NotPermitted):
            raise
        except Refusal as refusal:
            self.tell(refusal)
            return False
        return True

    def begin_again(self, process_id: int) -> bool:
        """A draft from the newest version that was not withdrawn; without any from five usual steps."""
        versions = versions_of_process(process_id)
        newest = next((row for row in versions if not row.is_withdrawn), None)
        found = process_version(newest.version_id) if newest else None
        name = self.identity(process_id).name[:300]
        return self.save(process_id, found.definition if found else new_document(name))

    def tell(self, refusal: Refusal) -> None:
        """Every reason of a refusal, on the next page."""
        for one in refusal.reasons:
            messages.error(self.request, said(one))

    def away(self, name: str, process_id: int, anchor: str = "") -> HttpResponse:
        return redirect(address(name, process_id) + (f"#{anchor}" if anchor else ""))

    def names(self, identity: ProcessIdentity, process: Process) -> Mapping[str, str]:
        return names_in(process, identity.agency_id, local_day(self.at))


def version_asked(versions: tuple[HistoryRow, ...], asked: str) -> HistoryRow:
    """The version of `?version=`, one of this process. Refusals: NotFound."""
    version_id = whole_number(asked)
    found = next((row for row in versions if row.version_id == version_id), None)
    if found is None:
        raise NotFound(kind="process-version")
    return found


def said(refusal: Refusal) -> str:
    """The sentence, with days as people write them."""
    if "earliest" in refusal.params:
        refusal.params["earliest"] = short_day(refusal.params["earliest"])
    return refusal_words(refusal)


def address(name: str, *args: Any, **asked: Any) -> str:
    """The address of a page of this room."""
    query = urlencode({key: value for key, value in asked.items() if value != ""})
    return reverse(f"workspace:{name}", args=args) + (f"?{query}" if query else "")


def shown_process(process: Process, names: Mapping[str, str]) -> dict[str, Any]:
    """The table of steps and the diagram, as templates draw them."""
    return {
        "process": process,
        "limit_words": limit_words(process.limit),
        "rows": [_row(process, step.key, names) for step in process.steps],
        "diagram": diagram_of(process, names),
    }


def _row(process: Process, key: str, names: Mapping[str, str]) -> dict[str, Any]:
    step = process.step(key)
    return {
        "key": step.key,
        "number": step.number,
        "name": step.name,
        "who": who_words(step.who, names),
        "is_nobody": step.who.is_nobody,
        "time": limit_words(step.limit),
        "is_outside": step.is_outside,
        "takes_in": step.takes_in,
        "gives_out": step.gives_out,
        "form": step.form,
        "note": step.note,
        "onward": [
            {"number": process.step(one.to).number, "label": one.label or condition_of(one.when)}
            for one in step.next
            if process.has(one.to)
        ],
        "split": step.split.value,
        "waits": step.join.value == "ALL" and len(process.before(key)) > 1,
        "returns": [process.step(to).number for to in step.returns_to if process.has(to)],
        "needs": [need.value for need in step.needs],
    }


def shown_findings(
    process_id: int, process: Process, found: tuple[Finding, ...]
) -> list[dict[str, Any]]:
    """What was found, each with its sentence, its name and where it is mended."""
    return [
        {
            "name": one.name,
            "text": finding_words(one, process),
            "is_warning": one.is_warning,
            "step": one.step,
            "url": address("edit-process-step", process_id, one.step)
            if one.step
            else address("edit-process", process_id),
        }
        for one in found
    ]
