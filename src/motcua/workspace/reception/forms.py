"""What an officer types at the counter. Checks shape only; whether it may be received is the
rule's business, and its refusals come back onto these fields."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from motcua.dossiers.vocabulary import Party, PartyKind, PartyRole, ReturnMethod
from motcua.dossiers.wording import CHANNELS, PARTY_KINDS, RETURN_METHODS
from motcua.kernel.clock import ZONE
from motcua.kernel.identifiers.card_dates import parse_birth
from motcua.kernel.refusal import Refusal
from motcua.procedures.vocabulary import Channel, Preference
from motcua.procedures.wording import PREFERENCES
from motcua.worktime.vocabulary import Unit

DATE_WORDS = _("Ngày không đúng. Nhập ngày/tháng/năm, ví dụ 05/11/1985.")
MOMENT_WORDS = _("Ngày giờ không đúng. Nhập như 05/11/2026 09:30.")
PAGE_WORDS = _("Trang này đã cũ hoặc bị thay đổi. Xem lại rồi bấm Tiếp nhận lần nữa.")
NUMBER_WORDS = _("Nhập một số nguyên.")


class BirthField(forms.CharField):
    """A birth typed as `05/11/1985`, `05111985`, or as only the year: `1950`. Gives ISO text."""

    def clean(self, value: Any) -> str:
        text = super().clean(value).strip()
        if not text:
            return ""
        try:
            return parse_birth(text).iso()
        except Refusal:
            raise forms.ValidationError(DATE_WORDS, code="date") from None


class MomentField(forms.CharField):
    """A local moment typed as `05/11/2026 09:30`."""

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if not text:
            return None
        try:
            return datetime.strptime(" ".join(text.split()), "%d/%m/%Y %H:%M").replace(tzinfo=ZONE)
        except ValueError:
            raise forms.ValidationError(MOMENT_WORDS, code="moment") from None


def _count(label: Any, **kwargs: Any) -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        required=False,
        min_value=0,
        max_value=9999,
        initial=1,
        error_messages={"invalid": NUMBER_WORDS},
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        **kwargs,
    )


def let_cards_in(form: forms.Form) -> None:
    """A card reader types 150 characters into any field: browsers must not cut them off."""
    for field in form.fields.values():
        field.widget.attrs.pop("maxlength", None)


class PartyForm(forms.Form):
    """One person or organization; the prefix is the role in lower case."""

    kind = forms.ChoiceField(
        label=_("Là"),
        choices=[
            (str(PartyKind.CITIZEN), PARTY_KINDS[PartyKind.CITIZEN]),
            (str(PartyKind.ORGANIZATION), _("Tổ chức")),
        ],
        initial=PartyKind.CITIZEN,
        required=False,
    )
    name = forms.CharField(label=_("Họ và tên"), max_length=200, required=False)
    personal_id = forms.CharField(label=_("Số định danh cá nhân"), max_length=40, required=False)
    tax_code = forms.CharField(label=_("Mã số thuế"), max_length=20, required=False)
    birth_date = BirthField(max_length=20, label=_("Ngày sinh"), required=False)
    sex = forms.ChoiceField(
        label=_("Giới tính"),
        choices=[("", _("Chưa ghi")), ("Nam", _("Nam")), ("Nữ", _("Nữ"))],
        required=False,
    )
    address = forms.CharField(label=_("Địa chỉ"), max_length=300, required=False)
    phone = forms.CharField(label=_("Điện thoại"), max_length=20, required=False)
    email = forms.EmailField(
        label=_("Thư điện tử"),
        required=False,
        error_messages={"invalid": _("Địa chỉ thư không đúng. Ví dụ ten@example.vn.")},
    )
    old_id = forms.CharField(max_length=20, required=False, widget=forms.HiddenInput)
    authority = forms.CharField(label=_("Căn cứ đại diện"), max_length=300, required=False)

    def __init__(self, role: PartyRole, data: Any = None) -> None:
        self.role = role
        super().__init__(data, prefix=str(role).lower())
        let_cards_in(self)

    @property
    def is_filled(self) -> bool:
        """Whether anything of this person was typed."""
        told = ("name", "personal_id", "tax_code", "birth_date", "address", "phone", "authority")
        return any(str(self.data.get(self.add_prefix(name), "")).strip() for name in told)

    def to_party(self) -> Party:
        """The person as typed; a field that cannot be read counts as empty."""
        self.is_valid()
        given = {**dict.fromkeys(self.fields, ""), **self.cleaned_data}
        return Party(
            role=self.role,
            kind=PartyKind(given["kind"] or PartyKind.CITIZEN),
            name=" ".join(given["name"].split()),
            personal_id=re.sub(r"[\s.]", "", given["personal_id"]),
            old_id=given["old_id"],
            tax_code=given["tax_code"].strip(),
            birth_date=given["birth_date"],
            sex=given["sex"],
            address=" ".join(given["address"].split()),
            phone=re.sub(r"[\s.]", "", given["phone"]),
            email=given["email"],
            authority=given["authority"].strip(),
        )


LIMIT_UNITS = {
    Unit.WORKING_DAYS: _("ngày làm việc"),
    Unit.SAME_DAY: _("trong ngày"),
    Unit.WORKING_HOURS: _("giờ làm việc"),
    Unit.CALENDAR_DAYS: _("ngày"),
    Unit.MONTHS: _("tháng"),
}


class MatterForm(forms.Form):
    """The matter itself: procedure, way in, numbers, fee, return."""

    request_key = forms.UUIDField(
        widget=forms.HiddenInput,
        error_messages={"required": PAGE_WORDS, "invalid": PAGE_WORDS},
    )
    procedure = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=1)
    variant = forms.IntegerField(required=False, min_value=1, label=_("Trường hợp"))
    channel = forms.ChoiceField(
        label=_("Cách nộp"),
        choices=[(str(channel), word) for channel, word in CHANNELS.items()],
        initial=Channel.DESK,
        required=False,
    )
    return_method = forms.ChoiceField(
        label=_("Nhận kết quả"),
        choices=[(str(method), word) for method, word in RETURN_METHODS.items()],
        initial=ReturnMethod.DESK,
        required=False,
    )
    sets = _count(_("Số bộ hồ sơ"))
    copies = _count(_("Số bản"))
    pages = _count(_("Số trang mỗi bản"))
    preference_groups = forms.MultipleChoiceField(
        label=_("Thuộc diện miễn, giảm"),
        choices=[(str(group), word) for group, word in PREFERENCES.items()],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    limit_value = forms.DecimalField(
        label=_("Thời hạn"),
        required=False,
        min_value=0,
        max_value=9999,
        decimal_places=2,
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
        error_messages={"invalid": NUMBER_WORDS},
    )
    limit_unit = forms.ChoiceField(
        label=_("Tính theo"),
        choices=[(str(unit), word) for unit, word in LIMIT_UNITS.items()],
        initial=Unit.WORKING_DAYS,
        required=False,
    )
    received_at = MomentField(
        label=_("Nhận từ lúc"),
        required=False,
        help_text=_("Để trống nếu nhận bây giờ. Ghi khi nhập hồ sơ bưu chính hoặc từ sổ giấy."),
    )
    note = forms.CharField(
        label=_("Ghi chú"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    complete_confirmed = forms.BooleanField(
        label=_("Đã kiểm tra: giấy tờ không đánh dấu là không cần trong trường hợp này"),
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        let_cards_in(self)

    @property
    def groups(self) -> tuple[Preference, ...]:
        return tuple(Preference(group) for group in self.cleaned_data.get("preference_groups", ()))
