"""Where payment gateways say what became of an order (docs/explain/paying.md).

`POST /payments/hear/NAME`, signed in `X-Signature`. 200 also when the same was said before, so that the
gateway stops; other codes say that it is to look, or to sign anew and try again.
"""

from __future__ import annotations

from typing import Final

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import path
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from motcua.kernel import clock
from motcua.kernel.caller_address import caller_address
from motcua.kernel.pacing import Pace
from motcua.payments.commands.paying.hearing import hear
from motcua.payments.gateways.choosing import gateways_of_office
from motcua.payments.vocabulary import MessageVerdict

BODY_BYTES_MAX = 8192
OK, UNAUTHORIZED, CONFLICT, TOO_LARGE, UNPROCESSABLE, TOO_MANY = 200, 401, 409, 413, 422, 429
FORGED_PER_MINUTE_MAX = 30
forgeries = Pace(FORGED_PER_MINUTE_MAX)
"""Whoever forges is kept in the messages, but does not fill them."""
STATUS_OF: Final = {
    MessageVerdict.ACCEPTED: OK,
    MessageVerdict.ACCEPTED_LATE: OK,
    MessageVerdict.WRONG_AMOUNT: OK,
    MessageVerdict.REPEATED: OK,
    MessageVerdict.NOT_PAID: OK,
    MessageVerdict.FORGED: UNAUTHORIZED,
    MessageVerdict.STALE: CONFLICT,
}
"""All others are unprocessable: trying again does not help."""


@csrf_exempt
@require_POST
def hear_payment(request: HttpRequest, gateway: str) -> HttpResponse:
    """A gateway that this office does not have is not found; a message too long is not read."""
    known = gateways_of_office().get(gateway)
    if known is None:
        raise Http404("no such gateway")
    at = clock.now()
    caller = caller_address(
        request.META.get("REMOTE_ADDR", ""), request.headers.get("X-Forwarded-For", "")
    )
    wait = forgeries.wait(caller, at)
    if wait:
        return _told("TOO_MANY", TOO_MANY, wait)
    body = request.read(BODY_BYTES_MAX + 1)
    if len(body) > BODY_BYTES_MAX:
        return _told("TOO_LARGE", TOO_LARGE)
    signature = request.headers.get("X-Signature", "")
    verdicts = hear(gateway=known, body=body, signature=signature, at=at)
    if MessageVerdict.FORGED in verdicts:
        forgeries.take(caller, at)
    worst = max(verdicts, key=_status, default=MessageVerdict.REPEATED)
    return _told(str(worst), _status(worst))


def _status(verdict: MessageVerdict) -> int:
    return STATUS_OF.get(verdict, UNPROCESSABLE)


def _told(verdict: str, status: int, wait: int = 0) -> HttpResponse:
    response = JsonResponse({"verdict": verdict}, status=status)
    if wait:
        response["Retry-After"] = str(wait)
    return response


urlpatterns = [path("hear/<slug:gateway>", hear_payment, name="hear-payment")]
