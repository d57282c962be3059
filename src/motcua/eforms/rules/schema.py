"""What plain answers to a form look like, as JSON Schema (2020-12), for programs that fill it in. Pure.

It tells shapes and lengths; what must be answered depends on the answers, and is told by `validation.check`.
"""

from __future__ import annotations

from typing import Any, Final

from motcua.eforms.rules.compounds import DEFAULT_FORMS, IDENTITY_PAPER
from motcua.eforms.rules.shapes import Field, Form, Group, Item, Repeat
from motcua.eforms.vocabulary import (
    ADDRESS_PARTS,
    COMPOUND_PARTS,
    LONG_TEXT_LENGTH,
    NUMBER_MAX,
    TEXT_LENGTH,
    AddressForm,
    FieldKind,
)
from motcua.kernel.identifiers.personal_id import FEMALE, MALE
from motcua.kernel.places import PROVINCES_NOW

Schema = dict[str, Any]
DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
DAY: Final = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
BIRTH: Final = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
DECIMAL: Final = r"^-?[0-9]+\.[0-9]+$"


def answers_schema(form: Form) -> Schema:
    """The schema of all answers together; titles are the questions in Vietnamese."""
    items = tuple(item for page in form.pages for item in page.fields)
    return {"$schema": DIALECT, "title": form.title.vi, **_object(items)}


def _object(items: tuple[Item, ...]) -> Schema:
    asked = [
        item for item in items if not isinstance(item, Field) or item.kind is not FieldKind.NOTE
    ]
    return {
        "type": "object",
        "properties": {item.key: _item(item) for item in asked},
        "additionalProperties": False,
    }


def _item(item: Item) -> Schema:
    told: Schema = {"title": item.label.vi}
    if item.help.vi:
        told["description"] = item.help.vi
    if isinstance(item, Group):
        return told | _object(item.fields)
    if isinstance(item, Repeat):
        return told | {
            "type": "array",
            "items": _object(item.fields),
            "minItems": item.min_items,
            "maxItems": item.max_items,
        }
    return told | _field(item)


def _field(asked: Field) -> Schema:
    if asked.kind is FieldKind.ADDRESS:
        return _address(asked.address_forms or DEFAULT_FORMS)
    if asked.kind in COMPOUND_PARTS:
        parts = asked.parts or IDENTITY_PAPER
        kinds = {part.key: part.kind for part in parts}
        return _parts(kinds, asked.address_forms or DEFAULT_FORMS)
    if asked.kind is FieldKind.CHOICE:
        return {"type": "string", "enum": [one.code for one in asked.choices]}
    if asked.kind is FieldKind.CHOICES:
        codes = {"type": "string", "enum": [one.code for one in asked.choices]}
        return {"type": "array", "items": codes, "uniqueItems": True}
    if asked.kind is FieldKind.NUMBER:
        return _number(asked)
    if asked.kind in (FieldKind.TEXT, FieldKind.LONG_TEXT) and asked.length_max:
        return {"type": "string", "maxLength": asked.length_max}
    return _of_kind(asked.kind)


def _number(asked: Field) -> Schema:
    whole: Schema = {"type": "integer", "maximum": NUMBER_MAX}
    if isinstance(asked.max, int):
        whole["maximum"] = asked.max
    whole["minimum"] = asked.min if isinstance(asked.min, int) else 0
    return {"anyOf": [whole, {"type": "string", "pattern": DECIMAL}]} if asked.decimals else whole


def _parts(kinds: dict[str, FieldKind], forms: tuple[AddressForm, ...]) -> Schema:
    return {
        "type": "object",
        "properties": {key: _part(kind, forms) for key, kind in kinds.items()},
        "additionalProperties": False,
    }


def _part(kind: FieldKind, forms: tuple[AddressForm, ...]) -> Schema:
    if kind is FieldKind.ADDRESS:
        return _address(forms)
    if kind is FieldKind.PAPER_REFERENCE:
        return _parts({part.key: part.kind for part in IDENTITY_PAPER}, forms)
    return _of_kind(kind)


def _address(forms: tuple[AddressForm, ...]) -> Schema:
    shapes = []
    for form in forms:
        parts: Schema = {name: _of_kind(FieldKind.TEXT) for name in ADDRESS_PARTS[form]}
        if form is AddressForm.TWO_TIER:
            parts["province_code"] = {"type": "string", "enum": list(PROVINCES_NOW)}
            parts["commune_code"] = {"type": "string", "pattern": "^[0-9]{5}$"}
        if "detail" in parts:
            parts["detail"] = {"type": "string", "maxLength": 300}
        shape = {"form": {"const": str(form)}, **parts}
        shapes.append({"type": "object", "properties": shape, "additionalProperties": False})
    return (
        shapes[0]
        if len(shapes) == 1
        else {"oneOf": [one | {"required": ["form"]} for one in shapes]}
    )


def _of_kind(kind: FieldKind) -> Schema:
    text: Schema = {"type": "string", "maxLength": TEXT_LENGTH}
    known: dict[FieldKind, Schema] = {
        FieldKind.LONG_TEXT: {"type": "string", "maxLength": LONG_TEXT_LENGTH},
        FieldKind.MONEY_VND: {"type": "integer", "minimum": 0, "maximum": NUMBER_MAX},
        FieldKind.DATE: {"type": "string", "pattern": DAY},
        FieldKind.BIRTH_DATE: {"type": "string", "pattern": BIRTH},
        FieldKind.SEX: {"type": "string", "enum": [MALE, FEMALE]},
        FieldKind.YES_NO: {"type": "boolean"},
        FieldKind.PERSONAL_ID: {"type": "string", "pattern": r"^[0-9]{9}([0-9]{3})?$"},
        FieldKind.COMPUTED: {"type": ["string", "integer"], "readOnly": True},
    }
    return known.get(kind, text)
