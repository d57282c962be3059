"""The page of paying: what is owed, a code for any bank's app with the same in words, and whether the
money has come. Whoever has the code of a dossier may pay for it; nothing personal is shown, and not
what the matter is (docs/decisions/0009).
"""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from motcua.dossiers.queries.own.to_pay import DossierToPay, dossier_to_pay
from motcua.kernel import clock
from motcua.kernel.actor import Door, stranger
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound
from motcua.ledger.recording import RequestKey
from motcua.payments.commands.paying.orders import open_order
from motcua.payments.gateways.choosing import gateways_of_office
from motcua.payments.gateways.ports import Asking
from motcua.payments.queries.paying.orders import OrderShown, last_order, payable
from motcua.payments.refusal_words import sentence
from motcua.payments.showing import order_context
from motcua.portal.codes import code_typed
from motcua.portal.mine.money import refund_lines
from motcua.portal.pacing import caller_of, note_miss, wait_of
from motcua.portal.paying.pacing import attempts
from motcua.portal.public import public_page
from motcua.settlements.queries.over import all_to_give_back

SECONDS_BETWEEN_LOOKS = 5


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def pay(request: HttpRequest, code: str) -> HttpResponse:
    """GET: what is owed and the open order. POST: begin a new attempt.

    A dossier without fees is not found here; one that is settled says so and asks for nothing.
    """
    at, code = clock.now(), code_typed(code)
    if wait_of(request, at):
        return _refused(
            request, code, _("Bạn hỏi nhiều mã không có quá. Đợi một phút rồi thử lại."), 429
        )
    try:
        dossier = dossier_to_pay(code=code)
    except NotFound as refusal:
        note_miss(request, at)
        raise Http404("dossier") from refusal
    if request.method == "POST":
        return _begin(request, dossier, at)
    return _show(request, dossier, at)


def _begin(request: HttpRequest, dossier: DossierToPay, at: datetime) -> HttpResponse:
    wait = attempts.take(caller_of(request), at)
    if wait:
        words = _("Bạn bấm nhiều lần quá. Đợi một phút rồi bấm lại; chưa mất tiền.")
        return _show(request, dossier, at, problem=words, status=429)
    key = RequestKey(f"pay:{dossier.id}:{_request_id(request)}", dossier.code)
    try:
        open_order(actor=stranger(door=Door.PORTAL), at=at, code=dossier.code, request=key)
    except Refusal as refusal:
        return _show(request, dossier, at, problem=sentence(refusal), status=422)
    return redirect("portal:pay", code=dossier.code)


def _request_id(request: HttpRequest) -> str:
    """The page's own key: a double click begins one attempt. Whoever sends none gets one."""
    given = request.POST.get("request_key", "")
    try:
        return str(uuid.UUID(given))
    except ValueError:
        return str(uuid.uuid4())


def _show(
    request: HttpRequest,
    dossier: DossierToPay,
    at: datetime,
    *,
    problem: str = "",
    status: int = 200,
) -> HttpResponse:
    may, order = payable(dossier, at), last_order(dossier.id)
    if may.owed.is_free:
        raise Http404("nothing is asked")
    is_open = order is not None and order.is_open(at)
    context: dict[str, Any] = {
        "code": dossier.code,
        "may": may,
        "problem": problem,
        "is_open": is_open,
        "request_key": str(uuid.uuid4()),
        "seconds": SECONDS_BETWEEN_LOOKS,
        "refunds": refund_lines(dossier.id),
        **order_context(order, may.owed, all_to_give_back(dossier.id, may.owed)),
        "gateway_url": _gateway_url(request, order, at) if order and is_open else "",
    }
    return public_page(request, "portal/paying/pay.html", context, status=status)


def _gateway_url(request: HttpRequest, order: OrderShown, at: datetime) -> str:
    """Where the gateway takes this order; "" where the office has none."""
    gateway = gateways_of_office().get(order.gateway)
    if gateway is None:
        return ""
    back = f"{settings.PUBLIC_ADDRESS.rstrip('/')}{request.path}"
    asked = Asking(
        merchant=order.merchant,
        order_number=order.number,
        amount_vnd=order.amount_vnd,
        purpose=order.purpose,
        back_to=back,
        at=at,
    )
    return gateway.pay_address(asked)


def _refused(request: HttpRequest, code: str, words: str, status: int) -> HttpResponse:
    context = {"words": words, "back": reverse("portal:find"), "code": code}
    return public_page(request, "portal/paying/refused.html", context, status=status)
