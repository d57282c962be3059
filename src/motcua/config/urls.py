"""All addresses: citizens' pages in Vietnamese, staff and API in English."""

from __future__ import annotations

from django.urls import include, path

from motcua.api.urls import api

urlpatterns = [
    path("api/v1/", api.urls),
    path("ui/", include("motcua.ui.urls")),
    path("account/", include("allauth.urls")),
    path("", include("motcua.workspace.urls")),
    path("", include("motcua.portal.urls")),
]

handler400 = "motcua.ui.errors.bad_request"
handler403 = "motcua.ui.errors.forbidden"
handler404 = "motcua.ui.errors.not_found"
handler500 = "motcua.ui.errors.server_error"
