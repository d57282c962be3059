"""A leader's overview: who has how much, what nobody has, where dossiers stand still."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse

from motcua.accounts.queries.colleagues import Colleague, names_of
from motcua.accounts.rules.roles import Permission
from motcua.dossiers.queries.urgency import Urgency
from motcua.dossiers.queries.work import Whose, WorkFilter, work_figures
from motcua.dossiers.queries.workload import Load, by_stage, load_of
from motcua.dossiers.wording import STAGES
from motcua.kernel.actor import Role
from motcua.kernel.clock import local_day
from motcua.kernel.dates_vi import short_day
from motcua.workspace.staff import StaffView
from motcua.workspace.work.asking import work_url
from motcua.workspace.work.lists import handlers_of
from motcua.workspace.work.showing import urgency_figures

LED = WorkFilter(whose=Whose.LED)
COUNTED = (
    ("overdue", Urgency.OVERDUE),
    ("due_today", Urgency.DUE_TODAY),
    ("due_soon", Urgency.DUE_SOON),
    ("waiting", Urgency.WAITING),
)


class UnitOverview(StaffView):
    """Each number opens the list behind it."""

    permission = Permission.DOSSIER_ASSIGN

    def get(self, request: HttpRequest) -> HttpResponse:
        loads = load_of(self.actor, LED, at=self.at)
        self.note("dossier.list", detail={"unit": self.actor.unit_id})
        context: dict[str, Any] = {
            "figures": [
                figure | {"current": False}
                for figure in urgency_figures(LED, work_figures(self.actor, LED, at=self.at))
            ],
            "nobody": next((load_shown(one, "") for one in loads if not one.holding_id), None),
            "people": self._people(loads),
            "stages": [
                {
                    "word": STAGES[one.stage],
                    "url": work_url(WorkFilter(whose=Whose.LED, stage=one.stage)),
                    "open": one.open,
                    "overdue": one.overdue,
                    "overdue_url": work_url(
                        WorkFilter(whose=Whose.LED, stage=one.stage, urgency=Urgency.OVERDUE)
                    ),
                    "oldest": short_day(local_day(one.oldest)),
                    "days": (local_day(self.at) - local_day(one.oldest)).days,
                }
                for one in by_stage(self.actor, at=self.at)
            ],
        }
        return self.page("workspace/work/unit.html", context)

    def _people(self, loads: tuple[Load, ...]) -> list[dict[str, Any]]:
        """Whoever has something, then those of whom one leads who have nothing."""
        busy = {one.holding_id: one for one in loads if one.holding_id}
        names = names_of(frozenset(busy))
        idle = [one for one in led(self) if one.holding_id not in busy]
        shown = [load_shown(one, names.get(pk, "")) for pk, one in busy.items()]
        return shown + [nothing_shown(one) for one in idle]


def led(view: StaffView) -> tuple[Colleague, ...]:
    """Those to whom the actor gives work: all of the agency for a signatory, else his unit."""
    people = handlers_of(view)
    if Role.SIGNATORY in view.actor.roles:
        return people
    return tuple(one for one in people if one.unit_id == view.actor.unit_id)


def load_shown(load: Load, name: str) -> dict[str, Any]:
    which = WorkFilter(
        whose=Whose.LED, assignee_id=load.holding_id, unassigned=load.holding_id is None
    )
    counts = {
        key: {
            "count": getattr(load, key),
            "url": work_url(
                WorkFilter(
                    whose=Whose.LED,
                    assignee_id=load.holding_id,
                    unassigned=load.holding_id is None,
                    urgency=urgency,
                )
            ),
        }
        for key, urgency in COUNTED
    }
    return {
        "holding_id": load.holding_id,
        "name": name,
        "open": {"count": load.open, "url": work_url(which)},
        "oldest": short_day(local_day(load.oldest)),
        **counts,
    }


def nothing_shown(one: Colleague) -> dict[str, Any]:
    nothing = {"count": 0, "url": ""}
    counts = {key: nothing for key, _urgency in COUNTED}
    return {
        "holding_id": one.holding_id,
        "name": one.name,
        "open": nothing,
        "oldest": "–",
        **counts,
    }
