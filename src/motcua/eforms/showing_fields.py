"""One question as its control on screen: what it shows, how it is typed, what a browser may fill in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from motcua.eforms.rules.formulas import a_number
from motcua.eforms.rules.shapes import Choice
from motcua.eforms.shown import ShownChoice
from motcua.eforms.value_words import NO, YES
from motcua.eforms.vocabulary import FieldKind
from motcua.kernel.identifiers.card_dates import parse_birth, parse_day
from motcua.kernel.identifiers.personal_id import FEMALE, MALE
from motcua.kernel.refusal import Refusal

RADIOS_MAX: Final = 8
NOTHING_CHOSEN: Final = _("Để trống")
NOT_IN_LIST: Final = _("%(value)s (không có trong danh sách)")
CHOOSE: Final = _("Hãy chọn")
HINTS: Final = {
    FieldKind.DATE: _("Ngày/tháng/năm, ví dụ 05/11/2026."),
    FieldKind.BIRTH_DATE: _("Ngày/tháng/năm, ví dụ 05/11/1985. Chỉ nhớ năm thì ghi năm: 1950."),
    FieldKind.PERSONAL_ID: _("12 chữ số trên thẻ căn cước."),
    FieldKind.PHONE: _("Ví dụ 0912 345 678."),
    FieldKind.EMAIL: _("Ví dụ hoa.le@example.vn."),
}
WIDTHS: Final = {
    FieldKind.NUMBER: "s",
    FieldKind.MONEY_VND: "m",
    FieldKind.DATE: "s",
    FieldKind.BIRTH_DATE: "s",
    FieldKind.PERSONAL_ID: "m",
    FieldKind.TAX_CODE: "m",
    FieldKind.PHONE: "m",
    FieldKind.EMAIL: "l",
}
_INPUT_MODES: Final = {
    FieldKind.NUMBER: "decimal",
    FieldKind.DATE: "numeric",
    FieldKind.BIRTH_DATE: "numeric",
    FieldKind.MONEY_VND: "numeric",
    FieldKind.PERSONAL_ID: "numeric",
    FieldKind.TAX_CODE: "numeric",
    FieldKind.PHONE: "tel",
    FieldKind.EMAIL: "email",
}
_AUTOCOMPLETE: Final = {
    "name": "name",
    "birth_date": "bday",
    "sex": "sex",
    "phone": "tel",
    "email": "email",
    "detail": "street-address",
    "country": "country-name",
}


def input_attrs(kind: FieldKind, *, own_part: str = "") -> dict[str, str]:
    """Attributes of a text control. `own_part`: which part of the reader's own data this is, for the
    browser to offer; what is about others it leaves alone."""
    attrs = {"autocomplete": _AUTOCOMPLETE.get(own_part, "off")}
    if kind in _INPUT_MODES:
        attrs["inputmode"] = _INPUT_MODES[kind]
    if kind in (FieldKind.PERSONAL_ID, FieldKind.TAX_CODE, FieldKind.EMAIL):
        attrs["spellcheck"] = "false"
    return attrs


def typed_value(kind: FieldKind, value: Any, *, is_readable: bool = True) -> str:
    """The answer as a person types it; one that cannot be read stands as it was typed."""
    if value is None or isinstance(value, bool | list | Mapping):
        return ""
    writing = _WRITING.get(kind)
    return writing(value) if writing and is_readable else str(value)


def _day(value: Any) -> str:
    try:
        return parse_day(str(value), "date").strftime("%d/%m/%Y")
    except Refusal:
        return str(value)


def _birth(value: Any) -> str:
    try:
        return parse_birth(str(value)).words()
    except Refusal:
        return str(value)


def _number(value: Any) -> str:
    number = a_number(value)
    return str(value) if number is None else format(number, "f").replace(".", ",")


def _money(value: Any) -> str:
    return f"{value:,}".replace(",", ".") if isinstance(value, int) else str(value)


_WRITING: Final[Mapping[FieldKind, Callable[[Any], str]]] = {
    FieldKind.DATE: _day,
    FieldKind.BIRTH_DATE: _birth,
    FieldKind.NUMBER: _number,
    FieldKind.MONEY_VND: _money,
}


def yes_no_choices(value: Any) -> list[ShownChoice]:
    return [
        ShownChoice(value="yes", label=str(YES), chosen=value is True),
        ShownChoice(value="no", label=str(NO), chosen=value is False),
    ]


def sex_choices(value: Any) -> list[ShownChoice]:
    return [
        ShownChoice(value=one, label=gettext(one), chosen=value == one) for one in (MALE, FEMALE)
    ]


def own_choices(choices: tuple[Choice, ...], value: Any) -> list[ShownChoice]:
    """Those of the definition; `value` is a code, or a list of them."""
    language = get_language() or "vi"
    chosen = value if isinstance(value, list) else [value]
    return [
        ShownChoice(
            value=one.code,
            label=one.label.said(language),
            hint=one.help.said(language),
            chosen=one.code in chosen,
        )
        for one in choices
    ]


def with_stranger(choices: list[ShownChoice], value: Any) -> list[ShownChoice]:
    """What was answered and is no choice (any more) stands in the list, so that nothing is lost."""
    known = any(one.chosen for one in choices)
    if known or not isinstance(value, str) or not value:
        return choices
    words = str(NOT_IN_LIST % {"value": value})
    return [*choices, ShownChoice(value=value, label=words, chosen=True)]


def with_nothing(choices: list[ShownChoice], words: Any) -> list[ShownChoice]:
    """One more choice that answers nothing: first in a list, else the way back from a choice made."""
    return [
        ShownChoice(value="", label=str(words), chosen=not any(c.chosen for c in choices)),
        *choices,
    ]
