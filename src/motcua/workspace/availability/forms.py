"""What is typed to announce something to everybody."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.availability.rules.announcing import AnnouncementInput
from motcua.availability.vocabulary import AnnouncementKind
from motcua.availability.wording import KINDS, REFUSALS
from motcua.kernel.clock import ZONE, local
from motcua.kernel.dates_vi import short_day
from motcua.kernel.refusal import Refusal

DAY, TIME = ["%d/%m/%Y"], ["%H:%M"]
TYPED_MAX = 2000
NO_DAY = gettext_lazy("Nhập ngày như 05/02/2026.")
NO_TIME = gettext_lazy("Nhập giờ như 20:30.")
EMPTY = {"required": REFUSALS["announcement-words-missing"]}
FIELD_OF = {"starts_at": "start_day", "ends_at": "end_day"}


def _day(label: Any, *, required: bool = True) -> forms.DateField:
    faults = {"required": NO_DAY, "invalid": NO_DAY}
    return forms.DateField(label=label, input_formats=DAY, required=required, error_messages=faults)


def _time(label: Any, *, required: bool = True) -> forms.TimeField:
    faults = {"required": NO_TIME, "invalid": NO_TIME}
    return forms.TimeField(
        label=label, input_formats=TIME, required=required, error_messages=faults
    )


class AnnouncementForm(forms.Form):
    """Kind, from when to when, and the words in both languages."""

    kind = forms.ChoiceField(
        label=gettext_lazy("Loại"), choices=list(KINDS.items()), widget=forms.RadioSelect
    )
    start_day = _day(gettext_lazy("Ngày bắt đầu"))
    start_time = _time(gettext_lazy("Giờ bắt đầu"))
    end_day = _day(gettext_lazy("Ngày xong"), required=False)
    end_time = _time(gettext_lazy("Giờ xong"), required=False)
    words_vi = forms.CharField(
        label=gettext_lazy("Lời thông báo"),
        max_length=TYPED_MAX,
        widget=forms.Textarea,
        error_messages=EMPTY,
    )
    words_en = forms.CharField(
        label=gettext_lazy("Lời thông báo bằng tiếng Anh"),
        max_length=TYPED_MAX,
        widget=forms.Textarea,
        error_messages=EMPTY,
    )

    @classmethod
    def blank(cls, at: datetime) -> AnnouncementForm:
        initial = {
            "kind": str(AnnouncementKind.MAINTENANCE),
            "start_day": short_day(local(at).date()),
            "end_day": short_day(local(at).date()),
        }
        return cls(initial=initial)

    def clean(self) -> dict[str, Any]:
        """An end is whole or not there."""
        given = self.cleaned_data
        if bool(given.get("end_day")) != bool(given.get("end_time")):
            self.add_error("end_time", NO_TIME)
        return given

    def given(self) -> AnnouncementInput:
        told = self.cleaned_data
        has_end = bool(told["end_day"] and told["end_time"])
        return AnnouncementInput(
            kind=AnnouncementKind(told["kind"]),
            starts_at=datetime.combine(told["start_day"], told["start_time"], tzinfo=ZONE),
            ends_at=(
                datetime.combine(told["end_day"], told["end_time"], tzinfo=ZONE)
                if has_end
                else None
            ),
            words_vi=told["words_vi"],
            words_en=told["words_en"],
        )

    def refuse(self, problems: Iterable[Refusal]) -> None:
        """Each problem in words at its field."""
        for problem in problems:
            field = FIELD_OF.get(problem.field or "", problem.field)
            self.add_error(field, _(str(REFUSALS[problem.code])) % problem.params)
