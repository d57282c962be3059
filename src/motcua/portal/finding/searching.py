"""Finding a procedure: by everyday words, by sector, or by going through all of them."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from motcua.kernel import clock
from motcua.kernel.characters import plain_words
from motcua.kernel.clock import local_day
from motcua.kernel.paging import PAGE_ROWS, CursorFaulty, after
from motcua.portal.finding.life_events import event_links
from motcua.portal.finding.lines import ShownProcedure, procedure_line, sector_links
from motcua.portal.public import WORDS_LENGTH_MAX, public, public_page
from motcua.procedures.queries.catalogue import (
    CatalogueFilter,
    catalogue_rows,
    search,
    version_row,
)
from motcua.procedures.queries.versions import sector_names

FOUND_MAX = 30
FOUND_AT_ONCE_MAX = 8


@public
def find_procedures(request: HttpRequest) -> HttpResponse:
    """Search by `?q=`, in everyday words and without accents if wished; without it, all by name."""
    text = _words(request)
    context = _found(text, FOUND_MAX) if text else _page_of(request, sector="")
    return public_page(request, "portal/finding/procedures.html", context)


@public
def found_so_far(request: HttpRequest) -> HttpResponse:
    """What is found by the words typed so far: the part of the page that changes, for a script."""
    text = _words(request)
    context = _found(text, FOUND_AT_ONCE_MAX) if text else _nothing_asked()
    return render(request, "portal/finding/found.html", context)


@public
def list_sector(request: HttpRequest, sector: str) -> HttpResponse:
    """The procedures of one sector by name."""
    name = sector_names().get(sector)
    if name is None:
        raise Http404(sector)
    context = _page_of(request, sector=sector) | {"sector_code": sector, "sector_name": name}
    return public_page(request, "portal/finding/sector.html", context)


def _words(request: HttpRequest) -> str:
    return plain_words(request.GET.get("q", "")[:WORDS_LENGTH_MAX])


def _found(text: str, most: int) -> dict[str, Any]:
    today = local_day(clock.now())
    hits = search(text, day=today, limit=most)
    rows = [procedure_line(hit.row, today, hit.why) for hit in hits]
    ways = {} if rows else {"sectors": sector_links(today), "events": event_links(today)}
    is_doubtful = bool(hits) and not any(hit.is_sure for hit in hits)
    return _shown(text, rows, len(rows), None) | ways | {"is_doubtful": is_doubtful}


def _page_of(request: HttpRequest, *, sector: str) -> dict[str, Any]:
    today = local_day(clock.now())
    page = catalogue_rows(
        CatalogueFilter(day=today, sector_code=sector),
        after=_place(request.GET.get("cursor", "")),
        limit=PAGE_ROWS,
    )
    following = page.next_after[1] if page.next_after else None
    return _shown("", [procedure_line(row, today) for row in page.rows], page.total, following)


def _nothing_asked() -> dict[str, Any]:
    return _shown("", [], 0, None)


def _shown(
    text: str, rows: list[ShownProcedure], total: int, next_cursor: int | None
) -> dict[str, Any]:
    return {"q": text, "rows": rows, "total": total, "next_cursor": next_cursor}


def _place(cursor: str) -> tuple[str, int] | None:
    """Where the list goes on; what is no cursor begins again."""
    try:
        version_id = after(cursor)
    except CursorFaulty:
        return None
    row = version_row(version_id) if version_id is not None else None
    return (row.name_key, row.version_id) if row else None
