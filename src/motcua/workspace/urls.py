"""Addresses of the staff site. A room with a package of its own brings its own list: `*room.urlpatterns`."""

from __future__ import annotations

from django.urls import path

from motcua.workspace.views import (
    agencies,
    calendar,
    catalogue,
    desk,
    dossiers,
    people,
    receive,
    stand_ins,
)

app_name = "workspace"
urlpatterns = [
    path("desk/", desk.Desk.as_view(), name="desk"),
    path("desk/receive/", receive.ReceiveDossier.as_view(), name="receive"),
    path("desk/procedures/", catalogue.SuggestProcedures.as_view(), name="suggest-procedures"),
    path("dossiers/", dossiers.FindDossiers.as_view(), name="dossiers"),
    path("dossiers/<str:code>/", dossiers.ShowDossier.as_view(), name="dossier"),
    path("dossiers/<str:code>/slip.pdf", dossiers.PrintSlip.as_view(), name="slip"),
    path("procedures/", catalogue.FindProcedures.as_view(), name="procedures"),
    path("procedures/<int:version_id>/", catalogue.ShowProcedure.as_view(), name="procedure"),
    path("agencies/", agencies.ShowAgencies.as_view(), name="agencies"),
    path("agencies/<slug:slug>/", agencies.ShowAgency.as_view(), name="agency"),
    path("calendar/", calendar.ShowCalendar.as_view(), name="calendar"),
    path("calendar/announce/", calendar.AnnounceDay.as_view(), name="announce-day"),
    path("officers/", people.ShowOfficers.as_view(), name="officers"),
    path("officers/stand-in/", stand_ins.AppointStandIn.as_view(), name="appoint-stand-in"),
    path("positions/", people.ChoosePosition.as_view(), name="positions"),
    path("access-log/", people.ShowAccessLog.as_view(), name="access-log"),
]
