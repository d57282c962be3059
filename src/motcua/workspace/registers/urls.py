"""Addresses of the room of registers."""

from __future__ import annotations

from django.urls import path

from motcua.workspace.registers import views

urlpatterns = [
    path("registers/", views.ListRegisters.as_view(), name="registers"),
    path("registers/<int:year>/", views.ShowRegister.as_view(), name="register"),
    path("registers/<int:year>/closing/", views.CloseRegister.as_view(), name="register-closing"),
    path("registers/exports/<int:export_id>/", views.ShowExport.as_view(), name="register-export"),
    path(
        "registers/exports/<int:export_id>/file.bin",
        views.FetchExport.as_view(),
        name="fetch-register-export",
    ),
]
