"""Following a dossier by its code, and what machines ask of the site. Nothing personal is shown."""

from __future__ import annotations

import logging
import re
from functools import partial

from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from motcua.agencies.queries import agencies_with_desk
from motcua.dossiers.queries.tracking import track, tracked_stamp
from motcua.dossiers.rules.paper_checks import read_check
from motcua.kernel import clock
from motcua.kernel.clock import local_day
from motcua.kernel.identifiers.dossier_code import is_dossier_code
from motcua.kernel.money import dong
from motcua.ledger.caching import pinned_revision
from motcua.portal.codes import code_typed, codes_meant, pasted
from motcua.portal.keeping.holding import NEVER_CACHED, Holds, keep, until_of
from motcua.portal.offices import office_context
from motcua.portal.pacing import note_miss, wait_of
from motcua.portal.public import PLAIN, public_page
from motcua.portal.stages import stage_context

log = logging.getLogger(__name__)
CODE = re.compile(r"[A-Z0-9.\-]{1,50}", re.ASCII)
AGENCIES_TRIED_MAX = 8


@require_safe
def find_dossier(request: HttpRequest) -> HttpResponse:
    """`?ma=` goes to the dossier's page; without it, or when it cannot be a code, the box again."""
    given = pasted(request.GET.get("ma", ""))
    typed = code_typed(given.code)
    code = typed if is_dossier_code(typed) else _meant(request, given.code) or typed
    if CODE.fullmatch(code):
        mark = read_check(given.mark)
        answer = redirect("portal:track", code=code)
        if mark:
            answer["Location"] += f"?giay={mark.text}"
        return answer
    is_empty = "ma" in request.GET and not code
    context = {"code": code, "is_unknown": bool(code), "is_empty": is_empty}
    return public_page(request, "portal/find.html", context)


def _meant(request: HttpRequest, text: str) -> str:
    """The code that is meant by one typed otherwise than printed; "" when none. Two queries at most
    where one agency may be meant; where several may, one more for each of a few."""
    at = clock.now()
    rows = agencies_with_desk(local_day(at))
    codes = codes_meant(text, [row.code for row in rows if row.code])
    if len(codes) <= 1 or wait_of(request, at):
        return "".join(codes[:1])
    held = (code for code in codes[:AGENCIES_TRIED_MAX] if tracked_stamp(code))
    return next(held, codes[0])


@require_safe
def track_dossier(request: HttpRequest, code: str) -> HttpResponse:
    """Stage, date and next step. An unknown code is answered alike whatever it is.

    The page holds as long as the dossier's version and the catalogue stand.
    """
    at = clock.now()
    wait = wait_of(request, at)
    if wait:
        return _too_many(request, wait)
    code = code_typed(code)
    stamp = tracked_stamp(code)
    if stamp is None:
        note_miss(request, at)
        context = {"code": code, "is_unknown": True}
        return public_page(request, "portal/find.html", context, status=404)
    with pinned_revision(stamp.revision):
        row = track(code)
        office = office_context(row.agency_id, at)
    holds = Holds(
        stamp=str(stamp),
        ask_stamp=partial(_stamp, code),
        until=min(
            until_of(at, turns_at=row.due_at),
            until_of(at, turns_at=office["turns_at"] if office else None),
        ),
        remembered_as=request.path,
        is_paced=True,
        cached_by=NEVER_CACHED,
    )
    context = {
        **stage_context(row, at),
        "office": office,
        "mark": _mark(request),
        "costs": dong(row.fee_total_vnd) if row.fee_total_vnd else "",
    }
    return keep(public_page(request, "portal/track.html", context), holds)


def _mark(request: HttpRequest) -> str:
    """The check of the paper whose QR code led here; empty when none did."""
    check = read_check(request.GET.get("giay", ""))
    return check.text if check else ""


def _stamp(code: str) -> str:
    return str(tracked_stamp(code))


def _too_many(request: HttpRequest, seconds: int) -> HttpResponse:
    context = {"code": "", "is_unknown": False, "is_too_many": True}
    response = public_page(request, "portal/find.html", context, status=429)
    response["Retry-After"] = str(seconds)
    return response


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
    closed = ("/ho-so/", "/tai-khoan/", "/cua-toi/", "/api/", "/account/", "/desk/", "/dossiers/")
    lines = ["User-agent: *", *(f"Disallow: {place}" for place in closed), ""]
    return HttpResponse("\n".join(lines), content_type=PLAIN)
