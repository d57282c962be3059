"""One process: its table, diagram and sums, its versions, and the draft for whoever may write on it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from motcua.accounts.rules.roles import Permission
from motcua.kernel.clock import local_day
from motcua.kernel.dates_vi import short_day
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.processes.commands.drafting import bring_back_process_draft, discard_process_draft
from motcua.processes.commands.publishing import withdraw_process_version
from motcua.processes.queries.drafts import process_draft
from motcua.processes.queries.identity import ProcessIdentity
from motcua.processes.queries.processes import (
    HistoryRow,
    process_version,
    version_on,
    versions_of_process,
)
from motcua.processes.rules.definition import Process, process_of
from motcua.processes.wording import limit_words, sums_words
from motcua.workspace.numbers import whole_number
from motcua.workspace.processes.room import ProcessView, address, shown_process, version_asked

DRAFT = "draft"


class ShowProcess(ProcessView):
    """`?version=`: which one (that in force, else the newest); "draft" is what is being written."""

    permission = Permission.PROCEDURE_VIEW

    def get(self, request: HttpRequest, process_id: int) -> HttpResponse:
        identity, today = self.identity(process_id), local_day(self.at)
        versions, may_change = versions_of_process(process_id), self.may_change(identity)
        draft = process_draft(self.actor, process_id) if may_change else None
        chosen = request.GET.get("version", "")
        one = _chosen(versions, chosen, today)
        process: Process | None = None
        if chosen == DRAFT and draft is None:
            raise NotFound(kind="process-draft")
        if draft is not None and (chosen == DRAFT or one is None):
            process, one = process_of(draft.definition), None
        elif one is not None:
            process = self._published(process_id, one.version_id)
        context = {
            "identity": identity,
            "procedure_limit": limit_words(identity.limit),
            "draft": draft,
            "may_change": may_change,
            "is_draft": process is not None and one is None,
            "shown": one,
            "versions": [_version(row, process_id, today) for row in versions],
            **(self._table(identity, process) if process else {"process": None}),
        }
        return self.page("workspace/processes/show.html", context)

    def _published(self, process_id: int, version_id: int) -> Process:
        found = process_version(version_id)
        if found is None or found.process_id != process_id:
            raise NotFound(kind="process-version")
        return found.process

    def _table(self, identity: ProcessIdentity, process: Process) -> dict[str, Any]:
        limit = process.limit or identity.limit
        return {
            **shown_process(process, self.names(identity, process)),
            "sums": sums_words(process, limit),
        }


class ChangeProcess(ProcessView):
    """POST `do`: begin a draft, bring back what a file replaced, throw it away, withdraw a planned version."""

    permission = Permission.PROCESS_CHANGE

    def post(self, request: HttpRequest, process_id: int) -> HttpResponse:
        do = request.POST.get("do", "")
        try:
            if do == "begin" and self.begin_again(process_id):
                return self.away("edit-process", process_id)
            if do == "bring-back":
                bring_back_process_draft(
                    actor=self.actor, at=self.at, process_id=process_id, seen=self.seen()
                )
                messages.success(
                    request, _("Đã lấy lại bản thảo trước khi nhận tệp. Nội dung tệp vẫn còn giữ.")
                )
            if do == "discard":
                discard_process_draft(
                    actor=self.actor, at=self.at, process_id=process_id, seen=self.seen()
                )
                messages.success(request, _("Đã bỏ bản thảo. Bản đang áp dụng không thay đổi."))
            if do == "withdraw":
                version_id = whole_number(request.POST.get("version", "")) or 0
                withdraw_process_version(actor=self.actor, at=self.at, version_id=version_id)
                messages.success(request, _("Đã rút bản chưa áp dụng."))
        except (NotFound, NotPermitted):
            raise
        except Refusal as refusal:
            self.tell(refusal)
        return self.away("process", process_id)


def _chosen(versions: tuple[HistoryRow, ...], asked: str, today: date) -> HistoryRow | None:
    """The version asked for; without any that in force, else the newest. Refusals: NotFound."""
    if asked not in ("", DRAFT):
        return version_asked(versions, asked)
    newest = next((row for row in versions if not row.is_withdrawn), None)
    return version_on(versions, today) or newest


def _version(row: HistoryRow, process_id: int, today: date) -> dict[str, Any]:
    return {
        "id": row.version_id,
        "number": row.version_number,
        "period": _period(row),
        "state": _state(row, today),
        "reason": row.reason,
        "acknowledged": row.acknowledged,
        "published_at": row.published_at,
        "published_by": row.published_by,
        "is_planned": not row.is_withdrawn and row.valid_from > today,
        "url": address("process", process_id, version=row.version_id),
    }


def _period(row: HistoryRow) -> str:
    if row.valid_until is None or row.is_withdrawn:
        return _("từ %(from_date)s") % {"from_date": short_day(row.valid_from)}
    days = {"from_date": short_day(row.valid_from), "until_date": short_day(row.valid_until)}
    return _("từ %(from_date)s đến trước %(until_date)s") % days


def _state(row: HistoryRow, today: date) -> dict[str, str]:
    if row.is_withdrawn:
        return {"text": _("đã rút"), "tone": "neutral"}
    if row.valid_from > today:
        return {"text": _("chưa áp dụng"), "tone": "info"}
    if row.holds_on(today):
        return {"text": _("đang áp dụng"), "tone": "success"}
    return {"text": _("đã hết áp dụng"), "tone": "neutral"}
