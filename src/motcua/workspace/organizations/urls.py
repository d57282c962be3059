"""Addresses of organizations."""

from __future__ import annotations

from django.urls import path

from motcua.workspace.organizations import views

urlpatterns = [
    path("organizations/", views.CheckOrganizations.as_view(), name="organizations"),
]
