"""At the counter, without cash: the officer turns the screen, or prints the code; the page tells when the
money has come."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from motcua.accounts.rules.roles import Permission
from motcua.dossiers.queries.detail import DossierDetail, dossier_detail
from motcua.dossiers.queries.own.to_pay import dossier_to_pay
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.ledger.recording import RequestKey
from motcua.payments.commands.paying.orders import open_order
from motcua.payments.queries.paying.orders import last_order, payable
from motcua.payments.queries.receipts import receipts_of_dossier
from motcua.payments.refusal_words import sentence
from motcua.payments.showing import order_context
from motcua.settlements.queries.over import all_to_give_back
from motcua.workspace.staff import StaffView
from motcua.workspace.till.showing import receipt_rows

SECONDS_BETWEEN_LOOKS = 3


class PayByCode(StaffView):
    """GET: the open attempt with its code. POST: begin one; a former attempt is withdrawn."""

    permission = Permission.FEE_COLLECT

    def get(self, request: HttpRequest, code: str) -> HttpResponse:
        detail = dossier_detail(self.actor, code, permission=Permission.FEE_COLLECT)
        self.note("dossier.read", subject_kind="dossier", subject_id=detail.id)
        return self._show(detail)

    def post(self, request: HttpRequest, code: str) -> HttpResponse:
        detail = dossier_detail(self.actor, code, permission=Permission.FEE_COLLECT)
        key = RequestKey(f"page:{self.actor.user_id}:{self._request_id()}", detail.code)
        try:
            open_order(actor=self.actor, at=self.at, code=detail.code, request=key)
        except (NotPermitted, NotFound):
            raise
        except Refusal as refusal:
            return self._show(detail, problem=sentence(refusal), status=422)
        return redirect("workspace:pay-by-code", code=detail.code)

    def _request_id(self) -> str:
        """The page's own key: a double click begins one attempt."""
        try:
            return str(uuid.UUID(self.request.POST.get("request_key", "")))
        except ValueError:
            return str(uuid.uuid4())

    def _show(self, detail: DossierDetail, *, problem: str = "", status: int = 200) -> HttpResponse:
        dossier = dossier_to_pay(dossier_id=detail.id)
        may, order = payable(dossier, self.at), last_order(detail.id)
        if may.owed.is_free:
            problem = _("Hồ sơ này không có phí, lệ phí nên không phải thu tiền.")
            order = None
        context: dict[str, Any] = {
            "dossier": detail,
            "may": may,
            "problem": problem,
            "is_open": order is not None and order.is_open(self.at),
            "request_key": str(uuid.uuid4()),
            "seconds": SECONDS_BETWEEN_LOOKS,
            **order_context(order, may.owed, all_to_give_back(detail.id, may.owed)),
            "receipts": receipt_rows(receipts_of_dossier(self.actor, detail.id)),
        }
        return self.page("workspace/till/by_code.html", context, status=status)
