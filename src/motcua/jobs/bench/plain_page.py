"""The product's addresses and one more: a page that says ok and does nothing, the floor of pages."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import path

from motcua.config.urls import handler400, handler403, handler404, handler500
from motcua.config.urls import urlpatterns as product

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]


def plain(_request: HttpRequest) -> HttpResponse:
    return HttpResponse("ok")


urlpatterns = [path("bench/plain/", plain), *product]
