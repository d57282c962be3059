"""The processes there are, and the beginning of a new one."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from motcua.accounts.rules.roles import Permission, may
from motcua.agencies.queries import agency_on
from motcua.kernel.clock import local_day
from motcua.procedures.queries.catalogue import (
    CatalogueFilter,
    CataloguePage,
    version_row,
)
from motcua.processes.queries.drafts import ProcessRow, process_rows
from motcua.processes.queries.lacking import procedures_without_process
from motcua.workspace.numbers import whole_number
from motcua.workspace.processes.room import address
from motcua.workspace.search import level_of
from motcua.workspace.staff import StaffView

LACKING, HAVING = "lacking", "having"
WORDS_LENGTH_MAX = 200


class ListProcesses(StaffView):
    """Every process: what is in force, what is planned, what is being written. `?q=` finds by name or code,
    `?list=lacking` turns to the procedures without any, as does a search that only finds such."""

    permission = Permission.PROCEDURE_VIEW

    def get(self, request: HttpRequest) -> HttpResponse:
        words = request.GET.get("q", "").strip()[:WORDS_LENGTH_MAX]
        lacking = procedures_without_process(
            self.actor,
            CatalogueFilter(
                day=local_day(self.at), level=level_of(self.actor, self.at), words=words
            ),
            agency_id=self.actor.agency_id,
            after=_place(request.GET.get("after", "")),
        )
        rows = self._rows(words)
        only_lacking = bool(words and lacking.total and not rows)
        is_lacking = request.GET.get("list", LACKING if only_lacking else "") == LACKING
        context = {
            "q": words,
            "rows": rows,
            "lacking": lacking.rows if is_lacking else None,
            "lacking_next": _next_url(words, lacking) if is_lacking else "",
            "is_first": "after" not in request.GET,
            "tabs": _tabs(words, len(rows), lacking.total, is_lacking=is_lacking),
            "may_change": bool(may(self.actor, Permission.PROCESS_CHANGE)),
        }
        return self.page("workspace/processes/list.html", context)

    def _rows(self, words: str) -> list[dict[str, Any]]:
        today = local_day(self.at)
        rows = process_rows(self.actor, today, words=words)
        names = {
            row.agency_id: agency.short_name
            for row in rows
            if row.agency_id and (agency := agency_on(row.agency_id, today))
        }
        return [_row(row, names.get(row.agency_id or 0, "")) for row in rows]


def _tabs(words: str, some: int, lacking: int, *, is_lacking: bool) -> list[dict[str, Any]]:
    return [
        {"url": address("processes", q=words, list=HAVING), "label": _("Có quy trình"), "count": some, "current": not is_lacking},
        {"url": address("processes", q=words, list=LACKING), "label": _("Chưa có quy trình"), "count": lacking, "current": is_lacking},
    ]  # fmt: skip


def _place(text: str) -> tuple[str, int] | None:
    """The cursor: the last line shown."""
    row = version_row(whole_number(text) or 0)
    return (row.name_key, row.version_id) if row else None


def _next_url(words: str, page: CataloguePage) -> str:
    last = page.next_after
    return address("processes", q=words, list=LACKING, after=last[1]) if last else ""


def _row(row: ProcessRow, agency_name: str) -> dict[str, Any]:
    return {
        "url": address("process", row.process_id),
        "code": row.code,
        "name": row.name,
        "agency": agency_name or _("mọi cơ quan"),
        "variant": row.variant_name,
        "number": row.version_number,
        "valid_from": row.valid_from,
        "planned": row.planned,
        "draft_saved_at": row.draft_saved_at,
        "draft_saved_by": row.draft_saved_by,
        "draft_source": row.draft_source,
    }
