"""Nothing is typed twice: people and addresses that are known, or answered elsewhere in the form, for those
that are still empty. Pure.

What is taken over fills empty places only, and only where nothing that was typed says otherwise. Items of
repeats are neither sources nor filled.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from motcua.eforms.rules.compounds import DEFAULT_FORMS
from motcua.eforms.rules.leaves import is_blank
from motcua.eforms.rules.shapes import Field, Form
from motcua.eforms.rules.structure import Node, structure_of
from motcua.eforms.vocabulary import COMPOUND_PARTS, NEEDED_OF_ADDRESS, AddressForm, FieldKind
from motcua.kernel.folding import fold

OFFERS_MAX: Final = 3
Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Source:
    """A person or an address; `key` is its place in the form, or "known-1" for who is known beside it."""

    key: str
    value: Values


@dataclass(frozen=True, slots=True)
class Reuse:
    """`known`: people beside those of the form. `kept_as_typed`: where something was to be taken over and
    what stands there says otherwise."""

    known: tuple[Values, ...] = ()
    kept_as_typed: str = ""


def sources_for(
    form: Form, answers: Values, known: Sequence[Values], path: str
) -> tuple[Source, ...]:
    """What may be taken over at the path of a person or an address, at most a few; each once."""
    place = _place(form, path)
    if place is None:
        return ()
    there = at_path(answers, path)
    others = (
        one
        for one in place.sources(form, answers, known)
        if one.key != path and not one.key.startswith(f"{path}.")
    )
    fitting = []
    for source in _each_once(others):
        more = together(there, place.fitting(source.value))
        if more is not None and more != there:
            fitting.append(source)
    return tuple(fitting[:OFFERS_MAX])


def _each_once(sources: Iterator[Source]) -> list[Source]:
    """Those that nothing tells apart are one, with all that is said of it."""
    found: list[Source] = []
    for source in sources:
        for at, one in enumerate(found):
            whole = together(one.value, source.value)
            if whole is not None:
                found[at] = Source(one.key, whole)
                break
        else:
            found.append(source)
    return found


def taken_over(
    form: Form, answers: Values, known: Sequence[Values], path: str, key: str
) -> dict[str, Any] | None:
    """The answers with the source put in at the path; None when what stands there says otherwise, or
    there is no such source."""
    source = next((one for one in sources_for(form, answers, known, path) if one.key == key), None)
    place = _place(form, path)
    if source is None or place is None:
        return None
    return _put(
        answers, path.split("."), together(at_path(answers, path), place.fitting(source.value))
    )


def at_path(answers: Any, path: str) -> Any:
    for key in path.split("."):
        answers = answers.get(key) if isinstance(answers, Mapping) else None
    return answers


def together(there: Any, value: Values) -> dict[str, Any] | None:
    """What is said and, where nothing is, the value; None when they say different things."""
    given = there if isinstance(there, Mapping) else {}
    if not agree(given, value):
        return None
    made = {key: one for key, one in given.items() if _says(key, one)}
    for key, one in value.items():
        below = made.get(key)
        if below is None:
            made[key] = one
        elif isinstance(one, Mapping):
            made[key] = together(below, one) if isinstance(below, Mapping) else below
    return made


def agree(one: Any, other: Any) -> bool:
    """Whether nothing that both say differs."""
    if not (_says("", one) and _says("", other)):
        return True
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        forms = {one.get("form") or AddressForm.TWO_TIER, other.get("form") or AddressForm.TWO_TIER}
        return len(forms) == 1 and all(agree(below, other.get(key)) for key, below in one.items())
    return isinstance(one, str) and isinstance(other, str) and fold(one) == fold(other)


def _says(key: str, value: Any) -> bool:
    """Which form of address stands there says nothing yet."""
    if isinstance(value, Mapping):
        return any(_says(name, one) for name, one in value.items())
    return key != "form" and not is_blank(value)


@dataclass(frozen=True, slots=True)
class _Person:
    item: Field

    def sources(self, form: Form, answers: Values, known: Sequence[Values]) -> Iterator[Source]:
        for number, person in enumerate(known, start=1):
            yield Source(f"known-{number}", person)
        for node in _nodes(form, FieldKind.PERSON):
            value = at_path(answers, node.dotted)
            if isinstance(value, Mapping) and not is_blank(value.get("name")):
                yield Source(node.dotted, value)

    def fitting(self, value: Values) -> dict[str, Any]:
        """The parts that are asked for; an address only in a form that may stand there."""
        parts = {part.key: part.kind for part in self.item.parts}
        told = {key: one for key, one in value.items() if key in parts and not is_blank(one)}
        return {
            key: one
            for key, one in told.items()
            if parts[key] is not FieldKind.ADDRESS or _Address(self.item).fitting(one)
        }


@dataclass(frozen=True, slots=True)
class _Address:
    item: Field

    def sources(self, form: Form, answers: Values, _known: Sequence[Values]) -> Iterator[Source]:
        for path in _address_paths(form):
            value = at_path(answers, path)
            if isinstance(value, Mapping) and self.fitting(value):
                yield Source(path, value)

    def fitting(self, value: Any) -> dict[str, Any]:
        """The address, when it is whole and of a form that may stand here; else nothing."""
        forms = self.item.address_forms or DEFAULT_FORMS
        given = value if isinstance(value, Mapping) else {}
        said = given.get("form") or AddressForm.TWO_TIER
        form = next((one for one in forms if one == said), None)
        if form is None or any(is_blank(given.get(name)) for name in NEEDED_OF_ADDRESS[form]):
            return {}
        return {"form": str(form), **{key: one for key, one in given.items() if key != "form"}}


def _place(form: Form, path: str) -> _Person | _Address | None:
    above, _dot, last = path.rpartition(".")
    for node in _nodes(form, FieldKind.PERSON, FieldKind.ADDRESS):
        assert isinstance(node.item, Field)
        if node.dotted == path:
            return _Person(node.item) if node.item.kind is FieldKind.PERSON else _Address(node.item)
        is_part = node.dotted == above and node.item.kind is FieldKind.PERSON
        if is_part and COMPOUND_PARTS[FieldKind.PERSON].get(last) is FieldKind.ADDRESS:
            return _Address(node.item)
    return None


def _nodes(form: Form, *kinds: FieldKind) -> Iterator[Node]:
    for node in structure_of(form).nodes.values():
        if isinstance(node.item, Field) and node.item.kind in kinds and node.repeat is None:
            yield node


def _address_paths(form: Form) -> Iterator[str]:
    for node in _nodes(form, FieldKind.PERSON, FieldKind.ADDRESS):
        assert isinstance(node.item, Field)
        if node.item.kind is FieldKind.ADDRESS:
            yield node.dotted
        else:
            parts = (part.key for part in node.item.parts if part.kind is FieldKind.ADDRESS)
            yield from (f"{node.dotted}.{key}" for key in parts)


def _put(answers: Any, keys: list[str], value: Any) -> dict[str, Any]:
    made = dict(answers) if isinstance(answers, Mapping) else {}
    first, *rest = keys
    made[first] = _put(made.get(first), rest, value) if rest else value
    return made
