"""Addresses of the genuine check."""

from __future__ import annotations

from django.urls import path

from motcua.portal.checking import views

urlpatterns = [
    path("kiem-tra/", views.ask_check, name="check"),
    path("kiem-tra/tep/", views.CheckFile.as_view(), name="check-file"),
    path("kiem-tra/<str:code>/<str:mark>", views.CheckPaper.as_view(), name="check-paper"),
]
