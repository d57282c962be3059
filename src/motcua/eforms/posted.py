"""What was posted from a form on screen, as nested answers: typed words stay as typed, even wrong ones.

A field is posted under its dotted path ("a.child.name", "a.witnesses.1.name"). Of a repeat
`a.witnesses.rows` tells how many items it has; `asked` tells which fields stood on the page.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final, Protocol

from motcua.eforms.rules.compounds import DEFAULT_FORMS, IDENTITY_PAPER
from motcua.eforms.rules.leaves import is_blank
from motcua.eforms.rules.shapes import Field, Form, Group, Item, Part, Repeat
from motcua.eforms.vocabulary import (
    ADDRESS_PARTS,
    COMPOUND_PARTS,
    ITEMS_MAX,
    LONG_TEXT_LENGTH_MAX,
    AddressForm,
    FieldKind,
)

PREFIX: Final = "a."
ASKED: Final = "asked"
TURN: Final = "turn"
ROWS: Final = "rows"
CODE_MARK: Final = "|"
_SILENT: Final = (FieldKind.COMPUTED, FieldKind.NOTE)


class Sent(Protocol):
    """What a browser posted; a `QueryDict` is one."""

    def get(self, name: str, /) -> Any: ...

    def getlist(self, name: str, /) -> list[Any]: ...


class TurnKind(StrEnum):
    """What a button of the form asks for; SEND is every other button."""

    SEND = "send"
    REDRAW = "redraw"
    ADD = "add"
    REMOVE = "remove"
    USE = "use"


@dataclass(frozen=True, slots=True)
class Turn:
    """A repeat's item more (`path` of the repeat) or fewer (`index`), what is known taken over (`source`)
    at a path, only redrawn, or really sent."""

    kind: TurnKind = TurnKind.SEND
    path: str = ""
    index: int = -1
    source: str = ""


def name_of(path: str) -> str:
    """The name under which the answer at a path is posted."""
    return PREFIX + path


def commune_mark(code: str, province: str, commune: str) -> str:
    """The code of a commune with the words it came with: with other words it no longer counts."""
    return CODE_MARK.join((code, province, commune))


def turn_of(data: Sent) -> Turn:
    """Which button was pressed; what no button sends is an ordinary sending."""
    word, _, path = str(data.get(TURN) or "").partition(":")
    if word == TurnKind.REDRAW:
        return Turn(TurnKind.REDRAW)
    if word == TurnKind.ADD and path:
        return Turn(TurnKind.ADD, path)
    if word == TurnKind.USE and path:
        place, _, source = path.partition(":")
        return Turn(TurnKind.USE, place, source=source)
    above, _, last = path.rpartition(".")
    if word == TurnKind.REMOVE and above and last.isascii() and last.isdigit() and len(last) < 4:
        return Turn(TurnKind.REMOVE, above, int(last))
    return Turn()


def asked_paths(data: Sent) -> frozenset[str] | None:
    """The paths that stood on the posted page; None when it does not say."""
    said = data.get(ASKED)
    return None if said is None else frozenset(str(said).split())


def items_of(form: Form, page_key: str = "") -> tuple[Item, ...]:
    """The items of one page, or of all."""
    pages = (page for page in form.pages if page_key in ("", page.key))
    return tuple(item for page in pages for item in page.fields)


def posted_answers(form: Form, data: Sent, *, page_key: str = "") -> dict[str, Any]:
    """The answers as they were typed, of one page or of the whole form. Raises nothing."""
    return _items(items_of(form, page_key), "", data)


def merged_answers(
    form: Form, saved: Mapping[str, Any], posted: Mapping[str, Any], *, page_key: str = ""
) -> dict[str, Any]:
    """Saved answers with those of the posted page in place of its own."""
    own = {item.key for item in items_of(form, page_key)}
    return {key: value for key, value in saved.items() if key not in own} | dict(posted)


def after_turn(form: Form, answers: Mapping[str, Any], turn: Turn) -> dict[str, Any]:
    """The answers with an item more or fewer; the same for any other turn."""
    keys = turn.path.split(".")
    repeat = _repeat_at(items_of(form), keys)
    changed = dict(answers)
    if repeat is None or turn.kind not in (TurnKind.ADD, TurnKind.REMOVE):
        return changed
    inside = changed
    for key in keys[:-1]:
        below = inside.get(key)
        inside[key] = dict(below) if isinstance(below, Mapping) else {}
        inside = inside[key]
    found = inside.get(keys[-1])
    rows = list(found) if isinstance(found, list) else []
    rows += [{} for _missing in range(repeat.min_items - len(rows))]
    if turn.kind is TurnKind.ADD and len(rows) < repeat.max_items:
        rows.append({})
    if turn.kind is TurnKind.REMOVE:
        del rows[turn.index : turn.index + 1]
    inside[keys[-1]] = rows
    return changed


def _repeat_at(items: tuple[Item, ...], keys: list[str]) -> Repeat | None:
    found = next((item for item in items if item.key == keys[0]), None)
    if isinstance(found, Group) and len(keys) > 1:
        return _repeat_at(found.fields, keys[1:])
    return found if isinstance(found, Repeat) and len(keys) == 1 else None


def _items(items: tuple[Item, ...], above: str, data: Sent) -> dict[str, Any]:
    read = {item.key: _item(item, f"{above}{item.key}", data) for item in items}
    return {key: value for key, value in read.items() if value is not None}


def _item(item: Item, path: str, data: Sent) -> Any:
    if isinstance(item, Group):
        return _items(item.fields, f"{path}.", data) or None
    if isinstance(item, Repeat):
        return _rows(item, path, data)
    if item.kind is FieldKind.ADDRESS:
        return _address(item.address_forms, path, data)
    if item.kind in COMPOUND_PARTS:
        return _parts(item.parts or IDENTITY_PAPER, item.address_forms, path, data)
    return _leaf(item, path, data)


def _leaf(asked: Field, path: str, data: Sent) -> Any:
    if asked.kind in _SILENT:
        return None
    if asked.kind is FieldKind.CHOICES:
        return [one for one in data.getlist(name_of(path)) if not is_blank(one)] or None
    return _typed(path, data)


def _typed(path: str, data: Sent) -> str | None:
    """The words as typed; browsers send two signs for the end of a line."""
    found = data.get(name_of(path))
    text = str(found).replace("\r\n", "\n")[: LONG_TEXT_LENGTH_MAX + 1] if found else ""
    return None if is_blank(text) else text


def _parts(
    parts: Iterable[Part], forms: tuple[AddressForm, ...], path: str, data: Sent
) -> dict[str, Any] | None:
    read: dict[str, Any] = {}
    for part in parts:
        here = f"{path}.{part.key}"
        if part.kind is FieldKind.ADDRESS:
            read[part.key] = _address(forms, here, data)
        elif part.kind is FieldKind.PAPER_REFERENCE:
            read[part.key] = _parts(IDENTITY_PAPER, (), here, data)
        else:
            read[part.key] = _typed(here, data)
    return {key: value for key, value in read.items() if value is not None} or None


def _address(forms: tuple[AddressForm, ...], path: str, data: Sent) -> dict[str, Any] | None:
    said = _typed(f"{path}.form", data)
    usual = (forms or DEFAULT_FORMS)[0]
    form = AddressForm(said) if said in list(AddressForm) else usual
    read = {name: _typed(f"{path}.{name}", data) for name in ADDRESS_PARTS[form]}
    if form is AddressForm.TWO_TIER:
        read["commune_code"] = _code_of_commune(read)
    told = {name: value for name, value in read.items() if value is not None}
    return ({"form": said} if said else {}) | told or None


def _code_of_commune(read: Mapping[str, str | None]) -> str | None:
    code, *came_with = (read["commune_code"] or "").split(CODE_MARK)
    stands = [read["province_code"] or "", read["commune"] or ""]
    return code if code and (not came_with or came_with == stands) else None


def _rows(repeat: Repeat, path: str, data: Sent) -> list[Any] | None:
    """As many items as the page counted, and what was typed into those it only offered."""
    said = str(data.get(name_of(f"{path}.{ROWS}")) or "0")
    is_count = said.isascii() and said.isdigit() and len(said) < 4
    count = min(int(said), ITEMS_MAX) if is_count else 0
    offered = max(count, min(repeat.min_items, ITEMS_MAX))
    rows = [_items(repeat.fields, f"{path}.{at}.", data) for at in range(offered)]
    while len(rows) > count and not says_something(rows[-1]):
        rows.pop()
    return rows or None


def says_something(value: Any, key: str = "") -> bool:
    """Whether anything was answered; which form of address stands there says nothing yet."""
    if isinstance(value, Mapping):
        return any(says_something(one, name) for name, one in value.items())
    if isinstance(value, list):
        return any(says_something(one) for one in value)
    return not is_blank(value) and not (key == "form" and value in list(AddressForm))
