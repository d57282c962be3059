"""My work: one list by urgency with its filters in the address, and rows to tick for acts on many."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.accounts.queries.colleagues import Colleague, colleagues_of
from motcua.accounts.rules.roles import Permission, may
from motcua.agencies.queries import units_of
from motcua.dossiers.commands.handling import HANDLERS
from motcua.dossiers.queries.bulk import candidates
from motcua.dossiers.queries.custody.lists import held_elsewhere
from motcua.dossiers.queries.saved_views import saved_views_of
from motcua.dossiers.queries.work import WorkFilter, whose_figures, work_figures, work_of
from motcua.kernel.clock import local_day
from motcua.kernel.paging import CursorFaulty
from motcua.procedures.queries.versions import sectors
from motcua.ui.choosing import chosen_of
from motcua.workspace.acts.table import PLANS
from motcua.workspace.staff import StaffView
from motcua.workspace.work.asking import filter_of, is_narrowed, query_of, work_url
from motcua.workspace.work.showing import (
    acts_for,
    choices,
    people_choices,
    stage_choices,
    ticked_rows,
    urgency_figures,
    whose_tabs,
)


class MyWork(StaffView):
    """GET: the list. POST: rows ticked, then an act chosen for them, or all ticked or none."""

    permission = Permission.DOSSIER_VIEW

    def get(self, request: HttpRequest) -> HttpResponse:
        return self._show()

    def post(self, request: HttpRequest) -> HttpResponse:
        return chosen_for_act(self, self._show)

    def _show(self, ticked: tuple[str, ...] = (), error: str = "") -> HttpResponse:
        params = self.request.GET
        which = filter_of(params, self.actor)
        try:
            page = work_of(self.actor, which, at=self.at, cursor=params.get("cursor", ""))
        except CursorFaulty:
            return redirect(work_url(which))
        codes = tuple(row.code for row in page.rows)
        self.note("dossier.list", detail={"work": query_of(which), "found": list(codes)})
        context: dict[str, Any] = {
            "which": which,
            "here": work_url(which),
            "tabs": whose_tabs(self.actor, which, whose_figures(self.actor, which, at=self.at)),
            "figures": urgency_figures(which, work_figures(self.actor, which, at=self.at)),
            "rows": ticked_rows(page.rows, self.at, ticked, held_elsewhere(self.actor, codes)),
            "acts": acts_for(candidates(self.actor, codes)),
            "next_cursor": page.next_cursor,
            "is_first": not params.get("cursor"),
            "is_narrowed": is_narrowed(which),
            "error": error,
            "cursor": params.get("cursor", ""),
            "may_export": bool(may(self.actor, Permission.DOSSIER_EXPORT)),
            **self._choices(which),
            **saved_context(self, query_of(which)),
        }
        return self.page("workspace/work/list.html", context, status=422 if error else 200)

    def _choices(self, which: WorkFilter) -> dict[str, Any]:
        agency_id, day = self.actor.agency_id or 0, local_day(self.at)
        units = [(str(unit.id), unit.name) for unit in units_of(agency_id, day)]
        kinds = [(sector.code, sector.name) for sector in sectors()]
        return {
            "stages": stage_choices(which.stage),
            "people": people_choices(handlers_of(self), which),
            "units": choices(_("Mọi đơn vị"), units, str(which.unit_id or "")),
            "sectors": choices(_("Mọi lĩnh vực"), kinds, which.sector),
        }


def handlers_of(view: StaffView) -> tuple[Colleague, ...]:
    """Those of the own agency who handle dossiers."""
    people = colleagues_of(view.actor.agency_id or 0, local_day(view.at))
    return tuple(one for one in people if one.roles & HANDLERS)


def saved_context(view: StaffView, query: str) -> dict[str, Any]:
    """The officer's own lists, of which one may be the present."""
    here = reverse("workspace:work")
    saved = [
        {"url": f"{here}?{row.query}", "label": row.name, "current": row.query == query}
        for row in saved_views_of(view.actor)
    ]
    return {"saved": saved, "query": query, "is_saved": any(one["current"] for one in saved)}


def chosen_for_act(view: StaffView, show: Any) -> HttpResponse:
    """What was ticked, on to the page of the act; without script, all or none ticked first."""
    sent = view.request.POST
    codes = tuple(sent.getlist("offered"))
    chosen = chosen_of(sent, codes)
    act = sent.get("act", "")
    if chosen.only_ticking:
        return redrawn(show(chosen.values))
    if act not in PLANS:
        return redrawn(show(chosen.values, _("Chọn một việc để làm cho các hồ sơ đã đánh dấu.")))
    if not chosen.values:
        return redrawn(show((), _("Chưa đánh dấu hồ sơ nào. Đánh dấu rồi chọn việc.")))
    back = view.request.get_full_path()
    query = urlencode({"chosen": chosen.values, "back": back}, doseq=True)
    return redirect(f"{reverse('workspace:work-act', args=[act])}?{query}")


def redrawn(response: Any) -> HttpResponse:
    assert isinstance(response, HttpResponse)
    return response
