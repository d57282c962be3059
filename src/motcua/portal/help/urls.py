"""Addresses of the help."""

from __future__ import annotations

from django.urls import path

from motcua.portal.help import views

urlpatterns = [
    path("tro-giup/", views.list_help, name="help-index"),
    path("tro-giup/<slug:topic>/", views.show_help, name="help"),
]
