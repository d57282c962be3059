"""The help of citizens: all texts, and one of them."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language

from motcua.portal.help.reading import ORDER, help_text
from motcua.portal.public import public, public_page


@public
def list_help(request: HttpRequest) -> HttpResponse:
    language = get_language() or ""
    texts = [text for key in ORDER if (text := help_text(key, language))]
    return public_page(request, "portal/help/list.html", {"texts": texts})


@public
def show_help(request: HttpRequest, topic: str) -> HttpResponse:
    """`?from=`: the page that the reader came from, to go back to."""
    text = help_text(topic, get_language() or "")
    if text is None:
        raise Http404("no help text")
    context = {"text": text, "back_url": _back(request)}
    return public_page(request, "portal/help/show.html", context)


def _back(request: HttpRequest) -> str:
    address = request.GET.get("from", "")
    own = address.startswith("/") and url_has_allowed_host_and_scheme(
        address, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return address if own else ""
