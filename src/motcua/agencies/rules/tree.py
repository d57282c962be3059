"""The tree of agencies: no agency is above itself on any day, and how the tree is read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar

from motcua.kernel.refusal import Refusal
from motcua.kernel.sorting import sort_key


class CycleInTree(Refusal):
    """An agency would stand above itself; `agencies` is the ring, `day` its first day."""

    code = "cycle-in-tree"


@dataclass(frozen=True, slots=True)
class Link:
    """`child` stands under `parent` from `valid_from` up to, not including, `valid_until`."""

    child: int
    parent: int
    valid_from: date
    valid_until: date | None


def check_no_cycle(links: Iterable[Link]) -> None:
    """Refuse with CycleInTree if on any day some agency is above itself.

    The tree changes only on days when a link begins, so those days are enough.
    """
    known = list(links)
    for day in sorted({link.valid_from for link in known}):
        ring = _ring(_parents_on(known, day))
        if ring:
            raise CycleInTree(field="parent", agencies=ring, day=day)


def _parents_on(links: list[Link], day: date) -> dict[int, int]:
    return {
        link.child: link.parent
        for link in links
        if link.valid_from <= day and (link.valid_until is None or link.valid_until > day)
    }


def _ring(parents: dict[int, int]) -> list[int]:
    """The agencies of one ring, or none. Each agency is walked over once."""
    done: set[int] = set()
    for start in parents:
        path: list[int] = []
        here: int | None = start
        while here is not None and here not in done:
            if here in path:
                return path[path.index(here) :]
            path.append(here)
            here = parents.get(here)
        done.update(path)
    return []


class Placed(Protocol):
    """What of an agency the reading order looks at."""

    @property
    def id(self) -> int: ...
    @property
    def parent_id(self) -> int | None: ...
    @property
    def level_rank(self) -> int: ...
    @property
    def name(self) -> str: ...


P = TypeVar("P", bound=Placed)


def in_reading_order(rows: Sequence[P]) -> list[tuple[P, int]]:
    """Rows with their depth: parents before children; siblings by rank, then Vietnamese order.

    A row whose parent is not among the rows stands at the top.
    """
    known = {row.id for row in rows}
    children: dict[int | None, list[P]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: (row.level_rank, sort_key(row.name), row.id)):
        children[row.parent_id if row.parent_id in known else None].append(row)
    ordered: list[tuple[P, int]] = []
    waiting = [(row, 0) for row in reversed(children[None])]
    while waiting:
        row, depth = waiting.pop()
        ordered.append((row, depth))
        waiting.extend((child, depth + 1) for child in reversed(children[row.id]))
    return ordered
