"""The papers that the office gives the applicant: the slip, requests, apologies. Taken as PDF."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from motcua.accounts.rules.roles import Permission
from motcua.dossiers.papers_filled.filling import Wanted, fill, printed
from motcua.dossiers.papers_filled.giving import FOR_THE_APPLICANT, SLUGS, papers_given
from motcua.dossiers.queries.detail import DossierDetail
from motcua.kernel.dates_vi import short_moment
from motcua.kernel.verdict import NotFound
from motcua.portal.citizen_view import CitizenView

KINDS = {slug: kind for kind, slug in SLUGS.items() if kind in FOR_THE_APPLICANT}


class MyPaper(CitizenView):
    """The paper of the fact at that place, as it was given; with the code by which anybody may check that it is genuine."""

    def get(self, request: HttpRequest, code: str, kind: str, position: int) -> HttpResponse:
        if kind not in KINDS:
            raise NotFound(kind="paper")
        wanted = Wanted(kind=KINDS[kind], address=settings.PUBLIC_ADDRESS, seq=position)
        filled = fill(self.actor, code, wanted, permission=Permission.DOSSIER_FOLLOW)
        pdf = printed(filled)
        told = {"paper": str(filled.kind), "code": code, "seq": position}
        self.note(
            "paper.printed", subject_kind="dossier", subject_id=filled.dossier_id, detail=told
        )
        response = HttpResponse(pdf, content_type="application/pdf")
        response["Content-Disposition"] = f'attachment; filename="{filled.file_name}"'
        return response


def papers_to_take(detail: DossierDetail) -> list[dict[str, Any]]:
    """One line a paper, the newest first: what it is, of when, where it is taken."""
    given = papers_given(detail.facts, in_group=False)
    return [
        {
            "title": paper.title,
            "moment": short_moment(paper.at),
            "url": reverse("portal:my-paper", args=[detail.code, SLUGS[paper.kind], paper.seq]),
        }
        for paper in given
        if paper.kind in FOR_THE_APPLICANT
    ]
