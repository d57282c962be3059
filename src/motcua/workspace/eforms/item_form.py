"""The properties of one item of a form as fields: those that its kind has, and no others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

import orjson
from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.eforms.rules.editing import GROUP, REPEAT, new_code
from motcua.eforms.showing_questions import part_label
from motcua.eforms.vocabulary import COMPOUND_PARTS, ITEMS_MAX, AddressForm, FieldKind
from motcua.eforms.wording import ADDRESS_FORMS, KINDS, LANGUAGE_NAMES, TEXT_NAMES
from motcua.kernel.characters import plain_words
from motcua.kernel.dates_vi import short_day
from motcua.kernel.identifiers.card_dates import CardDateBroken, parse_day
from motcua.workspace.numbers import whole_number

Document = dict[str, Any]
FORM, PAGE = "form", "page"
LONG: Final = ("help", "pledge")
ELSEWHERE: Final = ("say", "signers")
TEXTS: Final = {
    name: (words, name in LONG) for name, words in TEXT_NAMES.items() if name not in ELSEWHERE
}
OF_FORM: Final = ("title", "help", "paper_title", "pledge")
OF_PAGE: Final = ("title", "help")
OF_GROUP: Final = ("label", "help")
OF_REPEAT: Final = ("label", "item_label", "help")
OF_FIELD: Final = ("label", "help", "paper_label")
_WITH_ADDRESS: Final = (FieldKind.ADDRESS, FieldKind.PERSON, FieldKind.ORGANIZATION)
_NUMBERS: Final = (FieldKind.NUMBER, FieldKind.MONEY_VND)
_SILENT: Final = (FieldKind.COMPUTED, FieldKind.NOTE)
FILLS: Final = {
    "applicant": gettext_lazy("Người nộp"),
    "applicant.name": gettext_lazy("Họ tên người nộp"),
    "applicant.phone": gettext_lazy("Điện thoại người nộp"),
    "applicant.email": gettext_lazy("Thư điện tử người nộp"),
    "applicant.residence": gettext_lazy("Nơi cư trú của người nộp"),
    "owner": gettext_lazy("Chủ hồ sơ"),
    "owner.name": gettext_lazy("Họ tên chủ hồ sơ"),
    "representative": gettext_lazy("Người đại diện"),
}
CHOICES_HINT = gettext_lazy(
    "Mỗi dòng một lựa chọn: tiếng Việt | tiếng Anh | mã. Mã để trống thì máy tự đặt; đừng đổi mã đã dùng."
)
BOUND_HINT = gettext_lazy(
    "Số, hoặc ngày như 01/07/2025, hoặc chữ hôm nay. Để trống nếu không giới hạn."
)
TODAY_WORDS = ("hôm nay", "hom nay", "today")


def sort_of(place: str, item: Document) -> str:
    """form, page, group, repeat or field."""
    if not place:
        return FORM
    if place.count(".") == 1:
        return PAGE
    kind = item.get("kind")
    return str(kind) if kind in (GROUP, REPEAT) else "field"


class ItemForm(forms.Form):
    """`item` is what stands there now; the kind that was sent decides which fields there are."""

    def __init__(self, sort: str, item: Document, data: Any = None) -> None:
        super().__init__(data)
        self.sort = sort
        self._item = item
        kind = (data or {}).get("kind") or str(item.get("kind", ""))
        self.kind = FieldKind(kind) if sort == "field" and kind in list(FieldKind) else None
        self.texts = {FORM: OF_FORM, PAGE: OF_PAGE, GROUP: OF_GROUP, REPEAT: OF_REPEAT}.get(
            sort, OF_FIELD
        )
        for name in self.texts:
            self._add_text(name)
        if self.kind is not None:
            self._add_of_field(self.kind)
        if sort == REPEAT:
            self._add_count("min_items", _("Ít nhất mấy mục"))
            self._add_count("max_items", _("Nhiều nhất mấy mục"))

    def _add_text(self, name: str) -> None:
        words_of_text, is_long = TEXTS[name]
        label = str(words_of_text)
        if name == "label" and self.kind is FieldKind.NOTE:
            label = _("Lời nói với người điền")
        now = self._item.get(name) or {}
        for language, words in LANGUAGE_NAMES.items():
            self.fields[f"{name}_{language}"] = forms.CharField(
                label=f"{label} ({words})",
                required=False,
                initial=now.get(language, ""),
                max_length=2_000,
                widget=forms.Textarea if is_long else forms.TextInput,
            )

    def _add_of_field(self, kind: FieldKind) -> None:
        self._add_choice("kind", _("Loại câu hỏi"), KINDS, str(kind))
        if kind not in _SILENT:
            is_required = bool(self._item.get("is_required"))
            self._add_tick("is_required", _("Bắt buộc trả lời"), is_required)
        self._add_answers(kind)
        self._add_limits(kind)
        if kind is FieldKind.COMPUTED:
            self._add_formula()
        if kind not in _SILENT:
            now = str(self._item.get("fills", ""))
            self._add_choice("fills", _("Điền sẵn từ"), FILLS, now, blank=True)
        if kind is not FieldKind.NOTE:
            self._add_tick("is_printed", _("In trên tờ khai"), self._item.get("is_printed", True))

    def _add_answers(self, kind: FieldKind) -> None:
        """What can be answered: choices, parts, forms of address."""
        own = self._item
        if kind in (FieldKind.CHOICE, FieldKind.CHOICES):
            self.fields["choices"] = forms.CharField(
                label=_("Các lựa chọn"),
                required=False,
                help_text=CHOICES_HINT,
                initial="\n".join(_choice_lines(own.get("choices") or [])),
                widget=forms.Textarea,
            )
        if kind in COMPOUND_PARTS:
            parts = {key: part_label(kind, key) for key in COMPOUND_PARTS[kind]}
            self._add_ticks("parts", _("Hỏi những phần nào"), parts, own.get("parts"))
            required = own.get("required_parts")
            self._add_ticks("required_parts", _("Phần nào bắt buộc"), parts, required)
        if kind in _WITH_ADDRESS:
            now = own.get("address_forms") or list(AddressForm)
            self._add_ticks("address_forms", _("Dạng địa chỉ được ghi"), ADDRESS_FORMS, now)

    def _add_limits(self, kind: FieldKind) -> None:
        if kind in _NUMBERS or kind is FieldKind.DATE:
            for name, label in (("min", _("Từ")), ("max", _("Đến"))):
                self._add_line(name, label, _bound_words(self._item.get(name)), BOUND_HINT)
        if kind is FieldKind.NUMBER:
            self._add_count("decimals", _("Số chữ số sau dấu phẩy"))
        if kind in (FieldKind.TEXT, FieldKind.LONG_TEXT):
            self._add_count("length_max", _("Số ký tự nhiều nhất"))

    def _add_formula(self) -> None:
        formula = self._item.get("formula")
        text = orjson.dumps(formula).decode() if formula is not None else ""
        hint = _('Ví dụ: {"sum_of": "members.amount"}. Cách viết có trong trợ giúp của trang.')
        self._add_line("formula", _("Công thức (JSON)"), text, hint)
        shown = {one: KINDS[one] for one in (*_NUMBERS, FieldKind.TEXT, FieldKind.DATE)}
        now = str(self._item.get("shown_as", ""))
        self._add_choice("shown_as", _("In ra như"), shown, now, blank=True)

    def _add_line(self, name: str, label: str, initial: str, hint: Any = "") -> None:
        self.fields[name] = forms.CharField(
            label=label, required=False, initial=initial, max_length=4_000, help_text=hint
        )

    def _add_count(self, name: str, label: str) -> None:
        now = self._item.get(name)
        self._add_line(name, label, "" if now is None else str(now))

    def _add_tick(self, name: str, label: str, now: Any) -> None:
        self.fields[name] = forms.BooleanField(label=label, required=False, initial=now)

    def _add_ticks(self, name: str, label: str, words: Mapping[Any, Any], now: Any) -> None:
        self.fields[name] = forms.MultipleChoiceField(
            label=label,
            required=False,
            initial=list(now or ()),
            choices=[(str(key), word) for key, word in words.items()],
            widget=forms.CheckboxSelectMultiple,
        )

    def _add_choice(
        self, name: str, label: str, words: Mapping[Any, Any], now: str, *, blank: bool = False
    ) -> None:
        known = [(str(key), word) for key, word in words.items()]
        if now and now not in {key for key, _word in known}:
            known.append((now, now))
        self.fields[name] = forms.ChoiceField(
            label=label,
            required=False,
            initial=now,
            choices=[("", "—"), *known] if blank else known,
        )

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = self.cleaned_data
        for name, most in (("min_items", ITEMS_MAX), ("max_items", ITEMS_MAX), ("decimals", 2),
                           ("length_max", 10_000)):  # fmt: skip
            if name in given:
                given[name] = self._whole(name, given[name], most)
        for name in ("min", "max"):
            if name in given:
                given[name] = self._bound(name, given[name])
        if "formula" in given:
            given["formula"] = self._json("formula", given["formula"])
        return given

    def _whole(self, name: str, text: str, most: int) -> int | None:
        number = whole_number(text.strip())
        if text.strip() and (number is None or number > most):
            self.add_error(name, _("Nhập số nguyên từ 0 đến %(most)s.") % {"most": most})
        return number

    def _bound(self, name: str, text: str) -> int | str | None:
        plain = text.strip().casefold()
        if not plain:
            return None
        if plain in TODAY_WORDS:
            return "today"
        number = whole_number(plain.lstrip("-").replace(".", ""))
        if number is not None and "/" not in plain:
            return -number if plain.startswith("-") else number
        try:
            return parse_day(plain, name).isoformat()
        except CardDateBroken:
            self.add_error(name, _("Nhập số, ngày như 01/07/2025, hoặc hôm nay."))
        return None

    def _json(self, name: str, text: str) -> Any:
        if not text.strip():
            return None
        try:
            return orjson.loads(text)
        except orjson.JSONDecodeError:
            self.add_error(name, _("Không đọc được JSON. Hãy xem lại dấu ngoặc và dấu nháy."))
        return None

    def changes(self) -> dict[str, Any]:
        """What to put into the document; empty ones are left out there. The form is valid."""
        given = self.cleaned_data
        changed: dict[str, Any] = {name: _text(given, name) for name in self.texts}
        same = ("is_required", "shown_as", "fills", "min", "max", "decimals", "length_max",
                "formula", "parts", "required_parts", "min_items", "max_items")  # fmt: skip
        changed |= {name: given.get(name) or None for name in same}
        for name in ("min", "max"):
            changed[name] = given.get(name)
        if self.kind is not None:
            changed["kind"] = str(self.kind)
            changed["is_printed"] = None if given.get("is_printed", True) else False
            changed["choices"] = list(_choices(given.get("choices", ""), self._item))
            changed["address_forms"] = self._address_forms(given.get("address_forms") or [])
            kept = set(given.get("parts") or ())
            changed["required_parts"] = [
                one for one in given.get("required_parts") or () if one in kept
            ]
        return {name: value for name, value in changed.items() if self._has(name)}

    def _address_forms(self, ticked: list[str]) -> list[str] | None:
        """In the order they stood in: the first is what a blank address begins with. All = not said."""
        before = self._item.get("address_forms")
        if before and set(before) == set(ticked):
            return list(before)
        return ticked if len(ticked) < len(AddressForm) else None

    def _has(self, name: str) -> bool:
        """Whether an item of this sort may have the property at all."""
        of_fields = self.sort == "field"
        return name in self.texts or of_fields or (self.sort == REPEAT and name.endswith("_items"))


def _text(given: Mapping[str, Any], name: str) -> dict[str, str] | None:
    words = {one: plain_words(given.get(f"{name}_{one}", "")) for one in ("vi", "en")}
    return words if any(words.values()) else None


def _choice_lines(choices: list[Document]) -> Iterator[str]:
    for one in choices:
        label = one.get("label") or {}
        yield " | ".join((label.get("vi", ""), label.get("en", ""), str(one.get("code", ""))))


def _choices(text: str, item: Document) -> Iterator[Document]:
    """A choice for each line; one that was there keeps its help."""
    before = {one.get("code"): one for one in item.get("choices") or ()}
    used: set[str] = set()
    for line in text.splitlines():
        vi, en, code, *_more = (*(plain_words(part) for part in line.split("|")), "", "", "")
        if not vi:
            continue
        code = code or new_code(en or vi, used)
        used.add(code)
        kept = {name: value for name, value in before.get(code, {}).items() if name == "help"}
        yield {"code": code, "label": {"vi": vi, "en": en}, **kept}


def _bound_words(bound: Any) -> str:
    if bound is None:
        return ""
    if bound == "today":
        return TODAY_WORDS[0]
    return str(bound) if isinstance(bound, int) else short_day(parse_day(str(bound), "bound"))
