"""A request as the handlers know it, and what each one passes before it is answered."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from motcua.api.problems import fault_response, problem_response
from motcua.api.refusals import MethodNotAllowed
from motcua.kernel import clock
from motcua.kernel.actor import Actor
from motcua.ledger.caching import one_revision

log = logging.getLogger(__name__)
View = Callable[..., HttpResponseBase]


class ApiRequest(HttpRequest):
    """`at`: when it came in, read once. `auth`: who asks, where a token is needed."""

    at: datetime
    auth: Actor
    request_id: str


def entrance(view: View) -> View:
    """The clock is read here and nowhere else, the catalogue is read as of one revision, and
    whatever goes wrong leaves as a problem document."""

    @wraps(view)
    def entered(request: ApiRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        request.at = clock.now()
        try:
            with one_revision():
                response = view(request, *args, **kwargs)
        except Exception:
            log.exception("fault in the API, request %s", request.request_id)
            response = fault_response(request)
        if response.status_code == 405:
            response = _method_not_allowed(request, response)
        response.headers.setdefault("Cache-Control", "no-store")
        return response

    entered.csrf_exempt = True  # type: ignore[attr-defined]
    return entered


def _method_not_allowed(request: HttpRequest, bare: HttpResponseBase) -> HttpResponse:
    allowed = ", ".join(sorted(bare.headers["Allow"].split(", ")))
    response = problem_response(request, MethodNotAllowed(allowed=allowed))
    response["Allow"] = allowed
    return response
