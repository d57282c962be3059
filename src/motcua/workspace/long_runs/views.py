"""How a change that many dossiers follow is coming on."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect

from motcua.accounts.rules.roles import Permission
from motcua.dossiers.long_runs.standing import long_standing
from motcua.dossiers.tasks import go_on_long_run
from motcua.workspace.long_runs.showing import long_run_shown
from motcua.workspace.staff import StaffView


class ShowLongRun(StaffView):
    """GET: how far it is and what has moved; of one's own only. POST `do=go-on`: when nothing moves,
    hand it to a worker once more."""

    permission = Permission.CALENDAR_CHANGE

    def get(self, request: HttpRequest, run_id: int) -> HttpResponse:
        run = long_standing(self.actor, run_id)
        self.note("dossier.list", detail={"long_run": run_id})
        context: dict[str, Any] = {
            "run": run,
            "here": request.path,
            "is_still": run.is_still(self.at),
            "again": _sent(run.form),
            **long_run_shown(run, self.at),
        }
        return self.page("workspace/long_runs/show.html", context)

    def post(self, request: HttpRequest, run_id: int) -> HttpResponse:
        run = long_standing(self.actor, run_id)
        if request.POST.get("do") == "go-on" and run.is_still(self.at):
            go_on_long_run.enqueue(run.id)
        return redirect(request.path)


def _sent(form: str) -> list[tuple[str, str]]:
    """What was on the form, to be tried again; without the marks of the old rehearsal."""
    return [
        (name, value)
        for name, values in QueryDict(form).lists()
        if name != "do" and not name.startswith("mark-")
        for value in values
    ]
