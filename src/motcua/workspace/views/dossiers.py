"""Finding dossiers, reading one, printing its slip. Reading leaves a trace."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from motcua.accounts.rules.roles import Permission
from motcua.dossiers.queries.detail import dossier_detail
from motcua.dossiers.queries.lists import DossierFilter, dossiers_of
from motcua.dossiers.queries.slip import slip_data
from motcua.dossiers.vocabulary import Status
from motcua.papers.rendering import render_slip
from motcua.papers.vocabulary import PaperSize, SlipCopy
from motcua.workspace.reception.cards import looked_for
from motcua.workspace.showing import dossier_rows, status_choices
from motcua.workspace.showing_dossier import dossier_context
from motcua.workspace.staff import StaffView

QUERY_LENGTH_MAX = 200


class FindDossiers(StaffView):
    """Search by code, name (accents optional), phone or number; filters live in the address."""

    permission = Permission.DOSSIER_SEARCH

    def get(self, request: HttpRequest) -> HttpResponse:
        text = looked_for(request.GET.get("q", "").strip()[:QUERY_LENGTH_MAX])
        asked_status = request.GET.get("status", "")
        status = asked_status if asked_status in Status.__members__ else ""
        which = DossierFilter(text=text, status=status)
        page = dossiers_of(
            self.actor,
            which,
            cursor=request.GET.get("cursor", ""),
            permission=Permission.DOSSIER_SEARCH,
        )
        found = [row.code for row in page.rows]
        self.note("dossier.search" if text else "dossier.list", detail={"q": text, "found": found})
        context = {
            "q": text,
            "status": status,
            "statuses": status_choices(status),
            "rows": dossier_rows(page.rows, self.at),
            "next_cursor": page.next_cursor,
            "is_first": not request.GET.get("cursor"),
            "search_value": text,
        }
        return self.page("workspace/dossiers/find.html", context)


class ShowDossier(StaffView):
    """One dossier: date and reason, people, papers, fee, timeline."""

    permission = Permission.DOSSIER_VIEW

    def get(self, request: HttpRequest, code: str) -> HttpResponse:
        detail = dossier_detail(self.actor, code)
        self.note("dossier.read", subject_kind="dossier", subject_id=detail.id)
        context = dossier_context(self.actor, detail, self.at)
        return self.page("workspace/dossiers/show.html", context)


class PrintSlip(StaffView):
    """The slip as PDF. `?size=A4`, `?copies=both`."""

    permission = Permission.SLIP_PRINT

    def get(self, request: HttpRequest, code: str) -> HttpResponse:
        both = (SlipCopy.OFFICE, SlipCopy.APPLICANT)
        copies = both if request.GET.get("copies") == "both" else (SlipCopy.APPLICANT,)
        size = PaperSize.A4 if request.GET.get("size") == "A4" else PaperSize.A5
        data = slip_data(self.actor, code, address=settings.PUBLIC_ADDRESS, copies=copies)
        self.note("slip.printed", detail={"code": code, "size": str(size)})
        response = HttpResponse(render_slip(data, size), content_type="application/pdf")
        response["Content-Disposition"] = f'inline; filename="{data.dossier_code}.pdf"'
        return response
