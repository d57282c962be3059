"""Addresses of the room of figures."""

from __future__ import annotations

from django.urls import path

from motcua.workspace.figures import (
    behind,
    behind_closed,
    closed,
    closing,
    indicators,
    leading,
    views,
)

urlpatterns = [
    path("overview/", leading.Overview.as_view(), name="overview"),
    path("overview/behind/", behind.OverviewBehind.as_view(), name="overview-behind"),
    path("overview/durations/", leading.Durations.as_view(), name="durations"),
    path("reports/", views.ListReports.as_view(), name="reports"),
    path("reports/behind/", behind.ShowBehind.as_view(), name="report-behind"),
    path("reports/indicators/", indicators.ShowIndicators.as_view(), name="indicators"),
    path("reports/closed/", closed.ListClosed.as_view(), name="closed-reports"),
    path("reports/closed/<int:closed_id>/", closed.ShowClosed.as_view(), name="closed-report"),
    path(
        "reports/closed/<int:closed_id>/behind/",
        behind_closed.ClosedBehind.as_view(),
        name="closed-behind",
    ),
    path(
        "reports/closed/<int:closed_id>/file.<str:ending>",
        closed.FetchClosed.as_view(),
        name="fetch-closed-report",
    ),
    path("reports/<str:report_name>/", views.ShowReport.as_view(), name="report"),
    path(
        "reports/<str:report_name>/file.<str:ending>",
        views.FetchReport.as_view(),
        name="fetch-report",
    ),
    path(
        "reports/<str:report_name>/closing/", closing.CloseReport.as_view(), name="report-closing"
    ),
]
