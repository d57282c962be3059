"""What is typed about statements. Checks shape only; the rules say the rest."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from motcua.payments.commands.paying.statements import BYTES_MAX, REASON_MAX
from motcua.payments.queries.paying.lines import AccountToRead
from motcua.payments.rules.statements.csv_reading import Columns

HEAD_MAX = 100


class StatementForm(forms.Form):
    """A file of the bank, of which account, and the heads of its columns where it is a CSV."""

    account = forms.TypedChoiceField(label=_("Tài khoản"), coerce=int)
    file = forms.FileField(
        label=_("Tệp sao kê"), help_text=_("CSV hoặc camt.053 (XML), tải từ ngân hàng.")
    )
    day = forms.CharField(label=_("Cột ngày"), required=False, max_length=HEAD_MAX)
    came = forms.CharField(
        label=_("Cột tiền vào"),
        required=False,
        max_length=HEAD_MAX,
        help_text=_("Nếu một cột chứa cả tiền vào và tiền ra thì tiền ra có dấu trừ."),
    )
    text = forms.CharField(label=_("Cột nội dung"), required=False, max_length=HEAD_MAX)
    reference = forms.CharField(label=_("Cột số giao dịch"), required=False, max_length=HEAD_MAX)
    payer_name = forms.CharField(
        label=_("Cột tên người chuyển"), required=False, max_length=HEAD_MAX
    )

    def __init__(
        self, accounts: tuple[AccountToRead, ...], data: Any = None, files: Any = None
    ) -> None:
        first = accounts[0].columns if accounts else {}
        known = first or {
            "day": str(_("Ngày")),
            "came": str(_("Ghi có")),
            "text": str(_("Nội dung")),
            "reference": str(_("Số giao dịch")),
        }
        super().__init__(data, files, initial=known)
        account = self.fields["account"]
        assert isinstance(account, forms.TypedChoiceField)
        account.choices = [(one.id, one.label) for one in accounts]

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > BYTES_MAX:
            raise forms.ValidationError(_("Tệp lớn quá. Tải sao kê của khoảng ngày ngắn hơn."))
        return file

    def columns(self) -> Columns:
        """The form is valid."""
        names = ("day", "came", "text", "reference", "payer_name")
        return Columns(**{name: self.cleaned_data[name].strip() for name in names})


class LineForm(forms.Form):
    """Whose money a line is, or that it is for no dossier; and why one says so."""

    named = forms.CharField(
        label=_("Mã hồ sơ hoặc số thanh toán"),
        required=False,
        max_length=60,
        help_text=_("Bỏ trống nếu không phải tiền của hồ sơ nào."),
    )
    reason = forms.CharField(
        label=_("Vì sao"),
        max_length=REASON_MAX,
        widget=forms.Textarea,
        help_text=_("Ví dụ: người nộp đưa giấy báo nợ; lãi tiền gửi."),
    )
