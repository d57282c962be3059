"""What is typed where money is taken and counted. Checks shape only; the rules say the rest."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from motcua.kernel.clock import ZONE
from motcua.kernel.money import figures
from motcua.payments.refusal_words import sentence
from motcua.payments.rules.cards import CardNumberTyped, holds_card_number
from motcua.payments.rules.closing import NOTE_MAX
from motcua.payments.rules.collecting import (
    ADDRESS_MAX,
    LINE_NAME_MAX,
    NAME_MAX,
    NUMBER_LENGTH_MAX,
    SLIP_LENGTH_MAX,
)
from motcua.payments.vocabulary import (
    AT_THE_COUNTER,
    DENOMINATIONS_VND,
    CardSlipIn,
    CashCount,
    FeeInput,
    Owed,
    PaymentMethod,
    ReceiptLineIn,
)
from motcua.payments.wording import KINDS, METHODS
from motcua.procedures.vocabulary import FeeKind
from motcua.workspace.days import typed_day

AMOUNT = re.compile(r"[0-9]{1,3}(?:[., ][0-9]{3}){1,4}|[0-9]{1,13}")
CURRENCY = re.compile(r"\s*(?:đồng|đ|vnđ|vnd)\.?$", re.IGNORECASE)
AMOUNT_WORDS = _("Số tiền không đúng. Nhập số đồng, ví dụ 20.000.")
COUNT_WORDS = _("Nhập số tờ, từ 0 trở lên.")
PAGE_WORDS = _("Trang này đã cũ hoặc bị thay đổi. Xem lại rồi bấm lần nữa.")
NUMERIC = {"inputmode": "numeric", "autocomplete": "off"}
PLAIN = forms.TextInput(attrs={"autocomplete": "off"})
CLOCK = re.compile(r"([01]?\d|2[0-3])[:hg.]([0-5]\d)", re.ASCII)
TIME_WORDS = _("Giờ không đúng. Nhập giờ và phút, ví dụ 14:05.")
SLIP_TEXTS = (
    "slip_number",
    "card_terminal",
    "card_last_four",
    "card_paid_at",
    "payer_name",
    "extra_name",
)
"""Where somebody may type the number of a card by mistake."""


class AmountField(forms.CharField):
    """Đồng typed as `20000`, `20.000`, `20 000 đ`. Empty is None."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, widget=forms.TextInput(attrs=dict(NUMERIC)), **kwargs)

    def clean(self, value: Any) -> Any:
        text = CURRENCY.sub("", super().clean(value).strip())
        if not text:
            return None
        if not AMOUNT.fullmatch(text):
            raise forms.ValidationError(AMOUNT_WORDS, code="amount")
        return int(re.sub(r"[., ]", "", text))


class TypedDay(forms.CharField):
    """A day typed as `05/11/2026` or `2026-11-05`. Empty is None."""

    def clean(self, value: Any) -> Any:
        day, wrong = typed_day(super().clean(value))
        if wrong:
            raise forms.ValidationError(wrong, code="date")
        return day


def _amount_name(kind: FeeKind) -> str:
    return f"{kind.lower()}_vnd"


def without_card_numbers(data: Any) -> tuple[Any, tuple[str, ...]]:
    """What was sent, the whole numbers of cards taken out of it before anybody sees them again; and
    where they stood."""
    if data is None:
        return None, ()
    # The number of a transfer may look like a card's by chance.
    by_card = data.get("method") == PaymentMethod.CARD_SLIP
    asked = (name for name in SLIP_TEXTS if by_card or name != "slip_number")
    held = tuple(name for name in asked if holds_card_number(data.get(name, "")))
    if held:
        data = data.copy()
        for name in held:
            data[name] = ""
    return data, held


