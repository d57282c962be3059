"""Registered dossiers that wait to be received, and by when the law wants an answer.

Basis: NĐ 45/2020/NĐ-CP Art. 11: an online submission is answered within 8 working hours.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.accounts.rules.roles import Permission, may
from motcua.dossiers.queries.own.answer_due import answer_due
from motcua.dossiers.queries.to_receive import WaitingRow, waiting_to_be_received
from motcua.dossiers.vocabulary import Act
from motcua.dossiers.wording import CHANNELS
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.dates_vi import short_moment
from motcua.procedures.vocabulary import Channel
from motcua.workspace.acts.table import slug_of
from motcua.workspace.showing import Shown
from motcua.workspace.staff import StaffView

ANSWERS = (
    (Act.RECEIVE, Permission.DOSSIER_RECEIVE, gettext_lazy("Tiếp nhận")),
    (Act.ASK_TO_COMPLETE, Permission.DOSSIER_ASK_TO_COMPLETE, gettext_lazy("Yêu cầu hoàn thiện")),
    (Act.REFUSE_RECEPTION, Permission.DOSSIER_REFUSE_RECEPTION, gettext_lazy("Từ chối")),
)


class WaitingDossiers(StaffView):
    """Oldest first, each with the ways to answer it."""

    permission = Permission.DOSSIER_RECEIVE

    def get(self, request: HttpRequest) -> HttpResponse:
        page = waiting_to_be_received(self.actor, cursor=request.GET.get("cursor", ""))
        self.note("dossier.list", detail={"found": [row.code for row in page.rows]})
        context = {
            "rows": [_shown(self.actor, row, self.at) for row in page.rows],
            "next_cursor": page.next_cursor,
            "is_first": not request.GET.get("cursor"),
        }
        return self.page("workspace/reception/waiting.html", context)


def answer_by(row: WaitingRow) -> datetime | None:
    """When 8 working hours of the receiving office are over; None for what did not come online."""
    if row.channel != Channel.ONLINE:
        return None
    return answer_due(row.agency_id, row.since)


def _shown(actor: Actor, row: WaitingRow, at: datetime) -> dict[str, Any]:
    due = answer_by(row)
    return {
        "code": row.code,
        "url": reverse("workspace:dossier", args=[row.code]),
        "owner_name": row.owner_name,
        "procedure_name": row.procedure_name,
        "procedure_code": row.procedure_code,
        "channel": str(CHANNELS[Channel(row.channel)]),
        "came": short_moment(row.came_at),
        "completed": short_moment(row.completed_at) if row.completed_at else "",
        "answer_by": short_moment(due) if due else "",
        "mark": _mark(due, at),
        "answers": [
            {"url": reverse("workspace:act", args=[row.code, slug_of(act)]), "label": str(label)}
            for act, right, label in ANSWERS
            if may(actor, right)
        ],
    }


def _mark(due: datetime | None, at: datetime) -> Shown | None:
    if due is None:
        return None
    if due < at:
        return Shown(_("Quá hạn trả lời"), "danger")
    return Shown(_("Cần trả lời hôm nay"), "warning") if local_day(due) == local_day(at) else None
