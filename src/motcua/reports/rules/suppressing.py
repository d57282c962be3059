"""Which counts of a table are not published so that nobody can work out a small one. Pure.

A table of counts by row and column is told with the sums of its rows, of its columns, and of all.
A count from 1 to `least` - 1 is small: so few might be recognized. To leave it out is not enough, since
the sums would give it away; others are left out with it until for each count that is left out there
is another table, of whole numbers from 1, that tells the same and has another number there
(complementary suppression). 0 is no secret: that nothing happened tells of nobody.

How it is seen: a count may be one higher if along its row another hidden one is one lower, along that
one's column another is one higher, and so on until the way comes back. Sums count with the other sign.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

SUM = None
"""The place of sums in a row or a column."""
Place = Hashable | None
Cell = tuple[Place, Place]
Part = TypeVar("Part")


def with_sums(counts: Mapping[Cell, int]) -> dict[Cell, int]:
    """The table with the sum of each row, of each column, and of all."""
    table: dict[Cell, int] = {cell: count for cell, count in counts.items() if count}
    for (row, column), count in list(table.items()):
        for cell in ((row, SUM), (SUM, column), (SUM, SUM)):
            table[cell] = table.get(cell, 0) + count
    return table


def sums_of_cells(
    inner: Mapping[Cell, Part], together: Callable[[Iterable[Part]], Part]
) -> dict[Cell, Part]:
    """Of each row, of each column, and of all, where a cell holds more than a count."""
    parts: dict[Cell, list[Part]] = {}
    for (row, column), one in inner.items():
        for cell in ((row, SUM), (SUM, column), (SUM, SUM)):
            parts.setdefault(cell, []).append(one)
    return {cell: together(several) for cell, several in parts.items()}


def hidden_of(counts: Mapping[Cell, int], least: int) -> frozenset[Cell]:
    """The cells, sums among them, that are not to be published."""
    work = _Work(with_sums(counts))
    for cell in [cell for cell, count in work.table.items() if count < least]:
        work.hide(cell)
    waiting = deque(sorted(work.hidden, key=str))
    while waiting:
        cell = waiting.popleft()
        while not work.is_open(cell):
            partner = work.partner_of(cell)
            work.hide(partner)
            waiting.append(partner)
    return frozenset(work.hidden)


_FORTH, _BACK = 1, -1


@dataclass(slots=True)
class _Reached:
    """Rows and columns that lie on a way."""

    rows: set[Place]
    columns: set[Place]


@dataclass(slots=True)
class _Work:
    """The table, and what of it is hidden so far by row and by column."""

    table: dict[Cell, int]
    hidden: set[Cell] = field(default_factory=set)
    by_row: dict[Place, set[Cell]] = field(default_factory=lambda: defaultdict(set))
    by_column: dict[Place, set[Cell]] = field(default_factory=lambda: defaultdict(set))
    shown_in_row: dict[Place, set[Cell]] = field(default_factory=lambda: defaultdict(set))
    shown_in_column: dict[Place, set[Cell]] = field(default_factory=lambda: defaultdict(set))

    def __post_init__(self) -> None:
        for cell in self.table:
            self.shown_in_row[cell[0]].add(cell)
            self.shown_in_column[cell[1]].add(cell)

    def hide(self, cell: Cell) -> None:
        self.hidden.add(cell)
        self.by_row[cell[0]].add(cell)
        self.by_column[cell[1]].add(cell)
        self.shown_in_row[cell[0]].discard(cell)
        self.shown_in_column[cell[1]].discard(cell)

    def is_open(self, cell: Cell) -> bool:
        """Whether a reader cannot know this count: it may be one higher or one lower."""
        return self._may_move(cell, 1) or self._may_move(cell, -1)

    def partner_of(self, cell: Cell) -> Cell:
        """What is best hidden with it: what closes a way, else what leads one on; no sum if possible.

        There is one as long as a reader knows the count: where all that can be reached is hidden, the
        sums are too, and they can move.
        """
        signed = _sign(cell)
        there, back = self._reached(cell, signed, _FORTH), self._reached(cell, signed, _BACK)
        closing = self._between(there.rows, back.columns, -signed, cell)
        closing |= self._between(back.rows, there.columns, signed, cell)
        if closing:
            return min(closing, key=self._cost)
        if not there.columns or not back.rows:
            near = self.shown_in_row[cell[0]] if not there.columns else set()
            near = near or self.shown_in_column[cell[1]]
            if near:
                return min(near, key=self._cost)
        return min(self._around(there) | self._around(back), key=self._cost)

    def _between(
        self, rows: set[Place], columns: set[Place], signed: int, start: Cell
    ) -> set[Cell]:
        """Shown cells that, hidden, would lead from one of these rows to one of these columns."""
        if len(rows) <= len(columns):
            near = {cell for row in rows for cell in self.shown_in_row[row] if cell[1] in columns}
        else:
            near = {one for two in columns for one in self.shown_in_column[two] if one[0] in rows}
        return {cell for cell in near if cell != start and self._can(cell, signed)}

    def _around(self, reached: _Reached) -> set[Cell]:
        rows = {cell for row in reached.rows for cell in self.shown_in_row[row]}
        return rows.union(*(self.shown_in_column[column] for column in reached.columns))

    def _cost(self, cell: Cell) -> tuple[bool, bool, int, str]:
        is_sum = SUM in cell
        return (is_sum, self.table[cell] < 2, self.table[cell], str(cell))

    def _may_move(self, cell: Cell, by: int) -> bool:
        """Whether the rest can make up for it: the way from its row back to its column."""
        if by < 0 and self.table[cell] < 2:
            return False
        # In signs of the equations: what is added here must be taken elsewhere.
        reached = self._reached(cell, by * _sign(cell), _FORTH, until=True)
        return cell[1] in reached.columns

    def _reached(self, start: Cell, signed: int, way: int, *, until: bool = False) -> _Reached:
        """The rows and columns on ways out of the row of `start`, or (`_BACK`) into its column. From a
        row to a column something is taken, from a column to a row it is added."""
        reached = _Reached({start[0]}, set()) if way == _FORTH else _Reached(set(), {start[1]})
        waiting: deque[tuple[bool, Place]] = deque(
            [(way == _FORTH, start[0 if way == _FORTH else 1])]
        )
        while waiting:
            is_row, place = waiting.popleft()
            is_taken = is_row if way == _FORTH else not is_row
            cells = self.by_row[place] if is_row else self.by_column[place]
            known = reached.columns if is_row else reached.rows
            for cell in cells:
                other = cell[1] if is_row else cell[0]
                if other in known or cell == start:
                    continue
                if self._can(cell, -signed if is_taken else signed):
                    known.add(other)
                    waiting.append((not is_row, other))
                    if until and is_row and other == start[1]:
                        return reached
        return reached

    def _can(self, cell: Cell, signed: int) -> bool:
        """Whether this count may change so and still be one at least."""
        return signed * _sign(cell) > 0 or self.table[cell] >= 2


def _sign(cell: Cell) -> int:
    """A sum stands on the other side of its equation; the sum of all on the first again."""
    return -1 if (cell[0] is SUM) != (cell[1] is SUM) else 1
