"""Only the addresses of the shared look, so that its tests stand alone."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [path("ui/", include("motcua.ui.urls"))]
