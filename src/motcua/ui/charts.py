"""Charts as plain geometry: bars beside words and columns of months, drawn by `ui/components/charts.html`.

A chart is one picture with a text in its place; whoever wants the numbers reads the table beneath it.
Places are per cent of the drawing's width, so that it fits a telephone and a sheet of paper alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

LEAST_SEEN = 0.8
"""Per cent of the width: what is there at all can be seen, however little it is of the whole."""
PLOT_HEIGHT = 140
HEAD_ROOM = 18
"""Pixels above the highest column, for its number."""
FILLED = 0.72
"""How much of its place a column takes."""


class Fill(StrEnum):
    """How a part is filled. The names are those of the patterns; none differs by its color alone."""

    SOLID = "solid"
    HATCHED = "hatched"
    DOTTED = "dotted"


@dataclass(frozen=True, slots=True)
class Series:
    """What the parts of one fill are."""

    label: Any
    fill: Fill


@dataclass(frozen=True, slots=True)
class Quantity:
    """One bar or column before it is drawn: a count for each series. `value` is what is written at it."""

    label: str
    counts: tuple[int, ...]
    value: str = ""
    note: str = ""
    whole: int = 0


@dataclass(frozen=True, slots=True)
class Part:
    """A drawn part: per cent of the width for bars, pixels for the height of columns."""

    fill: Fill
    at: str
    size: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A line of words with its bar."""

    label: str
    value: str
    note: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Upright:
    """A column over its label. `middle`, `left`, `width` in per cent, `top` in pixels."""

    label: str
    note: str
    value: str
    left: str
    middle: str
    width: str
    top: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """`text` stands in the place of the picture for whoever does not see it."""

    title: str
    text: str
    series: tuple[Series, ...]
    bars: tuple[Bar, ...] = ()
    uprights: tuple[Upright, ...] = ()


def bar_chart(
    title: str, text: str, *, series: Sequence[Series], rows: Sequence[Quantity]
) -> Chart:
    """Lying bars on one scale: that of the longest, or of `whole` where rows name one (100 %)."""
    longest = max((max(sum(row.counts), row.whole) for row in rows), default=0)
    bars = tuple(
        Bar(
            label=row.label,
            value=row.value,
            note=row.note,
            parts=_lying(row, series, row.whole or longest),
        )
        for row in rows
    )
    return Chart(title=title, text=text, series=tuple(series), bars=bars)


def column_chart(
    title: str, text: str, *, series: Sequence[Series], columns: Sequence[Quantity]
) -> Chart:
    """Standing columns in the order given, on the scale of the highest."""
    highest = max((sum(column.counts) for column in columns), default=0)
    step = 100 / max(len(columns), 1)
    uprights = tuple(
        _upright(column, series, highest, left=place * step, step=step)
        for place, column in enumerate(columns)
    )
    return Chart(title=title, text=text, series=tuple(series), uprights=uprights)


def _lying(row: Quantity, series: Sequence[Series], longest: int) -> tuple[Part, ...]:
    parts, at = [], 0.0
    for one, count in zip(series, row.counts, strict=True):
        if not count:
            continue
        width = max(count * 100 / longest, LEAST_SEEN)
        at = min(at, 100 - width)
        parts.append(Part(one.fill, f"{at:.2f}%", f"{width:.2f}%"))
        at += width
    return tuple(parts)


def _upright(
    column: Quantity, series: Sequence[Series], highest: int, *, left: float, step: float
) -> Upright:
    parts, floor = [], float(HEAD_ROOM + PLOT_HEIGHT)
    for one, count in zip(series, column.counts, strict=True):
        if not count:
            continue
        height = max(count * PLOT_HEIGHT / highest, 2.0)
        floor = max(floor - height, float(HEAD_ROOM))
        parts.append(Part(one.fill, f"{floor:.1f}", f"{height:.1f}"))
    return Upright(
        label=column.label,
        note=column.note,
        value=column.value,
        left=f"{left + step * (1 - FILLED) / 2:.2f}%",
        middle=f"{left + step / 2:.2f}%",
        width=f"{step * FILLED:.2f}%",
        top=f"{floor - 5:.1f}",
        parts=tuple(parts),
    )
