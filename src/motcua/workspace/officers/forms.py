"""The forms by which an administrator changes officers, accounts and positions held."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.functional import lazystr
from django.utils.translation import gettext_lazy as _

from motcua.accounts.rules.tokens import DAYS_MAX
from motcua.kernel.actor import Role
from motcua.kernel.dates_vi import short_day
from motcua.workspace.announcing import CHOICE_WORDS, DayField
from motcua.workspace.officers.words import (
    CLOSING_REASONS,
    EMPLOYMENT_CHOICES,
    SEPARATION,
    role_choices,
)

DAY_HINT = _("Ngày/tháng/năm, ví dụ 05/11/2026")
PHONE = re.compile(r"[0-9+(). -]{6,20}")
Choices = list[tuple[str, str]]


class PhoneField(forms.CharField):
    """A telephone number as people write it, inside lines too."""

    def clean(self, value: Any) -> Any:
        text = " ".join(super().clean(value).split())
        if text and not PHONE.fullmatch(text):
            raise forms.ValidationError(
                _("Số điện thoại chỉ gồm chữ số, dấu cách, dấu chấm. Hãy nhập lại."), code="phone"
            )
        return text


class OptionalDayField(DayField):
    """A day, or nothing."""

    def clean(self, value: Any) -> Any:
        return super().clean(value) if str(value or "").strip() else None


def name_field() -> forms.CharField:
    return forms.CharField(
        max_length=120,
        label=_("Họ và tên"),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={
            "required": _("Hãy nhập họ và tên."),
            "max_length": _("Họ và tên dài nhất 120 ký tự."),
        },
    )


def phone_field() -> PhoneField:
    return PhoneField(
        max_length=20,
        required=False,
        label=_("Điện thoại"),
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "off"}),
        error_messages={"max_length": _("Số điện thoại dài nhất 20 ký tự.")},
    )


def email_field() -> forms.EmailField:
    return forms.EmailField(
        max_length=120,
        required=False,
        label=_("Thư điện tử"),
        error_messages={
            "invalid": _("Địa chỉ thư không đúng. Ví dụ: thuha@gialam.hanoi.gov.vn."),
            "max_length": _("Địa chỉ thư dài nhất 120 ký tự."),
        },
    )


def roles_field() -> forms.TypedMultipleChoiceField:
    return forms.TypedMultipleChoiceField(
        label=_("Vai trò"),
        choices=role_choices,
        coerce=Role,
        widget=forms.CheckboxSelectMultiple,
        help_text=SEPARATION,
        error_messages={
            "required": _("Chọn ít nhất một vai trò cho vị trí này."),
            "invalid_choice": CHOICE_WORDS,
        },
    )


def day_field(label: Any, hint: Any = DAY_HINT, kind: type[DayField] = DayField) -> DayField:
    return kind(
        max_length=20,
        required=kind is DayField,
        label=label,
        help_text=hint,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={"required": _("Chưa có ngày. Nhập ngày/tháng/năm.")},
    )


def choice_field(
    label: Any, missing: Any, choices: Any = (), *, radio: bool = False, hint: Any = ""
) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        choices=choices,
        help_text=hint,
        widget=forms.RadioSelect if radio else forms.Select,
        error_messages={"required": missing, "invalid_choice": CHOICE_WORDS},
    )


class OfficerForm(forms.Form):
    """A form about one officer. `choices`: what its choice fields offer, by name of the field."""

    def __init__(
        self,
        data: Any = None,
        *,
        initial: Mapping[str, Any] | None = None,
        choices: Mapping[str, Choices] | None = None,
    ) -> None:
        super().__init__(data, initial=dict(initial or {}))
        for name, offered in (choices or {}).items():
            field = self.fields.get(name)
            if isinstance(field, forms.ChoiceField):
                blank = [] if isinstance(field.widget, forms.RadioSelect) else [("", _("Chọn…"))]
                field.choices = [*blank, *offered]


class NoForm(OfficerForm):
    """Nothing to fill in: the button is all."""


class NameForm(OfficerForm):
    full_name = name_field()


class ContactForm(OfficerForm):
    phone = phone_field()
    email = email_field()


class Appointing(OfficerForm):
    """A position with its roles from a day on."""

    position = choice_field(_("Vị trí"), _("Chọn vị trí được giao."))
    roles = roles_field()
    from_day = day_field(_("Từ ngày"))


class PositionForm(Appointing):
    until_day = day_field(
        _("Đến trước ngày"), _("Để trống nếu chưa biết ngày kết thúc."), OptionalDayField
    )

    def clean_until_day(self) -> Any:
        start, end = self.cleaned_data.get("from_day"), self.cleaned_data.get("until_day")
        if start and end and end <= start:
            raise forms.ValidationError(
                _("Ngày kết thúc phải sau ngày bắt đầu (%(day)s)."),
                params={"day": short_day(start)},
            )
        return end


class RolesForm(OfficerForm):
    holding = choice_field(_("Vị trí đang giữ"), _("Chọn vị trí cần đổi vai trò."), radio=True)
    roles = roles_field()
    from_day = day_field(_("Từ ngày"))


class EndForm(OfficerForm):
    holding = choice_field(_("Vị trí đang giữ"), _("Chọn vị trí cần kết thúc."), radio=True)
    from_day = day_field(
        _("Thôi giữ từ ngày"), _("Từ ngày này vị trí không còn quyền. Ngày trước đó vẫn còn.")
    )
    reason = forms.CharField(
        max_length=250,
        label=_("Lý do"),
        help_text=_("Ghi cả số quyết định, nếu có."),
        error_messages={"required": _("Hãy ghi lý do.")},
    )


class CloseForm(OfficerForm):
    reason = choice_field(
        _("Lý do khóa"), _("Chọn lý do khóa tài khoản."), CLOSING_REASONS, radio=True
    )


class AccountForm(OfficerForm):
    username = forms.CharField(
        max_length=60,
        label=_("Tên đăng nhập"),
        help_text=_("Chữ thường không dấu, chữ số, dấu chấm hoặc gạch nối."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none"}),
        error_messages={"required": _("Hãy nhập tên đăng nhập.")},
    )

    def clean_username(self) -> str:
        return str(self.cleaned_data["username"]).strip().lower()


class TokenForm(OfficerForm):
    holding = choice_field(
        _("Mã làm việc với quyền của vị trí"), _("Chọn vị trí cho mã truy cập."), radio=True
    )
    name = forms.CharField(
        max_length=80,
        label=_("Mã dùng để làm gì"),
        help_text=_("Ví dụ: Kết nối máy lấy số thứ tự."),
        error_messages={"required": _("Ghi mã dùng để làm gì, để sau này biết mà thu hồi.")},
    )
    days = forms.IntegerField(
        min_value=1,
        max_value=DAYS_MAX,
        label=_("Có hiệu lực trong bao nhiêu ngày"),
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value", "max_value"),
            lazystr(_("Nhập số ngày từ 1 đến 366.")),
        ),
    )


class RevokeForm(OfficerForm):
    token = choice_field(_("Mã truy cập đang có hiệu lực"), _("Chọn mã cần thu hồi."), radio=True)


class EnrollForm(Appointing):
    """A new colleague: person, position, account."""

    field_order = (
        "full_name",
        "employment_kind",
        "phone",
        "email",
        "position",
        "roles",
        "from_day",
        "username",
    )
    full_name = name_field()
    phone = phone_field()
    email = email_field()
    employment_kind = choice_field(_("Diện nhân sự"), CHOICE_WORDS, EMPLOYMENT_CHOICES)
    username = forms.CharField(
        max_length=60,
        required=False,
        label=_("Tên đăng nhập"),
        help_text=_("Để trống thì hệ thống đặt theo họ tên, ví dụ Nguyễn Thị Thu Hà là “hantt”."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none"}),
    )

    def clean_username(self) -> str:
        return str(self.cleaned_data["username"]).strip().lower()


class LeaveForm(OfficerForm):
    from_day = day_field(
        _("Thôi công tác từ ngày"), _("Từ ngày này không còn quyền gì. Ngày trước đó vẫn còn.")
    )
    reason = choice_field(
        _("Lý do"),
        _("Chọn lý do."),
        [(code, words) for code, words in CLOSING_REASONS if code in ("LEFT", "TRANSFERRED")],
        radio=True,
    )
    note = forms.CharField(
        max_length=250,
        label=_("Ghi chú bàn giao"),
        help_text=_("Số quyết định, biên bản bàn giao. Ghi vào lịch sử của từng hồ sơ chuyển đi."),
        error_messages={"required": _("Hãy ghi số quyết định hoặc lý do ngắn gọn.")},
    )
    successor = forms.ChoiceField(
        required=False,
        label=_("Người nhận hồ sơ đang giải quyết"),
        error_messages={"invalid_choice": CHOICE_WORDS},
    )
