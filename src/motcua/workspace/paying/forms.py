"""What is typed about statements. Checks shape only; the rules say the rest."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from motcua.payments.commands.paying.confirming import REFERENCE_MAX
from motcua.payments.commands.paying.statements import BYTES_MAX, REASON_MAX
from motcua.payments.queries.paying.lines import AccountToRead
from motcua.payments.queries.paying.listing import MoneyFilter
from motcua.payments.rules.statements.csv_reading import Columns
from motcua.workspace.till.forms import AmountField, TypedDay

HEAD_MAX = 100
WORDS_MAX = 60


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
    checked = forms.CharField(widget=forms.HiddenInput, required=False, max_length=60)

    @property
    def is_checked(self) -> bool:
        """Whether the dossier that is named was shown before. The form is valid."""
        return bool(self.cleaned_data["named"] == self.cleaned_data["checked"])


class FindForm(forms.Form):
    """Which orders or messages: by state or verdict, agency, days, a number or the code of a dossier."""

    q = forms.CharField(
        label=_("Số thanh toán hoặc mã hồ sơ"), required=False, max_length=WORDS_MAX
    )
    state = forms.ChoiceField(label=_("Tình trạng"), required=False)
    agency = forms.TypedChoiceField(
        label=_("Cơ quan"), required=False, coerce=int, empty_value=None
    )
    first = TypedDay(label=_("Từ ngày"), required=False, max_length=20)
    last = TypedDay(label=_("Đến ngày"), required=False, max_length=20)

    def __init__(self, agencies: dict[int, str], states: list[tuple[str, Any]], data: Any) -> None:
        super().__init__(data)
        state, agency = self.fields["state"], self.fields["agency"]
        assert isinstance(state, forms.ChoiceField)
        assert isinstance(agency, forms.TypedChoiceField)
        state.choices = [("", _("Tất cả")), *states]
        agency.choices = [("", _("Tất cả")), *agencies.items()]
        self.has_agencies = len(agencies) > 1

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        first, last = given.get("first"), given.get("last")
        if first and last and last < first:
            self.add_error("last", _("Ngày cuối ở trước ngày đầu. Xem lại hai ngày."))
        return given

    @property
    def asked(self) -> dict[str, str]:
        """What stands in the address, to go on with."""
        told = {name: str(self.data.get(name, ""))[:WORDS_MAX] for name in self.fields}
        return {name: text for name, text in told.items() if text}

    def to_filter(self) -> MoneyFilter:
        """The form is valid."""
        given = self.cleaned_data
        return MoneyFilter(
            code=given["state"],
            text=given["q"].strip(),
            agency_id=given["agency"],
            first_day=given["first"],
            last_day=given["last"],
        )


class ConfirmForm(forms.Form):
    """Money that an officer saw himself: how much, its number at the bank, the day, where he saw it."""

    amount_vnd = AmountField(label=_("Số tiền đã về"))
    reference = forms.CharField(
        label=_("Số giao dịch của ngân hàng"),
        required=False,
        max_length=REFERENCE_MAX,
        help_text=_("Như ngân hàng ghi trên sao kê hoặc giấy báo có."),
    )
    day = TypedDay(
        label=_("Ngày tiền về"),
        required=False,
        max_length=20,
        help_text=_("Bỏ trống nếu là hôm nay."),
    )
    reason = forms.CharField(
        label=_("Thấy ở đâu, vì sao xác nhận tay"),
        error_messages={"required": _("Chưa có lý do. Ghi ngắn gọn thấy tiền ở đâu.")},
        max_length=REASON_MAX,
        widget=forms.Textarea,
        help_text=_("Ví dụ: thấy trên tài khoản ở ngân hàng điện tử; cổng mất liên lạc từ sáng."),
    )

    def clean_amount_vnd(self) -> Any:
        given = self.cleaned_data["amount_vnd"]
        if given is None:
            raise forms.ValidationError(_("Chưa có số tiền đã về. Nhập số đồng ngân hàng ghi."))
        return given

    def told(self) -> dict[str, Any]:
        """What the command takes. The form is valid."""
        return {name: self.cleaned_data[name] for name in self.fields}
