"""Addresses of changes being carried out."""

from __future__ import annotations

from django.urls import path

from motcua.workspace.long_runs import views

urlpatterns = [
    path("runs/<int:run_id>/", views.ShowLongRun.as_view(), name="long-run"),
]
