"""What everybody may read: answers without names, and the board of whom to tell."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from motcua.agencies.one_stop import office_called
from motcua.feedback.queries.published import PublishedRow, published, published_one
from motcua.feedback.queries.terms import terms_in_force
from motcua.feedback.rules.sending import CODE_MAX
from motcua.feedback.wording import KINDS
from motcua.kernel import clock
from motcua.kernel.characters import plain_words
from motcua.kernel.clock import local_day
from motcua.kernel.paging import CursorFaulty
from motcua.kernel.verdict import NotFound
from motcua.ledger.caching import one_revision
from motcua.portal.feedback.typed import KIND_OF, WORD_OF
from motcua.portal.finding.office_pages import feedback_rows
from motcua.portal.hours import week_rows
from motcua.portal.public import WORDS_LENGTH_MAX, public, public_page


@require_safe
def list_published(request: HttpRequest) -> HttpResponse:
    """The newest first, by words and by kind."""
    text = plain_words(request.GET.get("q", "")[:WORDS_LENGTH_MAX])
    word = request.GET.get("loai", "")
    kind = KIND_OF.get(word)
    here = reverse("portal:published-feedback")
    procedure = plain_words(request.GET.get("thu-tuc", "")[:CODE_MAX])
    asked = {"q": text, "loai": word if kind else "", "thu-tuc": procedure}
    try:
        with one_revision():
            page = published(
                clock.now(),
                text=text,
                kind=kind,
                procedure_code=procedure,
                cursor=request.GET.get("cursor", ""),
            )
    except CursorFaulty:
        return redirect(f"{here}?{urlencode(asked)}")
    context = {
        "q": text,
        "asked": {name: value for name, value in asked.items() if value and name != "q"},
        "rows": [row_shown(row) for row in page.rows],
        "kinds": [
            {
                "url": f"{here}?{urlencode({**asked, 'loai': one})}",
                "label": label,
                "current": one == asked["loai"],
            }
            for one, label in (
                ("", _("Tất cả")),
                *((WORD_OF[kind], KINDS[kind]) for kind in WORD_OF),
            )
        ],
        "first": f"{here}?{urlencode(asked)}" if request.GET.get("cursor") else "",
        "older": f"{here}?{urlencode({**asked, 'cursor': page.next_cursor})}"
        if page.next_cursor
        else "",
    }
    return public_page(request, "portal/feedback/published.html", context)


def row_shown(row: PublishedRow) -> dict[str, Any]:
    """One of them as a line of a list."""
    return {
        "url": reverse("portal:published-one", args=[row.id]),
        "kind": KINDS[row.kind],
        "title": row.title,
        "text": row.text,
        "answer": row.answer,
        "agency": row.agency,
        "procedure_code": row.procedure_code,
        "published_at": row.published_at,
    }


@require_safe
def show_published(request: HttpRequest, petition_id: int) -> HttpResponse:
    """One of them in full."""
    try:
        with one_revision():
            row = published_one(petition_id, clock.now())
    except NotFound:
        raise Http404(petition_id) from None
    return public_page(request, "portal/feedback/published_one.html", {"row": row_shown(row)})


@public
def show_board(request: HttpRequest, slug: str) -> HttpResponse:
    """Whom to tell, to be printed and posted at the office (NĐ 20/2008/NĐ-CP Art. 13)."""
    today = local_day(clock.now())
    office = office_called(slug, today)
    if office is None:
        raise Http404(slug)
    context = {
        "agency": office.agency,
        "desk": office.desks[0].name,
        "feedback": feedback_rows(office.feedback),
        "week": week_rows(office.agency.id, today),
        "day": today,
        "terms": terms_in_force(office.agency.id, today),
    }
    return public_page(request, "portal/feedback/board.html", context)
