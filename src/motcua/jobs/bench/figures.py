"""What a measurement says: our speed, the floor's, their ratio, and how long the slow ones took."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from statistics import median
from typing import Any

PER_SECOND = "per second"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One line of the benchmark. `ours` and `floor` count operations a second, so that a `ratio`
    of 1 is as quick as the floor. The percentiles are of our single operations; None where only
    many at once were timed. `queries`: statements sent to the database by one operation.
    """

    name: str
    database: str = ""
    processes: int = 1
    unit: str = PER_SECOND
    ours: float
    floor: float
    floor_is: str
    ratio: float
    median_ms: float | None = None
    p95_ms: float | None = None
    p99_ms: float | None = None
    floor_median_ms: float | None = None
    queries: int | None = None

    def to_plain(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Timed:
    """Operations that were timed: the seconds of each, and of all from first start to last end."""

    seconds: tuple[float, ...]
    wall_seconds: float

    @property
    def rate(self) -> float:
        return len(self.seconds) / self.wall_seconds


def figure(
    name: str,
    *,
    ours: Timed,
    floor: Timed,
    floor_is: str,
    database: str = "",
    processes: int = 1,
    queries: int | None = None,
) -> Figure:
    """Put together from both timings."""
    return Figure(
        name=name,
        database=database,
        processes=processes,
        ours=round(ours.rate, 1),
        floor=round(floor.rate, 1),
        floor_is=floor_is,
        ratio=round(ours.rate / floor.rate, 3),
        median_ms=_milliseconds(median(ours.seconds)),
        p95_ms=_milliseconds(percentile(ours.seconds, 95)),
        p99_ms=_milliseconds(percentile(ours.seconds, 99)),
        floor_median_ms=_milliseconds(median(floor.seconds)),
        queries=queries,
    )


def many_at_once(
    name: str, *, ours: Sequence[float], floor: Sequence[float], floor_is: str
) -> Figure:
    """From rates of several rounds: the median of each."""
    ours_rate, floor_rate = median(ours), median(floor)
    return Figure(
        name=name,
        ours=round(ours_rate),
        floor=round(floor_rate),
        floor_is=floor_is,
        ratio=round(ours_rate / floor_rate, 4),
    )


def percentile(values: Sequence[float], percent: int) -> float:
    """The smallest value that at least `percent` of all do not exceed. `values` is not empty."""
    ordered = sorted(values)
    return ordered[max(0, -(-len(ordered) * percent // 100) - 1)]


def _milliseconds(seconds: float) -> float:
    return round(seconds * 1000, 3)


HEADS = ("", "", "", "ours/s", "floor/s", "ratio", "median", "p95", "p99 ms", "queries")
WIDTHS = (34, 11, 3, 11, 11, 7, 9, 9, 9, 8)


def table(figures: Sequence[dict[str, Any]]) -> list[str]:
    """The figures as lines of text."""
    lines = [_line(HEADS)]
    for one in figures:
        cells = (
            one["name"],
            one["database"],
            str(one["processes"]),
            f"{one['ours']:,.0f}",
            f"{one['floor']:,.0f}",
            f"{one['ratio']:.0%}" if one["ratio"] >= 0.1 else f"{one['ratio']:.1%}",
            *(
                "" if one[key] is None else f"{one[key]:.2f}"
                for key in ("median_ms", "p95_ms", "p99_ms")
            ),
            "" if one["queries"] is None else str(one["queries"]),
        )
        lines.append(_line(cells))
    return lines


def _line(cells: Sequence[str]) -> str:
    first, second, *others = zip(cells, WIDTHS, strict=True)
    left = [f"{cell:<{width}}" for cell, width in (first, second)]
    right = [f"{cell:>{width}}" for cell, width in others]
    return "".join([*left, *right]).rstrip()
