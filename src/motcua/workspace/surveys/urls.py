"""Addresses of the room of satisfaction."""

from __future__ import annotations

from django.urls import path

from motcua.workspace.surveys import at_desk, devices, follow_ups, questionnaires, satisfaction

urlpatterns = [
    path("dossiers/<str:code>/rating/", at_desk.InviteAtDesk.as_view(), name="invite-to-rate"),
    path("satisfaction/devices/", devices.ListDevices.as_view(), name="survey-devices"),
    path(
        "satisfaction/questionnaires/",
        questionnaires.ListQuestionnaires.as_view(),
        name="questionnaires",
    ),
    path(
        "satisfaction/questionnaires/<str:survey_source>/",
        questionnaires.ShowQuestionnaire.as_view(),
        name="questionnaire",
    ),
    path(
        "satisfaction/questionnaires/new/<str:survey_occasion>/",
        questionnaires.NewQuestionnaire.as_view(),
        name="new-questionnaire",
    ),
    path("follow-ups/", follow_ups.ListFollowUps.as_view(), name="follow-ups"),
    path("follow-ups/<int:follow_up_id>/", follow_ups.ShowFollowUp.as_view(), name="follow-up"),
    path("satisfaction/", satisfaction.ShowSatisfaction.as_view(), name="satisfaction"),
    path(
        "satisfaction/satisfaction.csv",
        satisfaction.FetchSatisfactionCsv.as_view(),
        name="satisfaction-csv",
    ),
    path(
        "satisfaction/satisfaction.xlsx",
        satisfaction.FetchSatisfaction.as_view(),
        name="fetch-satisfaction",
    ),
]
