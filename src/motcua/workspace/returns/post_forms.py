"""What is typed about envelopes. Checks shape only; the rules say the rest."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from motcua.dossiers.rules.lists.posting import CARRIER_MAX, NOTE_MAX, Parcel, PostingIn
from motcua.kernel.clock import local
from motcua.workspace.reception.forms import MOMENT_WORDS, MomentField
from motcua.workspace.returns.forms import PAGE_WORDS

PLAIN = {"autocomplete": "off"}
ROWS_FIRST, ROWS_MORE, ROWS_MAX = 5, 10, 100


class PostOutForm(forms.Form):
    """The carrier and the numbers of a list that goes out."""

    carrier = forms.CharField(
        label=_("Đơn vị bưu chính"), required=False, max_length=CARRIER_MAX,
        widget=forms.TextInput(attrs=PLAIN),
    )  # fmt: skip
    first_number = forms.CharField(
        label=_("Số hiệu đầu tiên"),
        required=False,
        max_length=40,
        help_text=_("Điền dãy số hiệu cho các hàng đã chọn, ví dụ EB123456785VN."),
        widget=forms.TextInput(attrs=PLAIN),
    )
    note = forms.CharField(
        label=_("Ghi chú"), required=False, max_length=NOTE_MAX,
        widget=forms.TextInput(attrs=PLAIN),
    )  # fmt: skip
    request_key = forms.UUIDField(
        widget=forms.HiddenInput, error_messages={"required": PAGE_WORDS, "invalid": PAGE_WORDS}
    )

    def __init__(self, data: Any = None, *, carrier: str = "") -> None:
        super().__init__(data, initial={"carrier": carrier, "request_key": uuid.uuid4()})


class PostInForm(forms.Form):
    """A list of envelopes that came: the carrier, when, and a row for each."""

    carrier = forms.CharField(
        label=_("Đơn vị bưu chính"), required=False, max_length=CARRIER_MAX,
        widget=forms.TextInput(attrs=PLAIN),
    )  # fmt: skip
    arrived_at = MomentField(
        label=_("Lúc đến"), max_length=20, required=False,
        help_text=_("Ngày giờ bưu cục giao, như 10/06/2026 08:30. Hàng nào khác giờ thì ghi ở hàng."),
        widget=forms.TextInput(attrs=PLAIN),
    )  # fmt: skip
    note = forms.CharField(
        label=_("Ghi chú"), required=False, max_length=NOTE_MAX,
        widget=forms.TextInput(attrs=PLAIN),
    )  # fmt: skip
    request_key = forms.UUIDField(
        widget=forms.HiddenInput, error_messages={"required": PAGE_WORDS, "invalid": PAGE_WORDS}
    )

    def __init__(self, at: datetime, data: QueryDict | None = None, *, carrier: str = "") -> None:
        known = {"carrier": carrier, "arrived_at": moment_typed(at), "request_key": uuid.uuid4()}
        super().__init__(data, initial=known)
        self.at = at
        self.rows = _rows_of(data)

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        common = given.get("arrived_at") or self.at.replace(second=0, microsecond=0)
        parcels = []
        for row in self.rows:
            moment = self._moment(row, common)
            if row["sender"] or row["tracking"] or row["note"] or row["arrived"]:
                parcels.append(
                    Parcel(
                        sender_name=" ".join(row["sender"].split()),
                        tracking_number=row["tracking"].strip(),
                        arrived_at=moment,
                        note=" ".join(row["note"].split()),
                    )
                )
        if not parcels and not self.errors:
            self.add_error(None, _t("Chưa có bưu gửi nào. Ghi người gửi của ít nhất một hàng."))
        return {**given, "parcels": tuple(parcels)}

    def _moment(self, row: dict[str, str], common: datetime) -> datetime:
        if not row["arrived"].strip():
            return common
        try:
            moment: datetime = MomentField().clean(row["arrived"])
        except forms.ValidationError:
            row["error"] = str(MOMENT_WORDS)
            told = _t("Hàng %(place)s: %(problem)s")
            self.add_error(None, told % {"place": row["place"], "problem": MOMENT_WORDS})
            return common
        return moment

    def to_input(self) -> PostingIn:
        """What the command takes. The form is valid."""
        given = self.cleaned_data
        return PostingIn(carrier=given["carrier"], note=given["note"], parcels=given["parcels"])


NAMES = ("sender", "tracking", "arrived", "note")


def _rows_of(data: QueryDict | None) -> list[dict[str, str]]:
    """As many rows as were on the page, more when asked for."""
    typed = [key.removeprefix("sender-") for key in data or () if key.startswith("sender-")]
    count = min(len(typed) or ROWS_FIRST, ROWS_MAX)
    if data is not None and data.get("do") == "more":
        count = min(count + ROWS_MORE, ROWS_MAX)
    return [
        {
            "place": str(place + 1),
            "error": "",
            **{name: (data.get(f"{name}-{place}", "") if data else "") for name in NAMES},
        }
        for place in range(count)
    ]


def moment_typed(at: datetime) -> str:
    """As `MomentField` reads it."""
    return local(at).strftime("%d/%m/%Y %H:%M")
