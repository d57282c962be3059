"""Addresses of the room of notices."""

from __future__ import annotations

from django.urls import path

from motcua.workspace.notices import changing, texts, views

urlpatterns = [
    path("dossiers/<str:code>/notices/", views.ShowTold.as_view(), name="dossier-notices"),
    path("notices/", views.ListNotices.as_view(), name="notices"),
    path("notices/retry/", views.RetryNotices.as_view(), name="retry-notices"),
    path("notices/texts/", texts.ListTexts.as_view(), name="notice-texts"),
    path("notices/texts/text/", texts.ShowText.as_view(), name="notice-text"),
    path("notices/texts/change/", changing.ChangeText.as_view(), name="change-notice-text"),
]
