"""All addresses: citizens' pages in Vietnamese, staff and API in English."""

from __future__ import annotations

from typing import Any, NoReturn

from django.http import Http404, HttpRequest
from django.urls import include, path

from motcua.api.urls import api

# Staff accounts are opened by an administrator and have no e-mail: these pages of allauth would
# promise what nobody keeps. They come first, so allauth's own are never reached.
NOT_OFFERED = ("signup/", "email/", "confirm-email/", "password/reset/", "password/set/")


def not_offered(_request: HttpRequest, **_rest: Any) -> NoReturn:
    raise Http404("not offered")


urlpatterns = [
    path("api/v1/", api.urls),
    path("deliveries/", include("motcua.api.deliveries")),
    path("exchange/", include("motcua.api.exchange")),
    path("payments/", include("motcua.api.payments")),
    path("ui/", include("motcua.ui.urls")),
    *(path(f"account/{page}", not_offered, name="not-offered") for page in NOT_OFFERED),
    *(path(f"account/{page}<path:rest>", not_offered, name="not-offered") for page in NOT_OFFERED),
    path("account/", include("allauth.urls")),
    path("changes/", include("motcua.workspace.changes.urls")),
    path("", include("motcua.workspace.urls")),
    path("", include("motcua.portal.urls")),
]

handler400 = "motcua.ui.errors.bad_request"
handler403 = "motcua.ui.errors.forbidden"
handler404 = "motcua.ui.errors.not_found"
handler429 = "motcua.ui.errors.too_many"
handler500 = "motcua.ui.errors.server_error"
