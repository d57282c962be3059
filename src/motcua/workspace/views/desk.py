"""The desk: what was received today, and the way to the next reception."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.dateparse import parse_date

from motcua.accounts.rules.roles import Permission, may
from motcua.dossiers.queries.lists import DossierFilter, dossiers_of, figures_of_day
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.workspace.chrome import home_of
from motcua.workspace.showing import dossier_rows
from motcua.workspace.staff import StaffView


class Desk(StaffView):
    """Today's receptions (`?day=YYYY-MM-DD` for another day), newest first."""

    permission = Permission.DOSSIER_VIEW

    def dispatch(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        """Everybody's way in: who has no dossiers to see is sent to his own first page."""
        actor: Actor = request.actor  # type: ignore[attr-defined]
        if actor.user_id is not None and not may(actor, Permission.DOSSIER_VIEW):
            return redirect(home_of(actor.roles))
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest) -> HttpResponse:
        day = self._day(request.GET.get("day", ""))
        which = DossierFilter(received_on=day)
        page = dossiers_of(self.actor, which, cursor=request.GET.get("cursor", ""))
        self.note("dossier.list", detail={"day": day.isoformat()})
        context = {
            "day": day,
            "is_today": day == local_day(self.at),
            "rows": dossier_rows(page.rows, self.at),
            "next_cursor": page.next_cursor,
            "is_first": not request.GET.get("cursor"),
            "figures": figures_of_day(self.actor, day, at=self.at),
        }
        return self.page("workspace/desk.html", context)

    def _day(self, text: str) -> date:
        try:
            return parse_date(text) or local_day(self.at)
        except ValueError:
            return local_day(self.at)
