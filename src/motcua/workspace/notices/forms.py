"""The form that changes the words of a notice."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.kernel.refusal import Refusal
from motcua.notices.rules.texts import ALLOWED, BODY_MAX, NoticeTextRefused, decide_text
from motcua.notices.vocabulary import Carrier
from motcua.notices.wording import REFUSALS
from motcua.workspace.from_a_day import FromADayForm

FROM_HINT = gettext_lazy("Tin gửi từ ngày này theo lời mới.")
TYPED_MAX = 5000
EMPTY = {"required": REFUSALS["notice-text-empty"]}
PLACES = gettext_lazy(
    "Chỗ điền: %(places)s. Dòng nào có chỗ điền mà hồ sơ chưa có thì không gửi dòng ấy. Dài nhất %(count_max)s ký tự."
)


class TextForm(FromADayForm):
    """The words of one text as they shall be from a day on."""

    field_order = ("subject", "body", "is_sent", "scope", "valid_from")

    subject = forms.CharField(
        label=gettext_lazy("Tiêu đề"), max_length=TYPED_MAX, error_messages=EMPTY
    )
    body = forms.CharField(
        label=gettext_lazy("Lời tin báo"),
        max_length=TYPED_MAX,
        error_messages=EMPTY,
        widget=forms.Textarea,
    )
    is_sent = forms.BooleanField(
        label=gettext_lazy("Gửi loại tin này qua kênh này"), required=False
    )

    def __init__(
        self, carrier: Carrier, scopes: list[tuple[str, str]], data: Any = None, initial: Any = None
    ) -> None:
        super().__init__(scopes, FROM_HINT, data, initial)
        self._carrier = carrier
        if carrier is not Carrier.EMAIL:
            del self.fields["subject"]
        places = ", ".join(f"{{{name}}}" for name in ALLOWED)
        self.fields["body"].help_text = PLACES % {
            "places": places,
            "count_max": BODY_MAX[carrier],
        }

    def clean(self) -> dict[str, Any]:
        """Every problem that the rule finds, in words at its field; the text once it is sound."""
        given = self.cleaned_data
        if not {"subject", "body"} & self.fields.keys() <= given.keys():
            return given
        try:
            given["text"] = decide_text(
                self._carrier, given.get("subject", ""), given.get("body", "")
            )
        except NoticeTextRefused as refusal:
            self.refuse(refusal.problems)
        return given

    def refuse(self, problems: Iterable[Refusal]) -> None:
        """Each problem in words at its field."""
        for problem in problems:
            self.add_error(problem.field, _(str(REFUSALS[problem.code])) % problem.params)
