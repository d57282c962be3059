"""The reader's wishes (theme, text size, keys, language) and the gallery of components."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_POST

from motcua.ui import gallery as examples
from motcua.ui.context import KEYS_COOKIE, OFF, TEXT_COOKIE, TEXT_SIZES, THEME_COOKIE, THEMES

COOKIE_AGE = 365 * 24 * 3600


def _wishes(request: HttpRequest) -> dict[str, str]:
    """Cookie name -> value for each wish that is one we know; anything else is passed over."""
    known = {
        ("theme", THEME_COOKIE): set(THEMES),
        ("text", TEXT_COOKIE): set(TEXT_SIZES),
        ("keys", KEYS_COOKIE): {"on", OFF},
        ("language", settings.LANGUAGE_COOKIE_NAME): {code for code, _name in settings.LANGUAGES},
    }
    said = {
        cookie: (request.POST.get(name, ""), allowed) for (name, cookie), allowed in known.items()
    }
    return {cookie: value for cookie, (value, allowed) in said.items() if value in allowed}


def _back(request: HttpRequest) -> str:
    """Where the reader was, if that is a page of ours."""
    wanted = request.POST.get("next", "")
    own = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return wanted if own else "/"


# No token asked: it changes nothing but how this reader sees the pages, and error pages offer it too.
@csrf_exempt
@require_POST
def set_look(request: HttpRequest) -> HttpResponse:
    """Keeps theme, text size, keys and language for a year in the reader's own cookies, and goes back (204 to a script)."""
    by_script = request.headers.get("X-Requested-With") == "fetch"
    response = HttpResponse(status=204) if by_script else HttpResponseRedirect(_back(request))
    for cookie, value in _wishes(request).items():
        response.set_cookie(
            cookie,
            value,
            max_age=COOKIE_AGE,
            samesite="Lax",
            secure=request.is_secure(),
            httponly=True,
        )
    return response


@require_GET
def gallery(request: HttpRequest) -> HttpResponse:
    """Every component in every state. Shows made-up words only, so it is open to all."""
    return render(request, "ui/gallery/index.html", examples.context())
