"""Where other installations bring files and messages: each request is signed with the key of a known
partner, each answer with our own. The shape is in docs/explain/exchange.md.

    PUT  /exchange/files/DIGEST?offset=N&size=N&name=…   a piece        → {"received", "is_whole"}
    POST /exchange/messages   {"messages": [{"seq", "kind", "thread", "at", "body"}]} → {"through", "stuck"}
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any

import orjson
from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from motcua.documents.commands.brought import Bringing, bring_piece
from motcua.exchange.commands.hearing import NumberTaken, hear
from motcua.exchange.keys import sign
from motcua.exchange.proving import AT, FROM, SIGNATURE, TO, Asked, PartnerProved, prove
from motcua.exchange.rules.envelope import answer_text
from motcua.exchange.wire import MessageUnreadable, unbundled
from motcua.kernel import clock
from motcua.kernel.event import instant_text
from motcua.kernel.refusal import Refusal

BODY_BYTES_MAX = 4 * 1024 * 1024
STATUS_OF = {
    "partner-not-known": HTTPStatus.NOT_FOUND,
    "signature-refused": HTTPStatus.UNAUTHORIZED,
    "clocks-differ": HTTPStatus.UNAUTHORIZED,
    NumberTaken.code: HTTPStatus.CONFLICT,
    MessageUnreadable.code: HTTPStatus.BAD_REQUEST,
}
Answer = dict[str, Any]
Handler = Callable[..., Answer]


def signed(handler: Handler) -> Callable[..., HttpResponse]:
    """Only partners are heard; whatever is answered, a refusal too, is signed to this very request."""

    @csrf_exempt
    @wraps(handler)
    def heard(request: HttpRequest, **place: str) -> HttpResponse:
        at = clock.now()
        body = request.read(BODY_BYTES_MAX + 1)
        signature = request.headers.get(SIGNATURE, "")
        try:
            partner = prove(_asked(request, body), at)
            status, told = HTTPStatus.OK, handler(request, partner, body, **place)
        except Refusal as refusal:
            status = STATUS_OF.get(refusal.code, HTTPStatus.UNPROCESSABLE_ENTITY)
            told = {"code": refusal.code, "at": instant_text(at), **_plain(refusal)}
        text = orjson.dumps(told)
        answer = HttpResponse(text, status=status, content_type="application/json")
        answer[SIGNATURE] = sign(answer_text(signature, status, text))
        answer["Cache-Control"] = "no-store"
        return answer

    return heard


def _asked(request: HttpRequest, body: bytes) -> Asked:
    query = request.META.get("QUERY_STRING", "")
    assert request.method is not None
    return Asked(
        method=request.method,
        path=request.path_info + (f"?{query}" if query else ""),
        sender=request.headers.get(FROM, ""),
        receiver=request.headers.get(TO, ""),
        at=request.headers.get(AT, ""),
        signature=request.headers.get(SIGNATURE, ""),
        body=body,
    )


def _plain(refusal: Refusal) -> Answer:
    return {name: value for name, value in refusal.params.items() if isinstance(value, int | str)}


@require_http_methods(["POST"])
@signed
def take_messages(_request: HttpRequest, partner: PartnerProved, body: bytes) -> Answer:
    """Refusals: MessageUnreadable, NumberTaken."""
    messages = unbundled(body)
    heard = hear(partner_id=partner.id, at=clock.now(), messages=messages)
    return {"through": heard.through, "stuck": heard.stuck}


@require_http_methods(["PUT"])
@signed
def take_piece(request: HttpRequest, partner: PartnerProved, body: bytes, digest: str) -> Answer:
    """Refusals: those of `bring_piece`, MessageUnreadable."""
    name, numbers = request.GET.get("name", ""), [request.GET.get(one, "") for one in SIZES]
    if not all(one.isdecimal() and one.isascii() and len(one) < 16 for one in numbers):
        raise MessageUnreadable
    offset, size = map(int, numbers)
    bringing = Bringing(sender=partner.mark, digest=digest, name=name, size=size)
    here = bring_piece(at=clock.now(), bringing=bringing, offset=offset, data=body)
    return {"received": here.received, "is_whole": here.is_whole}


SIZES = ("offset", "size")

urlpatterns = [
    path("messages", take_messages, name="exchange-messages"),
    path("files/<str:digest>", take_piece, name="exchange-files"),
]