class CollectForm(forms.Form):
    """One receipt: what of the debt is paid, by whom, how; and a further copy or page.

    Fields of a kind of which nothing is owed are left out.
    """

    fee_vnd = AmountField(label=KINDS[FeeKind.FEE])
    charge_vnd = AmountField(label=KINDS[FeeKind.CHARGE])
    given_vnd = AmountField(
        label=_("Người nộp đưa"),
        help_text=_("Bỏ trống nếu người nộp đưa đủ, không phải trả lại tiền thừa."),
    )
    method = forms.ChoiceField(
        label=_("Cách nộp tiền"),
        choices=[(str(method), METHODS[method]) for method in AT_THE_COUNTER],
        initial=str(PaymentMethod.CASH),
        widget=forms.RadioSelect,
    )
    slip_number = forms.CharField(
        label=_("Số chứng từ"),
        required=False,
        max_length=SLIP_LENGTH_MAX,
        help_text=_("Chỉ khi không phải tiền mặt: số giao dịch, với thẻ là số chuẩn chi."),
    )
    card_terminal = forms.CharField(
        label=_("Mã máy quẹt thẻ (TID)"), required=False, max_length=40, widget=PLAIN
    )
    card_last_four = forms.CharField(
        label=_("4 số cuối của thẻ"),
        required=False,
        max_length=40,
        widget=PLAIN,
        help_text=_("Không nhập số thẻ đầy đủ."),
    )
    card_paid_at = forms.CharField(
        label=_("Giờ trên biên nhận"),
        required=False,
        max_length=10,
        widget=PLAIN,
        help_text=_("Ví dụ 14:05. Bỏ trống nếu là lúc này."),
    )
    payer_name = forms.CharField(label=_("Người nộp tiền"), required=False, max_length=NAME_MAX)
    payer_number = forms.CharField(
        label=_("Số định danh hoặc mã số thuế"), required=False, max_length=NUMBER_LENGTH_MAX
    )
    address = forms.CharField(label=_("Địa chỉ"), required=False, max_length=ADDRESS_MAX)
    extra_name = forms.CharField(
        label=_("Tên khoản thu thêm"), required=False, max_length=LINE_NAME_MAX
    )
    extra_kind = forms.ChoiceField(
        label=_("Loại"),
        required=False,
        choices=[(str(kind), words) for kind, words in KINDS.items()],
    )
    extra_vnd = AmountField(label=_("Số tiền thu thêm"))
    request_key = forms.UUIDField(
        widget=forms.HiddenInput, error_messages={"required": PAGE_WORDS, "invalid": PAGE_WORDS}
    )

    def __init__(
        self,
        owed: Owed,
        data: Any = None,
        initial: dict[str, Any] | None = None,
        *,
        day: date,
    ) -> None:
        self.day = day
        self.owed = owed
        data, self.wiped = without_card_numbers(data)
        left = {kind: owed.of(kind).remaining_vnd for kind in FeeKind}
        # What is asked for later may be paid ahead, but nobody is asked for it.
        due = {kind: owed.due_of(kind) for kind in FeeKind}
        known = {_amount_name(kind): figures(vnd) for kind, vnd in due.items() if vnd}
        super().__init__(data, initial={**known, "request_key": uuid.uuid4(), **(initial or {})})
        for kind in FeeKind:
            # A form sent twice still has the fields of what it has paid the first time.
            if not (owed.of(kind).owed_vnd if self.is_bound else left[kind]):
                del self.fields[_amount_name(kind)]

    def to_input(self, code: str, names: dict[FeeKind, str]) -> FeeInput:
        """What the command takes. The form is valid."""
        given = self.cleaned_data
        lines = [
            ReceiptLineIn(kind=kind, name=names[kind], amount_vnd=amount)
            for kind in FeeKind
            if (amount := given.get(_amount_name(kind)))
        ]
        return FeeInput(
            dossier_code=code,
            lines=(*lines, *self._extra(given)),
            payer_name=" ".join(given["payer_name"].split()),
            payer_number=given["payer_number"].strip(),
            address=" ".join(given["address"].split()),
            method=PaymentMethod(given["method"]),
            slip_number=given["slip_number"].strip(),
            given_vnd=given["given_vnd"],
            card=CardSlipIn(
                terminal=given["card_terminal"].strip(),
                last_four=given["card_last_four"].strip(),
                paid_at=given["card_paid_at"],
            ),
        )

    def _extra(self, given: dict[str, Any]) -> Iterable[ReceiptLineIn]:
        if given["extra_vnd"]:
            yield ReceiptLineIn(
                kind=FeeKind(given["extra_kind"] or FeeKind.CHARGE),
                name=" ".join(given["extra_name"].split()),
                amount_vnd=given["extra_vnd"],
                is_additional=True,
            )

    def clean_card_paid_at(self) -> datetime | None:
        """Of today; None where nothing is typed."""
        text = self.cleaned_data["card_paid_at"].strip()
        if not text:
            return None
        found = CLOCK.fullmatch(text)
        if found is None:
            raise forms.ValidationError(TIME_WORDS, code="time")
        moment = time(int(found[1]), int(found[2]))
        return datetime.combine(self.day, moment, tzinfo=ZONE)

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        for name in self.wiped:
            self.errors.pop(name, None)
            self.add_error(name, sentence(CardNumberTyped()))
        amounts = ("fee_vnd", "charge_vnd", "extra_vnd")
        if not self.errors and not any(given.get(name) for name in amounts):
            first = next(name for name in amounts if name in self.fields)
            self.add_error(first, _("Chưa có số tiền thu. Nhập số đồng, lớn hơn 0."))
        if given.get("extra_vnd") and not given.get("extra_name", "").strip():
            self.add_error("extra_name", _("Chưa có tên khoản thu thêm, ví dụ Trích lục thêm."))
        return given

    @property
    def card_open(self) -> bool:
        """Whether the part for a card is shown open."""
        return self.is_bound and self.data.get("method") == PaymentMethod.CARD_SLIP

    @property
    def has_extra(self) -> bool:
        """Whether something stands in the part for further copies: then it is shown open."""
        names = ("extra_name", "extra_vnd")
        return self.is_bound and any(self.data.get(name) or self.errors.get(name) for name in names)


