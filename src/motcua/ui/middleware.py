"""One identity per request, and the language the reader has chosen."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from django.utils import translation
from django.utils.translation.trans_real import parse_accept_lang_header

HEADER = "X-Request-ID"
COMPRESSED = frozenset(
    {"text/html", "text/csv", "application/json", "application/problem+json", "image/svg+xml"}
)
SECRETIVE = ("/account/",)
_WELL_FORMED = re.compile(r"[A-Za-z0-9-]{8,64}")


class RequestIdMiddleware:
    """Carries one identity from the front server to the log and back to the caller.

    Sets `request.request_id` from X-Request-ID if it is well formed, else a new one; answers with it.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        given = request.headers.get(HEADER, "")
        request_id = given if _WELL_FORMED.fullmatch(given) else uuid.uuid4().hex
        request.request_id = request_id  # type: ignore[attr-defined]
        response = self.get_response(request)
        response.headers[HEADER] = request_id
        return response


class CompressMiddleware(GZipMiddleware):
    """Pages and JSON travel compressed: a list of 130 kB as 12.

    A compressed page tells by its length whether it repeats what somebody else made the reader ask
    for; so its length is blurred (Django adds random bytes), its form token is masked anew each time,
    cookies are not sent for other sites, and the pages of one's account, which show secrets, stay as
    they are. Files stay as they are too: they are compressed inside, and fetched in pieces. An
    `ETag` stays: it names the version of a thing, for `If-Match`.
    """

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        kind = response.headers.get("Content-Type", "").partition(";")[0]
        if response.streaming or kind not in COMPRESSED or request.path.startswith(SECRETIVE):
            return response
        tag = response.headers.get("ETag")
        compressed: HttpResponseBase = super().process_response(request, response)
        if tag:
            compressed.headers["ETag"] = tag
        return compressed


class ChosenLanguageMiddleware:
    """The language the reader chose, else Vietnamese; a program says in `Accept-Language` which it wants.

    A browser's own wish is not asked for pages: offices run English Windows, and their officers do not
    read English. A program sends no cookie, and says on purpose what it says.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.known = {code for code, _name in settings.LANGUAGES}

    def __call__(self, request: HttpRequest) -> HttpResponse:
        language = self._chosen(request)
        translation.activate(language)
        request.LANGUAGE_CODE = language
        response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response

    def _chosen(self, request: HttpRequest) -> str:
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        if chosen in self.known:
            return chosen
        if request.path.startswith(settings.PROGRAM_ADDRESSES):
            return _asked_for(request.headers.get("Accept-Language", ""), self.known)
        return settings.LANGUAGE_CODE


def _asked_for(header: str, known: set[str]) -> str:
    """The known language of highest quality in an `Accept-Language`; Vietnamese for anything else."""
    for wanted, _quality in parse_accept_lang_header(header.lower()):
        language = wanted.partition("-")[0]
        if language in known:
            return language
    return settings.LANGUAGE_CODE
