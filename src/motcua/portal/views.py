"""The pages of the public site. None needs an account, none shows personal data, all only read."""

from __future__ import annotations

import logging
import re
from functools import partial
from typing import Any

from django.db import DatabaseError, connection
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from motcua.dossiers.queries.tracking import track, tracked_stamp
from motcua.kernel import clock
from motcua.kernel.characters import plain_code, plain_words
from motcua.kernel.clock import local_day
from motcua.kernel.paging import PAGE_ROWS, CursorFaulty, after
from motcua.ledger.caching import pinned_revision
from motcua.portal.keeping.holding import NEVER_CACHED, Holds, keep, until_of
from motcua.portal.offices import office_context
from motcua.portal.pacing import note_miss, wait_of
from motcua.portal.public import public
from motcua.portal.showing import procedure_context, procedure_line
from motcua.portal.stages import stage_context
from motcua.procedures.queries.catalogue import (
    CatalogueFilter,
    catalogue_rows,
    search,
    version_in_force,
    version_row,
)
from motcua.worktime.queries.calendars import office_time

log = logging.getLogger(__name__)
PLAIN = "text/plain; charset=utf-8"
CODE = re.compile(r"[A-Z0-9.\-]{1,50}", re.ASCII)
QUERY_LENGTH_MAX = 200
FOUND_MAX = 30


@public
def home(request: HttpRequest) -> HttpResponse:
    """What the office does, and the one box to follow a dossier."""
    return _page(request, "portal/home.html", {})


@require_safe
def find_dossier(request: HttpRequest) -> HttpResponse:
    """`?ma=` goes to the dossier's page; without it, or when it cannot be a code, the box again."""
    code = _code(request.GET.get("ma", ""))
    if CODE.fullmatch(code):
        return redirect("portal:track", code=code)
    return _page(request, "portal/find.html", {"code": code, "is_unknown": bool(code)})


@require_safe
def track_dossier(request: HttpRequest, code: str) -> HttpResponse:
    """Stage, date and next step. An unknown code is answered alike whatever it is.

    The page holds as long as the dossier's version and the catalogue stand.
    """
    at = clock.now()
    wait = wait_of(request, at)
    if wait:
        return _too_many(request, wait)
    code = _code(code)
    stamp = tracked_stamp(code)
    if stamp is None:
        note_miss(request, at)
        context = {"code": code, "is_unknown": True}
        return _page(request, "portal/find.html", context, status=404)
    with pinned_revision(stamp.revision):
        row = track(code)
        office = office_context(row.agency_id, at)
    holds = Holds(
        stamp=str(stamp),
        ask_stamp=partial(_stamp, code),
        until=until_of(at, turns_at=row.due_at),
        is_paced=True,
        cached_by=NEVER_CACHED,
    )
    page = _page(request, "portal/track.html", {**stage_context(row, at), "office": office})
    return keep(page, holds)


def _stamp(code: str) -> str:
    return str(tracked_stamp(code))


def _too_many(request: HttpRequest, seconds: int) -> HttpResponse:
    context = {"code": "", "is_unknown": False, "is_too_many": True}
    response = _page(request, "portal/find.html", context, status=429)
    response["Retry-After"] = str(seconds)
    return response


def _code(text: str) -> str:
    return plain_code(text[:QUERY_LENGTH_MAX]).upper()


@public
def find_procedures(request: HttpRequest) -> HttpResponse:
    """Search by `?q=`, in everyday words and without accents if wished; without it, all by name."""
    text = plain_words(request.GET.get("q", "")[:QUERY_LENGTH_MAX])
    day = local_day(clock.now())
    if text:
        hits = search(text, day=day, limit=FOUND_MAX)
        rows = [procedure_line(hit.row, hit.why) for hit in hits]
        context = {"q": text, "rows": rows, "total": len(rows), "next_cursor": None}
        return _page(request, "portal/procedures.html", context)
    page = catalogue_rows(
        CatalogueFilter(day=day), after=_place(request.GET.get("cursor", "")), limit=PAGE_ROWS
    )
    context = {
        "q": "",
        "rows": [procedure_line(row) for row in page.rows],
        "total": page.total,
        "next_cursor": page.next_after[1] if page.next_after else None,
    }
    return _page(request, "portal/procedures.html", context)


def _place(cursor: str) -> tuple[str, int] | None:
    """Where the list goes on; what is no cursor begins again."""
    try:
        version_id = after(cursor)
    except CursorFaulty:
        return None
    row = version_row(version_id) if version_id is not None else None
    return (row.name_key, row.version_id) if row else None


@public
def show_procedure(request: HttpRequest, code: str) -> HttpResponse:
    """Is it for me, what to bring, how long, how much, where, on what ground."""
    at = clock.now()
    day = local_day(at)
    detail = version_in_force(plain_words(code[:QUERY_LENGTH_MAX]), day)
    if detail is None:
        raise Http404(code)
    context = procedure_context(detail, office_time(NATIONWIDE, day), at)
    return _page(request, "portal/procedure.html", context)


NATIONWIDE = 0
"""No agency has this id, so the country's default calendar answers."""


@require_safe
def health(_request: HttpRequest) -> HttpResponse:
    """For the front server: 200 when the database answers, else 503."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
            cursor.fetchone()
    except DatabaseError:
        log.exception("the database does not answer")
        return HttpResponse("database\n", content_type=PLAIN, status=503)
    return HttpResponse("ok\n", content_type=PLAIN)


@require_safe
def robots(_request: HttpRequest) -> HttpResponse:
    """Search engines may read about procedures, never the pages of dossiers."""
    closed = ("/ho-so/", "/api/", "/account/", "/desk/", "/dossiers/")
    lines = ["User-agent: *", *(f"Disallow: {place}" for place in closed), ""]
    return HttpResponse("\n".join(lines), content_type=PLAIN)


def _page(
    request: HttpRequest, template: str, context: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    here = request.path
    nav = [
        {"url": url, "label": label, "icon": icon, "current": here.startswith(url)}
        for url, label, icon in (
            (reverse("portal:procedures"), _("Thủ tục"), "book-open"),
            (reverse("portal:find"), _("Tra cứu hồ sơ"), "search"),
        )
    ]
    return render(request, template, {"nav": nav, **context}, status=status)
