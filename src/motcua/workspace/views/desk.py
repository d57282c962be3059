"""The desk: what was received today, and the way to the next reception."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse

from motcua.accounts.rules.roles import Permission, may
from motcua.dossiers.queries.counter import Pile, desk_figures
from motcua.dossiers.queries.lists import DossierFilter, dossiers_of, last_day_received
from motcua.dossiers.queries.urgency import Urgency
from motcua.dossiers.queries.work import Whose, WorkFilter
from motcua.kernel.clock import local_day
from motcua.kernel.identifiers.card_dates import parse_day
from motcua.kernel.refusal import Refusal
from motcua.workspace.opening import is_closed_all_day
from motcua.workspace.showing import dossier_rows
from motcua.workspace.staff import StaffView
from motcua.workspace.work.asking import work_url
from motcua.workspace.work.find import PILES, pile_url
from motcua.worktime.queries.calendars import office_time

ICONS = {
    Pile.TO_RECEIVE: "inbox",
    Pile.TO_TAKE_OVER: "file-check",
    Pile.TO_HAND_OVER: "hand",
    Pile.TO_COMPLETE: "file-plus",
    Pile.PARTLY_COMPLETED: "file-pen",
    Pile.TO_ACCEPT: "arrow-left-right",
    Pile.TURNED_BACK: "undo-2",
}
OTHERS_MAX = 100
"""Dossiers of a day that were not received, or not yet; they stand apart from those that were."""


class Desk(StaffView):
    """Today's receptions, newest first. `?day=` for another day: `22/11/2026` or `2026-11-22`."""

    permission = Permission.DOSSIER_VIEW

    def get(self, request: HttpRequest) -> HttpResponse:
        typed = request.GET.get("day", "").strip()
        asked = _day(typed)
        day = asked or local_day(self.at)
        which = DossierFilter(received_on=day, is_accepted=True)
        page = dossiers_of(self.actor, which, cursor=request.GET.get("cursor", ""))
        others = dossiers_of(self.actor, replace(which, is_accepted=False), size=OTHERS_MAX)
        self.note("dossier.list", detail={"day": day.isoformat()})
        is_today = day == local_day(self.at)
        is_desk = bool(may(self.actor, Permission.DOSSIER_RECEIVE))
        figures = desk_figures(self.actor, day, at=self.at)
        context: dict[str, Any] = {
            "day": day,
            "typed_wrong": typed if asked is None else "",
            "is_today": is_today,
            "is_desk": is_desk,
            "is_closed": is_today and self._is_closed(day),
            "last_day": None if page.rows else last_day_received(self.actor, before=day),
            "rows": dossier_rows(page.rows, self.at),
            "others": dossier_rows(others.rows, self.at),
            "next_cursor": page.next_cursor,
            "is_first": not request.GET.get("cursor"),
            "figures": figures,
            "due_today_url": work_url(WorkFilter(whose=Whose.ALL, urgency=Urgency.DUE_TODAY)),
            "overdue_url": work_url(WorkFilter(whose=Whose.ALL, urgency=Urgency.OVERDUE)),
            "piles": piles_shown(figures) if is_desk else [],
        }
        return self.page("workspace/desk.html", context)

    def _is_closed(self, day: date) -> bool:
        agency_id = self.actor.agency_id
        return agency_id is not None and is_closed_all_day(office_time(agency_id, day), day)


def piles_shown(figures: dict[str, int]) -> list[dict[str, Any]]:
    """What waits at the counter besides the people before it; each count opens its list."""
    return [
        {
            "key": pile.lower(),
            "value": figures[pile.lower()],
            "label": label,
            "url": pile_url(pile),
            "icon": ICONS[pile],
            "tone": "",
            "current": False,
        }
        for pile, label in PILES.items()
    ]


def _day(text: str) -> date | None:
    """The day asked for; None for no day at all."""
    try:
        return parse_day(text, "day") if text else None
    except Refusal:
        return None
