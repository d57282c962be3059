"""Addresses by which a script sends files in pieces."""

from __future__ import annotations

from django.urls import path

from motcua.workspace.uploads.views import BeginUpload, FinishUpload, UploadPieces

urlpatterns = [
    path("uploads/", BeginUpload.as_view(), name="uploads"),
    path("uploads/<str:token>/", UploadPieces.as_view(), name="upload"),
    path("uploads/<str:token>/finish/", FinishUpload.as_view(), name="finish-upload"),
]
