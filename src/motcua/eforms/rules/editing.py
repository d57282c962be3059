"""A form's document changed step by step, as the editor does: each step gives a new document. Pure.

Places are those of `definition`: "pages.0", "pages.0.fields.2", "pages.1.fields.0.fields.3"; "" is the
form itself.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from motcua.eforms.vocabulary import COMPOUND_PARTS, FieldKind
from motcua.kernel.folding import fold
from motcua.kernel.refusal import Refusal

Document = dict[str, Any]
GROUP, REPEAT = "group", "repeat"
KEY_LENGTH: Final = 40
_PLACE: Final = re.compile(r"pages\.\d{1,3}(\.fields\.\d{1,3})*")
_NOT_A_KEY: Final = re.compile(r"[^a-z0-9]+")
_ADDED_PARTS: Final = {
    FieldKind.PERSON: ("name", "birth_date", "personal_id", "residence", "phone"),
    FieldKind.ORGANIZATION: ("name", "tax_code", "address", "phone"),
    FieldKind.PAPER_REFERENCE: ("number", "issued_on", "issued_by"),
}


class EditMisplaced(Refusal):
    """The document has no such place, or nothing can be done there."""

    code = "form-edit-misplaced"


def new_document(code: str, title: str) -> Document:
    """A form to begin with: one empty page."""
    return {"code": code, "title": {"vi": title, "en": ""}, "pages": [_page({}, "Trang 1")]}


def item_at(document: Document, place: str) -> Document:
    """What stands at a place. Refusals: EditMisplaced."""
    found: Any = document
    if place and not _PLACE.fullmatch(place):
        raise EditMisplaced()
    for step in place.split(".") if place else ():
        found = _inside(found, step)
    if not isinstance(found, dict):
        raise EditMisplaced()
    return found


def _inside(found: Any, step: str) -> Any:
    if step.isdigit() and isinstance(found, list) and int(step) < len(found):
        return found[int(step)]
    if not step.isdigit() and isinstance(found, dict) and step in found:
        return found[step]
    raise EditMisplaced()


def changed_at(document: Document, place: str, changes: Mapping[str, Any]) -> Document:
    """The item with other properties; those that are None or empty are left out."""
    changed = copy.deepcopy(document)
    item = item_at(changed, place)
    for name, value in changes.items():
        if value in (None, "", [], {}, ()):
            item.pop(name, None)
        else:
            item[name] = value
    return changed


def moved(document: Document, place: str, by: int) -> Document:
    """The item a step up (-1) or down (1) among its neighbors; at the edge nothing changes."""
    changed = copy.deepcopy(document)
    around, at = _around(changed, place)
    to = at + by
    if 0 <= to < len(around):
        around[at], around[to] = around[to], around[at]
    return changed


def removed(document: Document, place: str) -> Document:
    changed = copy.deepcopy(document)
    around, at = _around(changed, place)
    del around[at]
    return changed


def with_page(document: Document, title: str) -> tuple[Document, str]:
    """One page more at the end, and its place."""
    changed = copy.deepcopy(document)
    pages = changed.setdefault("pages", [])
    pages.append(_page(changed, title))
    return changed, f"pages.{len(pages) - 1}"


def with_item(document: Document, place: str, kind: str, label: str) -> tuple[Document, str]:
    """One question (or group, or repeat) more at the end of what stands at the place, and its place.
    Refusals: EditMisplaced."""
    changed = copy.deepcopy(document)
    holder = item_at(changed, place)
    if not place or holder.get("kind") not in (None, GROUP, REPEAT):
        raise EditMisplaced()
    if kind not in (GROUP, REPEAT) and kind not in list(FieldKind):
        raise EditMisplaced()
    fields = holder.setdefault("fields", [])
    item: Document = {
        "key": new_key(changed, label),
        "kind": kind,
        "label": {"vi": label, "en": ""},
    }
    if kind in (GROUP, REPEAT):
        item["fields"] = []
    if kind == REPEAT:
        item |= {"item_label": {"vi": "", "en": ""}, "max_items": 10}
    if kind in COMPOUND_PARTS:
        item["parts"] = list(_ADDED_PARTS[FieldKind(kind)])
    fields.append(item)
    return changed, f"{place}.fields.{len(fields) - 1}"


def new_key(document: Document, label: str) -> str:
    """A name for answers made from the label, used nowhere in the document yet."""
    plain = _NOT_A_KEY.sub("_", fold(label)).strip("_")[:KEY_LENGTH].strip("_")
    base = plain if plain[:1].isalpha() else f"q_{plain}".strip("_")
    used = set(keys_of(document))
    key, number = base, 1
    while key in used:
        number += 1
        key = f"{base}_{number}"
    return key


def new_code(label: str, used: set[str]) -> str:
    """A code for a choice made from its label, none of those used."""
    base = _NOT_A_KEY.sub("_", fold(label)).strip("_")[:KEY_LENGTH] or "choice"
    code, number = base, 1
    while code in used:
        number += 1
        code = f"{base}_{number}"
    return code


def keys_of(document: Any) -> Iterator[str]:
    """Every key of pages and items."""
    if isinstance(document, dict):
        if isinstance(document.get("key"), str):
            yield document["key"]
        for name in ("pages", "fields"):
            for below in document.get(name) or ():
                yield from keys_of(below)


def place_of_path(document: Document, path: str) -> str:
    """Where an item with this dotted path of keys stands ("<key>" for a page); "" for the form."""
    if path.startswith("<"):
        pages = enumerate(document.get("pages", ()))
        return next((f"pages.{at}" for at, page in pages if page.get("key") == path[1:-1]), "")
    for at, page in enumerate(document.get("pages", ())):
        place = _below(page, path.split("."), f"pages.{at}")
        if place and path:
            return place
    return ""


def _below(holder: Document, keys: list[str], place: str) -> str:
    for at, item in enumerate(holder.get("fields") or ()):
        if item.get("key") == keys[0]:
            here = f"{place}.fields.{at}"
            return here if len(keys) == 1 else _below(item, keys[1:], here)
    return ""


def path_of_place(document: Document, place: str) -> str:
    """The dotted path of keys of the item at a place; "" for the form or a page."""
    steps = place.split(".")
    keys = []
    for depth in range(4, len(steps) + 1, 2):
        keys.append(str(item_at(document, ".".join(steps[:depth])).get("key")))
    return ".".join(keys)


def _page(document: Document, title: str) -> Document:
    return {"key": new_key(document, title), "title": {"vi": title, "en": ""}, "fields": []}


def _around(document: Document, place: str) -> tuple[list[Any], int]:
    if not place:
        raise EditMisplaced()
    above, _, last = place.rpartition(".")
    holder, _, name = above.rpartition(".")
    item_at(document, place)
    around = item_at(document, holder)[name or "pages"]
    return around, int(last)
