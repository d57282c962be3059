"""Addresses of work lists and of search."""

from __future__ import annotations

from django.urls import path

from motcua.workspace.work import bulk, find, hand_over, late, lists, runs, saved, unit

urlpatterns = [
    path("work/", lists.MyWork.as_view(), name="work"),
    path("work/lists/", saved.SavedViews.as_view(), name="saved-views"),
    path("work/late/", late.LateAndSoon.as_view(), name="due"),
    path("work/unit/", unit.UnitOverview.as_view(), name="unit"),
    path("work/unit/<int:holding_id>/", hand_over.HandOverWork.as_view(), name="hand-over-work"),
    path("work/acts/<slug:act>/", bulk.BulkAct.as_view(), name="work-act"),
    path("work/runs/<int:run_id>/", runs.ShowRun.as_view(), name="work-run"),
    path("dossiers/", find.FindDossiers.as_view(), name="dossiers"),
]
