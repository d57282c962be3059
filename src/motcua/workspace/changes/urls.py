"""The address that open pages ask. It needs no session, so it stands outside the workspace's own addresses."""

from __future__ import annotations

from django.urls import path

from motcua.workspace.changes import views

app_name = "changes"
urlpatterns = [path("", views.stamp, name="stamp")]
