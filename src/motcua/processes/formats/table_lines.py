"""The rows of such a table by the names of its columns, whatever stands above and below them. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from motcua.kernel.folding import fold
from motcua.processes.formats.xml_reading import ProcessFileUnreadable
from motcua.processes.vocabulary import STEPS_MAX

_COLUMNS: Final = {
    "number": re.compile(r"^(buoc|tt|stt|so tt)\b(?! cong viec)"),
    "name": re.compile(r"^(trinh tu|noi dung|cong viec|buoc cong viec|ten buoc)"),
    "who": re.compile(r"^(trach nhiem|nguoi thuc hien|don vi|bo phan|phong ban xu ly)"),
    "time": re.compile(r"^(thoi gian|thoi han)"),
    "form": re.compile(r"^(bieu mau|ket qua|san pham)"),
    "next": re.compile(r"^(tiep theo|buoc tiep)"),
    "back": re.compile(r"^tra lai"),
}
_TOTAL: Final = re.compile(
    r"^(tong (thoi|cong|so|thoi han|the)|tong$|tong [0-9]|cong$|cong [:0-9])"
)
_TIME: Final = re.compile(r"([0-9½¼¾]|trong ngày).*", re.IGNORECASE | re.DOTALL)
_PLAIN: Final = re.compile(r"([0-9]+([.,/][0-9]+)?)?[½¼¾]?")
_UNIT: Final = re.compile(r"\b(ngay lam viec|ngay lv|ngay|gio|buoi|phut|thang)\b")
HEADING_WITHIN: Final = 20
Line = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableLines:
    """The rows of the steps; `total`: the time that a row below them states of the whole, "" without."""

    lines: tuple[Line, ...]
    total: str
    has_next: bool


def table_lines(rows: Sequence[Sequence[str]]) -> TableLines:
    """Refusals: ProcessFileUnreadable (no heading with the usual columns, no rows, too many)."""
    start, columns = _heading(rows)
    unit = _unit_of(rows[start][columns["time"]]) if "time" in columns else ""
    lines = [_with_unit(_cells(row, columns), unit) for row in rows[start + 1 :]]
    totals = [_time_of(line) for line in lines if _is_total(line)]
    steps = [line for line in lines if not _is_total(line) and (line["name"] or line["who"])]
    if not 0 < len(steps) <= STEPS_MAX:
        raise ProcessFileUnreadable(field="file", why="too-many-rows" if steps else "no-rows")
    return TableLines(
        lines=tuple(steps), total=next(filter(None, totals), ""), has_next="next" in columns
    )


def _unit_of(heading: str) -> str:
    """The unit that the heading of the times names ("Thời gian (ngày)"); "" where it names none or several."""
    named = set(_UNIT.findall(fold(heading)))
    return named.pop() if len(named) == 1 else ""


def _with_unit(line: Line, unit: str) -> Line:
    """A plain number is of the unit that stands above it."""
    if not unit or not line["time"] or not _PLAIN.fullmatch(line["time"]):
        return line
    return {**line, "time": f"{line['time']} {unit}"}


def _is_total(line: Line) -> bool:
    """The row below the steps that states the time of the whole; nobody does it."""
    return not line["who"] and any(_TOTAL.search(fold(line[name])) for name in ("number", "name"))


def _time_of(line: Line) -> str:
    """In its own column, or after the words in one cell drawn over the others."""
    found = _TIME.search(line["number"]) or _TIME.search(line["name"])
    return line["time"] or (found.group() if found else "")


def _heading(rows: Sequence[Sequence[str]]) -> tuple[int, dict[str, int]]:
    """The row that names the columns, wherever a title stands above it."""
    for at, row in enumerate(rows[:HEADING_WITHIN]):
        columns: dict[str, int] = {}
        for place, cell in enumerate(row):
            name = next(
                (one for one, pattern in _COLUMNS.items() if pattern.search(fold(cell))), ""
            )
            if name and name not in columns:
                columns[name] = place
        if {"name", "who"} <= set(columns):
            return at, columns
    raise ProcessFileUnreadable(field="file", why="no-heading")


def _cells(row: Sequence[str], columns: Mapping[str, int]) -> Line:
    return {
        name: row[columns[name]].strip() if columns.get(name, len(row)) < len(row) else ""
        for name in _COLUMNS
    }
