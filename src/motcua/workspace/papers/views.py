"""The papers of one dossier: which there are, and each as PDF. Printing leaves a trace."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from motcua.accounts.rules.roles import Permission
from motcua.dossiers.papers_filled.filling import Wanted, fill, papers_of, printed
from motcua.dossiers.refusal_words import sentence
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.papers.vocabulary import PaperSize, SlipCopy
from motcua.workspace.numbers import whole_number
from motcua.workspace.papers.showing import KINDS, papers_shown
from motcua.workspace.staff import StaffView

BOTH = (SlipCopy.OFFICE, SlipCopy.APPLICANT)


class ListPapers(StaffView):
    """Every paper that this dossier gives, the newest first."""

    permission = Permission.PAPER_PRINT

    def get(self, request: HttpRequest, code: str) -> HttpResponse:
        papers = papers_of(self.actor, code)
        self.note("paper.list", detail={"code": code})
        rows = papers_shown(code, papers)
        context = {
            "code": code,
            "papers": [row for row in rows if not row["is_whole"]],
            "whole": [row for row in rows if row["is_whole"]],
        }
        return self.page("workspace/papers/list.html", context)


class PrintPaper(StaffView):
    """One paper as PDF. `?seq=5` the one of that fact, `?size=A4`, `?copies=both`, `?internal=1`."""

    permission = Permission.PAPER_PRINT

    def get(self, request: HttpRequest, code: str, kind: str) -> HttpResponse:
        if kind not in KINDS:
            raise NotFound(kind="paper")
        wanted = Wanted(
            kind=KINDS[kind],
            address=settings.PUBLIC_ADDRESS,
            seq=whole_number(request.GET.get("seq", "")),
            internal=request.GET.get("internal") == "1",
            copies=BOTH if request.GET.get("copies") == "both" else (SlipCopy.APPLICANT,),
        )
        size = size_of(request.GET.get("size", ""))
        try:
            filled = fill(self.actor, code, wanted)
            pdf = printed(filled, size)
        except (NotFound, NotPermitted):
            raise
        except Refusal as refusal:
            messages.error(request, sentence(refusal))
            return redirect("workspace:papers", code=code)
        self.note(
            "paper.printed",
            subject_kind="dossier",
            subject_id=filled.dossier_id,
            detail={"paper": str(filled.kind), "code": code, "seq": filled.seq},
        )
        return pdf_response(pdf, filled.file_name)


def size_of(text: str) -> PaperSize | None:
    """The sheet that is asked for; None: the one that the office uses."""
    return PaperSize(text) if text in PaperSize.__members__ else None


def pdf_response(pdf: bytes, file_name: str) -> HttpResponse:
    response = HttpResponse(pdf, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{file_name}"'
    return response
