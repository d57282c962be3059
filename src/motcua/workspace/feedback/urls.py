"""Addresses of the room of feedback."""

from __future__ import annotations

from django.urls import path

from motcua.workspace.feedback import acting, closing, entering, figures, lists, petition, terms

ONE = "feedback/<str:petition_code>/"
urlpatterns = [
    path("feedback/", lists.ListFeedback.as_view(), name="feedback"),
    path("feedback/new/", entering.EnterFeedback.as_view(), name="enter-feedback"),
    path("feedback/figures/", figures.ShowFigures.as_view(), name="feedback-figures"),
    path("feedback/figures/close/", closing.CloseFigures.as_view(), name="close-feedback-figures"),
    path(
        "feedback/figures/closed/<int:feedback_closed_id>/",
        closing.ShowClosedFigures.as_view(),
        name="closed-feedback-figures",
    ),
    path("feedback/figures.xlsx", figures.DownloadFigures.as_view(), name="feedback-figures-xlsx"),
    path("feedback/terms/", terms.ShowTerms.as_view(), name="feedback-terms"),
    path("feedback/terms/change/", terms.ChangeTerms.as_view(), name="change-feedback-terms"),
    path(ONE, petition.ShowPetition.as_view(), name="petition"),
    path(f"{ONE}files/<str:digest>", petition.PetitionFile.as_view(), name="petition-file"),
    path(f"{ONE}<slug:petition_act>/", acting.ActOnPetition.as_view(), name="petition-act"),
]
