"""Addresses of the room of certification."""

from __future__ import annotations

from django.urls import path

from motcua.workspace.certification import entering, registers, signing

urlpatterns = [
    path("certification/", entering.EnterCertification.as_view(), name="certification"),
    path(
        "certification/waiting/",
        signing.WaitingCertifications.as_view(),
        name="certification-waiting",
    ),
    path(
        "certification/register/", registers.ShowRegister.as_view(), name="certification-register"
    ),
    path(
        "certification/register.pdf",
        registers.PrintRegister.as_view(),
        name="print-certifications",
    ),
    path(
        "certification/register.xlsx",
        registers.DownloadRegister.as_view(),
        name="download-certifications",
    ),
    path(
        "certification/<int:certification_id>/",
        registers.ShowEntry.as_view(),
        name="certification-entry",
    ),
]
