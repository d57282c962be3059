"""Addresses of printed papers."""

from __future__ import annotations

from django.urls import path

from motcua.workspace.papers import many, views

urlpatterns = [
    path("dossiers/<str:code>/papers/", views.ListPapers.as_view(), name="papers"),
    path(
        "dossiers/<str:code>/papers/<slug:kind>.pdf", views.PrintPaper.as_view(), name="print-paper"
    ),
    path("papers/print/", many.PrintMany.as_view(), name="print-papers"),
    path("papers/print/<int:run_id>/", many.ShowPrintRun.as_view(), name="print-run"),
    path("papers/print/<int:run_id>/papers.pdf", many.TakePrinted.as_view(), name="take-printed"),
]
