"""The rows of the first sheet of a workbook, as text. Only what a table of words and numbers needs."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from typing import Final
from xml.etree import ElementTree as ET

from motcua.processes.formats.xml_reading import (
    BYTES_MAX,
    ProcessFileUnreadable,
    local,
    root_of,
)

ROWS_MAX: Final = 500
COLUMNS_MAX: Final = 40
_CELL: Final = re.compile(r"([A-Z]{1,3})[0-9]+")
_RELATION: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def rows_of(content: bytes) -> list[list[str]]:
    """The filled rows, each cell as text. Refusals: ProcessFileUnreadable."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as book:
            shared = _shared(book)
            sheet = root_of(_part(book, _first_sheet(book)))
    except (zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError, EOFError):
        raise ProcessFileUnreadable(field="file", why="not-a-workbook") from None
    rows = [row for row in sheet.iter() if local(row.tag) == "row"][:ROWS_MAX]
    read = [_row(row, shared) for row in rows]
    return [row for row in read if any(row)]


def _part(book: zipfile.ZipFile, name: str) -> bytes:
    """One file of the archive, never unpacked beyond the bound."""
    with book.open(name) as part:
        content = part.read(BYTES_MAX + 1)
    if len(content) > BYTES_MAX:
        raise ProcessFileUnreadable(field="file", why="too-big")
    return content


def _first_sheet(book: zipfile.ZipFile) -> str:
    workbook = root_of(_part(book, "xl/workbook.xml"))
    relation = next(
        (one.get(_RELATION, "") for one in workbook.iter() if local(one.tag) == "sheet"), ""
    )
    links = root_of(_part(book, "xl/_rels/workbook.xml.rels"))
    target = next((one.get("Target", "") for one in links if one.get("Id") == relation), "")
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def _shared(book: zipfile.ZipFile) -> list[str]:
    if "xl/sharedStrings.xml" not in book.namelist():
        return []
    root = root_of(_part(book, "xl/sharedStrings.xml"))
    return [_text(one) for one in root if local(one.tag) == "si"]


def _text(element: ET.Element) -> str:
    """The words of a text, in one or several runs (not their reading aids)."""
    return "".join(
        one.text or ""
        for child in element
        if local(child.tag) in ("t", "r")
        for one in child.iter()
        if local(one.tag) == "t"
    )


def _row(row: ET.Element, shared: list[str]) -> list[str]:
    cells: list[str] = []
    for cell in row:
        at = _column(cell.get("r", ""), len(cells))
        if at < COLUMNS_MAX:
            cells += [""] * (at + 1 - len(cells))
            cells[at] = _cell(cell, shared).strip()
    return cells


def _column(reference: str, otherwise: int) -> int:
    found = _CELL.fullmatch(reference)
    if found is None:
        return otherwise
    number = 0
    for letter in found.group(1):
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _cell(cell: ET.Element, shared: list[str]) -> str:
    kind = cell.get("t", "")
    if kind == "inlineStr":
        return "".join(_text(one) for one in cell if local(one.tag) == "is")
    value = next((one.text or "" for one in cell if local(one.tag) == "v"), "")
    if kind == "s":
        at = int(value) if value.isdigit() else len(shared)
        return shared[at] if at < len(shared) else ""
    return value.removesuffix(".0")
