"""Addresses of the room of paper forms."""

from __future__ import annotations

from django.urls import path

from motcua.workspace.paper_forms import changing, views

urlpatterns = [
    path("paper-forms/", views.ListForms.as_view(), name="paper-forms"),
    path("paper-forms/form/", views.ShowForm.as_view(), name="paper-form"),
    path("paper-forms/form.pdf", views.PrintSpecimen.as_view(), name="paper-form-specimen"),
    path("paper-forms/change/", changing.ChangeForm.as_view(), name="change-paper-form"),
]
