"""Lines that run in lanes beside the boxes: each touches its box at a height of its own, and goes round the boxes
that stand between its box and the lane. Pure.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from motcua.processes.rules.drawn import Box, Line, Point, Spacing

Pair = tuple[str, str]
GAP_FIRST: Final = 8
GAP_STEP: Final = 3
GAP_PLACES: Final = 3
"""Lines that go round keep near their row, above or below it: the middle between rows is for straight ones."""


class Lanes:
    """The lines of one diagram. `rows`: its boxes from above to below, each row from left to right."""

    def __init__(self, rows: Sequence[Sequence[Box]], spaces: Spacing) -> None:
        self._spaces = spaces
        self._boxes = {box.key: box for row in rows for box in row}
        self._row = {box.key: row for row in rows for box in row}

    def lines(self, pairs: Sequence[Pair], edge: int, *, is_back: bool) -> list[Line]:
        """Up a lane left of `edge` where they go back, else down a lane right of it."""
        heights = self._heights(pairs, is_back=is_back)
        away = -1 if is_back else 1
        return [
            Line(
                start=pair[0],
                end=pair[1],
                points=self._points(pair, at, edge + away * self._spaces.lane * (at + 1), heights),
                is_back=is_back,
            )
            for at, pair in enumerate(pairs)
        ]

    def _heights(self, pairs: Sequence[Pair], *, is_back: bool) -> dict[tuple[Pair, bool], int]:
        """By line and end (True: where it begins). What goes up leaves above what comes from below; what
        goes down comes in above what leaves."""
        places: dict[tuple[Pair, bool], int] = {}
        for key, box in self._boxes.items():
            leaving = [(pair, True) for pair in pairs if pair[0] == key]
            coming = [(pair, False) for pair in pairs if pair[1] == key]
            touching = [*leaving, *coming] if is_back else [*coming, *leaving]
            parts = len(touching) + 1
            for at, end in enumerate(touching, start=1):
                share = at / parts if self._spaces.is_spread else 1 / 2
                places[end] = box.y + round(box.height * share)
        return places

    def _points(
        self, pair: Pair, at: int, lane: int, heights: dict[tuple[Pair, bool], int]
    ) -> tuple[Point, ...]:
        start = self._way_out(pair[0], lane, heights[pair, True], at, is_start=True)
        end = self._way_out(pair[1], lane, heights[pair, False], at, is_start=False)
        return (*start, *reversed(end))

    def _way_out(
        self, key: str, lane: int, height: int, at: int, *, is_start: bool
    ) -> tuple[Point, ...]:
        """From the side of a box to the lane: straight, or round what stands between."""
        box, row = self._boxes[key], self._row[key]
        to_left = lane < box.x
        side = box.x if to_left else box.x + box.width
        if box is (row[0] if to_left else row[-1]):
            return (side, height), (lane, height)
        beside = side + (-1 if to_left else 1) * self._spaces.across // 2
        room = GAP_FIRST + GAP_STEP * (at % GAP_PLACES)
        above = to_left is is_start
        level = (
            min(one.y for one in row) - room
            if above
            else max(one.y + one.height for one in row) + room
        )
        return (side, height), (beside, height), (beside, level), (lane, level)
