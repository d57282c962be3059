"""A form cut down to some of its items, wherever in its groups they stand."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from motcua.eforms.rules.shapes import Form, Group, Item
from motcua.eforms.rules.structure import Node, structure_of


def items_by_path(form: Form) -> dict[str, tuple[Item, ...]]:
    """Each item that can be asked for alone, with those around it before it: `child.name` → child, its
    name. What stands in a repeat comes with the whole repeat."""
    nodes = structure_of(form).nodes.values()
    return {node.dotted: tuple(_from_above(node)) for node in nodes if node.repeat is None}


def cut_to(items: Iterable[Item], paths: Collection[str], above: str = "") -> Iterator[Item]:
    """The items at these paths, whole and whatever decided whether they were shown, and around them only
    the groups they stand in."""
    for item in items:
        path = f"{above}{item.key}"
        if path in paths:
            yield replace(item, shown_if=None)
        elif isinstance(item, Group):
            below = tuple(cut_to(item.fields, paths, f"{path}."))
            if below:
                yield replace(item, fields=below, shown_if=None, checks=())


def _from_above(node: Node) -> Iterator[Item]:
    if node.parent is not None:
        yield from _from_above(node.parent)
    yield node.item
