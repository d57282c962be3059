"""The inbox: what is mine, what nobody took yet, what I asked of others, what those I lead have."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from motcua.accounts.rules.roles import Permission, may
from motcua.dossiers.refusal_words import sentence
from motcua.kernel.bounded import MoreThan
from motcua.kernel.paging import CursorFaulty, Page
from motcua.kernel.refusal import Refusal
from motcua.ui.choosing import chosen_of
from motcua.workflow.commands.hands import assign_by_rule, take_task
from motcua.workflow.queries.inbox import Box, InboxFilter, inbox, inbox_figures, waiting_elsewhere
from motcua.workflow.queries.tasks import taken_by
from motcua.workflow.rows import TaskRow
from motcua.workflow.vocabulary import TaskKind
from motcua.workflow.wording import KINDS
from motcua.workspace.staff import StaffView
from motcua.workspace.work.lists import redrawn
from motcua.workspace.workflow.showing import taken_words, task_shown

BOXES = {
    Box.MINE: gettext_lazy("Của tôi"),
    Box.FREE: gettext_lazy("Chưa ai nhận"),
    Box.ASKED: gettext_lazy("Tôi hỏi, tôi giao"),
    Box.ANSWERED: gettext_lazy("Điều tôi hỏi đã có trả lời"),
    Box.WARNED: gettext_lazy("Trễ, sắp trễ ở nơi tôi phụ trách"),
    Box.LED: gettext_lazy("Mọi việc tôi phụ trách"),
}
NOTHING = {
    Box.MINE: gettext_lazy("Bạn không giữ việc nào. Xem mục Chưa ai nhận để nhận việc."),
    Box.FREE: gettext_lazy("Việc của đơn vị đã có người nhận hết."),
    Box.ASKED: gettext_lazy("Không có câu hỏi hay việc giao nào đang chờ trả lời."),
    Box.ANSWERED: gettext_lazy("Trong 30 ngày qua, điều bạn hỏi hoặc giao chưa có trả lời nào."),
    Box.WARNED: gettext_lazy("Không có việc nào trễ hoặc sắp trễ."),
    Box.LED: gettext_lazy("Không có việc nào đang mở."),
}
LEADERS_ONLY = frozenset({Box.WARNED, Box.LED})
DONE = {"take": take_task, "share": assign_by_rule}
CHOSEN_MAX = 100


OPENED_AT = (Box.MINE, Box.FREE, Box.ANSWERED)
Counts = dict[Box, int | MoreThan]


def _fullest(counts: Counts) -> Box:
    return next((box for box in OPENED_AT if counts[box]), Box.MINE)


class Inbox(StaffView):
    """GET: a box. POST: tasks ticked and taken, or given out by rule."""

    permission = Permission.TASK_VIEW

    def get(self, request: HttpRequest) -> HttpResponse:
        return self._show()

    def post(self, request: HttpRequest) -> HttpResponse:
        sent = request.POST
        chosen = chosen_of(sent, tuple(sent.getlist("offered")))
        if chosen.only_ticking:
            return redrawn(self._show(chosen.values))
        if not chosen.values:
            return redrawn(self._show((), _("Chưa đánh dấu việc nào. Đánh dấu rồi bấm nút.")))
        if sent.get("do") not in DONE:
            return redrawn(self._show(chosen.values))
        self._carry_out(sent["do"], chosen.values[:CHOSEN_MAX])
        return redirect(request.get_full_path())

    def _carry_out(self, what: str, values: tuple[str, ...]) -> None:
        """Each by itself: one that is refused says why, the others are done."""
        done = 0
        for value in values:
            if not (value.isascii() and value.isdigit()):
                continue
            try:
                DONE[what](actor=self.actor, at=self.at, task_id=int(value[:18]))
                done += 1
            except Refusal as refusal:
                messages.warning(self.request, self._why_not(int(value[:18]), refusal))
        if done:
            told = {"count": done}
            messages.success(
                self.request,
                ngettext("Đã nhận %(count)s việc.", "Đã nhận %(count)s việc.", done) % told
                if what == "take"
                else ngettext("Đã giao %(count)s việc.", "Đã giao %(count)s việc.", done) % told,
            )

    def _why_not(self, task_id: int, refusal: Refusal) -> str:
        row = taken_by(self.actor, task_id)
        return taken_words(row) if row else sentence(refusal)

    def _show(self, ticked: tuple[str, ...] = (), error: str = "") -> HttpResponse:
        counts = inbox_figures(self.actor, at=self.at)
        which = self._asked(counts)
        cursor = self.request.GET.get("cursor", "")
        try:
            page = inbox(self.actor, which, at=self.at, cursor=cursor)
        except CursorFaulty:
            return redirect(address(which))
        found = [row.dossier_code for row in page.rows if row.dossier_code]
        self.note("dossier.list", detail={"inbox": str(which.box), "found": found})
        context = {
            "which": which,
            "here": address(which),
            "tabs": self._tabs(which, counts),
            "kinds": self._kinds(which),
            "rows": self._rows(page, ticked),
            "next_cursor": page.next_cursor,
            "is_first": not cursor,
            "cursor": cursor,
            "error": error,
            "elsewhere": waiting_elsewhere(self.actor, self.at),
            "nothing": NOTHING[which.box],
            "may_take": which.box is Box.FREE and bool(may(self.actor, Permission.TASK_DO)),
            "may_share": which.box in LEADERS_ONLY and self._leads(),
            "may_order": bool(may(self.actor, Permission.TASK_DIRECT)),
        }
        return self.page("workspace/workflow/inbox.html", context, status=422 if error else 200)

    def _leads(self) -> bool:
        return bool(may(self.actor, Permission.TASK_ASSIGN))

    def _asked(self, counts: Counts) -> InboxFilter:
        """The box that is asked for; without one, the first of `OPENED_AT` that holds anything."""
        params = self.request.GET
        box, kind = params.get("box", ""), params.get("kind", "")
        known = Box(box) if box in set(map(str, Box)) else _fullest(counts)
        return InboxFilter(
            box=known if self._leads() or known not in LEADERS_ONLY else Box.MINE,
            kind=TaskKind(kind) if kind in set(map(str, TaskKind)) else None,
        )

    def _tabs(self, which: InboxFilter, counts: Counts) -> list[dict[str, Any]]:
        return [
            {
                "url": address(InboxFilter(box=box)),
                "label": label,
                "current": box is which.box,
                "count": counts[box],
            }
            for box, label in BOXES.items()
            if box not in LEADERS_ONLY or self._leads()
        ]

    def _kinds(self, which: InboxFilter) -> list[dict[str, Any]]:
        chosen = str(which.kind or "")
        every = [("", _("Mọi loại việc")), *((str(kind), label) for kind, label in KINDS.items())]
        return [
            {"value": value, "label": label, "chosen": value == chosen} for value, label in every
        ]

    def _rows(self, page: Page[TaskRow], ticked: tuple[str, ...]) -> list[dict[str, Any]]:
        return [task_shown(row, self.at) | {"chosen": str(row.id) in ticked} for row in page.rows]


def address(which: InboxFilter) -> str:
    """Where the box is shown."""
    asked = {"box": str(which.box)} | ({"kind": str(which.kind)} if which.kind else {})
    return f"{reverse('workspace:inbox')}?{urlencode(asked)}"
