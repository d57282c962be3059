"""What the forms of all acts have in common. They check shape; whether it may be done the rule says,
and its refusals come back onto these fields."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator
from typing import Any, ClassVar

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from motcua.dossiers.refusal_words import sentence
from motcua.dossiers.wording import REFUSALS
from motcua.kernel.refusal import Refusal
from motcua.ui.fields import field_of
from motcua.workspace.acts.standing import Standing
from motcua.workspace.announcing import DayField

PAGE_WORDS = _("Trang này đã cũ hoặc bị thay đổi. Xem lại rồi bấm lần nữa.")
CHOICE_WORDS = _("Chọn một trong các mục có sẵn.")
AMOUNT_WORDS = _("Số tiền không đúng. Nhập số đồng, ví dụ 20.000.")
AMOUNT = re.compile(r"[0-9]{1,3}(?:[., ][0-9]{3})+|[0-9]{1,13}")
CURRENCY = re.compile(r"\s*(?:đồng|đ|vnđ|vnd)\.?$", re.IGNORECASE)
MACHINERY = frozenset({"request_key", "seen_version", "csrfmiddlewaretoken", "do"})
KEPT_LENGTH_MAX = 500

Problem = dict[str, str]


class ActForm(forms.Form):
    """Built for one dossier. `rows` of an act that is more than fields are its own affair."""

    template: ClassVar[str] = "workspace/acts/plain.html"
    is_grave: ClassVar[bool] = False
    takes_files: ClassVar[bool] = False
    looks: ClassVar[Any] = ""
    """The words of a second button that only shows what would happen; none without."""

    request_key = forms.UUIDField(
        widget=forms.HiddenInput, error_messages={"required": PAGE_WORDS, "invalid": PAGE_WORDS}
    )
    seen_version = forms.IntegerField(
        widget=forms.HiddenInput,
        min_value=0,
        max_value=2**31,
        error_messages={"required": PAGE_WORDS, "invalid": PAGE_WORDS},
    )

    def __init__(self, standing: Standing, data: QueryDict | None = None) -> None:
        self.standing = standing
        self.notices: list[tuple[str, str]] = []
        self.more_problems: list[Problem] = []
        first = {"request_key": uuid.uuid4(), "seen_version": standing.detail.version}
        super().__init__(data, initial={**first, **self.first_values()})
        self.settle()

    def first_values(self) -> dict[str, Any]:
        """What stands in the fields before anything is typed."""
        return {}

    def settle(self) -> None:
        """Choices and needs that depend on the dossier."""

    def to_input(self) -> Any:
        """What the command takes. The form is valid."""
        raise NotImplementedError

    def warnings_after(self) -> list[str]:
        """What else to say once the act is done. The form is valid, and was carried out."""
        return []

    @property
    def only_looks(self) -> bool:
        """Whether something was read into the fields just now: it is shown before it is done."""
        return False

    @property
    def own_fields(self) -> list[Any]:
        """The fields that somebody sees, in their order."""
        return [field for field in self if field.name not in MACHINERY]

    def refuse(self, refusal: Refusal) -> None:
        """Lay it onto its field, so that the page shows it where it must be mended."""
        for one in refusal.reasons:
            self.mark(one.field or "", sentence(one))

    def mark(self, field: str, text: str) -> None:
        """One thing to mend at a field; at the head of the page where there is no such field."""
        self.add_error(field if field in self.fields else None, text)

    def problems(self) -> list[Problem]:
        """Everything wrong, in the order of the page, each with where to go."""
        told = [{"text": str(text), "field_id": ""} for text in self.non_field_errors()]
        return [*told, *self.field_problems(), *self.more_problems]

    def field_problems(self) -> list[Problem]:
        return list(problems_of(self))

    def typed(self) -> list[dict[str, str]]:
        """What somebody typed, for the word on two people at one dossier."""
        told = []
        for bound in self.own_fields:
            view = field_of(bound)
            chosen = [choice.label for choice in view.choices if choice.chosen and choice.value]
            words = ", ".join(chosen) or view.value
            if words and view.kind not in {"hidden", "checkbox", "file"}:
                told.append({"label": view.label, "value": words[:KEPT_LENGTH_MAX]})
        return told

    def renew(self, **values: Any) -> None:
        """Another key or version in the page that is shown again; what was typed stays."""
        data = QueryDict(mutable=True)
        data.update(self.data)
        for name, value in values.items():
            data[name] = str(value)
        self.data = data


def problems_of(form: forms.Form) -> Iterator[Problem]:
    """The errors of fields, each with its label and a way to it."""
    for bound in form:
        for text in bound.errors:
            view = field_of(bound)
            place = f"{view.id}_0" if view.kind in ("radio", "checkboxes") else view.id
            told = str(text) if bound.is_hidden else f"{view.label}: {text}"
            yield {"text": told, "field_id": "" if bound.is_hidden else place}


class AmountField(forms.CharField):
    """Đồng typed as `20000`, `20.000`, `20 000 đ`. Empty is 0."""

    def clean(self, value: Any) -> Any:
        text = CURRENCY.sub("", super().clean(value).strip())
        if not text:
            return 0
        if not AMOUNT.fullmatch(text):
            raise forms.ValidationError(AMOUNT_WORDS, code="amount")
        return int(re.sub(r"[., ]", "", text))


class OptionalDayField(DayField):
    """A day, or nothing."""

    def clean(self, value: Any) -> Any:
        return super().clean(value) if str(value or "").strip() else None


def long_text(label: Any, *, hint: Any = "", rows: int = 3, needed: bool = True) -> forms.CharField:
    """A text that can be read later. How long it may be the rule says."""
    return forms.CharField(
        label=label,
        required=needed,
        widget=forms.Textarea(attrs={"rows": rows}),
        help_text=hint,
        error_messages={"required": REFUSALS["reason-missing"]},
    )


def short_text(label: Any, *, hint: Any = "", length_max: int = 300) -> forms.CharField:
    return forms.CharField(
        label=label,
        required=False,
        help_text=hint,
        max_length=length_max,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={
            "max_length": _("Dài quá %(limit_value)s ký tự. Rút gọn lại."),
        },
    )


def radio(label: Any, choices: list[tuple[str, Any]] | None = None, **kwargs: Any) -> Any:
    """One of several; it must be chosen."""
    return forms.ChoiceField(
        label=label,
        choices=choices or [],
        widget=forms.RadioSelect,
        error_messages={"required": _("Chưa chọn."), "invalid_choice": CHOICE_WORDS},
        **kwargs,
    )


def day_widget() -> forms.TextInput:
    return forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "data-date": ""})
