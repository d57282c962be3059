"""Refunds: the list, asking for one from a receipt, deciding and paying, the voucher to sign."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from motcua.accounts.rules.roles import Permission, may
from motcua.agencies.queries import agency_on
from motcua.kernel.clock import local_day
from motcua.kernel.dates_vi import short_day, short_moment
from motcua.kernel.money import dong, dong_words, figures
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.ledger.recording import RequestKey
from motcua.ledger.rules.chain import content_digest
from motcua.payments.rules.book import number_text
from motcua.payments.wording import KINDS
from motcua.procedures.vocabulary import FeeKind
from motcua.settlements.commands.refunds import decide_refund, pay_refund, request_refund
from motcua.settlements.queries.refunds import (
    ReceiptToRefund,
    RefundDetail,
    receipt_to_refund,
    refund_detail,
    refunds_of,
    refunds_of_receipt,
)
from motcua.settlements.refusal_words import sentence
from motcua.settlements.rules.refunding import CancelInstead, ReceiptVoid
from motcua.settlements.vocabulary import RefundState, RefundWay
from motcua.settlements.wording import REASONS, REFUND_STATES, WAYS
from motcua.workspace.money.forms import AskForm, DecideForm, PayForm
from motcua.workspace.money.showing import refund_rows, refund_state, refunded_of
from motcua.workspace.staff import StaffView

ID_MAX = 2**63 - 1
NOT_CONTENT = frozenset({"csrfmiddlewaretoken", "request_key"})


class ListRefunds(StaffView):
    """Newest first; `?state=` one state only."""

    permission = Permission.REFUND_VIEW

    def get(self, request: HttpRequest) -> HttpResponse:
        asked = request.GET.get("state", "")
        state = RefundState(asked) if asked in set(RefundState) else None
        cursor = request.GET.get("cursor", "")
        try:
            page = refunds_of(self.actor, state, cursor=cursor)
        except Refusal:
            return redirect("workspace:refunds")
        self.note("refund.list", detail={"state": asked, "found": [row.id for row in page.rows]})
        context = {
            "rows": refund_rows(page.rows),
            "state": str(state or ""),
            "states": [(str(one), words) for one, words in REFUND_STATES.items()],
            "next_cursor": page.next_cursor,
            "is_first": not cursor,
            "may_ask": bool(may(self.actor, Permission.REFUND_REQUEST)),
        }
        return self.page("workspace/money/refunds.html", context)


class AskRefund(StaffView):
    """GET: what of a receipt may go back, filled in. POST: ask for it."""

    permission = Permission.REFUND_REQUEST

    def get(self, request: HttpRequest, receipt_id: int) -> HttpResponse:
        receipt = self._find(receipt_id)
        return self._show(receipt, AskForm(receipt))

    def post(self, request: HttpRequest, receipt_id: int) -> HttpResponse:
        receipt = self._find(receipt_id)
        form = AskForm(receipt, request.POST)
        if not form.is_valid():
            return self._show(receipt, form, status=422)
        try:
            refund_id = request_refund(
                actor=self.actor,
                at=self.at,
                given=form.to_input(receipt.id),
                request=self._request_key(form),
            )
        except (NotPermitted, NotFound):
            raise
        except Refusal as refusal:
            explain(form, refusal)
            return self._show(receipt, form, status=422)
        messages.success(request, _("Đã gửi đề nghị hoàn tiền. Người ký duyệt rồi mới trả."))
        return redirect("workspace:refund", refund_id=refund_id)

    def _find(self, receipt_id: int) -> ReceiptToRefund:
        if receipt_id > ID_MAX:
            raise NotFound(kind="receipt")
        return receipt_to_refund(self.actor, receipt_id)

    def _request_key(self, form: AskForm) -> RequestKey:
        lists = self.request.POST.lists()
        content = {name: values for name, values in lists if name not in NOT_CONTENT}
        key = f"page:{self.actor.user_id}:{form.cleaned_data['request_key']}"
        return RequestKey(key=key, digest=content_digest(content))

    def _show(self, receipt: ReceiptToRefund, form: AskForm, *, status: int = 200) -> HttpResponse:
        self.note("receipt.read", subject_kind="receipt", subject_id=receipt.id)
        paid = receipt.facts.paid
        context: dict[str, Any] = {
            "receipt": receipt,
            "number": number_text(receipt.number),
            "form": form,
            "why_not": _why_not(receipt),
            "lines": [
                {
                    "kind": KINDS[kind],
                    "paid": figures(paid[kind].paid_vnd),
                    "refunded": figures(paid[kind].refunded_vnd),
                    "left": figures(paid[kind].left_vnd),
                }
                for kind in FeeKind
                if paid[kind].paid_vnd
            ],
            "earlier": refund_rows(refunds_of_receipt(self.actor, receipt.id)),
        }
        return self.page("workspace/money/ask.html", context, status=status)


def _why_not(receipt: ReceiptToRefund) -> str:
    """Why nothing of it can be asked back; "" where something can."""
    if receipt.facts.is_void:
        return sentence(ReceiptVoid())
    if receipt.facts.open_day is not None:
        return sentence(CancelInstead(day=receipt.facts.open_day.isoformat()))
    if not any(paid.left_vnd for paid in receipt.facts.paid.values()):
        return _("Toàn bộ tiền của biên lai này đã được đề nghị hoàn hoặc đã hoàn.")
    return ""


class ShowRefund(StaffView):
    """GET: how far it has come; once paid, the voucher. POST `do=`: approve, deny, pay."""

    permission = Permission.REFUND_VIEW

    def get(self, request: HttpRequest, refund_id: int) -> HttpResponse:
        return self._show(self._find(refund_id), DecideForm(), PayForm())

    def post(self, request: HttpRequest, refund_id: int) -> HttpResponse:
        detail = self._find(refund_id)
        done = request.POST.get("do", "")
        deciding, paying = DecideForm(), PayForm()
        form: forms.Form
        if done == "pay":
            form = paying = PayForm(request.POST)
        else:
            form = deciding = DecideForm(request.POST)
        if not form.is_valid():
            return self._show(detail, deciding, paying, status=422)
        try:
            words = self._act(done, detail.row.id, deciding, paying)
        except (NotPermitted, NotFound):
            raise
        except Refusal as refusal:
            explain(form, refusal)
            return self._show(self._find(refund_id), deciding, paying, status=422)
        if words:
            messages.success(request, words)
        return redirect("workspace:refund", refund_id=refund_id)

    def _act(self, done: str, refund_id: int, deciding: DecideForm, paying: PayForm) -> str:
        if done in ("approve", "deny"):
            decide_refund(
                actor=self.actor,
                at=self.at,
                refund_id=refund_id,
                approved=done == "approve",
                note=deciding.cleaned_data["decision_note"],
            )
            return _("Đã duyệt hoàn tiền.") if done == "approve" else _("Đã ghi là không duyệt.")
        if done == "pay":
            pay_refund(
                actor=self.actor,
                at=self.at,
                refund_id=refund_id,
                way=paying.way_of(),
                slip_number=paying.cleaned_data["slip_number"],
            )
            return _("Đã ghi là đã hoàn tiền. In phiếu chi, ký và lưu.")
        return ""

    def _find(self, refund_id: int) -> RefundDetail:
        if refund_id > ID_MAX:
            raise NotFound(kind="refund")
        return refund_detail(self.actor, refund_id)

    def _show(
        self, detail: RefundDetail, deciding: DecideForm, paying: PayForm, *, status: int = 200
    ) -> HttpResponse:
        self.note("refund.read", subject_kind="refund", subject_id=detail.row.id)
        row = detail.row
        form = paying if paying.is_bound else deciding
        context: dict[str, Any] = {
            "refund": detail,
            "row": row,
            "agency": agency_on(detail.agency_id, local_day(row.paid_at or row.requested_at)),
            "state": refund_state(row.state),
            "reason": REASONS[row.reason],
            "receipt_number": refunded_of(row),
            "requested": short_moment(row.requested_at),
            "decided": short_moment(detail.decided_at) if detail.decided_at else "",
            "paid_on": short_day(local_day(row.paid_at)) if row.paid_at else "",
            "total": dong(row.total_vnd),
            "in_words": dong_words(row.total_vnd),
            "amounts": [
                {"label": label, "value": dong(amount)}
                for label, amount in (
                    (KINDS[FeeKind.FEE], row.fee_vnd),
                    (KINDS[FeeKind.CHARGE], row.charge_vnd),
                    (_("Tiền không ai nợ"), row.rest_vnd),
                )
                if amount
            ],
            "way": WAYS[RefundWay(detail.way)] if detail.way else "",
            "voucher": f"PC-{detail.year % 100:02d} {detail.number:08d}"
            if detail.year and detail.number
            else "",
            "form": form,
            "deciding": deciding,
            "paying": paying,
        }
        return self.page("workspace/money/refund.html", context, status=status)


def explain(form: forms.Form, refusal: Refusal) -> None:
    """Each reason beside its field, the others above the form."""
    for problem in refusal.reasons:
        field = problem.field if problem.field in form.fields else None
        form.add_error(field, sentence(problem))
