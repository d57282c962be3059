"""Rows as a table for a terminal: plain values in columns, a page of rows at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any, TextIO
from unicodedata import east_asian_width, normalize

WIDTH_MAX = 40
ROWS_AT_ONCE = 200
NOT_SHOWN = frozenset({"link", "links"})


def tell_table(rows: Iterator[dict[str, Any]], to: TextIO) -> None:
    """The first rows decide how wide a column is; memory is bounded."""
    while page := list(islice(rows, ROWS_AT_ONCE)):
        names = [name for name in page[0] if name not in NOT_SHOWN]
        cells = [names, *([cell(row[name]) for name in names] for row in page)]
        widths = [max(map(_width, column)) for column in zip(*cells, strict=True)]
        for line in cells:
            parts = [
                text + " " * (wide - _width(text)) for text, wide in zip(line, widths, strict=True)
            ]
            to.write("  ".join(parts).rstrip() + "\n")


def cell(value: Any) -> str:
    """One short line of text: words of a coded value, no control characters."""
    if isinstance(value, Mapping):
        value = value.get("words", value.get("code", ""))
    if isinstance(value, list):
        value = ", ".join(map(cell, value))
    text = "" if value is None else normalize("NFC", str(value))
    text = "".join(sign if sign.isprintable() else " " for sign in text)
    return text if len(text) <= WIDTH_MAX else text[: WIDTH_MAX - 1] + "…"


def _width(text: str) -> int:
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)
