"""What an import has to change: wanted rows against kept rows. Pure.

Nothing is ever deleted, and an import never reopens what was closed here: a row that a local act
has closed (a later row of the same key follows it, or the document only leaves the end open)
keeps its end.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise
from typing import Any

Key = tuple[Hashable, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """One row with a period. `id` is None for a wanted row."""

    key: Key
    valid_from: date
    valid_until: date | None
    values: Mapping[str, Any]
    id: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Difference:
    """One field of a kept row that the document gives otherwise."""

    name: str
    before: Any
    after: Any


@dataclass(frozen=True, kw_only=True, slots=True)
class Update:
    line: Line
    differences: tuple[Difference, ...]


@dataclass(kw_only=True, slots=True)
class Plan:
    """What to write for one table. `clashes` names the keys whose periods would overlap."""

    inserts: list[Line] = field(default_factory=list)
    updates: list[Update] = field(default_factory=list)
    unchanged: int = 0
    clashes: list[Key] = field(default_factory=list)


def plan_identities(kept: Iterable[Line], wanted: Iterable[Line]) -> Plan:
    """For tables with one row per key: its period is one of its values."""
    by_key = {line.key: line for line in kept}
    plan = Plan()
    for line in wanted:
        twin = by_key.get(line.key)
        if twin is None:
            plan.inserts.append(line)
        else:
            _compare(plan, twin, line)
    return plan


def plan_periods(kept: Iterable[Line], wanted: Iterable[Line]) -> Plan:
    """For tables with a row per key and period: a new period closes the open one before it."""
    kept_of, wanted_of = _by_key(kept), _by_key(wanted)
    plan = Plan()
    for key, lines in wanted_of.items():
        _plan_key(plan, kept_of.get(key, []), lines)
    return plan


def _by_key(lines: Iterable[Line]) -> dict[Key, list[Line]]:
    grouped: dict[Key, list[Line]] = defaultdict(list)
    for line in lines:
        grouped[line.key].append(line)
    return grouped


def _plan_key(plan: Plan, kept: list[Line], wanted: list[Line]) -> None:
    begun = {line.valid_from: line for line in kept}
    after = dict(begun)
    inserted = [line for line in wanted if line.valid_from not in begun]
    for line in inserted:
        after[line.valid_from] = line
        plan.inserts.append(line)
    for line in wanted:
        if line.valid_from in begun:
            after[line.valid_from] = _compare(plan, begun[line.valid_from], line)
    named = {line.valid_from for line in wanted}
    for line in kept:
        if line.valid_from not in named:
            after[line.valid_from] = _close_before(plan, line, inserted)
    if _overlap(after.values()):
        plan.clashes.append(wanted[0].key)


def _compare(plan: Plan, twin: Line, line: Line) -> Line:
    """The line as it will stand; a closed row is not reopened by an open end."""
    until = twin.valid_until if line.valid_until is None else line.valid_until
    settled = replace(line, id=twin.id, valid_until=until)
    differences = [
        Difference(name=name, before=twin.values[name], after=value)
        for name, value in settled.values.items()
        if twin.values[name] != value
    ]
    for name in ("valid_from", "valid_until"):
        if getattr(twin, name) != getattr(settled, name):
            given = getattr(settled, name)
            differences.append(Difference(name=name, before=getattr(twin, name), after=given))
    if differences:
        plan.updates.append(Update(line=settled, differences=tuple(differences)))
    else:
        plan.unchanged += 1
    return settled


def _close_before(plan: Plan, line: Line, inserted: list[Line]) -> Line:
    starts = [new.valid_from for new in inserted if new.valid_from > line.valid_from]
    if not starts or (line.valid_until is not None and line.valid_until <= min(starts)):
        return line
    closed = replace(line, valid_until=min(starts))
    difference = Difference(name="valid_until", before=line.valid_until, after=closed.valid_until)
    plan.updates.append(Update(line=closed, differences=(difference,)))
    return closed


def _overlap(lines: Iterable[Line]) -> bool:
    ordered = sorted(lines, key=lambda line: line.valid_from)
    return any(
        earlier.valid_until is None or earlier.valid_until > later.valid_from
        for earlier, later in pairwise(ordered)
    )
