"""Addresses of announcements."""

from __future__ import annotations

from django.urls import path

from motcua.workspace.availability import views

urlpatterns = [
    path("announcements/", views.ListAnnouncements.as_view(), name="announcements"),
    path("announcements/new/", views.Announce.as_view(), name="announce"),
]
