"""Addresses of the room of satisfaction."""

from __future__ import annotations

from django.urls import path

from motcua.workspace.surveys import satisfaction

urlpatterns = [
    path("satisfaction/", satisfaction.ShowSatisfaction.as_view(), name="satisfaction"),
    path(
        "satisfaction/satisfaction.xlsx",
        satisfaction.FetchSatisfaction.as_view(),
        name="fetch-satisfaction",
    ),
]
