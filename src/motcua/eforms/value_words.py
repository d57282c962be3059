"""Answers as people read them: check-your-answers, the desk and the printed declaration say them alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from motcua.eforms.rules.formulas import a_number
from motcua.eforms.rules.shapes import Field
from motcua.eforms.vocabulary import AddressForm, FieldKind
from motcua.eforms.wording import ORGANIZATION_NAME, PARTS
from motcua.kernel.identifiers.card_dates import parse_birth
from motcua.kernel.money import AMOUNT_MAX, dong, dong_words
from motcua.kernel.places import PROVINCES_NOW
from motcua.kernel.refusal import Refusal

YES, NO = _("Có"), _("Không")
PAPER_NUMBER = _("số %(number)s")
PAPER_DAY = _("cấp ngày %(day)s")
PAPER_ISSUER = _("nơi cấp: %(issuer)s")
OLD_ADDRESS = _("(địa chỉ trước 01/7/2025)")
AMOUNT = _("%(amount)s (%(words)s)")


def value_words(asked: Field, value: Any) -> str:
    """What was answered, in the language of the moment; lines of a long text stay lines; "" for nothing.

    A faulty answer that was kept as typed is said as typed.
    """
    if value is None:
        return ""
    kind = asked.shown_as or asked.kind
    if kind in (FieldKind.CHOICE, FieldKind.CHOICES):
        return _choices(asked, value)
    if kind in (FieldKind.PERSON, FieldKind.ORGANIZATION) and isinstance(value, Mapping):
        return "\n".join(f"{label}: {words}" for _key, label, words in part_lines(asked, value))
    return words_of(kind, value)


def part_lines(asked: Field, value: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Of a person or an organization: key, label and words of each part that was answered."""
    for part in asked.parts:
        words = words_of(part.kind, value.get(part.key))
        if words:
            is_own = part.key == "name" and asked.kind is FieldKind.ORGANIZATION
            yield part.key, str(ORGANIZATION_NAME if is_own else PARTS[part.key]), words


def words_of(kind: FieldKind, value: Any) -> str:
    """A value of that kind in words."""
    if value is None:
        return ""
    said = _SAYING.get(kind, _as_it_stands)(value)
    return said if said else _as_it_stands(value)


def _as_it_stands(value: Any) -> str:
    return str(value) if isinstance(value, str | int) else ""


def _choices(asked: Field, value: Any) -> str:
    language = get_language() or "vi"
    labels = {choice.code: choice.label.said(language) for choice in asked.choices}
    codes = value if isinstance(value, list) else [value]
    return "; ".join(labels.get(code, str(code)) for code in codes if isinstance(code, str))


def _yes_no(value: Any) -> str:
    return str(YES if value else NO) if isinstance(value, bool) else ""


def _day(value: Any) -> str:
    """`05/02/1990`, `02/1990` or `1990`."""
    try:
        return parse_birth(value).words() if isinstance(value, str) else ""
    except Refusal:
        return ""


def _number(value: Any) -> str:
    """With a decimal comma; a computed value that is no number is said as it stands."""
    number = a_number(value)
    return "" if number is None else format(number, "f").replace(".", ",")


def _money(value: Any) -> str:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= AMOUNT_MAX:
        return ""
    return str(AMOUNT % {"amount": dong(value), "words": dong_words(value)})


def _sex(value: Any) -> str:
    return gettext(value) if isinstance(value, str) and value else ""


def _address(value: Any) -> str:
    if not isinstance(value, Mapping):
        return ""
    province = value.get("province_code")
    parts = [
        *(value.get(name) for name in ("detail", "commune", "district")),
        PROVINCES_NOW.get(province, province)
        if isinstance(province, str)
        else value.get("province"),
        value.get("country"),
    ]
    words = ", ".join(part for part in parts if isinstance(part, str) and part)
    is_old = value.get("form") == AddressForm.THREE_TIER
    return f"{words} {OLD_ADDRESS}" if words and is_old else words


def _paper(value: Any) -> str:
    if not isinstance(value, Mapping):
        return ""
    number, day, issuer = value.get("number"), _day(value.get("issued_on")), value.get("issued_by")
    said = [
        value.get("name"),
        PAPER_NUMBER % {"number": number} if number else "",
        PAPER_DAY % {"day": day} if day else "",
        PAPER_ISSUER % {"issuer": issuer} if issuer else "",
    ]
    return ", ".join(str(one) for one in said if one)


_SAYING: Final[Mapping[FieldKind, Callable[[Any], str]]] = {
    FieldKind.YES_NO: _yes_no,
    FieldKind.DATE: _day,
    FieldKind.BIRTH_DATE: _day,
    FieldKind.NUMBER: _number,
    FieldKind.MONEY_VND: _money,
    FieldKind.SEX: _sex,
    FieldKind.ADDRESS: _address,
    FieldKind.PAPER_REFERENCE: _paper,
}
