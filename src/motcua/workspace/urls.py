"""Addresses of the staff site. A room with a package of its own brings its own list: `*room.urlpatterns`."""

from __future__ import annotations

from django.urls import path

from motcua.workspace.acts import urls as acts
from motcua.workspace.agencies import urls as agencies
from motcua.workspace.availability import urls as availability
from motcua.workspace.catalogue import urls as catalogue_room
from motcua.workspace.certification import urls as certification
from motcua.workspace.changes import views as changes
from motcua.workspace.custody import urls as custody_room
from motcua.workspace.declarations import urls as declarations
from motcua.workspace.eforms import urls as eforms_room
from motcua.workspace.exchange import urls as exchange
from motcua.workspace.exports import urls as exports
from motcua.workspace.feedback import urls as feedback_room
from motcua.workspace.figures import urls as figures
from motcua.workspace.help import urls as help_room
from motcua.workspace.interlinked import urls as interlinked
from motcua.workspace.long_runs import urls as long_runs
from motcua.workspace.messages import urls as messages_room
from motcua.workspace.money import urls as money
from motcua.workspace.notices import urls as notices
from motcua.workspace.office_hours import urls as office_hours
from motcua.workspace.officers import urls as officers_room
from motcua.workspace.organizations import urls as organizations
from motcua.workspace.paper_forms import urls as paper_forms
from motcua.workspace.papers import urls as papers_room
from motcua.workspace.paying import urls as paying
from motcua.workspace.processes import urls as processes_room
from motcua.workspace.reception import urls as reception
from motcua.workspace.registers import urls as registers
from motcua.workspace.returns import urls as returns
from motcua.workspace.surveys import urls as surveys
from motcua.workspace.till import urls as till
from motcua.workspace.uploads import urls as uploads_room
from motcua.workspace.views import (
    calendar,
    catalogue,
    desk,
    dossiers,
    people,
)
from motcua.workspace.work import urls as work
from motcua.workspace.workflow import urls as workflow_room

app_name = "workspace"
urlpatterns = [
    path("desk/", desk.Desk.as_view(), name="desk"),
    *reception.urlpatterns,
    *interlinked.urlpatterns,
    path("desk/procedures/", catalogue.SuggestProcedures.as_view(), name="suggest-procedures"),
    *work.urlpatterns,
    *workflow_room.urlpatterns,
    path("dossiers/<str:code>/", dossiers.ShowDossier.as_view(), name="dossier"),
    path("dossiers/<str:code>/slip.pdf", dossiers.PrintSlip.as_view(), name="slip"),
    *custody_room.urlpatterns,
    *declarations.urlpatterns,
    *acts.urlpatterns,
    *certification.urlpatterns,
    path("procedures/", catalogue.FindProcedures.as_view(), name="procedures"),
    *catalogue_room.urlpatterns,
    *eforms_room.urlpatterns,
    path("procedures/<int:version_id>/", catalogue.ShowProcedure.as_view(), name="procedure"),
    *agencies.urlpatterns,
    path("calendar/", calendar.ShowCalendar.as_view(), name="calendar"),
    *office_hours.urlpatterns,
    path("calendar/announce/", calendar.AnnounceDay.as_view(), name="announce-day"),
    *officers_room.urlpatterns,
    *uploads_room.urlpatterns,
    path("positions/", people.ChoosePosition.as_view(), name="positions"),
    *help_room.urlpatterns,
    path("changes/<str:code>/", changes.TellChanges.as_view(), name="changes"),
    *messages_room.urlpatterns,
    *exchange.urlpatterns,
    *notices.urlpatterns,
    *feedback_room.urlpatterns,
    *availability.urlpatterns,
    *organizations.urlpatterns,
    *paper_forms.urlpatterns,
    *processes_room.urlpatterns,
    *papers_room.urlpatterns,
    *paying.urlpatterns,
    *till.urlpatterns,
    *money.urlpatterns,
    *returns.urlpatterns,
    *registers.urlpatterns,
    *exports.urlpatterns,
    *long_runs.urlpatterns,
    *figures.urlpatterns,
    *surveys.urlpatterns,
    path("access-log/", people.ShowAccessLog.as_view(), name="access-log"),
]
