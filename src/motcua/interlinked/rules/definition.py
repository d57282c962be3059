"""What an interlinked group is: its members, who settles each, which result feeds which. Pure.

Read from plain JSON (a file, a row); what is wrong is told with its place and all at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from typing import Any

from motcua.interlinked.vocabulary import Branch, CopiesRule, OnFailure
from motcua.kernel.refusal import Refusal
from motcua.worktime.vocabulary import Unit

MEMBERS_MAX = 20
TEXT_MAX = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One procedure of the group. `settled_by`: by whom; `agency_name`: as the source calls it.

    `waits_for`: keys of the members whose results it needs; `result_name`: what it gives itself.
    `is_optional`: an applicant may do without it. `limit_unit`, `limit_value`: how long it takes as part
    of the group; None = as the catalogue says.
    """

    key: str
    procedure_code: str
    name: str
    settled_by: Branch
    agency_name: str = ""
    waits_for: tuple[str, ...] = ()
    result_name: str = ""
    on_failure: OnFailure = OnFailure.ASK
    is_optional: bool = False
    limit_unit: Unit | None = None
    limit_value: Decimal = Decimal(0)

    def to_plain(self) -> dict[str, Any]:
        limited = {"limit": {"unit": str(self.limit_unit), "value": format(self.limit_value, "f")}}
        return {
            "key": self.key,
            "procedure_code": self.procedure_code,
            "name": self.name,
            "settled_by": str(self.settled_by),
            "agency_name": self.agency_name,
            "waits_for": list(self.waits_for),
            "result_name": self.result_name,
            "on_failure": str(self.on_failure),
            "is_optional": self.is_optional,
            **(limited if self.limit_unit else {}),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A group of procedures asked for at once. `national_code`: its own in the catalogue, if any.

    `limit_words`: how long it takes in all, as the source says it. `copies`: how papers of several
    members are counted.
    """

    code: str
    name: str
    members: tuple[Member, ...]
    national_code: str = ""
    limit_words: str = ""
    legal_bases: tuple[str, ...] = ()
    copies: CopiesRule = CopiesRule.MAX

    def member(self, key: str) -> Member:
        return next(one for one in self.members if one.key == key)

    def to_plain(self) -> dict[str, Any]:
        return {
            "code": self.code,
            "name": self.name,
            "national_code": self.national_code,
            "limit_words": self.limit_words,
            "legal_bases": list(self.legal_bases),
            "copies": str(self.copies),
            "members": [one.to_plain() for one in self.members],
        }


class GroupFaulty(Refusal):
    """One thing that is wrong with a definition: `why`, a code, at `place` (the key of a member)."""

    code = "interlinked-group-faulty"


class GroupUnreadable(Refusal):
    """The definition cannot be used; `problems` tells why, each with its place."""

    code = "interlinked-group-unreadable"

    def __init__(self, problems: Iterable[GroupFaulty]) -> None:
        super().__init__(field="definition")
        self.problems = tuple(problems)


def group_of(document: Any) -> Group:
    """The group that a document says. Refusals: GroupUnreadable."""
    try:
        group = _group(document)
    except (KeyError, TypeError, ValueError, AttributeError, InvalidOperation) as error:
        raise GroupUnreadable([GroupFaulty(why="shape", place=str(error)[:80])]) from error
    faults = tuple(faults_of(group))
    if faults:
        raise GroupUnreadable(faults)
    return group


def _group(document: Mapping[str, Any]) -> Group:
    return Group(
        code=_text(document["code"]),
        name=_text(document["name"]),
        national_code=_text(document.get("national_code", "")),
        limit_words=_text(document.get("limit_words", "")),
        legal_bases=tuple(_text(one) for one in document.get("legal_bases", ())),
        copies=CopiesRule(document.get("copies", CopiesRule.MAX)),
        members=tuple(_member(one) for one in document["members"]),
    )


def _member(one: Mapping[str, Any]) -> Member:
    limit = one.get("limit") or {}
    return Member(
        key=_text(one["key"]),
        procedure_code=_text(one["procedure_code"]),
        name=_text(one["name"]),
        settled_by=Branch(one["settled_by"]),
        agency_name=_text(one.get("agency_name", "")),
        waits_for=tuple(_text(key) for key in one.get("waits_for", ())),
        result_name=_text(one.get("result_name", "")),
        on_failure=OnFailure(one.get("on_failure", OnFailure.ASK)),
        is_optional=bool(one.get("is_optional", False)),
        limit_unit=Unit(limit["unit"]) if limit else None,
        limit_value=Decimal(_text(limit["value"])) if limit else Decimal(0),
    )


def _text(value: Any) -> str:
    if not isinstance(value, str) or len(value) > TEXT_MAX:
        raise ValueError(str(value))
    return value.strip()


def faults_of(group: Group) -> Iterator[GroupFaulty]:
    """Everything that keeps the group from being used."""
    if not group.code or not group.name:
        yield GroupFaulty(why="no-name", place="")
    if not 2 <= len(group.members) <= MEMBERS_MAX:
        yield GroupFaulty(why="members-count", place="")
    keys = [one.key for one in group.members]
    for one in group.members:
        yield from _faults_of_member(one, keys)
    yield from (GroupFaulty(why="cycle", place=key) for key in _in_a_cycle(group))


def _faults_of_member(one: Member, keys: list[str]) -> Iterator[GroupFaulty]:
    if not one.key or keys.count(one.key) > 1:
        yield GroupFaulty(why="key-twice", place=one.key)
    if one.limit_value < 0 or not one.limit_value.is_finite():
        yield GroupFaulty(why="limit-negative", place=one.key)
    if not one.procedure_code:
        yield GroupFaulty(why="no-procedure", place=one.key)
    for key in one.waits_for:
        if key not in keys:
            yield GroupFaulty(why="waits-for-unknown", place=one.key)


def order_of(group: Group) -> tuple[Member, ...]:
    """Each member after those it waits for, otherwise as written; members of a cycle are left out."""
    placed: list[Member] = []
    left = list(group.members)
    while True:
        done = {one.key for one in placed}
        ready = next((one for one in left if set(one.waits_for) <= done), None)
        if ready is None:
            return tuple(placed)
        placed.append(ready)
        left.remove(ready)


def _in_a_cycle(group: Group) -> list[str]:
    """Members that never get ready although all they wait for is known."""
    known = {one.key for one in group.members}
    placed = {one.key for one in order_of(group)}
    return [
        one.key for one in group.members if one.key not in placed and set(one.waits_for) <= known
    ]


def without(group: Group, left_out: Iterable[str]) -> tuple[Member, ...]:
    """The members asked for, in order. What one that is left out would have given is not awaited."""
    gone = frozenset(left_out)
    return tuple(
        replace(one, waits_for=tuple(key for key in one.waits_for if key not in gone))
        for one in order_of(group)
        if one.key not in gone
    )
