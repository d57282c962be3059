"""What is typed about a partner."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.exchange.cards import CARD_LETTERS_MAX
from motcua.exchange.wording import REFUSALS
from motcua.kernel.refusal import Refusal


class RefusableForm(forms.Form):
    """Problems that a rule finds, each in words at its field."""

    def refuse(self, problems: Iterable[Refusal]) -> None:
        for problem in problems:
            field = problem.field if problem.field in self.fields else None
            self.add_error(field, _(str(REFUSALS[problem.code])) % problem.params)


class CardForm(RefusableForm):
    """The card that the other side gave, as text."""

    card = forms.CharField(
        label=gettext_lazy("Thẻ của nơi kia"),
        help_text=gettext_lazy("Dán nguyên cả thẻ, từ dấu { đến dấu }."),
        max_length=CARD_LETTERS_MAX,
        widget=forms.Textarea,
        error_messages={"required": REFUSALS["partner-card-unreadable"]},
    )


class PartnerForm(RefusableForm):
    """Name, address, whether it is heard and told, and which agencies work there."""

    name = forms.CharField(
        label=gettext_lazy("Tên"),
        max_length=1000,
        error_messages={"required": gettext_lazy("Hãy nhập tên của nơi liên thông.")},
    )
    address = forms.CharField(
        label=gettext_lazy("Địa chỉ"),
        max_length=1000,
        error_messages={
            "required": gettext_lazy("Hãy nhập địa chỉ, ví dụ https://motcua.xa.gov.vn.")
        },
    )
    is_active = forms.BooleanField(
        label=gettext_lazy("Đang trao đổi"),
        help_text=gettext_lazy("Bỏ chọn để tạm dừng: tin được giữ lại, không gửi và không nhận."),
        required=False,
    )
    agencies = forms.MultipleChoiceField(
        label=gettext_lazy("Cơ quan làm việc ở nơi ấy"),
        help_text=gettext_lazy("Hồ sơ gửi đến các cơ quan này được chuyển sang nơi ấy."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(
        self, choices: list[tuple[str, str]], data: Any = None, initial: Any = None
    ) -> None:
        super().__init__(data, initial=initial)
        field = self.fields["agencies"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = choices
