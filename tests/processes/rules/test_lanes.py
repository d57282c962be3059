"""The lines of a diagram can be told apart: none runs through a box, none meets another at its box."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from motcua.processes.rules.drawn import Box, Layout, Line, Size
from motcua.processes.rules.layout import lay_out

HEIGHTS = st.integers(min_value=40, max_value=160)


@st.composite
def layouts(draw: st.DrawFn) -> Layout:
    """A line of steps with shortcuts, branches side by side and hand-backs."""
    count = draw(st.integers(min_value=1, max_value=9))
    keys = [f"k{at}" for at in range(count)]
    ways: dict[str, tuple[str, ...]] = {}
    for at, key in enumerate(keys):
        onward = keys[at + 1 :]
        some = st.lists(st.sampled_from(onward or keys), min_size=1, max_size=3, unique=True)
        ways[key] = tuple(draw(some)) if onward else ()
    pairs = [(one, to) for at, one in enumerate(keys) for to in keys[:at]]
    back = draw(st.lists(st.sampled_from(pairs), max_size=6, unique=True)) if pairs else []
    return lay_out({key: Size(216, draw(HEIGHTS)) for key in keys}, ways, back)


def fan() -> Layout:
    """Two steps side by side that both hand back, one of them besides come back to."""
    ways = {"1": ("2", "3"), "2": ("4",), "3": ("4",), "4": (), "5": ()} | {"4": ("5",)}
    back = [("2", "1"), ("3", "1"), ("4", "2"), ("4", "3"), ("5", "2")]
    return lay_out({key: Size(216, 80) for key in "12345"}, ways, back)


def segments(line: Line) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    yield from pairwise(line.points)


def crosses(box: Box, start: tuple[int, int], end: tuple[int, int]) -> bool:
    """Whether a straight piece runs through the inside of a box."""
    left, right = sorted((start[0], end[0]))
    top, bottom = sorted((start[1], end[1]))
    is_beside = right <= box.x or left >= box.x + box.width
    return not (is_beside or bottom <= box.y or top >= box.y + box.height)


def lane_lines(layout: Layout) -> list[Line]:
    """Those that leave at the side of a box."""
    boxes = {box.key: box for box in layout.boxes}
    return [
        line
        for line in layout.lines
        if line.points[0][0] in (boxes[line.start].x, boxes[line.start].x + boxes[line.start].width)
    ]


def ends(layout: Layout) -> Counter[tuple[int, int]]:
    return Counter(
        point for line in lane_lines(layout) for point in (line.points[0], line.points[-1])
    )


@given(layouts())
def test_no_line_in_a_lane_runs_through_a_box(layout: Layout) -> None:
    through = [
        (line.start, line.end, box.key)
        for line in lane_lines(layout)
        for start, end in segments(line)
        for box in layout.boxes
        if crosses(box, start, end)
    ]
    assert through == []


@given(layouts())
def test_no_two_lines_meet_at_a_box(layout: Layout) -> None:
    assert [point for point, count in ends(layout).items() if count > 1] == []


@given(layouts())
def test_everything_is_within_the_sheet(layout: Layout) -> None:
    points = [point for line in layout.lines for point in line.points]
    assert all(0 <= x <= layout.width and 0 <= y <= layout.height for x, y in points)


def test_what_stands_between_is_gone_round() -> None:
    layout = fan()
    boxes = {box.key: box for box in layout.boxes}
    (line,) = [one for one in layout.lines if (one.start, one.end) == ("3", "1")]
    assert boxes["2"].y == boxes["3"].y
    assert len(line.points) == 6
    assert not any(crosses(boxes["2"], *piece) for piece in segments(line))
    assert max(ends(layout).values()) == 1
