"""Addresses of the help pages."""

from __future__ import annotations

from django.urls import path

from motcua.workspace.help import views

urlpatterns = [
    path("help/", views.ListHelp.as_view(), name="help-index"),
    path("help/<slug:key>/", views.ShowHelp.as_view(), name="help"),
]
