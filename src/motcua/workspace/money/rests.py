"""Money that came and nobody owed: the list, and asking that it be given back."""

from __future__ import annotations

import uuid
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.accounts.rules.roles import Permission
from motcua.kernel.dates_vi import short_moment
from motcua.kernel.money import dong, figures
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.ledger.recording import RequestKey
from motcua.ledger.rules.chain import content_digest
from motcua.payments.vocabulary import PaymentCause
from motcua.payments.wording import CAUSES
from motcua.settlements.commands.rests import RestInput, request_rest
from motcua.settlements.queries.rests import RestToRefund, rest_to_refund, rests_to_refund
from motcua.settlements.vocabulary import RefundReason
from motcua.settlements.wording import REASONS
from motcua.workspace.money.refunds import ID_MAX, NOT_CONTENT, explain
from motcua.workspace.staff import StaffView
from motcua.workspace.till.forms import PAGE_WORDS, AmountField

LIKELY = {PaymentCause.AGAIN: RefundReason.PAID_TWICE}


class RestForm(forms.Form):
    """How much of it is given back, why, to whom."""

    rest_vnd = AmountField(label=gettext_lazy("Số tiền hoàn"))
    reason = forms.ChoiceField(
        label=gettext_lazy("Lý do hoàn"),
        choices=[(str(reason), words) for reason, words in REASONS.items()],
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Chưa chọn lý do hoàn. Chọn một lý do.")},
    )
    note = forms.CharField(label=gettext_lazy("Ghi rõ thêm"), required=False, widget=forms.Textarea)
    payee = forms.CharField(
        label=gettext_lazy("Người nhận tiền"),
        required=False,
        help_text=gettext_lazy("Chuyển khoản thì ghi cả ngân hàng, số tài khoản."),
    )
    request_key = forms.UUIDField(
        widget=forms.HiddenInput, error_messages={"required": PAGE_WORDS, "invalid": PAGE_WORDS}
    )


class ListRests(StaffView):
    """Newest first, with what was asked back already."""

    permission = Permission.REFUND_VIEW

    def get(self, request: HttpRequest) -> HttpResponse:
        cursor = request.GET.get("cursor", "")
        try:
            page = rests_to_refund(self.actor, cursor=cursor)
        except Refusal:
            return redirect("workspace:rests")
        self.note("rest.list", detail={"found": [row.payment.id for row in page.rows]})
        context = {
            "rows": [_row(one) for one in page.rows],
            "next_cursor": page.next_cursor,
            "is_first": not cursor,
        }
        return self.page("workspace/money/rests.html", context)


def _row(one: RestToRefund) -> dict[str, Any]:
    payment = one.payment
    return {
        "url": reverse("workspace:ask-rest", args=[payment.id]) if one.left_vnd else "",
        "reference": payment.reference,
        "dossier_code": payment.dossier_code,
        "cause": CAUSES[PaymentCause(payment.cause)],
        "moment": short_moment(payment.came_at),
        "rest": figures(payment.rest_vnd),
        "left": figures(one.left_vnd),
    }


class AskRest(StaffView):
    """GET: what of one payment may go back. POST: ask for it."""

    permission = Permission.REFUND_REQUEST

    def get(self, request: HttpRequest, payment_id: int) -> HttpResponse:
        rest = self._find(payment_id)
        usual = LIKELY.get(PaymentCause(rest.payment.cause), RefundReason.PAID_TOO_MUCH)
        first = {
            "rest_vnd": figures(rest.left_vnd),
            "reason": str(usual),
            "payee": rest.payee,
            "request_key": uuid.uuid4(),
        }
        return self._show(rest, RestForm(initial=first))

    def post(self, request: HttpRequest, payment_id: int) -> HttpResponse:
        rest = self._find(payment_id)
        form = RestForm(request.POST)
        if not form.is_valid():
            return self._show(rest, form, status=422)
        try:
            refund_id = request_rest(
                actor=self.actor,
                at=self.at,
                given=_given(form, payment_id),
                request=self._key(form),
            )
        except (NotPermitted, NotFound):
            raise
        except Refusal as refusal:
            explain(form, refusal)
            return self._show(rest, form, status=422)
        messages.success(request, _("Đã gửi đề nghị hoàn tiền. Người ký duyệt rồi mới trả."))
        return redirect("workspace:refund", refund_id=refund_id)

    def _find(self, payment_id: int) -> RestToRefund:
        if payment_id > ID_MAX:
            raise NotFound(kind="payment")
        return rest_to_refund(self.actor, payment_id)

    def _key(self, form: RestForm) -> RequestKey:
        lists = self.request.POST.lists()
        content = {name: values for name, values in lists if name not in NOT_CONTENT}
        key = f"page:{self.actor.user_id}:{form.cleaned_data['request_key']}"
        return RequestKey(key=key, digest=content_digest(content))

    def _show(self, rest: RestToRefund, form: RestForm, *, status: int = 200) -> HttpResponse:
        payment = rest.payment
        self.note("rest.read", subject_kind="payment", subject_id=payment.id)
        context = {
            "payment": payment,
            "form": form,
            "left_vnd": rest.left_vnd,
            "facts": [
                {"label": _("Số tiền về"), "value": dong(payment.amount_vnd)},
                {"label": _("Không ai nợ"), "value": dong(payment.rest_vnd)},
                {"label": _("Còn hoàn được"), "value": dong(rest.left_vnd)},
                {"label": _("Vì sao"), "value": CAUSES[PaymentCause(payment.cause)]},
                {"label": _("Về lúc"), "value": short_moment(payment.came_at)},
                {"label": _("Mã hồ sơ"), "value": payment.dossier_code},
            ],
        }
        return self.page("workspace/money/ask_rest.html", context, status=status)


def _given(form: RestForm, payment_id: int) -> RestInput:
    given = form.cleaned_data
    return RestInput(
        payment_id=payment_id,
        rest_vnd=given["rest_vnd"] or 0,
        reason=RefundReason(given["reason"]),
        note=given["note"],
        payee=given["payee"],
    )
