"""Reading a dossier, printing its slip. Reading leaves a trace. Finding one: `work/find.py`."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from motcua.accounts.rules.roles import Permission
from motcua.dossiers.papers_filled.filling import Wanted, fill, printed
from motcua.dossiers.queries.detail import dossier_detail
from motcua.papers.vocabulary import PaperKind, PaperSize, SlipCopy
from motcua.workspace.showing_dossier import dossier_context
from motcua.workspace.staff import StaffView


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
        wanted = Wanted(kind=PaperKind.SLIP, address=settings.PUBLIC_ADDRESS, copies=copies)
        filled = fill(self.actor, code, wanted)
        self.note("slip.printed", detail={"code": code, "size": str(size)})
        response = HttpResponse(printed(filled, size), content_type="application/pdf")
        response["Content-Disposition"] = f'inline; filename="{filled.code}.pdf"'
        return response
