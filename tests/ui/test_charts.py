"""The geometry of charts: parts fill what they should, and whatever is there can be seen."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from motcua.ui.charts import (
    HEAD_ROOM,
    LEAST_SEEN,
    PLOT_HEIGHT,
    Fill,
    Part,
    Quantity,
    Series,
    bar_chart,
    column_chart,
)

BOTH = (Series("đúng hạn", Fill.SOLID), Series("quá hạn", Fill.HATCHED))
COUNT = st.sampled_from([0, 1, 2, 7, 99, 12_345, 10**6])
COUNTS = st.lists(st.tuples(COUNT, COUNT), max_size=5)
SLACK = 0.02


def _ends(part: Part) -> tuple[float, float]:
    at, size = float(part.at.rstrip("%")), float(part.size.rstrip("%"))
    return at, at + size


@given(COUNTS)
def test_no_part_of_a_bar_leaves_the_drawing_and_none_is_lost(
    counts: list[tuple[int, int]],
) -> None:
    chart = bar_chart("", "", series=BOTH, rows=[Quantity("", pair) for pair in counts])
    for pair, bar in zip(counts, chart.bars, strict=True):
        ends = [_ends(part) for part in bar.parts]
        assert all(at >= 0 and end <= 100 + SLACK for at, end in ends)
        assert all(end - at >= LEAST_SEEN - SLACK for at, end in ends)
        assert len(ends) == sum(1 for count in pair if count)


@given(COUNTS)
def test_no_part_of_a_column_leaves_the_drawing(counts: list[tuple[int, int]]) -> None:
    chart = column_chart("", "", series=BOTH, columns=[Quantity("", pair) for pair in counts])
    ends = [_ends(part) for one in chart.uprights for part in one.parts]
    assert all(at >= HEAD_ROOM and end <= HEAD_ROOM + PLOT_HEIGHT + 2.2 for at, end in ends)


def test_the_longest_bar_fills_the_drawing_and_half_of_it_is_half() -> None:
    rows = [Quantity("", (80, 20)), Quantity("", (50, 0))]
    first, second = bar_chart("", "", series=BOTH, rows=rows).bars
    assert [(part.at, part.size) for part in first.parts] == [
        ("0.00%", "80.00%"),
        ("80.00%", "20.00%"),
    ]
    assert [(part.at, part.size) for part in second.parts] == [("0.00%", "50.00%")]


def test_a_share_is_drawn_against_its_own_whole() -> None:
    rows = [Quantity("", (10, 10), whole=20), Quantity("", (100, 300), whole=400)]
    sizes = [bar.parts[0].size for bar in bar_chart("", "", series=BOTH, rows=rows).bars]
    assert sizes == ["50.00%", "25.00%"]
