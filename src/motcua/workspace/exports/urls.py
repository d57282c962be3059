"""Addresses of one's own files."""

from __future__ import annotations

from django.urls import path

from motcua.workspace.exports import views

urlpatterns = [
    path("exports/", views.ListExports.as_view(), name="exports"),
    path("exports/<int:export_id>/", views.ShowExport.as_view(), name="export"),
    path("exports/<int:export_id>/file.bin", views.FetchExport.as_view(), name="fetch-export"),
]
