"""Which items can never be asked, whatever is answered. Pure.

Every combination of the answers that decide is tried: choices and yes or no with all their values, any
other comparison as true, false or not known. A field whose conditions involve more than COMBINATIONS_MAX of
them is taken to be reachable.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from itertools import product
from math import prod
from typing import Any, Final

from motcua.eforms.rules.conditions import Condition, atoms, joined, looked_at, says
from motcua.eforms.rules.shapes import Field
from motcua.eforms.rules.structure import Node, Structure, Target
from motcua.eforms.vocabulary import FieldKind
from motcua.kernel.identifiers.personal_id import FEMALE, MALE

COMBINATIONS_MAX: Final = 4_000
_Guarded = tuple[Condition, Node | None]
_Variable = Node | tuple[Condition, Node | None]


def unreachable(structure: Structure) -> Iterator[Node]:
    """Items that cannot be shown though what they stand in can. The structure has no cycles."""
    for node in structure.order:
        if any(True for _ in _own_guards(node)) and not _can_be_shown(structure, node):
            parent = node.parent
            if parent is None or _can_be_shown(structure, parent):
                yield node


def values_of(asked: Field) -> tuple[Any, ...] | None:
    """All values the field may have, if they are few and known."""
    if asked.kind is FieldKind.YES_NO:
        return (True, False)
    if asked.kind is FieldKind.SEX:
        return (MALE, FEMALE)
    if asked.kind in (FieldKind.CHOICE, FieldKind.CHOICES):
        return tuple(choice.code for choice in asked.choices)
    return None


def _own_guards(node: Node) -> Iterator[_Guarded]:
    if node.parent is None and node.page.shown_if is not None:
        yield (node.page.shown_if, None)
    if node.item.shown_if is not None:
        yield (node.item.shown_if, node)


@dataclass(slots=True)
class _Question:
    """What has to be tried: the nodes that matter, and the values of what decides."""

    nodes: set[Node] = field(default_factory=set)
    domains: dict[_Variable, tuple[Any, ...]] = field(default_factory=dict)


def _can_be_shown(structure: Structure, node: Node) -> bool:
    question = _question(structure, node)
    if prod(map(len, question.domains.values())) > COMBINATIONS_MAX:
        return True
    order = [one for one in structure.order if one in question.nodes]
    variables = list(question.domains)
    return any(
        _shown(structure, order, dict(zip(variables, values, strict=True)))[node]
        for values in product(*question.domains.values())
    )


def _question(structure: Structure, node: Node) -> _Question:
    question, waiting = _Question(), [node]
    while waiting:
        one = waiting.pop()
        if one in question.nodes:
            continue
        question.nodes.add(one)
        if one.parent is not None:
            waiting.append(one.parent)
        for guard, stands_at in _own_guards(one):
            for atom in atoms(guard):
                variable, domain = _variable(structure, atom, stands_at)
                question.domains[variable] = domain
                waiting += [target.node for target in _targets(structure, atom, stands_at)]
    return question


def _targets(structure: Structure, atom: Condition, stands_at: Node | None) -> Iterator[Target]:
    for reference in looked_at(atom):
        target = structure.target(reference.path, stands_at)
        if target is not None:
            yield target


def _variable(
    structure: Structure, atom: Condition, stands_at: Node | None
) -> tuple[_Variable, tuple[Any, ...]]:
    if atom.operation in ("is", "is_one_of"):
        target = structure.target(atom.arguments[0], stands_at)
        if target is not None and isinstance(target.node.item, Field) and not target.parts:
            known = values_of(target.node.item)
            if known is not None and target.node.item.kind is not FieldKind.CHOICES:
                return target.node, (None, *known)
    return (atom, stands_at), (True, False, None)


def _shown(
    structure: Structure, order: list[Node], values: Mapping[_Variable, Any]
) -> dict[Node, bool]:
    shown: dict[Node, bool] = {}
    for node in order:
        around = shown[node.parent] if node.parent is not None else True
        shown[node] = around and all(
            joined(guard, partial(_truth, structure, shown, values, stands_at)) is True
            for guard, stands_at in _own_guards(node)
        )
    return shown


def _truth(
    structure: Structure,
    shown: Mapping[Node, bool],
    values: Mapping[_Variable, Any],
    stands_at: Node | None,
    atom: Condition,
) -> bool | None:
    """What is hidden is not answered, whatever the values that are tried."""
    targets = list(_targets(structure, atom, stands_at))
    if targets and not any(shown.get(target.node, True) for target in targets):
        return False if atom.operation == "answered" else None
    variable, _ = _variable(structure, atom, stands_at)
    value = values[variable]
    if isinstance(variable, Node):
        return says(atom.operation, value, atom.arguments[1])
    assert value is None or isinstance(value, bool)
    return value
