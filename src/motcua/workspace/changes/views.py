"""`/changes/?of=…`: has anything changed (304: no). `/changes/<code>/?since=…`: who did what to a dossier since."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from motcua.accounts.rules.roles import Permission
from motcua.dossiers.queries.detail import dossier_detail
from motcua.dossiers.wording import FACTS
from motcua.kernel.dates_vi import short_moment
from motcua.ledger.queries import FactRow
from motcua.workspace.changes.watching import stamp_of
from motcua.workspace.numbers import whole_number
from motcua.workspace.staff import StaffView

TOLD_MAX = 5


@require_GET
def stamp(request: HttpRequest) -> HttpResponse:
    """One number with its ETag; 304 while it is the same; 410 for a word that no longer holds."""
    number = stamp_of(request.GET.get("of", ""))
    if number is None:
        return HttpResponse(status=410)
    tag = f'"{number}"'
    same = request.headers.get("If-None-Match") == tag
    response = HttpResponse(status=304) if same else JsonResponse({"stamp": number})
    response["ETag"] = tag
    response["Cache-Control"] = "no-store"
    return response


class TellChanges(StaffView):
    """The acts on a dossier after the one that the page has seen last, newest first, as a fragment."""

    permission = Permission.DOSSIER_VIEW

    def get(self, request: HttpRequest, code: str) -> HttpResponse:
        since = whole_number(request.GET.get("since", "")) or 0
        facts = [
            fact for fact in dossier_detail(self.actor, code).facts if fact.subject_seq > since
        ]
        newest = facts[: -TOLD_MAX - 1 : -1]
        context = {
            "told": [told(fact) for fact in newest],
            "more": len(facts) - len(newest),
        }
        return render(request, "workspace/changes/told.html", context)


def told(fact: FactRow) -> dict[str, str]:
    """One act in the words of the timeline."""
    return {
        "title": str(FACTS[fact.code]) % fact.payload,
        "moment": short_moment(fact.occurred_at),
        "iso": fact.occurred_at.isoformat(),
        "by": str(fact.actor.get("name", "")),
    }
