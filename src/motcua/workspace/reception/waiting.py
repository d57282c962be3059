"""Registered dossiers that wait to be received, and by when the law wants an answer.

Basis: NĐ 45/2020/NĐ-CP Art. 11: an online submission is answered within 8 working hours.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.accounts.rules.roles import Permission, may
from motcua.dossiers.queries.counter import Pile
from motcua.dossiers.queries.own.answer_due import answer_due
from motcua.dossiers.queries.to_receive import (
    PartlyRow,
    WaitingRow,
    partly_completed,
    waiting_to_be_received,
)
from motcua.dossiers.vocabulary import Act
from motcua.dossiers.wording import CHANNELS
from motcua.interlinked.queries.waiting import SentGroup, sent_groups
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.dates_vi import short_moment
from motcua.procedures.vocabulary import Channel
from motcua.workspace.acts.table import slug_of
from motcua.workspace.showing import Shown
from motcua.workspace.staff import StaffView
from motcua.workspace.work.find import pile_url

ANSWERS = (
    (Act.RECEIVE, Permission.DOSSIER_RECEIVE, gettext_lazy("Tiếp nhận")),
    (Act.ASK_TO_COMPLETE, Permission.DOSSIER_ASK_TO_COMPLETE, gettext_lazy("Yêu cầu hoàn thiện")),
    (Act.REFUSE_RECEPTION, Permission.DOSSIER_REFUSE_RECEPTION, gettext_lazy("Từ chối")),
)


class WaitingDossiers(StaffView):
    """Oldest first, each with the ways to answer it."""

    permission = Permission.DOSSIER_RECEIVE

    def get(self, request: HttpRequest) -> HttpResponse:
        cursor = request.GET.get("cursor", "")
        page = waiting_to_be_received(self.actor, cursor=cursor)
        partly = () if cursor else partly_completed(self.actor)
        found = [row.code for row in page.rows] + [row.code for row in partly]
        self.note("dossier.list", detail={"found": found})
        context = {
            "rows": _rows(self.actor, page.rows, self.at),
            "next_cursor": page.next_cursor,
            "is_first": not cursor,
            "partly": [_partly_shown(row) for row in partly],
            "to_take_over_url": pile_url(Pile.TO_TAKE_OVER),
            "partly_url": pile_url(Pile.PARTLY_COMPLETED),
        }
        return self.page("workspace/reception/waiting.html", context)


def _rows(actor: Actor, rows: Sequence[WaitingRow], at: datetime) -> list[dict[str, Any]]:
    """What was sent as a group stands as one, where its first dossier waits; the others are named in it."""
    groups = sent_groups([row.id for row in rows])
    with_first = {code for group in groups.values() for code in group.waiting_codes}
    shown = []
    for row in rows:
        group = groups.get(row.id)
        if group is None and row.code in with_first:
            continue
        shown.append({**_shown(actor, row, at), "group": _group(row, group) if group else None})
    return shown


def _group(row: WaitingRow, group: SentGroup) -> dict[str, Any]:
    return {
        "name": group.name,
        "members": group.members,
        "url": reverse("workspace:accept-submission", args=[row.code]),
    }


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


def _partly_shown(row: PartlyRow) -> dict[str, Any]:
    return {
        "code": row.code,
        "url": reverse("workspace:dossier", args=[row.code]),
        "owner_name": row.owner_name,
        "procedure_name": row.procedure_name,
        "procedure_code": row.procedure_code,
        "came": short_moment(row.came_at),
        "counts": {"answered": row.answered, "asked": row.asked},
    }


def _mark(due: datetime | None, at: datetime) -> Shown | None:
    if due is None:
        return None
    if due < at:
        return Shown(_("Quá hạn trả lời"), "danger")
    return Shown(_("Cần trả lời hôm nay"), "warning") if local_day(due) == local_day(at) else None
