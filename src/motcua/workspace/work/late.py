"""What is late and what soon will be: say sorry and give another day, for one or for many."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.accounts.queries.colleagues import names_of
from motcua.accounts.rules.roles import Permission, may
from motcua.dossiers.queries.bulk import Candidate, candidates
from motcua.dossiers.queries.lists import DossierRow
from motcua.dossiers.queries.urgency import Urgency
from motcua.dossiers.queries.work import Whose, WorkFilter, work_figures, work_of
from motcua.dossiers.queries.workload import load_of
from motcua.dossiers.vocabulary import Act
from motcua.kernel.dates_vi import short_moment
from motcua.kernel.paging import PAGE_ROWS_MAX, CursorFaulty
from motcua.workspace.numbers import whole_number
from motcua.workspace.showing import dossier_rows
from motcua.workspace.staff import StaffView
from motcua.workspace.work.asking import NOBODY, one_of
from motcua.workspace.work.lists import chosen_for_act
from motcua.workspace.work.showing import TickedRow, acts_for

KINDS = {
    Urgency.OVERDUE: gettext_lazy("Quá hạn"),
    Urgency.DUE_TODAY: gettext_lazy("Hẹn trả hôm nay"),
    Urgency.DUE_SOON: gettext_lazy("Sắp đến hạn"),
}
APOLOGIES = frozenset({Act.EXTEND, Act.APOLOGIZE})


class LateAndSoon(StaffView):
    """GET `?kind=OVERDUE|DUE_TODAY|DUE_SOON&assignee=`. POST: ticked rows, on to the act."""

    permission = Permission.DOSSIER_VIEW

    def get(self, request: HttpRequest) -> HttpResponse:
        return self._show()

    def post(self, request: HttpRequest) -> HttpResponse:
        return chosen_for_act(self, self._show)

    def _filter(self) -> WorkFilter:
        """A leader's own part; who leads nobody sees what he may see."""
        params = self.request.GET
        kind = one_of(Urgency, params.get("kind", ""))
        leads = may(self.actor, Permission.DOSSIER_ASSIGN)
        return WorkFilter(
            whose=Whose.LED if leads else Whose.ALL,
            urgency=kind if kind in KINDS else Urgency.OVERDUE,
            assignee_id=whole_number(params.get("assignee", "")),
            unassigned=params.get("assignee") == NOBODY,
        )

    def _show(self, ticked: tuple[str, ...] = (), error: str = "") -> HttpResponse:
        which, cursor = self._filter(), self.request.GET.get("cursor", "")
        try:
            page = work_of(self.actor, which, at=self.at, cursor=cursor, size=PAGE_ROWS_MAX)
        except CursorFaulty:
            return redirect(late_url(which))
        codes = tuple(row.code for row in page.rows)
        self.note("dossier.list", detail={"late": str(which.urgency), "found": list(codes)})
        known = {one.row.code: one for one in candidates(self.actor, codes)}
        context: dict[str, Any] = {
            "here": late_url(which),
            "kind": str(which.urgency),
            "tabs": self._tabs(which),
            "people": self._people(which),
            "rows": self._rows(page.rows, known, ticked),
            "acts": [
                act for act in acts_for(known.values()) if act["slug"] in SLUGS_OF[which.urgency]
            ],
            "next_cursor": page.next_cursor,
            "is_first": not cursor,
            "error": error,
        }
        return self.page("workspace/work/late.html", context, status=422 if error else 200)

    def _tabs(self, which: WorkFilter) -> list[dict[str, Any]]:
        figures = work_figures(self.actor, which, at=self.at)
        return [
            {
                "url": late_url(replace(which, urgency=kind)),
                "label": label,
                "count": getattr(figures, kind.lower()),
                "current": kind is which.urgency,
            }
            for kind, label in KINDS.items()
        ]

    def _people(self, which: WorkFilter) -> list[dict[str, Any]]:
        """With whom they are, each a way to his own; the one with the most late first."""
        anybody = replace(which, assignee_id=None, unassigned=False)
        loads = load_of(self.actor, anybody, at=self.at)
        names = names_of(frozenset(one.holding_id for one in loads if one.holding_id))
        every = {
            "url": late_url(anybody),
            "label": _("Mọi người"),
            "current": which == anybody,
            "count": "",
        }
        shown = [every]
        for load in loads:
            narrowed = replace(
                anybody, assignee_id=load.holding_id, unassigned=load.holding_id is None
            )
            name = names.get(load.holding_id, "") if load.holding_id else _("Chưa giao ai")
            shown.append(
                {
                    "url": late_url(narrowed),
                    "label": name,
                    "current": which == narrowed,
                    "count": str(load.open),
                }
            )
        return shown

    def _rows(
        self, rows: tuple[DossierRow, ...], known: dict[str, Candidate], ticked: tuple[str, ...]
    ) -> list[TickedRow]:
        """By officer, in each the nearest date first."""
        ordered = sorted(rows, key=lambda row: row.assignee_name)
        return [
            TickedRow(
                dossier=row,
                chosen=row.code in ticked,
                blocked=why_not(known.get(row.code)),
            )
            for row in dossier_rows(ordered, self.at)
        ]


SLUGS_OF: dict[Urgency | None, frozenset[str]] = {
    Urgency.OVERDUE: frozenset({"apologize"}),
    Urgency.DUE_TODAY: frozenset({"extend", "apologize"}),
    Urgency.DUE_SOON: frozenset({"extend", "apologize"}),
}
"""What may still be said: a date that is over moves no more."""


def why_not(one: Candidate | None) -> str:
    """Why a dossier has no box; empty where it has one."""
    if one is None or not APOLOGIES & set(one.acts):
        return _("Bạn không xin lỗi, hẹn lại được ở bước này.")
    if one.appointment_at is not None:
        return _("Đã xin lỗi, hẹn lại %(moment)s.") % {"moment": short_moment(one.appointment_at)}
    return ""


def late_url(which: WorkFilter) -> str:
    assignee = NOBODY if which.unassigned else which.assignee_id
    given = {"kind": which.urgency, "assignee": assignee}
    query = urlencode({name: str(value) for name, value in given.items() if value})
    return f"{reverse('workspace:due')}?{query}"
