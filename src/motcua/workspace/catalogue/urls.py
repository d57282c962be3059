"""Addresses of the catalogue's upkeep."""

from __future__ import annotations

from django.urls import path

from motcua.workspace.catalogue import comparing, importing, policy, relief

urlpatterns = [
    path("procedures/compare/", comparing.CompareVersions.as_view(), name="procedure-compare"),
    path("procedures/import/", importing.ImportProcedures.as_view(), name="import-procedures"),
    path(
        "procedures/supplement-policy/",
        policy.SetSupplementPolicy.as_view(),
        name="supplement-policy",
    ),
    path("procedures/fee-moment/", policy.SetFeeMoment.as_view(), name="fee-moment"),
    path("procedures/relief/", relief.SetRelief.as_view(), name="set-relief"),
]
