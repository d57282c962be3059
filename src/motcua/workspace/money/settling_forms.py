"""What is typed where an agency settles with those it collects for. Checks shape only."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from motcua.settlements.vocabulary import RemittanceWay, Span, TermsInput
from motcua.settlements.wording import REMITTANCE_WAYS, SPANS
from motcua.workspace.till.forms import TypedDay

PERCENT = re.compile(r"(\d{1,3})(?:[.,](\d{1,2}))?\s*%?")
PERCENT_WORDS = _("Tỷ lệ không đúng. Nhập phần trăm, ví dụ 30 hoặc 12,5.")
DAY_MISSING = _("Chưa nhập ngày. Nhập ngày/tháng/năm.")


class PercentField(forms.CharField):
    """`30`, `12,5 %`: in hundredths of a percent. Empty is 0."""

    def clean(self, value: Any) -> Any:
        text = super().clean(value).strip()
        if not text:
            return 0
        found = PERCENT.fullmatch(text)
        if found is None:
            raise forms.ValidationError(PERCENT_WORDS, code="percent")
        return int(found[1]) * 100 + int((found[2] or "").ljust(2, "0"))


class BeginForm(forms.Form):
    """Until which day what was collected for an agency is settled."""

    agency = forms.IntegerField(min_value=1, max_value=2**63 - 1)
    due = forms.IntegerField(min_value=1, max_value=2**63 - 1)
    last_day = TypedDay(label=_("Đến hết ngày"), error_messages={"required": DAY_MISSING})


class SendForm(forms.Form):
    """What is said along; to a dispute, the answer."""

    sent_note = forms.CharField(label=_("Lời kèm theo"), required=False, widget=forms.Textarea)


class AnswerForm(forms.Form):
    """Accepted, or disputed and why."""

    answer_note = forms.CharField(
        label=_("Ý kiến"),
        required=False,
        widget=forms.Textarea,
        help_text=_("Bắt buộc khi có ý kiến khác: sai ở khoản nào, vì sao."),
    )


class HandOnForm(forms.Form):
    """How the money was handed on, and when."""

    way = forms.ChoiceField(
        label=_("Cách nộp tiền"),
        choices=[(str(way), words) for way, words in REMITTANCE_WAYS.items()],
        widget=forms.RadioSelect,
        error_messages={"required": _("Chưa chọn cách nộp tiền. Chọn một cách.")},
    )
    slip_number = forms.CharField(
        label=_("Số chứng từ"),
        required=False,
        help_text=_("Số giao dịch của ngân hàng, hoặc số giấy nộp tiền."),
    )
    paid_on = TypedDay(label=_("Ngày nộp"), error_messages={"required": DAY_MISSING})

    def way_of(self) -> RemittanceWay:
        return RemittanceWay(self.cleaned_data["way"])


class TermsForm(forms.Form):
    """How often, and what is kept back, from a day on."""

    span = forms.ChoiceField(
        label=_("Kỳ quyết toán"),
        choices=[(str(span), words) for span, words in SPANS.items()],
        widget=forms.RadioSelect,
        error_messages={"required": _("Chưa chọn kỳ quyết toán. Chọn một kỳ.")},
    )
    kept_fee_bp = PercentField(label=_("Phí được để lại"), required=False)
    kept_charge_bp = PercentField(label=_("Lệ phí được để lại"), required=False)
    basis = forms.CharField(
        label=_("Căn cứ"),
        required=False,
        help_text=_("Số, ngày của văn bản cho phép, ví dụ Nghị quyết của HĐND."),
    )
    valid_from = TypedDay(label=_("Áp dụng từ ngày"), error_messages={"required": DAY_MISSING})

    def to_input(self, agency_id: int) -> TermsInput:
        """What the command takes. The form is valid."""
        given = self.cleaned_data
        return TermsInput(
            agency_id=agency_id,
            valid_from=given["valid_from"],
            span=Span(given["span"]),
            kept_fee_bp=given["kept_fee_bp"],
            kept_charge_bp=given["kept_charge_bp"],
            basis=given["basis"],
        )
