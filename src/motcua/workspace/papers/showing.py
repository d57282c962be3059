"""Papers as pages show them: names, addresses, which kinds there are."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from motcua.accounts.rules.roles import Permission, may
from motcua.dossiers.papers_filled.giving import OF_THE_WHOLE, SLUGS, GivenPaper, papers_given
from motcua.dossiers.queries.detail import DossierDetail
from motcua.kernel.actor import Actor
from motcua.kernel.dates_vi import short_moment
from motcua.papers.vocabulary import PaperKind

WITH_COPIES = frozenset({PaperKind.SLIP, PaperKind.GROUP_SLIP, PaperKind.GROUP_MINUTES})
A4_ONLY = frozenset({PaperKind.GROUP_MINUTES, PaperKind.PROCESSING_HISTORY})
KINDS = {slug: kind for kind, slug in SLUGS.items()}


def paper_url(code: str, kind: PaperKind, seq: int | None = None) -> str:
    """Where the paper is printed; without a place the newest of its kind."""
    url = reverse("workspace:print-paper", args=[code, SLUGS[kind]])
    return f"{url}?seq={seq}" if seq else url


def papers_shown(code: str, papers: Iterable[GivenPaper]) -> list[dict[str, Any]]:
    """One line a paper: what it is, of when, and the ways to print it."""
    return [_shown(code, paper) for paper in papers]


def fresh_papers(actor: Actor, detail: DossierDetail) -> list[dict[str, str]]:
    """The papers that the latest fact gives: what is to be printed now."""
    if not may(actor, Permission.SLIP_PRINT):
        return []
    given = papers_given(detail.facts, in_group=False)
    return [
        {"title": paper.title, "url": paper_url(detail.code, paper.kind, paper.seq)}
        for paper in given
        if paper.seq == detail.version and paper.kind not in OF_THE_WHOLE
    ]


def papers_just_given(actor: Actor, detail: DossierDetail) -> SafeString:
    """Those papers, each a link, for the notice after an act; "" for none."""
    links = format_html_join(
        ", ",
        '<a href="{}" target="_blank" rel="noopener">{}</a>',
        ((paper["url"], paper["title"]) for paper in fresh_papers(actor, detail)),
    )
    return format_html(_("Giấy cần in: {papers}."), papers=links) if links else links


def _shown(code: str, paper: GivenPaper) -> dict[str, Any]:
    url = paper_url(code, paper.kind, paper.seq)
    ways = [] if paper.kind in A4_ONLY else [(_("In A5"), f"{url}&size=A5")]
    ways.append((_("In A4"), f"{url}&size=A4"))
    if paper.kind in WITH_COPIES:
        ways.append((_("Cả hai liên"), f"{url}&copies=both"))
    if paper.kind is PaperKind.PROCESSING_HISTORY:
        ways.append((_("Kèm trao đổi nội bộ"), f"{url}&internal=1"))
    return {
        "title": paper.title,
        "note": _("cấp lại, thay giấy trước") if paper.is_again else "",
        "moment": short_moment(paper.at),
        "by": paper.by,
        "is_whole": paper.kind in OF_THE_WHOLE,
        "ways": [{"label": label, "url": way} for label, way in ways],
    }
