"""Addresses of the room of registers."""

from __future__ import annotations

from django.urls import path

from motcua.workspace.registers import views

urlpatterns = [
    path("registers/", views.ListRegisters.as_view(), name="registers"),
    path("registers/<int:year>/", views.ShowRegister.as_view(), name="register"),
    path("registers/<int:year>/closing/", views.CloseRegister.as_view(), name="register-closing"),
]
