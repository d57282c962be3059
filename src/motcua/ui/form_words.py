"""What a box says that was left empty or filled with something else, where its form says nothing of its own:
what to do, in words of the counter, instead of Django's."""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

SAID: Final[dict[type[forms.Field], dict[str, Any]]] = {
    forms.Field: {"required": _("Chưa nhập. Nhập vào ô này.")},
    forms.ChoiceField: {
        "required": _("Chưa chọn. Chọn một mục."),
        "invalid_choice": _("“%(value)s” không có trong danh sách. Chọn một mục."),
    },
    forms.MultipleChoiceField: {
        "required": _("Chưa chọn. Chọn ít nhất một mục."),
        "invalid_choice": _("“%(value)s” không có trong danh sách. Chọn lại."),
    },
    forms.IntegerField: {"invalid": _("Nhập một số nguyên, chỉ gồm chữ số.")},
    forms.FileField: {
        "required": _("Chưa chọn tệp. Chọn một tệp."),
        "missing": _("Chưa chọn tệp. Chọn một tệp."),
        "invalid": _("Tệp chưa gửi được. Chọn lại tệp."),
        "empty": _("Tệp này rỗng. Chọn tệp khác."),
    },
}


def say_in_own_words() -> None:
    """For every form of the program, from its start on."""
    for field, words in SAID.items():
        field.default_error_messages = {**field.default_error_messages, **words}
