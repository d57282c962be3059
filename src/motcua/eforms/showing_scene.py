"""What is known while a form is drawn: words of faults by place, what was drawn, whose data it is."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from motcua.eforms.rules.conditions import holds
from motcua.eforms.rules.looking import decides
from motcua.eforms.rules.reusing import Reuse, Source, sources_for
from motcua.eforms.rules.shapes import Field, Form, Text
from motcua.eforms.rules.sheet import Place, Sheet, reading_of
from motcua.eforms.rules.structure import Node

_ALSO = {"commune_code": "commune", "province_code": "province", "province": "province_code"}


@dataclass(frozen=True, slots=True)
class Drawn:
    """An item that stands on the page: what it is called and where a link leads."""

    label: str
    focus_id: str


@dataclass(slots=True, kw_only=True)
class Scene:
    """`raw` are the answers as typed, `unreadable` the paths whose answer cannot be read; `errors` and
    `doubts` are sentences by path of what is drawn. `drawn` and `provinces` are filled while drawing."""

    form: Form
    raw: Mapping[str, Any]
    on: date
    language: str
    unreadable: frozenset[str]
    prefilled: Collection[str] = ()
    is_own: bool = False
    reuse: Reuse | None = None
    errors: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    doubts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    drawn: dict[str, Drawn] = field(default_factory=dict)
    provinces: set[str] = field(default_factory=set)
    offers_peoples: bool = False
    _sheet: Sheet | None = None

    def sources(self, path: str) -> tuple[Source, ...]:
        """What one press takes over at this path; nothing where nothing is offered at all."""
        if self.reuse is None:
            return ()
        return sources_for(self.form, self.raw, self.reuse.known, path)

    def said(self, text: Text) -> str:
        return text.said(self.language)

    def errors_at(self, path: str) -> tuple[str, ...]:
        return self.errors.get(path, ())

    def doubts_at(self, path: str) -> tuple[str, ...]:
        return self.doubts.get(path, ())

    def is_readable(self, path: str) -> bool:
        return path not in self.unreadable

    def is_prefilled(self, path: str) -> bool:
        return path in self.prefilled

    def redraws(self, path: str) -> bool:
        return decides(self.form, path)

    def draw(self, path: str, label: str, focus_id: str) -> None:
        self.drawn[path] = Drawn(label, focus_id)

    def typed_at(self, path: str) -> Any:
        """What stands in the answers as typed at a dotted path."""
        found: Any = self.raw
        for key in path.split("."):
            if isinstance(found, list) and key.isdigit():
                found = found[int(key)] if int(key) < len(found) else None
            else:
                found = found.get(key) if isinstance(found, Mapping) else None
        return found

    def is_required(self, asked: Field, node: Node, index: int | None) -> bool:
        if asked.is_required or asked.required_if is None:
            return asked.is_required
        self._sheet = self._sheet or Sheet(self.form, self.raw, self.on)
        place = Place(node, index)
        return holds(asked.required_if, reading_of(self._sheet, place)) is True

    def place_of(self, path: str) -> str:
        """Where a fault at this path is told: there, beside it, or at what it is a part of."""
        while path and path not in self.drawn:
            above, _, last = path.rpartition(".")
            beside = f"{above}.{_ALSO.get(last, '')}"
            path = beside if beside in self.drawn else above
        return path


def id_of(path: str) -> str:
    """The identity of an item in the page."""
    return "f-" + path.replace(".", "-")
