"""Addresses of declarations."""

from __future__ import annotations

from django.urls import path

from motcua.workspace.declarations import views

urlpatterns = [
    path("dossiers/<str:code>/declaration/", views.ShowDeclaration.as_view(), name="declaration"),
    path(
        "dossiers/<str:code>/declaration.pdf",
        views.PrintDeclaration.as_view(),
        name="print-declaration",
    ),
]
