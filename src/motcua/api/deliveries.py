"""Where carriers say that a message has arrived: signed with the secret that the office shares with each.

`POST /deliveries/sms`, body `{"key": …, "state": "DELIVERED" | "FAILED"}`, header `X-Signature`: the HMAC-SHA256 of the
body in hexadecimal. Answered with 204 also when it was said before.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from motcua.kernel import clock
from motcua.kernel.verdict import NotFound
from motcua.notices.commands.hearing import hear_of
from motcua.notices.commands.sending import Sending
from motcua.notices.gateways.choosing import gateways_of_office, hours_of_office
from motcua.notices.vocabulary import Carrier, NoticeState

BODY_BYTES_MAX = 4096
NO_CONTENT, BAD_REQUEST, UNAUTHORIZED, NOT_FOUND = 204, 400, 401, 404


@csrf_exempt
@require_POST
def hear_delivery(request: HttpRequest, carrier: Carrier) -> HttpResponse:
    """A message that is none of ours is not found; an unsigned one is not read."""
    secret = settings.NOTICE_SMS_SECRET if carrier is Carrier.SMS else settings.NOTICE_ZALO_SECRET
    if not secret:
        raise Http404("no such carrier")
    body = request.read(BODY_BYTES_MAX + 1)
    shown = request.headers.get("X-Signature", "").encode(errors="replace")
    if not hmac.compare_digest(shown, signature_of(body, secret).encode()):
        return HttpResponse(status=UNAUTHORIZED)
    said = _said(body)
    if said is None:
        return HttpResponse(status=BAD_REQUEST)
    sending = Sending(gateways_of_office(), clock.now, hours_of_office())
    try:
        hear_of(carrier=carrier, key=said[0], state=said[1], sending=sending)
    except NotFound:
        return HttpResponse(status=NOT_FOUND)
    return HttpResponse(status=NO_CONTENT)


def signature_of(body: bytes, secret: str) -> str:
    return hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()


def _said(body: bytes) -> tuple[str, NoticeState] | None:
    try:
        told: Any = json.loads(body)
        return str(told["key"]), NoticeState(told["state"])
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


urlpatterns = [
    path("sms", hear_delivery, {"carrier": Carrier.SMS}, name="hear-sms"),
    path("zalo", hear_delivery, {"carrier": Carrier.ZALO}, name="hear-zalo"),
]
