"""Answers laid out on a form: each read, then worked out one after the other, so that whatever a
condition or a formula looks at is there already and what is hidden counts as not answered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from motcua.eforms.rules.compounds import IDENTITY_PAPER, read_address, read_compound
from motcua.eforms.rules.conditions import Condition, holds
from motcua.eforms.rules.formulas import a_day, kept_value
from motcua.eforms.rules.leaves import BLANK, Limits, Noticed, Read, is_blank, read_leaf
from motcua.eforms.rules.people_words import looked_at
from motcua.eforms.rules.shapes import Field, Form, Group, Item, Page, Repeat
from motcua.eforms.rules.structure import Node, Target, structure_of
from motcua.eforms.vocabulary import COMPOUND_PARTS, ITEMS_MAX, FieldKind

Place_path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A node in one item of its repeat (`index`), or outside of any."""

    node: Node
    index: int | None

    @property
    def path(self) -> Place_path:
        if self.index is None or self.node.repeat is None:
            return self.node.path
        depth = len(self.node.repeat.path)
        return (*self.node.path[:depth], self.index, *self.node.path[depth:])

    @property
    def dotted(self) -> str:
        return ".".join(map(str, self.path))


class Sheet:
    """What was read (`read`), what is shown, what counts (`values`), and how many items repeats have.

    `misshapen`: groups and repeats for which something else than an object or a list came.
    """

    def __init__(self, form: Form, given: Mapping[str, Any], on: date) -> None:
        self.on = on
        self.structure = structure_of(form)
        self.read: dict[Place_path, Read] = {}
        self.counts: dict[Place_path, int] = {}
        self.shown: dict[Place_path, bool] = {}
        self.values: dict[Place_path, Any] = {}
        self.misshapen: dict[Place_path, tuple[Noticed, ...]] = {}
        self._pages: dict[str, bool] = {}
        for page in form.pages:
            self._lay_out(page.fields, given, None, None)
        for node in self.structure.order:
            self._work_out(node)

    def _lay_out(
        self, items: tuple[Item, ...], given: Any, parent: Node | None, index: int | None
    ) -> None:
        raw = given if isinstance(given, Mapping) else {}
        for item in items:
            node = self.structure.nodes[(*(parent.path if parent else ()), item.key)]
            if node.item is not item:
                continue
            path = Place(node, index).path
            if isinstance(item, Field):
                read = read_field(item, raw.get(item.key), self.on)
                self.read[path] = looked_at(item, {one.key for one in items}, read)
            elif isinstance(item, Group):
                self._note_shape(path, raw.get(item.key), Mapping)
                self._lay_out(item.fields, raw.get(item.key), node, index)
            else:
                self._lay_out_items(item, raw.get(item.key), node)

    def _lay_out_items(self, repeat: Repeat, given: Any, node: Node) -> None:
        self._note_shape(node.path, given, list)
        items = given[:ITEMS_MAX] if isinstance(given, list) else []
        self.counts[node.path] = len(items)
        for at, one in enumerate(items):
            self._lay_out(repeat.fields, one, node, at)

    def _note_shape(self, path: Place_path, given: Any, wanted: type) -> None:
        if not is_blank(given) and not isinstance(given, wanted):
            self.misshapen[path] = (Noticed("", "answer-shape"),)

    def places(self, node: Node) -> Sequence[Place]:
        """The node in every item of its repeat."""
        if node.repeat is None:
            return (Place(node, None),)
        return tuple(Place(node, at) for at in range(self.counts.get(node.repeat.path, 0)))

    def shows_page(self, page: Page) -> bool:
        """Whether the page is asked; what it looks at has been worked out."""
        if page.key not in self._pages:
            self._pages[page.key] = page.shown_if is None or self._is_true(page.shown_if, None)
        return self._pages[page.key]

    def _work_out(self, node: Node) -> None:
        for place in self.places(node):
            self.shown[place.path] = self._is_shown(place)
            self.values[place.path] = self._value(place) if self.shown[place.path] else None

    def _is_shown(self, place: Place) -> bool:
        node = place.node
        if node.parent is None:
            around = self.shows_page(node.page)
        else:
            around = self.shown.get(Place(node.parent, place.index).path, False)
        return around and (node.item.shown_if is None or self._is_true(node.item.shown_if, place))

    def _is_true(self, condition: Condition, place: Place | None) -> bool:
        return holds(condition, Standing(self, place)) is True

    def _value(self, place: Place) -> Any:
        item = place.node.item
        if isinstance(item, Repeat):
            return self.counts[place.path] or None
        if isinstance(item, Group):
            return True
        if item.formula is not None:
            return kept_value(item.formula, Standing(self, place))
        return self.read[place.path].value


@dataclass(frozen=True, slots=True)
class Standing:
    """The answers as an expression sees them from one place (None: from a page)."""

    sheet: Sheet
    place: Place | None

    @property
    def today(self) -> date:
        return self.sheet.on

    def one(self, path: str) -> Any:
        target = self._target(path)
        if target is None or target.through is not None:
            return None
        index = self.place.index if self.place else None
        value = self.sheet.values.get(Place(target.node, index).path)
        if isinstance(target.node.item, Group):
            return self._any_below(target.node, index)
        return _part_of(value, target.parts)

    def many(self, path: str) -> Sequence[Any]:
        target = self._target(path)
        if target is None:
            return ()
        if isinstance(target.node.item, Repeat):
            count = self.sheet.values.get(target.node.path)
            return (True,) * count if isinstance(count, int) else ()
        found = (self.sheet.values.get(place.path) for place in self.sheet.places(target.node))
        parts = (_part_of(value, target.parts) for value in found)
        return tuple(value for value in parts if value is not None)

    def _target(self, path: str) -> Target | None:
        return self.sheet.structure.target(path, self.place.node if self.place else None)

    def _any_below(self, group: Node, index: int | None) -> bool | None:
        below = self.sheet.structure.children(group)
        values = (
            self._any_below(node, index)
            if isinstance(node.item, Group)
            else self.sheet.values.get(Place(node, index).path)
            for node in below
        )
        return True if any(value is not None for value in values) else None


def reading_of(sheet: Sheet, place: Place) -> Standing:
    """The answers as seen from a place of a sheet that is worked out."""
    return Standing(sheet, place)


def _part_of(value: Any, parts: tuple[str, ...]) -> Any:
    for part in parts:
        value = value.get(part) if isinstance(value, Mapping) else None
    return value


def read_field(asked: Field, raw: Any, on: date) -> Read:
    """One field's answer; nothing is read for what is only shown."""
    if asked.kind in (FieldKind.COMPUTED, FieldKind.NOTE):
        return BLANK
    limits = _limits(asked, on)
    if asked.kind is FieldKind.ADDRESS:
        return read_address(asked.address_forms, raw, limits)
    if asked.kind in COMPOUND_PARTS:
        return read_compound(asked.parts or IDENTITY_PAPER, raw, limits, asked.address_forms)
    return read_leaf(asked.kind, raw, limits)


def _limits(asked: Field, on: date) -> Limits:
    counts = asked.kind in (FieldKind.NUMBER, FieldKind.MONEY_VND)
    least = 0 if asked.min is None and counts else asked.min
    return Limits(
        today=on,
        min=_bound(least, on),
        max=_bound(asked.max, on),
        length_max=asked.length_max,
        decimals=asked.decimals if asked.kind is FieldKind.NUMBER else 0,
        codes=[choice.code for choice in asked.choices],
    )


def _bound(bound: int | str | None, on: date) -> int | date | None:
    if bound == "today":
        return on
    return a_day(bound) if isinstance(bound, str) else bound
