"""Where the boxes of a diagram stand, and how the lines between them run: from above to below. Pure.

Each box stands below all that lead to it (lines that go back are left out of that), side by side with
those of its row, near the middle of what leads to it. A line to the next row runs straight; one that
skips rows runs down a lane on the right; one that goes back runs up a lane on the left (`rules.lanes`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from motcua.processes.rules.drawn import Box, Layout, Line, Size, Spacing
from motcua.processes.rules.graph import Ways, backwards, forward_ways, in_order
from motcua.processes.rules.lanes import Lanes


def lay_out(
    sizes: Mapping[str, Size],
    ways: Ways,
    back: Sequence[tuple[str, str]] = (),
    spacing: Spacing | None = None,
) -> Layout:
    """`sizes` in the order in which boxes are told; the first is the beginning. `back`: lines besides the
    ways, each from a box to one before it."""
    if not sizes:
        return Layout(width=0, height=0, boxes=(), lines=())
    spaces = spacing or Spacing()
    rows = _rows(list(sizes), ways)
    rank = {key: at for at, row in enumerate(rows) for key in row}
    forward = [(one, to) for one in sizes for to in ways[one]]
    skipping = [pair for pair in forward if rank[pair[1]] - rank[pair[0]] > 1]
    going_back = [pair for pair in forward if rank[pair[1]] <= rank[pair[0]]]
    going_back += [pair for pair in back if pair not in going_back]
    left = spaces.edge + spaces.lane * len(going_back)
    boxes = _boxes(rows, sizes, left, spaces)
    right = max(box.x + box.width for box in boxes.values())
    near = [pair for pair in forward if pair not in skipping and pair not in going_back]
    lines = [_straight(boxes, pair) for pair in near]
    lanes = Lanes([[boxes[key] for key in row] for row in rows], spaces)
    lines += lanes.lines(skipping, right, is_back=False)
    lines += lanes.lines(going_back, left, is_back=True)
    lowest = max((y for line in lines for _x, y in line.points), default=0)
    return Layout(
        width=right + spaces.lane * len(skipping) + spaces.edge,
        height=max(lowest, *(box.y + box.height for box in boxes.values())) + spaces.edge,
        boxes=tuple(boxes[key] for key in sizes),
        lines=tuple(lines),
    )


def _rows(keys: Sequence[str], ways: Ways) -> list[list[str]]:
    """Each box in the row after the last of those that lead to it; what is not come to stands at the
    end."""
    forward = forward_ways(ways, keys[0])
    before = backwards(forward)
    rank: dict[str, int] = {}
    for key in in_order(forward):
        rank[key] = 1 + max((rank[one] for one in before[key]), default=-1)
    last = max(rank.values()) + 1
    for key in keys:
        rank.setdefault(key, last)
    rows: list[list[str]] = [[] for _ in range(max(rank.values()) + 1)]
    for key in keys:
        rows[rank[key]].append(key)
    place: dict[str, float] = {}
    for row in rows:
        row.sort(key=lambda key: _middle([place[one] for one in before.get(key, ())]))
        place.update({key: at - (len(row) - 1) / 2 for at, key in enumerate(row)})
    return rows


def _middle(places: Sequence[float]) -> float:
    return sum(places) / len(places) if places else 0.0


def _boxes(
    rows: Sequence[Sequence[str]], sizes: Mapping[str, Size], left: int, spaces: Spacing
) -> dict[str, Box]:
    widths = [sum(sizes[key].width for key in row) + spaces.across * (len(row) - 1) for row in rows]
    widest, y = max(widths), spaces.edge
    boxes: dict[str, Box] = {}
    for row, width in zip(rows, widths, strict=True):
        x = left + (widest - width) // 2
        tallest = max(sizes[key].height for key in row)
        for key in row:
            size = sizes[key]
            inset = (tallest - size.height) // 2
            boxes[key] = Box(key=key, x=x, y=y + inset, width=size.width, height=size.height)
            x += size.width + spaces.across
        y += tallest + spaces.down
    return boxes


def _straight(boxes: Mapping[str, Box], pair: tuple[str, str]) -> Line:
    start, end = boxes[pair[0]].bottom, boxes[pair[1]].top
    if start[0] == end[0]:
        return Line(start=pair[0], end=pair[1], points=(start, end))
    middle = (start[1] + end[1]) // 2
    points = (start, (start[0], middle), (end[0], middle), end)
    return Line(start=pair[0], end=pair[1], points=points)
