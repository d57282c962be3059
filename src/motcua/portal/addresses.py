"""Addresses as people copy them: one with a slash too many at its end leads to its page."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import Resolver404, resolve
from django.utils.encoding import escape_uri_path, iri_to_uri

PORTAL = "portal"
SAFE_METHODS = frozenset({"GET", "HEAD"})
NOT_FOUND = 404


class SlashTooManyMiddleware:
    """Django puts a missing slash where an address has one; this takes off what an address has not.

    Only where no page has that address, and a page of the portal has it without the slash: nothing else
    is led anywhere, and never away from this site, since every such address begins with a word of ours.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code != NOT_FOUND or request.resolver_match is not None:
            return response
        if request.method not in SAFE_METHODS:
            return response
        plain = plain_address(request.path_info)
        return HttpResponsePermanentRedirect(_whole(plain, request)) if plain else response


def plain_address(path: str) -> str:
    """The address of a portal page that this one means; "" where there is none."""
    plain = path.rstrip("/")
    if plain == path:
        return ""
    try:
        found = resolve(plain)
    except Resolver404:
        return ""
    return plain if PORTAL in found.namespaces else ""


def _whole(path: str, request: HttpRequest) -> str:
    query = request.META.get("QUERY_STRING", "")
    return escape_uri_path(path) + (f"?{iri_to_uri(query)}" if query else "")
