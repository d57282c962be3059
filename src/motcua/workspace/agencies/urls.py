"""Addresses of the room of agencies."""

from __future__ import annotations

from django.urls import path

from motcua.workspace.agencies import changing, succession, views

urlpatterns = [
    path("agencies/", views.ShowAgencies.as_view(), name="agencies"),
    path("agencies/succession/", succession.SucceedAgencies.as_view(), name="agency-succession"),
    path("agencies/<slug:slug>/", views.ShowAgency.as_view(), name="agency"),
    path("agencies/<slug:slug>/change/", changing.ChangeAgency.as_view(), name="change-agency"),
]
