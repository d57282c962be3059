"""Addresses of the room of internal processes."""

from __future__ import annotations

from django.urls import path

from motcua.workspace.processes import (
    beginning,
    files,
    importing,
    listing,
    publishing,
    replaying,
    showing,
    step,
    table,
)

ONE = "processes/<int:process_id>/"
urlpatterns = [
    path("processes/", listing.ListProcesses.as_view(), name="processes"),
    path("processes/new/", beginning.BeginProcess.as_view(), name="begin-process"),
    path(ONE, showing.ShowProcess.as_view(), name="process"),
    path(f"{ONE}change/", showing.ChangeProcess.as_view(), name="change-process"),
    path(f"{ONE}edit/", table.EditProcess.as_view(), name="edit-process"),
    path(f"{ONE}edit/<slug:step_key>/", step.EditStep.as_view(), name="edit-process-step"),
    path(f"{ONE}publish/", publishing.PublishProcess.as_view(), name="publish-process"),
    path(f"{ONE}try/", replaying.TryProcess.as_view(), name="try-process"),
    path(f"{ONE}import/", importing.ImportProcess.as_view(), name="import-process"),
    path(f"{ONE}process.xlsx", files.ExportProcess.as_view(file_kind="xlsx"), name="process-xlsx"),
    path(f"{ONE}process.bpmn", files.ExportProcess.as_view(file_kind="bpmn"), name="process-bpmn"),
    path(f"{ONE}process.json", files.ExportProcess.as_view(file_kind="json"), name="process-json"),
]
