"""Agencies: the tree as it stands or stood on a day, and one agency through time."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse

from motcua.accounts.rules.roles import Permission
from motcua.agencies.history import AgencyHistory, history_of
from motcua.agencies.queries import (
    agencies_tree,
    agency_on,
    counters_of,
    desk_of,
    positions_of,
    successors_of,
    units_of,
)
from motcua.kernel.clock import local_day
from motcua.kernel.verdict import NotFound
from motcua.procedures.queries.versions import sectors
from motcua.workspace.days import day_asked
from motcua.workspace.showing_agencies import (
    code_rows,
    desk_rows,
    succession_rows,
    tree_rows,
    unit_rows,
    version_rows,
)
from motcua.workspace.staff import StaffView


class ShowAgencies(StaffView):
    """The whole tree of a day: today, or `?on=`."""

    permission = Permission.AGENCY_VIEW

    def get(self, request: HttpRequest) -> HttpResponse:
        today = local_day(self.at)
        day = day_asked(request.GET.get("on", ""), today)
        query = "" if day == today else f"?on={day.isoformat()}"
        rows = tree_rows(agencies_tree(day), self.actor.agency_id, query)
        context = {"day": day, "is_today": day == today, "rows": rows}
        return self.page("workspace/agencies/tree.html", context)


class ShowAgency(StaffView):
    """One agency: its periods, and its desk, counters, units and positions on one day (`?on=`)."""

    permission = Permission.AGENCY_VIEW

    def get(self, request: HttpRequest, slug: str) -> HttpResponse:
        history = history_of(slug)
        asked = day_asked(request.GET.get("on", ""), local_day(self.at))
        day = _day_within(history, asked)
        now = agency_on(history.id, day)
        if now is None:
            raise NotFound(kind="agency")
        context = {
            "agency": now,
            "history": history,
            "day": day,
            "is_today": day == local_day(self.at),
            "has_ended": not history.holds_on(local_day(self.at)),
            "versions": version_rows(history),
            "codes": code_rows(history),
            "desks": desk_rows(history),
            "predecessors": succession_rows(history.predecessors, came_before=True),
            "successors": succession_rows(successors_of(history.id), came_before=False),
            **_of_day(history.id, day),
        }
        return self.page("workspace/agencies/show.html", context)


def _day_within(history: AgencyHistory, day: date) -> date:
    """The day, or the nearest one on which the agency is in force."""
    last = history.valid_until - timedelta(days=1) if history.valid_until else day
    return max(history.valid_from, min(day, last))


def _of_day(agency_id: int, day: date) -> dict[str, Any]:
    names = {row.code: row.name for row in sectors()}
    desk = desk_of(agency_id, day)
    return {
        "desk": desk,
        "counters": counters_of(desk.id, day) if desk else (),
        "units": unit_rows(units_of(agency_id, day), positions_of(agency_id, day), names),
    }
