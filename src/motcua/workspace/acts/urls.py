"""Addresses of the acts on a dossier and of its files."""

from __future__ import annotations

from django.urls import path

from motcua.workspace.acts import files, views

urlpatterns = [
    path("dossiers/<str:code>/acts/<str:act>/", views.ActPage.as_view(), name="act"),
    path(
        "dossiers/<str:code>/files/<int:position>/",
        files.ShowFile.as_view(),
        name="dossier-file",
    ),
]
