"""Addresses of the room where dossiers pass from hand to hand."""

from __future__ import annotations

from django.urls import path

from motcua.workspace.custody import lists

urlpatterns = [path("hand-overs/", lists.HandOvers.as_view(), name="hand-overs")]
