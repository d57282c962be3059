"""Which questions others depend on: when their answers change, what is asked may change. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from motcua.eforms.rules.conditions import Condition, looked_at
from motcua.eforms.rules.formulas import Reference, references_of
from motcua.eforms.rules.shapes import Field, Form
from motcua.eforms.rules.structure import Node, Structure, structure_of


@lru_cache(maxsize=256)
def deciding_paths(form: Form) -> frozenset[str]:
    """Dotted paths (without numbers of items) that conditions and formulas look at; what stands
    below such a path decides too."""
    structure = structure_of(form)
    return frozenset(
        ".".join((*target.node.path, *target.parts))
        for reference, stands_at in _references(form, structure)
        if (target := structure.target(reference.path, stands_at)) is not None
    )


def decides(form: Form, path: str) -> bool:
    """Whether anything looks at the answer at this path (numbers of items may stand in it)."""
    plain = ".".join(key for key in path.split(".") if not key.isdigit())
    return any(
        plain == one or plain.startswith(f"{one}.") or one.startswith(f"{plain}.")
        for one in deciding_paths(form)
    )


def _references(form: Form, structure: Structure) -> Iterator[tuple[Reference, Node | None]]:
    for page in form.pages:
        if page.shown_if is not None:
            yield from ((one, None) for one in looked_at(page.shown_if))
    for node in structure.nodes.values():
        for condition in _conditions(node):
            yield from ((one, node) for one in looked_at(condition))
        if isinstance(node.item, Field) and node.item.formula is not None:
            yield from ((one, node) for one in references_of(node.item.formula))


def _conditions(node: Node) -> Iterator[Condition]:
    item = node.item
    found = [item.shown_if]
    if isinstance(item, Field):
        found += [item.required_if, item.fills_if]
    yield from (one for one in found if one is not None)
