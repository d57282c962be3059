"""What is typed where money is given back. Checks shape only; the rules say the rest."""

from __future__ import annotations

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from motcua.kernel.money import figures
from motcua.payments.wording import KINDS
from motcua.procedures.vocabulary import FeeKind
from motcua.settlements.queries.refunds import ReceiptToRefund
from motcua.settlements.vocabulary import RefundInput, RefundReason, RefundWay
from motcua.settlements.wording import REASONS, WAYS
from motcua.workspace.till.forms import PAGE_WORDS, AmountField


class AskForm(forms.Form):
    """What of one receipt is asked back. Fields of a kind that was not paid are left out."""

    fee_vnd = AmountField(label=KINDS[FeeKind.FEE])
    charge_vnd = AmountField(label=KINDS[FeeKind.CHARGE])
    reason = forms.ChoiceField(
        label=_("Lý do hoàn"),
        choices=[(str(reason), words) for reason, words in REASONS.items()],
        widget=forms.RadioSelect,
        error_messages={"required": _("Chưa chọn lý do hoàn. Chọn một lý do.")},
    )
    note = forms.CharField(label=_("Ghi rõ thêm"), required=False, widget=forms.Textarea)
    payee = forms.CharField(
        label=_("Người nhận tiền"),
        required=False,
        help_text=_("Chuyển khoản thì ghi cả ngân hàng, số tài khoản."),
    )
    request_key = forms.UUIDField(
        widget=forms.HiddenInput, error_messages={"required": PAGE_WORDS, "invalid": PAGE_WORDS}
    )

    def __init__(self, receipt: ReceiptToRefund, data: Any = None) -> None:
        paid = receipt.facts.paid
        known = {f"{kind.lower()}_vnd": figures(paid[kind].left_vnd) for kind in FeeKind}
        first = {"payee": receipt.payer_name, "request_key": uuid.uuid4()}
        super().__init__(data, initial={**known, **first})
        for kind in FeeKind:
            if not paid[kind].paid_vnd:
                del self.fields[f"{kind.lower()}_vnd"]

    def to_input(self, receipt_id: int) -> RefundInput:
        """What the command takes. The form is valid."""
        given = self.cleaned_data
        return RefundInput(
            receipt_id=receipt_id,
            reason=RefundReason(given["reason"]),
            fee_vnd=given.get("fee_vnd") or 0,
            charge_vnd=given.get("charge_vnd") or 0,
            note=given["note"],
            payee=given["payee"],
        )


class DecideForm(forms.Form):
    """Granted or denied, and why."""

    decision_note = forms.CharField(
        label=_("Ý kiến"),
        required=False,
        widget=forms.Textarea,
        help_text=_("Bắt buộc khi không duyệt."),
    )


class PayForm(forms.Form):
    """By what way the money goes back."""

    way = forms.ChoiceField(
        label=_("Cách trả tiền"),
        choices=[(str(way), words) for way, words in WAYS.items()],
        widget=forms.RadioSelect,
        error_messages={"required": _("Chưa chọn cách trả tiền. Chọn một cách.")},
    )
    slip_number = forms.CharField(
        label=_("Số chứng từ"),
        required=False,
        help_text=_("Chỉ khi chuyển khoản: số giao dịch trên chứng từ."),
    )

    def way_of(self) -> RefundWay:
        return RefundWay(self.cleaned_data["way"])
