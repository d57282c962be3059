"""Nothing is typed twice: what is known of people fills fields, and fields tell who the people are. Pure.

`fills` of a field names a party and perhaps a part of it: "applicant" (a person or an organization),
"applicant.phone", "owner.name", "representative". Parts have the names of the parts of people and
organizations.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, Final

from motcua.eforms.rules.conditions import holds
from motcua.eforms.rules.shapes import Field, Form
from motcua.eforms.rules.sheet import Place, Sheet, reading_of
from motcua.eforms.rules.structure import Node, structure_of
from motcua.eforms.vocabulary import ORGANIZATION_PARTS, PERSON_PARTS, FieldKind

PARTY_PARTS: Final = {**ORGANIZATION_PARTS, **PERSON_PARTS}
Known = Mapping[str, Mapping[str, Any]]
NOTHING_ANSWERED: Final[Mapping[str, Any]] = MappingProxyType({})
NO_DAY: Final = date(1900, 1, 1)


def prefill(
    form: Form, known: Known, answers: Mapping[str, Any] = NOTHING_ANSWERED
) -> dict[str, Any]:
    """Answers from what is known: `{"applicant": {"name": …, "phone": …}}`. Only what the fields ask
    for is taken, and only what is not answered in `answers`; these also decide `fills_if`. The new
    ones alone are given back; check them before they count."""
    filled: dict[str, Any] = {}
    for node, asked in _filling(form, answers):
        if _at(answers, node.path) is not None:
            continue
        role, _, part = asked.fills.partition(".")
        party = known.get(role, {})
        value: Any = party.get(part)
        if not part:
            asked_parts = [one.key for one in asked.parts]
            value = {key: party[key] for key in asked_parts if party.get(key)} or None
        if value is not None:
            _put(filled, node.path, value)
    return filled


def parties_of(form: Form, answers: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """By role, what the checked answers tell of a party, with `kind` ("person" or "organization"):
    what stands first in the form counts. A role of which nothing is told is left out."""
    parties: dict[str, dict[str, Any]] = {}
    for node, asked in _filling(form, answers):
        value = _at(answers, node.path)
        if value is None:
            continue
        role, _, part = asked.fills.partition(".")
        party = parties.setdefault(role, {})
        told = {part: value} if part else value
        if isinstance(told, Mapping):
            for key, one in told.items():
                party.setdefault(key, one)
        if asked.kind in (FieldKind.PERSON, FieldKind.ORGANIZATION):
            party.setdefault("kind", str(asked.kind))
    for party in parties.values():
        is_organization = "tax_code" in party or "representative_name" in party
        party.setdefault("kind", "organization" if is_organization else "person")
    return parties


def page_telling(form: Form, answers: Mapping[str, Any], role: str) -> str:
    """The key of the first page that tells of a party in this role; "" for none."""
    filling = _filling(form, answers)
    found = (node.page.key for node, asked in filling if asked.fills.partition(".")[0] == role)
    return next(found, "")


def _filling(form: Form, answers: Mapping[str, Any]) -> Iterator[tuple[Node, Field]]:
    """`fills_if` looks at answers, never at a day: one of long ago stands for it."""
    sheet: Sheet | None = None
    for node in structure_of(form).nodes.values():
        if not isinstance(node.item, Field) or not node.item.fills or node.repeat is not None:
            continue
        condition = node.item.fills_if
        if condition is not None:
            sheet = sheet or Sheet(form, answers, NO_DAY)
            if holds(condition, reading_of(sheet, Place(node, None))) is not True:
                continue
        yield node, node.item


def _at(answers: Any, path: tuple[str, ...]) -> Any:
    for key in path:
        answers = answers.get(key) if isinstance(answers, Mapping) else None
    return answers


def _put(answers: dict[str, Any], path: tuple[str, ...], value: Any) -> None:
    *above, last = path
    for key in above:
        answers = answers.setdefault(key, {})
    answers[last] = value
