"""Where each item of a form stands, what a path in an expression means there, and in which order
things can be worked out: what is looked at comes before what looks at it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from motcua.eforms.rules.conditions import Condition, looked_at
from motcua.eforms.rules.formulas import Reference, references_of
from motcua.eforms.rules.shapes import Field, Form, Group, Item, Page, Repeat
from motcua.eforms.vocabulary import ALL_ADDRESS_PARTS, COMPOUND_PARTS, FieldKind

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Node:
    """An item in its place. `repeat` is the repeat it stands in (None outside of any)."""

    path: Path
    item: Item
    page: Page
    parent: Node | None
    repeat: Node | None

    @property
    def dotted(self) -> str:
        return ".".join(self.path)


@dataclass(frozen=True, slots=True)
class Target:
    """What a path leads to: a node, and within a compound the parts. `through` is the repeat that
    has to be looked through (its items are many)."""

    node: Node
    parts: Path
    through: Node | None


@dataclass(slots=True)
class Structure:
    """Nodes by path, and `order`, in which every node comes after those it looks at; `in_cycle`
    are those for which there is no such order. `twice` are paths of keys used more than once."""

    nodes: dict[Path, Node] = field(default_factory=dict)
    twice: list[Path] = field(default_factory=list)
    order: tuple[Node, ...] = ()
    in_cycle: tuple[Node, ...] = ()

    def children(self, node: Node) -> list[Node]:
        return [one for one in self.nodes.values() if one.parent is node]

    def target(self, path: str, stands_at: Node | None) -> Target | None:
        """What the path means for an expression of this node (None: of a page). The nearest scope in
        which its first key is known counts."""
        first, *rest = path.split(".")
        scope = stands_at.parent if stands_at is not None else None
        while True:
            found = self.nodes.get((*(scope.path if scope else ()), first))
            if found is not None:
                return self._within(found, tuple(rest), stands_at)
            if scope is None:
                return None
            scope = scope.parent

    def _within(self, found: Node, rest: Path, stands_at: Node | None) -> Target | None:
        inside = stands_at.repeat if stands_at is not None else None
        while rest and not isinstance(found.item, Field):
            below = self.nodes.get((*found.path, rest[0]))
            if below is None:
                return None
            found, rest = below, rest[1:]
        if isinstance(found.item, Field) and not _has_parts(found.item.kind, rest):
            return None
        crossed = found.repeat if found.repeat is not inside else None
        return Target(found, rest, crossed)


def _has_parts(kind: FieldKind, rest: Path) -> bool:
    if not rest:
        return True
    if kind is FieldKind.ADDRESS:
        return len(rest) == 1 and rest[0] in ALL_ADDRESS_PARTS
    parts = COMPOUND_PARTS.get(kind, {})
    return rest[0] in parts and _has_parts(parts[rest[0]], rest[1:])


@lru_cache(maxsize=256)
def structure_of(form: Form) -> Structure:
    """The structure of a form; kept as long as the form is in use."""
    structure = Structure()
    for page in form.pages:
        for item in page.fields:
            _place(structure, item, page, parent=None)
    _put_in_order(structure)
    return structure


def _place(structure: Structure, item: Item, page: Page, parent: Node | None) -> None:
    path = (*(parent.path if parent else ()), item.key)
    if path in structure.nodes:
        structure.twice.append(path)
        return
    repeat = None
    if parent is not None:
        repeat = parent if isinstance(parent.item, Repeat) else parent.repeat
    node = Node(path, item, page, parent, repeat)
    structure.nodes[path] = node
    if isinstance(item, Group | Repeat):
        for below in item.fields:
            _place(structure, below, page, node)


def deciding_references(node: Node) -> Iterator[tuple[Reference, Node | None]]:
    """What decides whether the node is shown and what its value is, each with where it stands."""
    if node.parent is None and node.page.shown_if is not None:
        yield from ((one, None) for one in looked_at(node.page.shown_if))
    if node.item.shown_if is not None:
        yield from ((one, node) for one in looked_at(node.item.shown_if))
    if isinstance(node.item, Field) and node.item.formula is not None:
        yield from ((one, node) for one in references_of(node.item.formula))


def other_conditions(node: Node) -> Iterator[Condition]:
    """Conditions that are looked at when everything is worked out."""
    if isinstance(node.item, Field):
        yield from (one for one in (node.item.required_if, node.item.fills_if) if one is not None)
    yield from (check.holds for check in node.item.checks)


def _looked_at(structure: Structure, node: Node) -> Iterator[Node]:
    if node.parent is not None:
        yield node.parent
    for reference, stands_at in deciding_references(node):
        target = structure.target(reference.path, stands_at)
        if target is not None:
            yield target.node
            if not isinstance(target.node.item, Field):
                yield from _below(structure, target.node)


def _below(structure: Structure, node: Node) -> Iterator[Node]:
    depth = len(node.path)
    for path, one in structure.nodes.items():
        if len(path) > depth and path[:depth] == node.path:
            yield one


def _put_in_order(structure: Structure) -> None:
    """Kahn's way: take again and again what looks at nothing that is still to come."""
    waits_for = {node: set(_looked_at(structure, node)) for node in structure.nodes.values()}
    needed_by: dict[Node, list[Node]] = {node: [] for node in waits_for}
    for node, looked in waits_for.items():
        for one in looked:
            needed_by[one].append(node)
    ready = [node for node, looked in waits_for.items() if not looked]
    order: list[Node] = []
    while ready:
        node = ready.pop()
        order.append(node)
        for other in needed_by[node]:
            waits_for[other].discard(node)
            if not waits_for[other]:
                ready.append(other)
    placed = set(order)
    structure.in_cycle = tuple(node for node in waits_for if node not in placed)
    structure.order = (*order, *structure.in_cycle)
