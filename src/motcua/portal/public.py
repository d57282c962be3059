"""A page of the catalogue, for everybody."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from motcua.kernel import clock
from motcua.ledger.caching import catalogue_revision, one_revision
from motcua.portal.keeping.holding import Holds, keep, until_of

Page = Callable[..., HttpResponse]
REMEMBERED_QUERIES = frozenset({"cursor"})
"""Words that somebody has typed are not kept on disk."""


def public(page: Page) -> Page:
    """Reading only, the same for everybody, and the catalogue as of one revision.

    The answer is kept while that revision stands, ten minutes at most and never over midnight. A page
    that is not the same for everybody (a form with a token, words for whoever is signed in) must not
    be marked so; one that sets a cookie is not kept.
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
            until=until_of(at),
            is_remembered=REMEMBERED_QUERIES.issuperset(request.GET),
        )
        return keep(response, holds)

    return shown
