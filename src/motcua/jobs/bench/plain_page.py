"""The product's addresses and two more, floors of pages: one that says ok and does nothing, and a short
page of one view and one template."""

from __future__ import annotations

from functools import cache
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import include, path

MINIMAL = """<!doctype html><html lang="{{ look.language }}"><head><title>{{ title }}</title></head>
<body><h1>{{ title }}</h1><p>{{ _("Bộ phận Một cửa") }}</p></body></html>"""


def plain(_request: HttpRequest) -> HttpResponse:
    return HttpResponse("ok")


def minimal(request: HttpRequest) -> HttpResponse:
    return HttpResponse(_template().render({"title": "Một Cửa"}, request))


@cache
def _template() -> Any:
    """Read once, as those of the product are."""
    return engines["jinja2"].from_string(MINIMAL)


urlpatterns = [
    path("bench/plain/", plain),
    path("bench/minimal/", minimal),
    path("", include("motcua.config.urls")),
]
