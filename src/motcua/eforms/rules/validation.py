"""The one check of answers, for portal, desk and API: hidden answers dropped, computed values worked
out, everything made plain, every fault named with its path. Pure; `on` is the day it is checked.

    checked = check(form, {"child": {"name": "Lê  Minh An"}}, on=date(2026, 11, 22))
    checked.answers   -> {"child": {"name": "Lê Minh An"}}
    checked.faults    -> (Fault("child.birth_date", "answer-required", {}), …)

Whatever JSON comes, nothing is raised. Answers checked again are the same. Paths are dotted; items of
a repeat are counted from 0 ("witnesses.1.name"). A faulty answer stays as it was typed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Final

from motcua.eforms.rules.compounds import needed_parts
from motcua.eforms.rules.conditions import Condition, holds, looked_at
from motcua.eforms.rules.leaves import Noticed
from motcua.eforms.rules.people_words import people_doubted
from motcua.eforms.rules.shapes import Field, Form, Group, Item, Repeat
from motcua.eforms.rules.sheet import Place, Sheet, reading_of
from motcua.eforms.rules.structure import Node, structure_of
from motcua.eforms.vocabulary import FieldKind

UNKNOWN_MAX: Final = 50


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong (or doubtful) at a path: a code, with plain params for its sentence."""

    path: str
    code: str
    params: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """The answers made plain. `hidden`: paths of items not asked now (the topmost only); `pages`: keys
    of the pages that are asked; `doubts`: worth a look, never in the way; `unknown`: names at the top
    of what came that the form does not have."""

    answers: dict[str, Any]
    faults: tuple[Fault, ...]
    hidden: frozenset[str]
    pages: tuple[str, ...]
    doubts: tuple[Fault, ...] = ()
    unknown: tuple[str, ...] = ()

    @property
    def is_complete(self) -> bool:
        return not self.faults


def check(form: Form, answers: Any, *, on: date) -> Checked:
    """All answers of a form, whatever they are. Raises nothing."""
    return _Checking(form, answers, on).checked()


def check_page(form: Form, page_key: str, answers: Any, *, on: date) -> Checked:
    """As `check`, with the faults and doubts of one page only (all answers decide what is asked)."""
    whole = check(form, answers, on=on)
    keys = {item.key for page in form.pages if page.key == page_key for item in page.fields}

    def here(found: Sequence[Fault]) -> tuple[Fault, ...]:
        return tuple(one for one in found if one.path.partition(".")[0] in keys)

    return replace(whole, faults=here(whole.faults), doubts=here(whole.doubts))


def page_of(form: Form, path: str) -> str:
    """The key of the page on which this path is asked; "" for none."""
    first = path.partition(".")[0]
    return next(
        (page.key for page in form.pages if any(one.key == first for one in page.fields)), ""
    )


class _Checking:
    """Goes through a sheet that is worked out, in the order of the form."""

    def __init__(self, form: Form, answers: Any, on: date) -> None:
        self._form = form
        self._given = answers if isinstance(answers, Mapping) else {}
        self._sheet = Sheet(form, self._given, on)
        self._structure = structure_of(form)
        self._faults: list[Fault] = []
        self._doubts: list[Fault] = []
        self._hidden: set[str] = set()

    def checked(self) -> Checked:
        answers: dict[str, Any] = {}
        for page in self._form.pages:
            answers |= self._items(page.fields, None, None)
        self._doubts += [Fault(*one) for one in people_doubted(answers)]
        known = {item.key for page in self._form.pages for item in page.fields}
        unknown = [str(name)[:80] for name in self._given if name not in known]
        return Checked(
            answers=answers,
            faults=tuple(self._faults),
            hidden=frozenset(self._hidden),
            pages=tuple(page.key for page in self._form.pages if self._sheet.shows_page(page)),
            doubts=tuple(self._doubts),
            unknown=tuple(unknown[:UNKNOWN_MAX]),
        )

    def _items(
        self, items: tuple[Item, ...], parent: Node | None, index: int | None
    ) -> dict[str, Any]:
        kept: dict[str, Any] = {}
        for item in items:
            node = self._structure.nodes[(*(parent.path if parent else ()), item.key)]
            if node.item is not item:
                continue
            place = Place(node, index)
            if not self._sheet.shown[place.path]:
                self._hidden.add(place.dotted)
                continue
            value = self._kept(place)
            if value is not None:
                kept[item.key] = value
            self._look_at_checks(place)
        return kept

    def _kept(self, place: Place) -> Any:
        item = place.node.item
        if isinstance(item, Field):
            return self._field(place, item)
        self._notice(place, self._sheet.misshapen.get(place.path, ()))
        if isinstance(item, Group):
            return self._items(item.fields, place.node, place.index) or None
        return self._repeat(place, item)

    def _repeat(self, place: Place, repeat: Repeat) -> list[Any] | None:
        count = self._sheet.counts[place.path]
        if count < repeat.min_items:
            self._fault(place, "too-few-items", least=repeat.min_items, count=count)
        if count > repeat.max_items:
            self._fault(place, "too-many-items", most=repeat.max_items, count=count)
        return [self._items(repeat.fields, place.node, at) for at in range(count)] or None

    def _field(self, place: Place, asked: Field) -> Any:
        if asked.kind is FieldKind.COMPUTED:
            return self._sheet.values[place.path]
        read = self._sheet.read[place.path]
        self._notice(place, read.faults)
        self._doubts += [_fault_at(place, one) for one in read.doubts]
        if read.kept is None and not read.faults and self._is_required(place, asked):
            for part in needed_parts(asked) or ("",):
                self._notice(place, (Noticed(part, "answer-required"),))
        return read.kept

    def _is_required(self, place: Place, asked: Field) -> bool:
        if asked.is_required or asked.required_if is None:
            return asked.is_required
        return holds(asked.required_if, reading_of(self._sheet, place)) is True

    def _look_at_checks(self, place: Place) -> None:
        for one in place.node.item.checks:
            is_false = holds(one.holds, reading_of(self._sheet, place)) is False
            if is_false and not self._looks_at_what_is_wrong(place, one.holds):
                self._fault(place, "not-so", vi=one.say.vi, en=one.say.en)

    def _looks_at_what_is_wrong(self, place: Place, condition: Condition) -> bool:
        """A part that was answered wrongly is told as wrong; nobody is told besides that it is missing."""
        read = self._sheet.read.get(place.path)
        wrong = (
            {one.part for one in read.faults if one.code != "answer-required"} if read else set()
        )
        targets = (
            self._structure.target(one.path, place.node) for one in looked_at(condition) if wrong
        )
        return any(
            target is not None and target.node is place.node and ".".join(target.parts) in wrong
            for target in targets
        )

    def _notice(self, place: Place, found: Sequence[Noticed]) -> None:
        self._faults += [_fault_at(place, one) for one in found]

    def _fault(self, place: Place, code: str, **params: Any) -> None:
        self._faults.append(Fault(place.dotted, code, params))


def _fault_at(place: Place, noticed: Noticed) -> Fault:
    path = f"{place.dotted}.{noticed.part}" if noticed.part else place.dotted
    return Fault(path, noticed.code, noticed.params)


def paths_of(form: Form) -> Iterator[str]:
    """Every path of the form without the numbers of items, in its order: "witnesses.name"."""
    return (node.dotted for node in structure_of(form).nodes.values())
