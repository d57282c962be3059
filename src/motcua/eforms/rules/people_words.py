"""Names, peoples and nationalities as they may stand in a declaration; and people that cannot be right
together: one number for two, a parent hardly older than the child. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from itertools import combinations
from typing import Any, Final

from motcua.eforms.rules.leaves import Noticed, Read, faulty
from motcua.eforms.rules.shapes import Field
from motcua.eforms.vocabulary import ETHNIC_GROUPS, FieldKind
from motcua.kernel.characters import not_in_person_names, plain_words
from motcua.kernel.folding import fold

BESIDE_A_NAME: Final = frozenset({"birth_date", "sex", "personal_id"})
PERSON_NAMES: Final = frozenset({"witness_name", "spouse_name"})
PEOPLES: Final = frozenset(map(fold, ETHNIC_GROUPS))
ODD_SHOWN_MAX: Final = 10
PARENT_YEARS_MIN: Final = 12
PARENTS: Final = ("mother", "father")


def looked_at(asked: Field, siblings: Collection[str], read: Read) -> Read:
    """What was read, with what is wrong in its words about people; `siblings` are asked beside it."""
    if asked.kind is FieldKind.PERSON:
        return _person(read)
    if asked.kind is FieldKind.ORGANIZATION:
        return _with_fault(read, "representative_name", "name-odd")
    if asked.kind is not FieldKind.TEXT or not isinstance(read.value, str):
        return read
    is_name = asked.key == "name" and not BESIDE_A_NAME.isdisjoint(siblings)
    if is_name or asked.key in PERSON_NAMES:
        odd = not_in_person_names(read.value)
        return faulty(read.value, "name-odd", found=odd[:ODD_SHOWN_MAX]) if odd else read
    if asked.key not in ("ethnicity", "nationality"):
        return read
    odd = not_in_person_names(read.value)
    if odd:
        return faulty(read.value, "word-odd", found=odd[:ODD_SHOWN_MAX])
    doubts = _of_people(read.value, "") if asked.key == "ethnicity" else ()
    return replace(read, doubts=(*read.doubts, *doubts))


def _person(read: Read) -> Read:
    for part, code in (
        ("name", "name-odd"),
        ("ethnicity", "word-odd"),
        ("nationality", "word-odd"),
    ):
        read = _with_fault(read, part, code)
    people = (read.value or {}).get("ethnicity", "")
    return (
        replace(read, doubts=(*read.doubts, *_of_people(people, "ethnicity"))) if people else read
    )


def _with_fault(read: Read, part: str, code: str) -> Read:
    """The part is no value any more, but stays as it was typed."""
    value = read.value if isinstance(read.value, Mapping) else {}
    odd = not_in_person_names(value[part]) if isinstance(value.get(part), str) else ""
    if not odd:
        return read
    rest = {name: one for name, one in value.items() if name != part}
    fault = Noticed(part, code, {"found": odd[:ODD_SHOWN_MAX]})
    return replace(read, value=rest or None, faults=(*read.faults, fault))


def _of_people(name: str, part: str) -> tuple[Noticed, ...]:
    is_known = fold(plain_words(name)) in PEOPLES
    return () if is_known else (Noticed(part, "people-not-in-list", {"name": name}),)


def people_doubted(answers: Mapping[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Path, code and params of each thing that two people of a form cannot well have together."""
    people = [
        (key, one)
        for key, one in answers.items()
        if isinstance(one, Mapping) and one.get("name") and isinstance(one["name"], str)
    ]
    for (_key, first), (key, second) in combinations(people, 2):
        number = second.get("personal_id")
        if number and number == first.get("personal_id") and not _is_one(first, second):
            yield f"{key}.personal_id", "number-of-two", {"other": first["name"]}
    child = _year(answers.get("child"))
    for key in PARENTS:
        born = _year(answers.get(key))
        if child and born and child - born < PARENT_YEARS_MIN:
            yield (
                f"{key}.birth_date",
                "parent-too-young",
                {"year": child, "years": PARENT_YEARS_MIN},
            )


def _is_one(first: Mapping[str, Any], second: Mapping[str, Any]) -> bool:
    return fold(plain_words(first["name"])) == fold(plain_words(second["name"]))


def _year(person: Any) -> int:
    born = person.get("birth_date") if isinstance(person, Mapping) else None
    text = born[:4] if isinstance(born, str) else ""
    return int(text) if len(text) == 4 and text.isascii() and text.isdigit() else 0
