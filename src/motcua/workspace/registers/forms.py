"""What narrows the lines of a register."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from motcua.dossiers.queries.register import RegisterFilter, RegisterYear
from motcua.workspace.till.forms import TypedDay

TEXT_MAX = 200


class RegisterForm(forms.Form):
    """Everything is optional; a faulty field is told and narrows nothing."""

    q = forms.CharField(label=_("Từ cần tìm"), required=False, max_length=TEXT_MAX)
    sector = forms.ChoiceField(label=_("Lĩnh vực"), required=False)
    unit = forms.TypedChoiceField(
        label=_("Đơn vị giải quyết"), required=False, coerce=int, empty_value=None
    )
    first = TypedDay(label=_("Nhận từ ngày"), required=False, max_length=20)
    last = TypedDay(label=_("Đến ngày"), required=False, max_length=20)
    late = forms.BooleanField(label=_("Chỉ hồ sơ trễ hạn"), required=False)
    open = forms.BooleanField(label=_("Chỉ hồ sơ đang giải quyết"), required=False)

    def __init__(self, data: Any, *, sectors: dict[str, str], units: dict[int, str]) -> None:
        super().__init__(data)
        every = _t("Tất cả")
        self.fields["sector"].choices = [("", every), *sectors.items()]  # type: ignore[attr-defined]
        self.fields["unit"].choices = [("", every), *units.items()]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        first, last = given.get("first"), given.get("last")
        if first and last and last < first:
            self.add_error("last", _t("Ngày cuối ở trước ngày đầu. Xem lại hai ngày."))
        return given

    def filter_of(self, book: RegisterYear) -> RegisterFilter:
        """What can be read of the form; a faulty field counts as empty."""
        self.is_valid()
        given = self.cleaned_data
        return RegisterFilter(
            agency_id=book.agency_id,
            year=book.year,
            text=given.get("q", ""),
            sector=given.get("sector", ""),
            unit_id=given.get("unit"),
            first=given.get("first"),
            last=given.get("last"),
            late=bool(given.get("late")),
            open=bool(given.get("open")),
        )
