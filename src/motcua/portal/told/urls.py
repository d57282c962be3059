"""Addresses of notices in the account; under `/cua-toi/thong-bao/`."""

from __future__ import annotations

from django.urls import path

from motcua.portal.told import views

urlpatterns = [
    path("", views.ListNotices.as_view(), name="citizen-notices"),
]
