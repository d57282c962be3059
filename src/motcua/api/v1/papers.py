"""`/dossiers/{code}/papers`: the papers that a dossier gives, each as PDF."""

from __future__ import annotations

from typing import Annotated

from django.conf import settings
from django.http import HttpResponse
from ninja import Path, Query, Router

from motcua.accounts.rules.roles import Permission
from motcua.api.addresses import address
from motcua.api.asking import ApiRequest
from motcua.api.noting import note_access
from motcua.api.tokens import BearerToken
from motcua.api.v1.dossiers import COPIES, PDF_ANSWER, Code
from motcua.api.v1.shapes.papers import KINDS, PaperGivenOut, PaperQuery, PapersOut
from motcua.dossiers.papers_filled.filling import Wanted, fill, papers_of, printed
from motcua.dossiers.papers_filled.giving import SLUGS, GivenPaper
from motcua.papers.vocabulary import PaperKind, PaperSize

router = Router(tags=["dossiers"], auth=BearerToken(Permission.PAPER_PRINT))
Kind = Annotated[KINDS, Path(description="What the paper is for.")]


@router.get("/{code}/papers", response=PapersOut, operation_id="list_papers")
def list_papers(request: ApiRequest, code: Code) -> PapersOut:
    """Every paper that follows from what has happened to the dossier."""
    papers = papers_of(request.auth, code)
    note_access(request, "paper.list", code=code)
    return PapersOut(code=code, items=[_out(code, paper) for paper in papers])


@router.get("/{code}/papers/{kind}.pdf", operation_id="print_paper", openapi_extra=PDF_ANSWER)
def print_paper(
    request: ApiRequest, code: Code, kind: Kind, asked: Annotated[PaperQuery, Query()]
) -> HttpResponse:
    """The paper as it was made on its day: printed again, the same bytes."""
    wanted = Wanted(
        kind=PaperKind(kind.upper().replace("-", "_")),
        address=settings.PUBLIC_ADDRESS,
        seq=asked.seq,
        internal=asked.internal,
        copies=COPIES[asked.copies],
    )
    filled = fill(request.auth, code, wanted)
    pdf = printed(filled, PaperSize(asked.size) if asked.size else None)
    note_access(request, "paper.printed", dossier_id=filled.dossier_id, paper=kind, seq=filled.seq)
    response = HttpResponse(pdf, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{filled.file_name}"'
    return response


def _out(code: str, paper: GivenPaper) -> PaperGivenOut:
    slug = SLUGS[paper.kind]
    return PaperGivenOut(
        kind=slug,  # type: ignore[arg-type]  # a test holds KINDS to SLUGS
        seq=paper.seq,
        title=paper.title,
        at=paper.at,
        by=paper.by,
        link=f"{address('api:print_paper', code, slug)}?seq={paper.seq}",
    )
