"""The document as lines of text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

COLUMNS: tuple[tuple[str, int, Callable[[dict[str, Any]], str]], ...] = (
    ("", -44, lambda one: str(one["name"])),
    ("", -11, lambda one: str(one["database"])),
    ("dossiers", 10, lambda one: f"{one['size']:,}" if one["size"] else ""),
    ("", 4, lambda one: str(one["processes"])),
    ("ours/s", 9, lambda one: f"{one['ours']:,.0f}"),
    ("floor/s", 9, lambda one: f"{one['floor']:,.0f}"),
    ("ratio", 7, lambda one: _share(one["ratio"])),
    ("median", 9, lambda one: _number(one["median_ms"], ".2f")),
    ("p95", 9, lambda one: _number(one["p95_ms"], ".2f")),
    ("p99 ms", 9, lambda one: _number(one["p99_ms"], ".2f")),
    ("queries", 8, lambda one: _number(one["queries"], "d")),
    ("rows", 7, lambda one: _number(one["rows"], "d")),
    ("scanned", 9, lambda one: _number(one.get("rows_scanned"), ",d")),
    ("bytes", 9, lambda one: _number(one.get("bytes"), ",d")),
    ("sent", 9, lambda one: _number(one.get("sent_bytes"), ",d")),
)


def table(figures: Sequence[dict[str, Any]]) -> list[str]:
    """The figures, a line each."""
    heads = [head for head, _width, _cell in COLUMNS]
    rows = [[cell(one) for _head, _width, cell in COLUMNS] for one in figures]
    return [_line(cells) for cells in (heads, *rows)]


def growth_table(growth: Sequence[dict[str, Any]]) -> list[str]:
    """How medians grow with the number of dossiers, a line each; nothing for one size."""
    lines = []
    for one in growth:
        medians = "  ".join(f"{int(size):,}: {ms:.2f} ms" for size, ms in one["median_ms"].items())
        times = "  ".join(f"{ratio:.2f}×" for ratio in one["times_the_smallest"].values())
        lines.append(f"{one['name']:<44}{one['database']:<11}{medians}   {times}")
    return lines


def _share(ratio: float) -> str:
    return f"{ratio:.0%}" if ratio >= 0.1 else f"{ratio:.1%}"


def _number(value: float | None, how: str) -> str:
    return "" if value is None else format(value, how)


def _line(cells: Sequence[str]) -> str:
    placed = zip(cells, COLUMNS, strict=True)
    return "".join(
        f"{cell:<{-width}}" if width < 0 else f"{cell:>{width}}" for cell, (_h, width, _c) in placed
    ).rstrip()
