"""What must be right before a form may be published: words in both languages, references that lead
somewhere, no cycles, nothing that can never be asked. Pure.

A form without such faults never makes `validation.check` raise, whatever answers come.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from motcua.eforms.rules.conditions import Condition, atoms, looked_at
from motcua.eforms.rules.formulas import Reference, a_day, references_of
from motcua.eforms.rules.parties import PARTY_PARTS
from motcua.eforms.rules.reaching import unreachable, values_of
from motcua.eforms.rules.shapes import LANGUAGES, Field, Form, Group, Repeat, Text
from motcua.eforms.rules.structure import Node, Structure, other_conditions, structure_of
from motcua.eforms.vocabulary import COMPOUND_PARTS, TEXT_LENGTH_MAX, FieldKind, PartyRole

_CHOOSING: Final = (FieldKind.CHOICE, FieldKind.CHOICES)
_TEXTS: Final = (FieldKind.TEXT, FieldKind.LONG_TEXT)
_NUMBERS: Final = (FieldKind.NUMBER, FieldKind.MONEY_VND)
_SHOWN_AS: Final = (FieldKind.NUMBER, FieldKind.MONEY_VND, FieldKind.TEXT, FieldKind.DATE)
_WITH_ADDRESS: Final = (FieldKind.ADDRESS, FieldKind.PERSON, FieldKind.ORGANIZATION)
_SILENT: Final = (FieldKind.COMPUTED, FieldKind.NOTE)


@dataclass(frozen=True, slots=True)
class PublishingFault:
    """What is wrong at a path of the form ("" = the form; a page by its key in angle brackets: "<child>")."""

    path: str
    code: str
    params: Mapping[str, Any] = field(default_factory=dict)


def publishing_faults(form: Form) -> tuple[PublishingFault, ...]:
    """Everything that stands in the way of publishing, in the order of the form; empty = good."""
    structure = structure_of(form)
    faults = [*_of_form(form), *_keys(form, structure)]
    for node in structure.nodes.values():
        faults += _words(node)
        faults += _of_item(node)
        faults += _references(structure, node)
    faults += _page_references(form, structure)
    faults += [PublishingFault(node.dotted, "cycle") for node in structure.in_cycle]
    if not faults:
        faults += [PublishingFault(node.dotted, "unreachable") for node in unreachable(structure)]
    return tuple(faults)


def _of_form(form: Form) -> Iterator[PublishingFault]:
    yield from _text("", "title", form.title)
    for name in ("help", "paper_title", "pledge"):
        yield from _text("", name, getattr(form, name), may_be_empty=True)
    if not form.pages:
        yield PublishingFault("", "no-pages")
    for page in form.pages:
        place = f"<{page.key}>"
        yield from _text(place, "title", page.title)
        yield from _text(place, "help", page.help, may_be_empty=True)
        if not page.fields:
            yield PublishingFault(place, "nothing-asked")


def _text(
    place: str, name: str, text: Text, *, may_be_empty: bool = False
) -> Iterator[PublishingFault]:
    if may_be_empty and not text:
        return
    for language in LANGUAGES:
        if not getattr(text, language):
            yield PublishingFault(place, "words-missing", {"name": name, "language": language})


def _keys(form: Form, structure: Structure) -> Iterator[PublishingFault]:
    pages = Counter(page.key for page in form.pages)
    yield from (PublishingFault(f"<{key}>", "key-twice") for key, n in pages.items() if n > 1)
    yield from (PublishingFault(".".join(path), "key-twice") for path in structure.twice)
    for node in structure.nodes.values():
        scopes = [node.path[:depth] for depth in range(len(node.path) - 1)]
        if any((*scope, node.path[-1]) in structure.nodes for scope in scopes):
            yield PublishingFault(node.dotted, "key-shadows")


def _words(node: Node) -> Iterator[PublishingFault]:
    item = node.item
    yield from _text(node.dotted, "label", item.label)
    yield from _text(node.dotted, "help", item.help, may_be_empty=True)
    for check in item.checks:
        yield from _text(node.dotted, "say", check.say)
    if isinstance(item, Repeat):
        yield from _text(node.dotted, "item_label", item.item_label)
    if isinstance(item, Field):
        yield from _text(node.dotted, "paper_label", item.paper_label, may_be_empty=True)
        for choice in item.choices:
            yield from _text(node.dotted, f"choices.{choice.code}", choice.label)
            yield from _text(node.dotted, choice.code, choice.help, may_be_empty=True)


def _of_item(node: Node) -> Iterator[PublishingFault]:
    item = node.item
    if isinstance(item, Field):
        for code, is_wrong in _FIELD_RULES.items():
            if is_wrong(item):
                yield PublishingFault(node.dotted, code, {"kind": str(item.kind)})
        yield from _fills(node, item)
        return
    if not item.fields:
        yield PublishingFault(node.dotted, "nothing-asked")
    if isinstance(item, Repeat):
        if node.repeat is not None:
            yield PublishingFault(node.dotted, "repeat-in-repeat")
        if item.min_items > item.max_items:
            yield PublishingFault(node.dotted, "bounds-crossed")


def _bounds_misfit(one: Field) -> bool:
    given = [bound for bound in (one.min, one.max) if bound is not None]
    if one.kind in _NUMBERS:
        return not all(isinstance(bound, int) for bound in given)
    if one.kind is FieldKind.DATE:
        return not all(isinstance(bound, str) for bound in given)
    return bool(given)


def _bounds_crossed(one: Field) -> bool:
    """ "today" moves, so it crosses nothing."""
    if isinstance(one.min, int) and isinstance(one.max, int):
        return one.min > one.max
    first, last = a_day(one.min), a_day(one.max)
    return first is not None and last is not None and first > last


_FIELD_RULES: Final[Mapping[str, Callable[[Field], bool]]] = {
    "choices-missing": lambda one: one.kind in _CHOOSING and not one.choices,
    "choices-misplaced": lambda one: one.kind not in _CHOOSING and bool(one.choices),
    "choice-twice": lambda one: len({choice.code for choice in one.choices}) < len(one.choices),
    "formula-missing": lambda one: one.kind is FieldKind.COMPUTED and one.formula is None,
    "formula-misplaced": lambda one: (
        one.kind is not FieldKind.COMPUTED and (one.formula is not None or one.shown_as is not None)
    ),
    "shown-as-misfit": lambda one: one.shown_as is not None and one.shown_as not in _SHOWN_AS,
    "required-misplaced": lambda one: (
        one.kind in _SILENT and (one.is_required or one.required_if is not None)
    ),
    "bounds-misplaced": _bounds_misfit,
    "bounds-crossed": _bounds_crossed,
    "length-misplaced": lambda one: one.length_max is not None and one.kind not in _TEXTS,
    "length-too-big": lambda one: (
        one.kind is FieldKind.TEXT and (one.length_max or 0) > TEXT_LENGTH_MAX
    ),
    "decimals-misplaced": lambda one: one.decimals > 0 and one.kind is not FieldKind.NUMBER,
    "parts-missing": lambda one: one.kind in COMPOUND_PARTS and not one.parts,
    "address-forms-misplaced": lambda one: (
        bool(one.address_forms) and one.kind not in _WITH_ADDRESS
    ),
}


def _fills(node: Node, asked: Field) -> Iterator[PublishingFault]:
    if not asked.fills:
        if asked.fills_if is not None:
            yield PublishingFault(node.dotted, "fills-unknown", {"fills": ""})
        return
    role, _, part = asked.fills.partition(".")
    if role not in list(PartyRole) or (part and part not in PARTY_PARTS):
        yield PublishingFault(node.dotted, "fills-unknown", {"fills": asked.fills})
        return
    wanted = (PARTY_PARTS[part],) if part else (FieldKind.PERSON, FieldKind.ORGANIZATION)
    if asked.kind not in wanted:
        yield PublishingFault(node.dotted, "fills-misfit", {"fills": asked.fills})
    if node.repeat is not None:
        yield PublishingFault(node.dotted, "fills-in-repeat")


def _references(structure: Structure, node: Node) -> Iterator[PublishingFault]:
    item = node.item
    if isinstance(item, Field) and item.formula is not None:
        yield from _leads(structure, references_of(item.formula), node, node.dotted)
    if item.shown_if is not None:
        yield from _condition(structure, item.shown_if, node, node.dotted)
    for condition in other_conditions(node):
        yield from _condition(structure, condition, node, node.dotted)


def _page_references(form: Form, structure: Structure) -> Iterator[PublishingFault]:
    for signer in form.signers:
        yield from _text("", "signers", signer.label)
        yield from _leads(structure, iter((Reference(signer.name),)), None, "")
    for page in form.pages:
        if page.shown_if is not None:
            yield from _condition(structure, page.shown_if, None, f"<{page.key}>")


def _condition(
    structure: Structure, condition: Condition, node: Node | None, place: str
) -> Iterator[PublishingFault]:
    yield from _leads(structure, looked_at(condition), node, place)
    for atom in atoms(condition):
        if atom.operation in ("is", "is_one_of", "includes"):
            yield from _values(structure, atom, node, place)


def _leads(
    structure: Structure, references: Iterator[Reference], node: Node | None, place: str
) -> Iterator[PublishingFault]:
    for reference in references:
        target = structure.target(reference.path, node)
        params = {"reference": reference.path}
        if target is None:
            yield PublishingFault(place, "reference-unknown", params)
        elif reference.many and target.through is None and not isinstance(target.node.item, Repeat):
            yield PublishingFault(place, "reference-not-many", params)
        elif not reference.many and target.through is not None:
            yield PublishingFault(place, "reference-into-repeat", params)


def _values(
    structure: Structure, atom: Condition, node: Node | None, place: str
) -> Iterator[PublishingFault]:
    """What is looked for must be something that can be answered there."""
    path, looked_for = atom.arguments
    target = structure.target(path, node)
    if target is None or target.parts:
        return
    item = target.node.item
    if isinstance(item, Group | Repeat):
        yield PublishingFault(place, "reference-not-a-value", {"reference": path})
        return
    if (atom.operation == "includes") != (item.kind is FieldKind.CHOICES):
        yield PublishingFault(place, "operation-misfit", {"reference": path})
        return
    known = values_of(item)
    for value in looked_for:
        if known is not None and not any(
            type(value) is type(one) and value == one for one in known
        ):
            params = {"reference": path, "value": str(value)}
            yield PublishingFault(place, "value-unknown", params)
