"""Hours typed as people write them (`08:00-12:00, 13:00-17:00`), and the terms of counting."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.workspace.announcing import CHOICE_WORDS, COUNTRY, DayField
from motcua.workspace.showing_calendar import COUNTINGS, OUTSIDE_HOURS, capitalized
from motcua.worktime.rules.receipt import clock_text
from motcua.worktime.vocabulary import (
    Counting,
    CutoffAppliesTo,
    DayHours,
    OutsideHours,
    Session,
    Terms,
)
from motcua.worktime.wording import WEEKDAYS

TIME = r"([0-9]{1,2})\s*(?:[:hg.]\s*([0-9]{2})?)?"
SESSION = re.compile(rf"{TIME}\s*(?:-|–|—|đến)\s*{TIME}")
SEPARATORS = re.compile(r"\s*(?:[,;]|\bvà\b)\s*")
CLOCK = re.compile(TIME)
HOURS_WORDS = gettext_lazy(
    "Giờ không đọc được. Gõ như 08:00-12:00, 13:00-17:00; ngày nghỉ để trống."
)
CLOCK_WORDS = gettext_lazy("Giờ chốt không đọc được. Gõ như 15:00, hoặc để trống nếu không có.")
APPLIES_TO = (
    (str(CutoffAppliesTo.SAME_DAY), gettext_lazy("Chỉ thủ tục trả trong ngày")),
    (str(CutoffAppliesTo.ALL), gettext_lazy("Mọi hồ sơ")),
)


class SessionsField(forms.CharField):
    """The sessions of a weekday; none where nothing is typed."""

    def clean(self, value: Any) -> Any:
        text = super().clean(value).strip()
        return tuple(_session(part) for part in SEPARATORS.split(text)) if text else ()


class ClockField(forms.CharField):
    """An hour of the day in minutes from midnight; None where nothing is typed."""

    def clean(self, value: Any) -> Any:
        text = super().clean(value).strip()
        if not text:
            return None
        found = CLOCK.fullmatch(text)
        if found is None or (minute := _minute(*found.groups())) is None:
            raise forms.ValidationError(CLOCK_WORDS, code="clock")
        return minute


def _session(text: str) -> Session:
    found = SESSION.fullmatch(text.strip())
    edges = (_minute(*found.groups()[:2]), _minute(*found.groups()[2:])) if found else (None, None)
    opening, closing = edges
    if opening is None or closing is None:
        raise forms.ValidationError(HOURS_WORDS, code="hours")
    return (opening, closing)


def _minute(hours: str, minutes: str | None) -> int | None:
    minute = int(hours) * 60 + int(minutes or 0)
    return minute if int(minutes or 0) < 60 and minute < 24 * 60 else None


def sessions_text(hours: DayHours) -> str:
    """`08:00-12:00, 13:00-17:00`: what the field of that weekday is filled with."""
    return ", ".join(f"{clock_text(a)}-{clock_text(b)}" for a, b in hours.sessions)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewHours:
    """What the valid form says."""

    agency_id: int | None
    valid_from: date
    hours: dict[int, DayHours]
    terms: Terms
    basis: str


class HoursForm(forms.Form):
    """Seven weekdays, four terms, the first day, and where it holds."""

    valid_from = DayField(
        max_length=20,
        label=gettext_lazy("Từ ngày"),
        help_text=gettext_lazy("Từ ngày mai trở đi. Hồ sơ nhận trước ngày ấy giữ cách tính cũ."),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={"required": gettext_lazy("Chưa có ngày. Nhập ngày/tháng/năm.")},
    )
    scope = forms.ChoiceField(
        label=gettext_lazy("Áp dụng cho"), error_messages={"invalid_choice": CHOICE_WORDS}
    )
    counting = forms.ChoiceField(
        label=gettext_lazy("Cách tính ngày"),
        choices=[(str(one), words) for one, words in COUNTINGS.items()],
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": CHOICE_WORDS},
    )
    outside_hours = forms.ChoiceField(
        label=gettext_lazy("Nhận ngoài giờ"),
        choices=[(str(one), words) for one, words in OUTSIDE_HOURS.items()],
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": CHOICE_WORDS},
    )
    cutoff = ClockField(
        max_length=10,
        required=False,
        label=gettext_lazy("Giờ chốt"),
        help_text=gettext_lazy("Ví dụ 15:00. Để trống nếu không có."),
    )
    cutoff_applies_to = forms.ChoiceField(
        label=gettext_lazy("Giờ chốt áp dụng cho"),
        choices=APPLIES_TO,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": CHOICE_WORDS},
    )
    basis = forms.CharField(
        max_length=300,
        required=False,
        label=gettext_lazy("Văn bản"),
        help_text=gettext_lazy("Số, ngày và cơ quan ban hành, nếu có."),
    )

    def __init__(
        self, scopes: list[tuple[str, str]], data: Any = None, *, today: date, **rest: Any
    ) -> None:
        super().__init__(data, **rest)
        self.today = today
        scope = self.fields["scope"]
        assert isinstance(scope, forms.ChoiceField)
        scope.choices = scopes
        for weekday, name in enumerate(WEEKDAYS):
            label = capitalized(_(name))
            self.fields[f"day{weekday}"] = SessionsField(
                max_length=100, required=False, label=label
            )
            self.fields[f"day{weekday}_only"] = forms.BooleanField(
                required=False, label=_("Chỉ tiếp nhận")
            )

    @property
    def weekdays(self) -> Iterator[tuple[Any, Any]]:
        """The fields of each weekday: its sessions, and whether the desk only receives."""
        return ((self[f"day{one}"], self[f"day{one}_only"]) for one in range(len(WEEKDAYS)))

    def clean_valid_from(self) -> date:
        day: date = self.cleaned_data["valid_from"]
        if day <= self.today:
            raise forms.ValidationError(
                _("Chỉ đặt được từ ngày mai trở đi. Chọn ngày sau."), code="early"
            )
        return day

    @property
    def new_hours(self) -> NewHours:
        given = self.cleaned_data
        return NewHours(
            agency_id=None if given["scope"] == COUNTRY else int(given["scope"]),
            valid_from=given["valid_from"],
            hours={
                one: DayHours(given[f"day{one}"], reception_only=given[f"day{one}_only"])
                for one in range(len(WEEKDAYS))
            },
            terms=Terms(
                counting=Counting(given["counting"]),
                outside_hours=OutsideHours(given["outside_hours"]),
                cutoff_minute=given["cutoff"],
                cutoff_applies_to=CutoffAppliesTo(given["cutoff_applies_to"]),
            ),
            basis=" ".join(given["basis"].split()),
        )


def initial_of(week: tuple[DayHours, ...], terms: Terms) -> dict[str, Any]:
    """The form filled with what holds now."""
    days = {f"day{one}": sessions_text(hours) for one, hours in enumerate(week)}
    only = {f"day{one}_only": hours.reception_only for one, hours in enumerate(week)}
    return {
        **days,
        **only,
        "counting": str(terms.counting),
        "outside_hours": str(terms.outside_hours),
        "cutoff": "" if terms.cutoff_minute is None else clock_text(terms.cutoff_minute),
        "cutoff_applies_to": str(terms.cutoff_applies_to),
    }
