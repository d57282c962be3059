"""The form that announces a day off, a half day or an extra working day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.agencies.queries import agencies_under, agency_on
from motcua.agencies.rows import AgencyRow
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.sorting import sort_key
from motcua.workspace.showing_calendar import KINDS
from motcua.worktime.rules.day_table import FIRST_DAY, LAST_DAY
from motcua.worktime.vocabulary import DayCause, DayKind, SpecialDay

COUNTRY = "all"
CHOICE_WORDS = gettext_lazy("Chọn một mục trong danh sách.")
RANGE_WORDS = gettext_lazy("Lịch chỉ có từ năm %(first)s đến năm %(last)s. Nhập lại ngày.")
SEPARATED = re.compile(r"([0-9]{1,2})[/.\-\s]([0-9]{1,2})[/.\-\s]([0-9]{4})")
RUN_TOGETHER = re.compile(r"([0-9]{2})([0-9]{2})([0-9]{4})")
DATE_WORDS = gettext_lazy("Ngày không đúng. Nhập ngày/tháng/năm, ví dụ 05/11/2026.")


class DayField(forms.CharField):
    """A day typed as `05/11/2026`, `5-11-2026` or `05112026`; None for none where none is asked."""

    def clean(self, value: Any) -> Any:
        text = super().clean(value).strip()
        if not text:
            return None
        found = SEPARATED.fullmatch(text) or RUN_TOGETHER.fullmatch(text)
        if found is None:
            raise forms.ValidationError(DATE_WORDS, code="date")
        try:
            day = date(*map(int, reversed(found.groups())))
        except ValueError:
            raise forms.ValidationError(DATE_WORDS, code="date") from None
        if not FIRST_DAY <= day <= LAST_DAY:
            years = {"first": FIRST_DAY.year, "last": LAST_DAY.year}
            raise forms.ValidationError(RANGE_WORDS, code="range", params=years)
        return day


class AnnounceForm(forms.Form):
    """What is announced. Scopes are the agencies that the officer may announce for."""

    day = DayField(
        max_length=20,
        label=gettext_lazy("Ngày"),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={"required": gettext_lazy("Chưa có ngày. Nhập ngày/tháng/năm.")},
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("Ngày đó"),
        choices=[(str(kind), words) for kind, words in KINDS.items()],
        help_text=gettext_lazy("Ngày làm thêm có giờ của một ngày thứ Hai thường."),
        widget=forms.RadioSelect,
        error_messages={
            "required": gettext_lazy("Chọn ngày đó nghỉ hay làm việc thêm."),
            "invalid_choice": CHOICE_WORDS,
        },
    )
    name = forms.CharField(
        max_length=200,
        label=gettext_lazy("Lý do"),
        help_text=gettext_lazy("In trong phần giải thích ngày hẹn, ví dụ: phòng, chống bão số 3."),
        error_messages={"required": gettext_lazy("Chưa có lý do. Ghi ngắn gọn, người dân sẽ đọc.")},
    )
    source = forms.CharField(
        max_length=300,
        label=gettext_lazy("Văn bản"),
        required=False,
        help_text=gettext_lazy("Số, ngày và cơ quan ban hành, nếu có."),
    )
    scope = forms.ChoiceField(
        label=gettext_lazy("Áp dụng cho"),
        error_messages={
            "required": gettext_lazy("Chọn nơi áp dụng."),
            "invalid_choice": CHOICE_WORDS,
        },
    )

    def __init__(self, scopes: list[tuple[str, str]], data: Any = None) -> None:
        super().__init__(data)
        scope = self.fields["scope"]
        assert isinstance(scope, forms.ChoiceField)
        scope.choices = scopes
        self.initial["scope"] = scopes[0][0]
        self.initial["kind"] = str(DayKind.OFF)

    @property
    def announcement(self) -> Announcement:
        """What the valid form says."""
        given = self.cleaned_data
        kind = DayKind(given["kind"])
        extra = kind is DayKind.EXTRA_WORK
        return Announcement(
            agency_id=None if given["scope"] == COUNTRY else int(given["scope"]),
            special=SpecialDay(
                day=given["day"],
                kind=kind,
                cause=DayCause.LOCAL_WORK if extra else DayCause.LOCAL_CLOSURE,
                name=" ".join(given["name"].split()),
                source=" ".join(given["source"].split()),
            ),
        )


@dataclass(frozen=True, slots=True)
class Announcement:
    """A special day and the agency that it holds for, with all below it (None = everywhere)."""

    agency_id: int | None
    special: SpecialDay


def scopes_of(actor: Actor, at: datetime) -> list[tuple[str, str]]:
    """The own agency first, then those below it; everywhere only for the agency above all."""
    assert actor.agency_id is not None
    day = local_day(at)
    own = agency_on(actor.agency_id, day)
    if own is None:
        return []
    below = [row for row in agencies_under(own.id, day) if row.id != own.id]
    scopes = [(str(own.id), _own_words(own, has_more=bool(below)))]
    scopes += [(str(row.id), row.name) for row in sorted(below, key=lambda r: sort_key(r.name))]
    return scopes + ([(COUNTRY, _("Mọi cơ quan trong hệ thống"))] if own.parent_id is None else [])


def _own_words(own: AgencyRow, *, has_more: bool) -> str:
    if not has_more:
        return own.name
    return _("%(agency)s và mọi cơ quan cấp dưới") % {"agency": own.name}
