"""The form by which an officer is let act in the position of an absent one."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from motcua.accounts.queries import OfficerRow
from motcua.accounts.queries.stand_ins import StandInNow
from motcua.workspace.announcing import CHOICE_WORDS
from motcua.workspace.reception.forms import MomentField

MOMENT_HINT = _("Ngày và giờ, ví dụ 05/11/2026 07:30")


class StandInForm(forms.Form):
    """Who is absent, who acts, from when to when and why."""

    absent = forms.TypedChoiceField(
        label=_("Người vắng mặt, vị trí"),
        coerce=int,
        error_messages={"required": _("Chọn người vắng mặt."), "invalid_choice": CHOICE_WORDS},
    )
    officer = forms.TypedChoiceField(
        label=_("Người làm thay"),
        coerce=int,
        error_messages={"required": _("Chọn người làm thay."), "invalid_choice": CHOICE_WORDS},
    )
    valid_from = MomentField(
        label=_("Từ lúc"),
        help_text=MOMENT_HINT,
        error_messages={"required": _("Chưa có ngày, giờ bắt đầu.")},
    )
    valid_until = MomentField(
        label=_("Đến lúc"),
        help_text=_("Hết quyền làm thay từ đúng thời điểm này."),
        error_messages={"required": _("Chưa có ngày, giờ kết thúc.")},
    )
    reason = forms.CharField(
        max_length=250,
        label=_("Lý do"),
        help_text=_("Ghi cả số văn bản giao việc, nếu có."),
        error_messages={"required": _("Chưa có lý do.")},
    )

    def __init__(self, rows: tuple[OfficerRow, ...], data: Any = None) -> None:
        super().__init__(data)
        people = {row.officer_id: row.full_name for row in rows}
        self._offer("absent", [(row.holding_id, _held(row)) for row in rows])
        self._offer("officer", list(people.items()))

    def _offer(self, name: str, choices: list[tuple[int, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("Chọn…")), *((str(value), label) for value, label in choices)]

    def asked(self) -> dict[str, Any]:
        """The arguments of `appoint_stand_in`. The form is valid."""
        given = self.cleaned_data
        return {
            "absent_holding_id": given["absent"],
            "officer_id": given["officer"],
            "valid_from": given["valid_from"],
            "valid_until": given["valid_until"],
            "reason": " ".join(given["reason"].split()),
        }

    def says(self, row: StandInNow) -> bool:
        """Whether this stand-in is already what the form asks for: the form was sent twice."""
        asked = self.asked()
        spell: tuple[datetime, datetime] = (asked["valid_from"], asked["valid_until"])
        return (
            row.absent_holding_id == asked["absent_holding_id"]
            and row.stand_in_officer_id == asked["officer_id"]
            and (row.valid_from, row.valid_until) == spell
        )


def _held(row: OfficerRow) -> str:
    where = row.unit_name or row.agency_name
    return f"{row.full_name} – {row.title}" + (f", {where}" if where else "")
