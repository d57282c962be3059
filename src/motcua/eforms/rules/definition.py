"""A form read from plain JSON; every fault of the document is named with its place.

    {"code": "birth-registration", "title": {"vi": …, "en": …}, "pages": [
      {"key": "child", "title": {…}, "shown_if": {…}, "fields": [
        {"key": "child", "kind": "person", "label": {…}, "parts": ["name", "birth_date"],
         "required_parts": ["name"], "is_required": true},
        {"key": "papers", "kind": "repeat", "label": {…}, "item_label": {…}, "min_items": 1,
         "max_items": 10, "fields": […]},
        {"key": "contact", "kind": "group", "label": {…}, "fields": […]}]}]}

`form_of` refuses what cannot be read at all; what can be read and still makes no good form
(missing words, cycles, unreachable fields) is told by `publishing.publishing_faults`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any, Final, TypeVar

from motcua.eforms.rules.conditions import Condition, read_condition
from motcua.eforms.rules.formulas import ExpressionFaulty, a_day, a_path, read_formula
from motcua.eforms.rules.shapes import (
    NO_TEXT,
    Check,
    Choice,
    Field,
    Form,
    Group,
    Item,
    Page,
    Part,
    Repeat,
    Signer,
    Text,
)
from motcua.eforms.vocabulary import (
    COMPOUND_PARTS,
    DECIMALS_MAX,
    ITEMS_MAX,
    LONG_TEXT_LENGTH_MAX,
    NUMBER_MAX,
    AddressForm,
    FieldKind,
)
from motcua.kernel.characters import plain_words
from motcua.kernel.refusal import ManyProblems, Refusal

__all__ = [
    "Check", "Choice", "DefinitionFaulty", "Field", "Form", "FormUnreadable", "Group", "Item",
    "Page", "Part", "Repeat", "Text", "form_of",
]  # fmt: skip

PAGES_MAX, ITEMS_OF_FORM_MAX, CHOICES_MAX, CHECKS_MAX, DEPTH_MAX = 40, 400, 200, 20, 4
TEXT_MAX: Final = 4_000
SIGNERS_MAX: Final = 2
_KEY: Final = re.compile(r"[a-z][a-z0-9_]{0,59}", re.ASCII)
_CODE: Final = re.compile(r"[a-z0-9][a-z0-9._-]{0,79}", re.ASCII)
_OF_FORM: Final = {
    "code",
    "title",
    "pages",
    "help",
    "paper_title",
    "pledge",
    "signers",
    "legal_basis",
}
_OF_PAGE: Final = {"key", "title", "help", "shown_if", "fields"}
_OF_ITEM: Final = {"key", "kind", "label", "help", "shown_if", "checks"}
_OF_GROUP: Final = _OF_ITEM | {"fields"}
_OF_REPEAT: Final = _OF_GROUP | {"item_label", "min_items", "max_items"}
_OF_FIELD: Final = _OF_ITEM | {
    "is_required", "required_if", "choices", "formula", "shown_as", "min", "max", "length_max",
    "decimals", "parts", "required_parts", "address_forms", "fills", "fills_if", "paper_label", "is_printed",
}  # fmt: skip
T = TypeVar("T")


class FormUnreadable(ManyProblems):
    """The document is no form; `problems` names every fault with its place."""

    code = "form-unreadable"


class DefinitionFaulty(Refusal):
    """One fault: `field` is the place in the document ("pages.0.fields.2.kind"), `why` a code, `found` what
    stands there."""

    code = "form-definition-faulty"


def form_of(document: Any) -> Form:
    """The form that a document describes. Refusals: FormUnreadable."""
    reader = _Reader()
    form = reader.form(document)
    if reader.problems:
        raise FormUnreadable(reader.problems)
    return form


def _seen(found: object) -> str:
    """What stands there, short; a number of a thousand digits is not written out."""
    is_long = isinstance(found, int) and abs(found) > NUMBER_MAX
    return "…" if is_long else str(found)[:80]


class _Reader:
    """Reads on after a fault, so that all are told at once."""

    def __init__(self) -> None:
        self.problems: list[Refusal] = []
        self._items = 0

    def fault(self, place: str, why: str, found: object = "") -> None:
        if len(self.problems) < 100:
            self.problems.append(DefinitionFaulty(field=place, why=why, found=_seen(found)))

    def form(self, document: Any) -> Form:
        given = self._object(document, "", _OF_FORM)
        pages = self._list(given.get("pages"), "pages", PAGES_MAX)
        basis = self._list(given.get("legal_basis", []), "legal_basis", 50)
        return Form(
            code=self._code(given.get("code"), "code"),
            title=self._text(given, "title", ""),
            help=self._text(given, "help", ""),
            paper_title=self._text(given, "paper_title", ""),
            pledge=self._text(given, "pledge", ""),
            signers=tuple(self._signers(given)),
            legal_basis=tuple(str(one)[:200] for one in basis if isinstance(one, str)),
            pages=tuple(self._page(one, f"pages.{at}") for at, one in enumerate(pages)),
        )

    def _signers(self, given: Mapping[str, Any]) -> Iterator[Signer]:
        for at, one in enumerate(self._list(given.get("signers", []), "signers", SIGNERS_MAX)):
            place = f"signers.{at}"
            signer = self._object(one, place, {"label", "name"})
            name = self._read(partial(a_path, signer.get("name")), f"{place}.name") or ""
            yield Signer(label=self._text(signer, "label", place), name=name)

    def _page(self, document: Any, place: str) -> Page:
        given = self._object(document, place, _OF_PAGE)
        return Page(
            key=self._key(given, place),
            title=self._text(given, "title", place),
            help=self._text(given, "help", place),
            shown_if=self._condition(given, "shown_if", place),
            fields=tuple(self._items_of(given, place, 1)),
        )

    def _items_of(self, given: Mapping[str, Any], place: str, depth: int) -> Iterator[Item]:
        if depth > DEPTH_MAX:
            self.fault(place, "too-deep")
            return
        for at, one in enumerate(self._list(given.get("fields"), f"{place}.fields", 200)):
            self._items += 1
            if self._items > ITEMS_OF_FORM_MAX:
                self.fault(place, "too-many-fields", ITEMS_OF_FORM_MAX)
                return
            yield self._item(one, f"{place}.fields.{at}", depth)

    def _item(self, document: Any, place: str, depth: int) -> Item:
        kind = document.get("kind") if isinstance(document, Mapping) else None
        if kind == "group":
            return self._group(document, place, depth)
        if kind == "repeat":
            return self._repeat(document, place, depth)
        return self._field(document, place)

    def _group(self, document: Any, place: str, depth: int) -> Group:
        given = self._object(document, place, _OF_GROUP)
        fields = tuple(self._items_of(given, place, depth + 1))
        return Group(fields=fields, **self._shared(given, place))

    def _repeat(self, document: Any, place: str, depth: int) -> Repeat:
        given = self._object(document, place, _OF_REPEAT)
        return Repeat(
            fields=tuple(self._items_of(given, place, depth + 1)),
            item_label=self._text(given, "item_label", place),
            min_items=self._whole(given, "min_items", place, ITEMS_MAX) or 0,
            max_items=self._whole(given, "max_items", place, ITEMS_MAX) or 20,
            **self._shared(given, place),
        )

    def _field(self, document: Any, place: str) -> Field:
        given = self._object(document, place, _OF_FIELD)
        kind = self._word(given, "kind", place, FieldKind) or FieldKind.NOTE
        formula = given.get("formula")
        forms = self._list(given.get("address_forms", []), f"{place}.address_forms", 3)
        return Field(
            kind=kind,
            is_required=self._flag(given, "is_required", place),
            required_if=self._condition(given, "required_if", place),
            choices=tuple(self._choices(given, place)),
            formula=None
            if formula is None
            else self._read(lambda: read_formula(formula), f"{place}.formula"),
            shown_as=self._word(given, "shown_as", place, FieldKind),
            min=self._bound(given, "min", place),
            max=self._bound(given, "max", place),
            length_max=self._whole(given, "length_max", place, LONG_TEXT_LENGTH_MAX),
            decimals=self._whole(given, "decimals", place, DECIMALS_MAX) or 0,
            paper_label=self._text(given, "paper_label", place),
            is_printed=self._flag(given, "is_printed", place, usual=True),
            parts=tuple(self._parts(given, kind, place)),
            address_forms=tuple(
                form
                for form in (self._address_form(one, f"{place}.address_forms") for one in forms)
                if form
            ),
            fills=self._short(given, "fills", place),
            fills_if=self._condition(given, "fills_if", place),
            **self._shared(given, place),
        )

    def _shared(self, given: Mapping[str, Any], place: str) -> dict[str, Any]:
        return {
            "key": self._key(given, place),
            "label": self._text(given, "label", place),
            "help": self._text(given, "help", place),
            "shown_if": self._condition(given, "shown_if", place),
            "checks": tuple(self._checks(given, place)),
        }

    def _checks(self, given: Mapping[str, Any], place: str) -> Iterator[Check]:
        found = self._list(given.get("checks", []), f"{place}.checks", CHECKS_MAX)
        for at, one in enumerate(found):
            here = f"{place}.checks.{at}"
            check = self._object(one, here, {"holds", "say"})
            condition = self._condition(check, "holds", here)
            if condition is None:
                self.fault(here, "missing", "holds")
            else:
                yield Check(holds=condition, say=self._text(check, "say", here))

    def _choices(self, given: Mapping[str, Any], place: str) -> Iterator[Choice]:
        found = self._list(given.get("choices", []), f"{place}.choices", CHOICES_MAX)
        for at, one in enumerate(found):
            here = f"{place}.choices.{at}"
            choice = self._object(one, here, {"code", "label", "help"})
            code = self._code(choice.get("code"), f"{here}.code")
            label, help_text = self._text(choice, "label", here), self._text(choice, "help", here)
            yield Choice(code=code, label=label, help=help_text)

    def _parts(self, given: Mapping[str, Any], kind: FieldKind, place: str) -> Iterator[Part]:
        known = COMPOUND_PARTS.get(kind, {})
        asked = self._list(given.get("parts", []), f"{place}.parts", 20)
        needed = self._list(given.get("required_parts", []), f"{place}.required_parts", 20)
        for name in (*asked, *needed):
            if name not in list(known) or name not in asked:
                self.fault(f"{place}.parts", "unknown-part", name)
                return
        for key in known:
            if key in asked:
                yield Part(key=key, kind=known[key], is_required=key in needed)

    def _address_form(self, one: Any, place: str) -> AddressForm | None:
        if one in list(AddressForm):
            return AddressForm(one)
        self.fault(place, "unknown-word", one)
        return None

    def _bound(self, given: Mapping[str, Any], name: str, place: str) -> int | str | None:
        value = given.get(name)
        whole = isinstance(value, int) and not isinstance(value, bool) and abs(value) <= NUMBER_MAX
        if value is None or whole or value == "today" or a_day(value):
            assert value is None or isinstance(value, int | str)
            return value
        self.fault(f"{place}.{name}", "not-a-bound", value)
        return None

    def _condition(self, given: Mapping[str, Any], name: str, place: str) -> Condition | None:
        document = given.get(name)
        if document is None:
            return None
        return self._read(lambda: read_condition(document), f"{place}.{name}")

    def _read(self, reading: Callable[[], T], place: str) -> T | None:
        try:
            return reading()
        except ExpressionFaulty as faulty:
            self.fault(place, faulty.params["why"], faulty.params.get("found", ""))
            return None

    def _object(self, document: Any, place: str, known: set[str]) -> Mapping[str, Any]:
        if not isinstance(document, Mapping):
            self.fault(place, "not-an-object")
            return {}
        for name in document.keys() - known:
            self.fault(place, "unknown-name", name)
        return document

    def _list(self, value: Any, place: str, most: int) -> list[Any]:
        if not isinstance(value, list):
            self.fault(place, "not-a-list")
            return []
        if len(value) > most:
            self.fault(place, "too-many", most)
        return value[:most]

    def _key(self, given: Mapping[str, Any], place: str) -> str:
        value = given.get("key")
        if isinstance(value, str) and _KEY.fullmatch(value):
            return value
        self.fault(f"{place}.key", "not-a-key", value)
        return "unnamed"

    def _code(self, value: Any, place: str) -> str:
        if isinstance(value, str) and _CODE.fullmatch(value):
            return value
        self.fault(place, "not-a-code", value)
        return "unnamed"

    def _text(self, given: Mapping[str, Any], name: str, place: str) -> Text:
        value = given.get(name)
        if value is None:
            return NO_TEXT
        here = f"{place}.{name}" if place else name
        said = self._object(value, here, {"vi", "en"})
        words = {language: said.get(language, "") for language in ("vi", "en")}
        if not all(isinstance(one, str) and len(one) <= TEXT_MAX for one in words.values()):
            self.fault(here, "not-a-text")
            return NO_TEXT
        return Text(vi=plain_words(words["vi"]), en=plain_words(words["en"]))

    def _short(self, given: Mapping[str, Any], name: str, place: str) -> str:
        value = given.get(name, "")
        if isinstance(value, str) and len(value) <= 60:
            return value
        self.fault(f"{place}.{name}", "not-a-text")
        return ""

    def _flag(
        self, given: Mapping[str, Any], name: str, place: str, *, usual: bool = False
    ) -> bool:
        value = given.get(name, usual)
        if not isinstance(value, bool):
            self.fault(f"{place}.{name}", "not-true-or-false", value)
        return value is True

    def _whole(self, given: Mapping[str, Any], name: str, place: str, most: int) -> int | None:
        value = given.get(name)
        if value is None:
            return None
        if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= most:
            return value
        self.fault(f"{place}.{name}", "not-a-whole-number", most)
        return None

    def _word(
        self, given: Mapping[str, Any], name: str, place: str, words: type[FieldKind]
    ) -> FieldKind | None:
        value = given.get(name)
        if value is None and name != "kind":
            return None
        if isinstance(value, str) and value in list(words):
            return words(value)
        self.fault(f"{place}.{name}", "unknown-word", value)
        return None
