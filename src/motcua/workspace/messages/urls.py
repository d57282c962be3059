"""Addresses of messages and of what came by web."""

from __future__ import annotations

from django.urls import path

from motcua.workspace.messages import views

urlpatterns = [
    path("messages/", views.Inbox.as_view(), name="messages"),
    path("dossiers/<str:code>/messages/", views.DossierMessages.as_view(), name="dossier-messages"),
    path("dossiers/<str:code>/originals/<int:file_id>", views.Original.as_view(), name="original"),
]
