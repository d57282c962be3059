"""What every public page shares: the same for everybody, the catalogue as of one revision."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from motcua.kernel import clock
from motcua.ledger.caching import catalogue_revision, one_revision
from motcua.portal.keeping.holding import Holds, keep, until_of
from motcua.portal.preferences import OFFICE_COOKIE

Page = Callable[..., HttpResponse]
PLAIN = "text/plain; charset=utf-8"
WORDS_LENGTH_MAX = 200
"""Of whatever a reader types into a box or an address."""
REMEMBERED_QUERIES = frozenset({"cursor"})
"""Words that somebody has typed are not kept on disk."""
_TURNS_AT = "turns_at"


def public(page: Page) -> Page:
    """Reading only, the same for everybody, and the catalogue as of one revision.

    The answer is kept while that revision stands, ten minutes at most and never over midnight; less
    where the page says when it `turns`. A page that is not the same for everybody (a form with a
    token, words for whoever is signed in) must not be marked so; one that sets a cookie is not kept.
    """

    @require_safe
    @wraps(page)
    def shown(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        at = clock.now()
        with one_revision() as revision:
            response = page(request, *args, **kwargs)
        holds = Holds(
            stamp=revision,
            ask_stamp=catalogue_revision,
            until=until_of(at, turns_at=getattr(response, _TURNS_AT, None)),
            is_remembered=_is_remembered(request),
        )
        return keep(response, holds)

    return shown


def _is_remembered(request: HttpRequest) -> bool:
    """Kept on disk too: what any reader sees who has said nothing."""
    return OFFICE_COOKIE not in request.COOKIES and REMEMBERED_QUERIES.issuperset(request.GET)


def turns(response: HttpResponse, at: datetime | None) -> HttpResponse:
    """The same page, which says something else from that instant on."""
    setattr(response, _TURNS_AT, at)
    return response


def public_page(
    request: HttpRequest, template: str, context: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    """A page for everybody; `portal.chrome` puts the ways at its top."""
    return render(request, template, context, status=status)
