"""Addresses of the counter."""

from __future__ import annotations

from django.urls import path

from motcua.workspace.reception import received, views, waiting

urlpatterns = [
    path("desk/receive/", views.ReceiveDossier.as_view(), name="receive"),
    path("desk/agencies/", views.SuggestAgencies.as_view(), name="suggest-agencies"),
    path("desk/waiting/", waiting.WaitingDossiers.as_view(), name="waiting"),
    path(
        "desk/received/<str:code>/", received.ReceivedTogether.as_view(), name="received-together"
    ),
    path("desk/received/<str:code>/slip.pdf", received.PrintGroupSlip.as_view(), name="group-slip"),
    path(
        "desk/received/<str:code>/minutes.pdf",
        received.PrintGroupMinutes.as_view(),
        name="group-minutes",
    ),
]
