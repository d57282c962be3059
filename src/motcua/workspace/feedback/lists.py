"""The register of feedback: what is open, mine, late, done; what other agencies ask one's own to take."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.accounts.rules.roles import Permission, may
from motcua.feedback.queries.listing import (
    PetitionFilter,
    Wanted,
    offered,
    petitions,
    warnings_for,
)
from motcua.feedback.vocabulary import Kind
from motcua.feedback.wording import KINDS
from motcua.kernel.paging import CursorFaulty
from motcua.workspace.feedback.showing import row_shown
from motcua.workspace.staff import StaffView

QUERY_LENGTH_MAX = 200


class ListFeedback(StaffView):
    """`?wanted=open|mine|late|done|all&kind=&q=`: a page of the register."""

    permission = Permission.FEEDBACK_VIEW

    def get(self, request: HttpRequest) -> HttpResponse:
        which = _asked(request)
        try:
            page = petitions(self.actor, self.at, which, cursor=request.GET.get("cursor", ""))
        except CursorFaulty:
            return redirect(_url(which))
        self.note("petition.list", detail={"q": which.text, "found": [one.id for one in page.rows]})
        warned = warnings_for(self.actor, self.at)
        context = {
            "q": which.text,
            "wanted": str(which.wanted),
            "kind": str(which.kind or ""),
            "rows": [row_shown(row, self.at) for row in page.rows],
            "offered": [row_shown(row, self.at) for row in offered(self.actor)],
            "late": [row_shown(row, self.at) for row in warned.late],
            "soon": [row_shown(row, self.at) for row in warned.soon],
            "tabs": [
                {
                    "url": _url(PetitionFilter(wanted=one, kind=which.kind, text=which.text)),
                    "label": label,
                    "current": one is which.wanted,
                }
                for one, label in _tabs()
            ],
            "kinds": [
                {"value": "", "label": _("Mọi loại"), "chosen": which.kind is None},
                *(
                    {"value": str(one), "label": label, "chosen": one is which.kind}
                    for one, label in KINDS.items()
                ),
            ],
            "first": _url(which) if request.GET.get("cursor") else "",
            "older": f"{_url(which)}&cursor={page.next_cursor}" if page.next_cursor else "",
            "may_enter": bool(may(self.actor, Permission.FEEDBACK_ENTER)),
        }
        return self.page("workspace/feedback/list.html", context)


def _asked(request: HttpRequest) -> PetitionFilter:
    wanted = {str(one): one for one in Wanted}
    kinds = {str(one): one for one in Kind}
    return PetitionFilter(
        wanted=wanted.get(request.GET.get("wanted", ""), Wanted.OPEN),
        kind=kinds.get(request.GET.get("kind", "")),
        text=request.GET.get("q", "").strip()[:QUERY_LENGTH_MAX],
    )


def _url(which: PetitionFilter) -> str:
    asked = {"wanted": str(which.wanted), "kind": str(which.kind or ""), "q": which.text}
    return f"{reverse('workspace:feedback')}?{urlencode(asked)}"


def _tabs() -> tuple[tuple[Wanted, str], ...]:
    return (
        (Wanted.OPEN, _("Đang chờ")),
        (Wanted.MINE, _("Giao cho tôi")),
        (Wanted.LATE, _("Quá hạn")),
        (Wanted.DONE, _("Đã xong")),
        (Wanted.ALL, _("Tất cả")),
    )
