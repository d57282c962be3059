"""Addresses of the room of interlinked groups."""

from __future__ import annotations

from django.urls import path

from motcua.workspace.interlinked import accepting, listing, receiving, submission

urlpatterns = [
    path("desk/groups/", listing.InterlinkedGroups.as_view(), name="interlinked-groups"),
    path(
        "desk/groups/<int:interlinked_id>/receive/",
        receiving.ReceiveInterlinked.as_view(),
        name="receive-interlinked",
    ),
    path(
        "dossiers/<str:code>/group/",
        submission.ShowSubmission.as_view(),
        name="interlinked-submission",
    ),
    path(
        "dossiers/<str:code>/group/receive/",
        accepting.AcceptSubmission.as_view(),
        name="accept-submission",
    ),
]
