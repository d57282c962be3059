"""Public pages from what is kept; as they last were while the database is away; else from the views."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language

from motcua.kernel import clock
from motcua.portal.keeping.answering import (
    answer_from,
    answer_of_last_copy,
    copy_of,
    is_for_everybody,
    kept_from,
    key_of,
    with_banner,
)
from motcua.portal.keeping.answers import Kept, answers
from motcua.portal.keeping.banner import banner_at
from motcua.portal.keeping.holding import CACHED_BY_BROWSER, NEVER_CACHED, holds_of
from motcua.portal.keeping.last_copies import copies
from motcua.portal.keeping.outage import AWAY, outage
from motcua.portal.keeping.stamps import still_holds
from motcua.portal.pacing import note_miss, wait_of
from motcua.ui.errors import database_was_away

OK = 200
SAME_FOR_ALL = "/tinh-trang/"
"""Nobody is recognized there, so that it is drawn also when sessions cannot be read."""
OWN_QUERIES = frozenset({"giay"})
"""Asked with these, a page is the page without them and a part of its own."""


class KeptPagesMiddleware:
    """Stands before sessions: a stranger who reads a kept page costs one query, that of its stamp.

    What a view has not given to be kept goes through untouched, but is never stored by a browser:
    it is for one reader only.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        at = clock.now()
        if request.path == SAME_FOR_ALL:
            request.COOKIES.pop(settings.SESSION_COOKIE_NAME, None)
        if not is_for_everybody(request):
            return self._drawn(request, at)
        kept = answers.get(key_of(request))
        if kept is None:
            return (_last(request, at) if outage.is_fresh() else None) or self._drawn(request, at)
        if kept.holds.is_paced and wait_of(request, at):
            return self._drawn(request, at)
        if outage.is_fresh():
            return _stale(request, kept, at)
        try:
            holds = at < kept.holds.until and still_holds(kept)
        except AWAY:
            outage.note()
            return _stale(request, kept, at)
        return answer_from(request, kept, banner_at(at)) if holds else self._drawn(request, at)

    def _drawn(self, request: HttpRequest, at: datetime) -> HttpResponse:
        """From the view; kept when the view has said how long it holds."""
        response = self.get_response(request)
        if database_was_away(response):
            outage.note()
            return (_last(request, at) if request.method == "GET" else None) or response
        holds = holds_of(response)
        if holds is None or response.status_code != OK or response.cookies:
            return _for_one_reader(request, response, at)
        if not is_for_everybody(request):
            return _for_one_reader(request, response, at)
        kept = kept_from(response, holds, at)
        answers.put(key_of(request), kept)
        if holds.is_remembered:
            _remember(request, kept)
        return answer_from(request, kept, banner_at(at))


def _remember(request: HttpRequest, kept: Kept) -> None:
    address = kept.holds.remembered_as or request.get_full_path()
    copies.write(address, get_language() or "", copy_of(kept))


def _stale(request: HttpRequest, kept: Kept, at: datetime) -> HttpResponse:
    """What this process has kept, though nobody can say whether it still holds."""
    return answer_of_last_copy(request, copy_of(kept), banner_at(at))


def _last(request: HttpRequest, at: datetime) -> HttpResponse | None:
    """The copy on disk; None where there is none, or for somebody who has guessed too often."""
    if wait_of(request, at) and _is_paced(request):
        return None
    language = get_language() or ""
    copy = copies.read(request.get_full_path(), language, at)
    if copy is None and OWN_QUERIES.issuperset(request.GET):
        copy = copies.read(request.path, language, at)
    if copy is None:
        if _is_paced(request):
            note_miss(request, at)
        return None
    return answer_of_last_copy(request, copy, banner_at(at))


def _is_paced(request: HttpRequest) -> bool:
    """An address with a code that could be guessed."""
    return request.path.startswith("/ho-so/")


def _for_one_reader(request: HttpRequest, response: HttpResponse, at: datetime) -> HttpResponse:
    """On a telephone that several people use nothing stays of a citizen's page. A staff page may be
    gone back to, also one that answered a form; whether it still holds is asked each time."""
    if response.get("Content-Type", "").startswith("text/html"):
        match = request.resolver_match
        is_of_citizens = match is not None and "portal" in match.namespaces
        response.headers.setdefault(
            "Cache-Control", NEVER_CACHED if is_of_citizens else CACHED_BY_BROWSER
        )
        banner = banner_at(at) if not response.streaming else b""
        if banner:
            response.content = with_banner(response.content, banner)
            response["Content-Length"] = str(len(response.content))
    return response
