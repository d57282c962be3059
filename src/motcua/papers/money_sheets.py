"""A sheet of money as PDF and as XLSX from the same data: settlements, reconciliations, day books, vouchers.

Amounts are whole đồng: numbers in the workbook, `1.234.000` on paper. A text stays a text.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any, Final

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from motcua.kernel.clock import local, local_day
from motcua.kernel.dates_vi import place_and_day
from motcua.kernel.money import figures
from motcua.papers.cleaning import printable, visible_text
from motcua.papers.form_sets import FORMS
from motcua.papers.rendering import press_for
from motcua.papers.vocabulary import PaperSize

TEMPLATE: Final = FORMS / "money-sheet.typ"
_SETTINGS: Final = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
Cell = str | int


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: its head, whether it holds amounts, and its share of the width."""

    head: str
    is_sum: bool = False
    width: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRow:
    """One row; amounts are numbers."""

    cells: tuple[Cell, ...]
    is_bold: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """Who signs: under what heading, with what hint, the name if it is known."""

    heading: str
    hint: str
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneySheet:
    """All that stands on it. `at`: when it was made, which dates the paper."""

    title: str
    at: datetime
    superior: str
    agency: str
    place: str
    columns: tuple[Column, ...]
    rows: tuple[SheetRow, ...]
    period: str = ""
    about: tuple[str, ...] = ()
    beneath: tuple[str, ...] = ()
    signers: tuple[Signature, ...] = ()
    is_landscape: bool = False


def sheet_pdf(sheet: MoneySheet) -> bytes:
    """PDF/A. Same sheet, same bytes."""
    press = press_for(TEMPLATE)
    timestamp = int(sheet.at.timestamp())
    return press.print(_content(sheet), size=PaperSize.A4, timestamp=timestamp)


def _content(sheet: MoneySheet) -> dict[str, Any]:
    signers = [
        {
            "heading": printable(one.heading),
            "hint": printable(one.hint),
            "name": printable(one.name),
        }
        for one in sheet.signers
    ]
    heads = [printable(one.head) for one in sheet.columns]
    return {
        "title": printable(f"{sheet.title} – {sheet.agency}"),
        "running_code": "",
        "superior": printable(sheet.superior),
        "agency": printable(sheet.agency),
        "heading": printable(sheet.title),
        "period": printable(sheet.period),
        "about": [printable(line) for line in sheet.about],
        "landscape": sheet.is_landscape,
        "heads": heads if any(heads) else [],
        "sums": [one.is_sum for one in sheet.columns],
        "widths": [one.width for one in sheet.columns],
        "rows": [
            {"bold": row.is_bold, "cells": [_shown(cell) for cell in row.cells]}
            for row in sheet.rows
        ],
        "beneath": [printable(line) for line in sheet.beneath],
        "place_and_day": printable(place_and_day(sheet.place or sheet.agency, local_day(sheet.at))),
        "signers": [signers[place : place + 2] for place in range(0, len(signers), 2)],
    }


def _shown(cell: Cell) -> str:
    if isinstance(cell, int):
        return f"−{figures(-cell)}" if cell < 0 else figures(cell)
    return printable(cell)


def sheet_xlsx(sheet: MoneySheet) -> bytes:
    """The same for a spreadsheet: sums are numbers that may be counted on."""
    out = BytesIO()
    with Workbook(out, _SETTINGS) as book:
        made_at = local(sheet.at).replace(tzinfo=None)
        book.set_properties({"title": visible_text(sheet.title), "created": made_at})
        page = book.add_worksheet()
        page.set_paper(9)
        page.fit_to_pages(1, 0)
        if sheet.is_landscape:
            page.set_landscape()
        for place, column in enumerate(sheet.columns):
            page.set_column(place, place, max(12, column.width * 12))
        looks = _looks(book)
        lines = (sheet.agency, sheet.title, sheet.period, *sheet.about)
        for line, text in enumerate(lines):
            page.write_string(line, 0, visible_text(text), looks["title"])
        heads = SheetRow(cells=tuple(column.head for column in sheet.columns), is_bold=True)
        start = len(lines) + 1
        for line, row in enumerate((heads, *sheet.rows), start=start):
            _write(page, line, row, looks)
        for line, text in enumerate(sheet.beneath, start=start + len(sheet.rows) + 2):
            page.write_string(line, 0, visible_text(text))
    return out.getvalue()


def _looks(book: Workbook) -> dict[str, Format]:
    cell = {"border": 1, "text_wrap": True, "valign": "top"}
    number = {"num_format": "#,##0"}
    return {
        "title": book.add_format({"bold": True}),
        "text": book.add_format(cell),
        "text-bold": book.add_format(cell | {"bold": True}),
        "sum": book.add_format(cell | number),
        "sum-bold": book.add_format(cell | number | {"bold": True}),
    }


def _write(page: Worksheet, line: int, row: SheetRow, looks: dict[str, Format]) -> None:
    weight = "-bold" if row.is_bold else ""
    for place, cell in enumerate(row.cells):
        if isinstance(cell, int):
            page.write_number(line, place, cell, looks[f"sum{weight}"])
        else:
            page.write_string(line, place, visible_text(cell), looks[f"text{weight}"])
