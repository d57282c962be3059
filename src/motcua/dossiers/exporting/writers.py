"""Writers of lists: what has been written is forgotten, so that a file of any length takes the memory
of one piece. The same doors serve runs in the background and the command line.

For programs (`Words.CODES`) values are codes and headings names; for people both are words.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, BinaryIO, Final, Protocol

import orjson
from django.utils.translation import gettext as _
from xlsxwriter import Workbook

from motcua.dossiers.exporting.columns import Column
from motcua.dossiers.exporting.lines import Piece
from motcua.dossiers.rules.exports import FileForm, check_length
from motcua.kernel.clock import local

BYTE_ORDER_MARK: Final = "\ufeff"
"""Without it spreadsheets take the letters for another alphabet."""
FORMULA_SIGNS: Final = ("=", "+", "-", "@", "\t", "\r", "\n")
MOMENT: Final = "dd/mm/yyyy hh:mm"


class Words(StrEnum):
    """Whether a file is read by programs or by people."""

    CODES = "CODES"
    PEOPLE = "PEOPLE"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What is to be written: the columns, for whom, and what the file tells of itself.

    `scratch`: the folder in which a workbook keeps its rows until it is closed.
    """

    columns: tuple[Column, ...]
    words: Words
    scratch: Path | None = None
    about: Mapping[str, str] = field(default_factory=dict)

    @property
    def names(self) -> list[str]:
        return [column.name for column in self.columns]

    @property
    def headings(self) -> list[str]:
        """What stands over the columns."""
        if self.words is Words.CODES:
            return self.names
        return [str(column.label) for column in self.columns]

    def cells(self, line: tuple[Any, ...]) -> Iterator[Any]:
        """The values of a line, codes in words where people read them."""
        for column, value in zip(self.columns, line, strict=True):
            if self.words is Words.PEOPLE and column.words:
                yield str(column.words.get(value, value or ""))
            else:
                yield value


class Writer(Protocol):
    """Takes the pieces one after the other; `close` makes the file whole."""

    def write(self, piece: Piece) -> None: ...
    def close(self) -> None: ...


class Jsonl:
    """One JSON object a line, always names and codes; instants with the zone of Việt Nam."""

    def __init__(self, out: BinaryIO, sheet: Sheet) -> None:
        self._out = out
        self._names = sheet.names

    def write(self, piece: Piece) -> None:
        for line in piece:
            told = dict(zip(self._names, map(_plain, line), strict=True))
            self._out.write(orjson.dumps(told, option=orjson.OPT_APPEND_NEWLINE))

    def close(self) -> None:
        """Every line is whole by itself."""


class Csv:
    """UTF-8 with its mark, as spreadsheets want it. Every text is quoted, so that a file whose reader
    parts columns at `;` stays whole too; no text becomes a formula."""

    def __init__(self, out: BinaryIO, sheet: Sheet) -> None:
        self._sheet = sheet
        out.write(BYTE_ORDER_MARK.encode())
        self._writer = csv.writer(_Bytes(out), quoting=csv.QUOTE_NONNUMERIC)
        self._writer.writerow(sheet.headings)

    def write(self, piece: Piece) -> None:
        for line in piece:
            self._writer.writerow([self._cell(value) for value in self._sheet.cells(line)])

    def _cell(self, value: Any) -> Any:
        if isinstance(value, str):
            return f"'{value}" if value.startswith(FORMULA_SIGNS) else value
        if value is None:
            return ""
        if isinstance(value, datetime) and self._sheet.words is Words.PEOPLE:
            return local(value).strftime("%d/%m/%Y %H:%M")
        return _plain(value)

    def close(self) -> None:
        """Every line is whole by itself."""


class Xlsx:
    """Rows go to the scratch folder one by one; instants are dates that a sheet can sort, and a text
    stays a text. Refusals: ExportTooLong as soon as a sheet is full."""

    def __init__(self, out: BinaryIO, sheet: Sheet) -> None:
        self._sheet = sheet
        self._rows = 0
        options: dict[str, Any] = {"constant_memory": True, **TEXT_STAYS_TEXT}
        if sheet.scratch is not None:
            options["tmpdir"] = str(sheet.scratch)
        self._book = Workbook(out, options)
        self._book.use_zip64()
        self._moment = self._book.add_format({"num_format": MOMENT})
        self._page = self._book.add_worksheet(_("Danh sách"))
        self._page.freeze_panes(1, 1)
        for place, column in enumerate(sheet.columns):
            self._page.set_column(place, place, column.width)
        bold = self._book.add_format({"bold": True, "bottom": 1})
        self._page.write_row(0, 0, sheet.headings, bold)

    def write(self, piece: Piece) -> None:
        check_length(FileForm.XLSX, self._rows + len(piece))
        for line in piece:
            self._rows += 1
            for place, value in enumerate(self._sheet.cells(line)):
                self._write(place, value)

    def _write(self, place: int, value: Any) -> None:
        if isinstance(value, datetime):
            moment = local(value).replace(tzinfo=None)
            self._page.write_datetime(self._rows, place, moment, self._moment)
        elif isinstance(value, int):
            self._page.write_number(self._rows, place, value)
        elif value:
            self._page.write_string(self._rows, place, value)

    def close(self) -> None:
        self._page.autofilter(0, 0, self._rows, len(self._sheet.columns) - 1)
        if self._sheet.about:
            page = self._book.add_worksheet(_("Về tệp này"))
            page.set_column(0, 0, 24)
            page.set_column(1, 1, 60)
            for place, (label, value) in enumerate(self._sheet.about.items()):
                page.write_string(place, 0, label)
                page.write_string(place, 1, value)
        self._book.close()


TEXT_STAYS_TEXT: Final = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
WRITERS: Final[dict[FileForm, type[Jsonl | Csv | Xlsx]]] = {
    FileForm.JSONL: Jsonl,
    FileForm.CSV: Csv,
    FileForm.XLSX: Xlsx,
}


def write_all(pieces: Iterable[Piece], form: FileForm, sheet: Sheet, out: BinaryIO) -> int:
    """The whole list at once, for who waits for it; how many lines."""
    writer, count = WRITERS[form](out, sheet), 0
    for piece in pieces:
        writer.write(piece)
        count += len(piece)
    writer.close()
    return count


class _Bytes:
    """What `csv` writes to: text into bytes."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out

    def write(self, line: str) -> int:
        return self._out.write(line.encode())


def _plain(value: Any) -> Any:
    return local(value).isoformat() if isinstance(value, datetime) else value
