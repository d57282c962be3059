"""Addresses of the room of interactive forms."""

from __future__ import annotations

from django.urls import path

from motcua.workspace.eforms import editing, files, item, listing, previewing, publishing

ONE = "procedures/forms/<int:procedure_id>/"
urlpatterns = [
    path("procedures/forms/", listing.ListForms.as_view(), name="eforms"),
    path(ONE, listing.ShowForm.as_view(), name="eform"),
    path(f"{ONE}versions/", listing.ChangeVersions.as_view(), name="change-eform"),
    path(f"{ONE}compare/", listing.CompareForms.as_view(), name="compare-eform"),
    path(f"{ONE}edit/", editing.EditForm.as_view(), name="edit-eform"),
    path(f"{ONE}edit/item/", item.EditItem.as_view(), name="edit-eform-item"),
    path(f"{ONE}preview/", previewing.PreviewForm.as_view(), name="preview-eform"),
    path(f"{ONE}publish/", publishing.PublishForm.as_view(), name="publish-eform"),
    path(f"{ONE}import/", files.ImportForm.as_view(), name="import-eform"),
    path(f"{ONE}definition.json", files.ExportForm.as_view(), name="export-eform"),
]
