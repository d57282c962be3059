"""Addresses of the calendar's upkeep."""

from __future__ import annotations

from django.urls import path

from motcua.workspace.office_hours import next_year, views

urlpatterns = [
    path("calendar/hours/", views.SetHours.as_view(), name="set-hours"),
    path("calendar/next-year/", next_year.CarryDays.as_view(), name="carry-days"),
]
