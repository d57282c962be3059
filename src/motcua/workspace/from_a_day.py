"""What is changed for a place from a day on: the words of papers and of notices."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Protocol

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.workspace.announcing import CHOICE_WORDS, DayField


class FromADayForm(forms.Form):
    """For which place (`scopes`: its choices) and from which day."""

    scope = forms.ChoiceField(
        label=gettext_lazy("Áp dụng cho"),
        error_messages={
            "required": gettext_lazy("Chọn nơi áp dụng."),
            "invalid_choice": CHOICE_WORDS,
        },
    )
    valid_from = DayField(
        max_length=20,
        label=gettext_lazy("Áp dụng từ ngày"),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={"required": gettext_lazy("Chưa có ngày. Nhập ngày/tháng/năm.")},
    )

    def __init__(
        self, scopes: list[tuple[str, str]], from_hint: Any, data: Any = None, initial: Any = None
    ) -> None:
        super().__init__(data, initial=initial)
        self.fields["valid_from"].help_text = from_hint
        scope = self.fields["scope"]
        assert isinstance(scope, forms.ChoiceField)
        scope.choices = scopes


class Changed(Protocol):
    """A period in which changed words hold."""

    @property
    def valid_from(self) -> date: ...
    @property
    def valid_until(self) -> date | None: ...
    @property
    def agency_id(self) -> int | None: ...
    @property
    def set_at(self) -> datetime: ...
    @property
    def set_by(self) -> str: ...


def period_shown(
    row: Changed, names: Mapping[int | None, str], today: date, words: list[dict[str, Any]]
) -> dict[str, Any]:
    """A period with its words, for the list of changes."""
    return {
        "valid_from": row.valid_from,
        "valid_until": row.valid_until,
        "is_planned": row.valid_from > today,
        "owner": names.get(row.agency_id, "") if row.agency_id else _("Mọi cơ quan"),
        "set_at": row.set_at,
        "set_by": row.set_by,
        "words": words,
    }
