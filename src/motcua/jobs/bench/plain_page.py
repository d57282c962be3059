"""The product's addresses and one more: a page that says ok and does nothing, the floor of pages."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import include, path


def plain(_request: HttpRequest) -> HttpResponse:
    return HttpResponse("ok")


urlpatterns = [path("bench/plain/", plain), path("", include("motcua.config.urls"))]