def note_name(value: int) -> str:
    return f"note_{value}"


class ClosingForm(forms.Form):
    """Notes counted one by one, or only their sum; and why it is not what it should be."""

    total_vnd = AmountField(
        label=_("Hoặc tổng tiền mặt đếm được"),
        help_text=_("Để trống nếu đã nhập số tờ từng loại."),
    )
    note = forms.CharField(
        label=_("Lý do chênh lệch, ghi chú"),
        required=False,
        max_length=NOTE_MAX,
        widget=forms.Textarea,
        help_text=_("Bắt buộc khi tiền đếm được khác số phải có."),
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        for value in DENOMINATIONS_VND:
            self.fields[note_name(value)] = forms.IntegerField(
                label=figures(value),
                required=False,
                min_value=0,
                max_value=99_999,
                widget=forms.TextInput(attrs=dict(NUMERIC)),
                error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), COUNT_WORDS),
            )

    @property
    def notes(self) -> list[Any]:
        """The fields of the notes, largest first."""
        return [self[note_name(value)] for value in DENOMINATIONS_VND]

    def to_count(self) -> CashCount:
        """What the command takes. The form is valid."""
        given = self.cleaned_data
        typed = [(value, given[note_name(value)]) for value in DENOMINATIONS_VND]
        notes = tuple((value, count) for value, count in typed if count is not None)
        return CashCount(notes=notes, total_vnd=given["total_vnd"], note=given["note"])


class OpeningForm(forms.Form):
    """The cash lying ready in the morning."""

    opening_vnd = AmountField(
        label=_("Tiền lẻ có sẵn đầu ngày"), help_text=_("Bỏ trống nếu không có.")
    )


class CancelForm(forms.Form):
    """Why a receipt is void."""

    reason = forms.CharField(label=_("Lý do hủy"), max_length=300)


class DaysForm(forms.Form):
    """From which day to which."""

    first = TypedDay(label=_("Từ ngày"), required=False, max_length=20)
    last = TypedDay(label=_("Đến ngày"), required=False, max_length=20)

    def __init__(self, today: date, data: Any) -> None:
        super().__init__(data)
        self.today = today

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        first = given.get("first") or given.get("last") or self.today
        last = given.get("last") or first
        if last < first:
            self.add_error("last", _("Ngày cuối ở trước ngày đầu. Xem lại hai ngày."))
        if (last - first).days > DAYS_MAX:
            self.add_error("last", _("Xem nhiều nhất một năm mỗi lần. Chọn khoảng ngắn hơn."))
        return {"first": first, "last": last}


DAYS_MAX = 366
