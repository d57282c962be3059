"""What a measurement says: our speed, the floor's, their ratio, and how long the slow ones took."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from statistics import median
from typing import Any

PER_SECOND = "per second"


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What one operation costs the database and the wire.

    `rows`: that came to the program. `rows_scanned`: that PostgreSQL went through for them;
    `engine_steps`: instructions of SQLite's machine. `sent_bytes`: of the answer as a browser that
    takes compressed answers gets it.
    """

    queries: int
    rows: int
    rows_scanned: int | None = None
    engine_steps: int | None = None
    bytes: int | None = None
    sent_bytes: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One line of the benchmark. `ours` and `floor` count operations a second, so that a `ratio`
    of 1 is as quick as the floor. The percentiles are of our single operations; None where only
    many at once were timed. `size`: how many dossiers the database held, 0 where it does not matter.
    """

    name: str
    database: str = ""
    size: int = 0
    processes: int = 1
    unit: str = PER_SECOND
    ours: float
    floor: float
    floor_is: str
    ratio: float
    times: int = 0
    median_ms: float | None = None
    p95_ms: float | None = None
    p99_ms: float | None = None
    floor_median_ms: float | None = None
    work: Work | None = None

    def to_plain(self) -> dict[str, Any]:
        plain = asdict(self)
        return plain | (plain.pop("work") or {"queries": None, "rows": None})


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
    size: int = 0,
    processes: int = 1,
    work: Work | None = None,
) -> Figure:
    """Put together from both timings."""
    return Figure(
        name=name,
        database=database,
        size=size,
        processes=processes,
        ours=round(ours.rate, 1),
        floor=round(floor.rate, 1),
        floor_is=floor_is,
        ratio=round(ours.rate / floor.rate, 3),
        times=len(ours.seconds),
        median_ms=_milliseconds(median(ours.seconds)),
        p95_ms=_milliseconds(percentile(ours.seconds, 95)),
        p99_ms=_milliseconds(percentile(ours.seconds, 99)),
        floor_median_ms=_milliseconds(median(floor.seconds)),
        work=work,
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


def between_sizes(figures: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """For each figure taken at several sizes: the median at each size over that at the smallest."""
    taken: dict[tuple[str, str, int], dict[int, float]] = {}
    for one in figures:
        if one["size"] and one["median_ms"]:
            which = (one["name"], one["database"], one["processes"])
            taken.setdefault(which, {})[one["size"]] = one["median_ms"]
    return [_growth(which, medians) for which, medians in sorted(taken.items()) if len(medians) > 1]


def _growth(which: tuple[str, str, int], medians: dict[int, float]) -> dict[str, Any]:
    name, database, processes = which
    smallest = min(medians)
    ratios = {
        str(size): round(medians[size] / medians[smallest], 2)
        for size in sorted(medians)
        if size != smallest
    }
    return {
        "name": name,
        "database": database,
        "processes": processes,
        "smallest": smallest,
        "median_ms": {str(size): medians[size] for size in sorted(medians)},
        "times_the_smallest": ratios,
    }


def _milliseconds(seconds: float) -> float:
    return round(seconds * 1000, 3)
