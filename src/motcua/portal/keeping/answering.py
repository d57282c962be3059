"""A kept page or a last copy as the answer to one request."""

from __future__ import annotations

import re
from datetime import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.template import engines
from django.utils.html import escape

from motcua.portal.keeping.answers import Kept, Key
from motcua.portal.keeping.holding import NEVER_CACHED, Holds
from motcua.portal.keeping.last_copies import LastCopy
from motcua.portal.preferences import OFFICE_COOKIE
from motcua.ui.context import Look, look_of

PLACE = b"<!--standing-->"
"""Where `ui/public.html` leaves room for what everybody is to know first."""
OWN = re.compile(rb"<!--own-->.*?<!--/own-->", re.DOTALL)
ROOT_TAG = re.compile(rb"<html[^>]*>")
WISH = re.compile(rb' data-(?:theme|text|keys)="[^"]*"')
ADDRESS_LENGTH_MAX = 500
SECONDS_TO_WAIT = "10"
NOT_FOR_ALL_COOKIES = ("messages", settings.SESSION_COOKIE_NAME)
NOT_FOR_ALL_HEADERS = ("Authorization", "HX-Request", "Range")
VARY = "Accept-Encoding, Cookie"


def is_for_everybody(request: HttpRequest) -> bool:
    """A stranger reads a page: nothing in the request says who it is."""
    return (
        request.method == "GET"
        and len(request.get_full_path()) <= ADDRESS_LENGTH_MAX
        and not any(name in request.COOKIES for name in NOT_FOR_ALL_COOKIES)
        and not any(name in request.headers for name in NOT_FOR_ALL_HEADERS)
    )


def key_of(request: HttpRequest) -> Key:
    """Address, office and look: two readers with the same key see the same page."""
    office = request.COOKIES.get(OFFICE_COOKIE, "")
    return (request.scheme or "", request.get_host(), office, *map(str, _parts(look_of(request))))


def _parts(look: Look) -> tuple[object, ...]:
    return tuple(getattr(look, name) for name in Look.__slots__)


def kept_from(response: HttpResponse, holds: Holds, at: datetime) -> Kept:
    """What is kept of an answer: everything but cookies, which it has none of."""
    headers = {name: value for name, value in response.items() if name != "Content-Length"}
    headers |= {"Cache-Control": holds.cached_by, "Vary": VARY}
    return Kept(response.content, headers, holds, at)


def answer_from(request: HttpRequest, kept: Kept, banner: bytes) -> HttpResponse:
    """The page, or 304 where the browser has it; compressed where nothing is put into it."""
    if banner:
        return _with(kept, with_banner(kept.body, banner))
    if kept.tag in request.headers.get("If-None-Match", ""):
        unchanged = HttpResponseNotModified()
        for name in ("Cache-Control", "Vary"):
            unchanged[name] = kept.headers[name]
        unchanged["ETag"] = kept.tag
        return unchanged
    if "gzip" in request.headers.get("Accept-Encoding", ""):
        response = _with(kept, kept.gzipped)
        response["Content-Encoding"] = "gzip"
    else:
        response = _with(kept, kept.body)
    response["ETag"] = kept.tag
    return response


def _with(kept: Kept, body: bytes) -> HttpResponse:
    response = HttpResponse(body, headers=kept.headers)
    response["Content-Length"] = str(len(body))
    return response


def with_banner(body: bytes, banner: bytes) -> bytes:
    """The page with what everybody is to know first."""
    return body.replace(PLACE, banner, 1)


def copy_of(kept: Kept) -> LastCopy:
    """What is read of it while the database is away."""
    body = OWN.sub(b"", kept.body) if kept.holds.remembered_as else kept.body
    return LastCopy(body, kept.headers, kept.made_at, kept.holds.is_paced)


def answer_of_last_copy(request: HttpRequest, copy: LastCopy, banner: bytes) -> HttpResponse:
    """The page as it was, saying since when, in the reader's own theme and size of letters."""
    body = copy.body
    if copy.headers.get("Content-Type", "").startswith("text/html"):
        template = engines["jinja2"].get_template("portal/keeping/last_copy.html")
        note = template.render({"made_at": copy.made_at}).encode()
        look = look_of(request)
        body = ROOT_TAG.sub(lambda found: _root(found.group(), look), body, count=1)
        body = with_banner(body, note + banner)
    response = HttpResponse(body, headers=copy.headers)
    response["Cache-Control"] = NEVER_CACHED
    response["Retry-After"] = SECONDS_TO_WAIT
    return response


def _root(tag: bytes, look: Look) -> bytes:
    """The tag of the page with this reader's wishes in place of those of whoever read it then."""
    wishes = f' data-theme="{escape(look.theme)}"'
    wishes += f' data-text="{escape(look.text_size)}"' if look.large_text else ""
    wishes += "" if look.keys else ' data-keys="off"'
    return WISH.sub(b"", tag).replace(b"<html", b"<html" + wishes.encode(), 1)
