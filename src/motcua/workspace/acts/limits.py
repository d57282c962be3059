"""How long something may take, as an officer types it: `2`, `0,5`, `0.5`."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

LIMIT_WORDS = _("Nhập một số, ví dụ 2 hoặc 0,5.")
TOO_LONG_WORDS = _("Số này quá lớn. Nhập thời gian ngắn hơn.")
TOO_FINE_WORDS = _("Nhập nhiều nhất hai chữ số sau dấu phẩy, ví dụ 0,25.")


class LimitField(forms.DecimalField):
    """A number of days or hours, with a comma or a point; whether it fits the rule says."""

    widget = forms.TextInput

    def __init__(self, **given: Any) -> None:
        words = {
            "invalid": LIMIT_WORDS,
            "max_digits": TOO_LONG_WORDS,
            "max_whole_digits": TOO_LONG_WORDS,
            "max_decimal_places": TOO_FINE_WORDS,
        }
        super().__init__(max_digits=7, decimal_places=2, error_messages=words, **given)

    def to_python(self, value: Any) -> Any:
        return super().to_python(value.replace(",", ".") if isinstance(value, str) else value)
