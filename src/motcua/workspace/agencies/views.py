"""Agencies: the tree as it stands or stood on a day, and one agency through time."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse

from motcua.accounts.rules.roles import Permission
from motcua.agencies.history import AgencyHistory, history_of
from motcua.agencies.parts_history import facts_of, parts_of
from motcua.agencies.policies import may_change
from motcua.agencies.queries import agencies_tree, agency_on, desk_of, successors_of
from motcua.kernel.actor import Role
from motcua.kernel.clock import local_day
from motcua.kernel.verdict import NotFound
from motcua.procedures.queries.versions import sector_names
from motcua.workspace.agencies.days import asked_day
from motcua.workspace.agencies.showing import (
    change_links,
    change_url,
    code_rows,
    desk_rows,
    fact_rows,
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
        asked = asked_day(request.GET.get("on", ""), today)
        query = "" if asked.day == today else f"?on={asked.day.isoformat()}"
        rows = tree_rows(agencies_tree(asked.day), self.actor.agency_id, query)
        context = {
            "day": asked.day,
            "asked": asked,
            "is_today": asked.day == today,
            "rows": rows,
            "may_change": Role.ADMINISTRATOR in self.actor.roles,
        }
        return self.page("workspace/agencies/tree.html", context)


class ShowAgency(StaffView):
    """One agency and all that belongs to it, through time; as it was called on `?on=`."""

    permission = Permission.AGENCY_VIEW

    def get(self, request: HttpRequest, slug: str) -> HttpResponse:
        history, today = history_of(slug), local_day(self.at)
        day = _day_within(history, asked_day(request.GET.get("on", ""), today).day)
        now = agency_on(history.id, day)
        if now is None:
            raise NotFound(kind="agency")
        context = {
            "agency": now,
            "history": history,
            "day": day,
            "is_today": day == today,
            "has_ended": not history.holds_on(today),
            "desk": desk_of(history.id, day),
            "versions": version_rows(history),
            "codes": code_rows(history),
            "predecessors": succession_rows(history.predecessors, came_before=True),
            "successors": succession_rows(successors_of(history.id), came_before=False),
            **self._parts(history, day),
            **self._changes(history, today),
        }
        return self.page("workspace/agencies/show.html", context)

    def _parts(self, history: AgencyHistory, day: date) -> dict[str, Any]:
        parts = parts_of(history.id)
        facts = facts_of(history.id, tuple(desk.id for desk in history.desks))
        return {
            "desks": desk_rows(history, parts, day),
            "units": unit_rows(parts, sector_names(), day),
            "facts": fact_rows(facts),
        }

    def _changes(self, history: AgencyHistory, today: date) -> dict[str, Any]:
        """What this officer may change of it: nothing of an agency that has ended."""
        goes_on = history.valid_until is None or today < history.valid_until
        may = goes_on and bool(may_change(self.actor, history.id, today))
        return {
            "changes": change_links(history.slug) if may else [],
            "change_url": lambda what, of=None: change_url(history.slug, what, of),
        }


def _day_within(history: AgencyHistory, day: date) -> date:
    """The day, or the nearest one on which the agency is in force."""
    last = history.valid_until - timedelta(days=1) if history.valid_until else day
    return max(history.valid_from, min(day, last))
