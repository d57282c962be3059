"""Addresses of the room of the exchange."""

from __future__ import annotations

from django.urls import path

from motcua.workspace.exchange import changing, paper, views

urlpatterns = [
    path(
        "dossiers/<str:code>/paper-answer/",
        paper.RecordPaperAnswer.as_view(),
        name="paper-answer",
    ),
    path("partners/", views.ListPartners.as_view(), name="partners"),
    path("partners/add/", changing.AddPartner.as_view(), name="add-partner"),
    path("partners/<int:partner_id>/", views.ShowPartner.as_view(), name="partner"),
    path("partners/<int:partner_id>/messages/", views.ShowMessages.as_view(), name="messages-told"),
    path(
        "partners/<int:partner_id>/change/", changing.ChangePartner.as_view(), name="change-partner"
    ),
]
