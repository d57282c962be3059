"""Addresses of the work."""

from __future__ import annotations

from django.urls import path

from motcua.workspace.workflow import asking, inbox, of_dossier, task, time

urlpatterns = [
    path("inbox/", inbox.Inbox.as_view(), name="inbox"),
    path("tasks/<int:task_id>/", task.ShowTask.as_view(), name="task"),
    path("where-time-goes/", time.WhereTimeGoes.as_view(), name="where-time-goes"),
    path("where-time-goes/behind/", time.TimeBehind.as_view(), name="time-behind"),
    path("orders/new/", asking.GiveOrder.as_view(), name="give-order"),
    path("dossiers/<str:code>/process/", of_dossier.DossierWork.as_view(), name="dossier-process"),
    path("dossiers/<str:code>/ask/<str:asking>/", asking.Ask.as_view(), name="ask"),
]
