"""A report as a workbook: numbers stay numbers, and a second sheet says what each column counts."""

from __future__ import annotations

from io import BytesIO
from typing import Any, Final

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from motcua.kernel.clock import local
from motcua.papers.cleaning import visible_text
from motcua.reports.composing import indicator_words
from motcua.reports.formats.layout import beneath, label, numbered, spans
from motcua.reports.vocabulary import Cell, Column, Report, Row
from motcua.reports.wording import (
    INDICATOR_HEADS,
    INDICATOR_SHEET,
    LABEL_HEADS,
    NOTHING_HAPPENED,
    NUMBER_HEAD,
)

_HEADING_ROW: Final = 6
_FIRST_COLUMN: Final = 2
_TEXT_STAYS_TEXT: Final = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_EDGED: Final = {"border": 1, "valign": "top"}
_HEAD: Final = {
    "bold": True,
    "border": 1,
    "text_wrap": True,
    "align": "center",
    "valign": "vcenter",
}


def render_report_xlsx(report: Report) -> bytes:
    """The report as XLSX. Same report, same bytes."""
    out = BytesIO()
    with Workbook(out, {"in_memory": True, **_TEXT_STAYS_TEXT}) as book:
        made_at = local(report.counted_at).replace(tzinfo=None)
        book.set_properties({"title": report.title, "created": made_at})
        sheet = book.add_worksheet(str(report.name))
        _above(book, sheet, report)
        _heads(book, sheet, report)
        last = _rows(book, sheet, report)
        for place, line in enumerate(beneath(report), start=last + 2):
            sheet.write_string(place, 0, visible_text(line))
        _definitions(book, report)
    return out.getvalue()


def _above(book: Workbook, sheet: Worksheet, report: Report) -> None:
    """Landscape A4, one page wide, the heads on each page and in sight while scrolling."""
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(_HEADING_ROW, _HEADING_ROW + 2)
    sheet.freeze_panes(_HEADING_ROW + 3, _FIRST_COLUMN)
    sheet.set_column(0, 0, 6)
    sheet.set_column(1, 1, 52)
    sheet.set_column(_FIRST_COLUMN, _FIRST_COLUMN + len(report.columns) - 1, 12)
    bold = book.add_format({"bold": True})
    large = book.add_format({"bold": True, "font_size": 14})
    unit = report.unit.name if report.unit else ""
    sheet.write_string(0, 0, visible_text(report.agency.name).upper(), bold)
    sheet.write_string(1, 0, visible_text(unit))
    sheet.write_string(2, 0, visible_text(report.title).upper(), large)
    sheet.write_string(3, 0, report.period_words)
    sheet.write_string(4, 0, " – ".join(filter(None, (report.form, report.measure))))


def _heads(book: Workbook, sheet: Worksheet, report: Report) -> None:
    """Two lines of heads, and the numbers that the form gives its columns."""
    head = book.add_format(_HEAD)
    top, low = _HEADING_ROW, _HEADING_ROW + 1
    sheet.merge_range(top, 0, low, 0, str(NUMBER_HEAD), head)
    sheet.merge_range(top, 1, low, 1, str(LABEL_HEADS[report.name]), head)
    place = _FIRST_COLUMN
    for span in spans(report):
        last = place + len(span.columns) - 1
        if not span.head:
            sheet.merge_range(top, place, low, place, span.columns[0].head, head)
        elif place == last:
            sheet.write_string(top, place, span.head, head)
        else:
            sheet.merge_range(top, place, top, last, span.head, head)
        for column in span.columns if span.head else ():
            sheet.write_string(low, place, column.head, head)
            place += 1
        place = last + 1
    numbers = ("1", "2", *(column.number for column in report.columns))
    for at, number in enumerate(numbers if report.form else [""] * len(numbers)):
        sheet.write_string(_HEADING_ROW + 2, at, number, head)


def _rows(book: Workbook, sheet: Worksheet, report: Report) -> int:
    """The rows and their total; the number of the last line written."""
    styles = {is_bold: _styles(book, is_bold=is_bold) for is_bold in (False, True)}
    line = _HEADING_ROW + 2
    deepest = max((row.depth for row in report.rows), default=0)
    for number, row in numbered(report):
        line += 1
        _row(sheet, line, number, row, report.columns, styles[row.depth < deepest])
    _row(sheet, line + 1, "", report.total, report.columns, styles[True])
    return line + 1


def _styles(book: Workbook, *, is_bold: bool) -> dict[str, Format]:
    weight = {"bold": True} if is_bold else {}
    return {
        "text": book.add_format({**_EDGED, **weight, "text_wrap": True}),
        "count": book.add_format({**_EDGED, **weight, "num_format": "#,##0"}),
        "share": book.add_format({**_EDGED, **weight, "num_format": "0.00"}),
    }


def _row(
    sheet: Worksheet,
    line: int,
    number: str,
    row: Row,
    columns: tuple[Column, ...],
    styles: dict[str, Format],
) -> None:
    sheet.write_string(line, 0, number, styles["text"])
    sheet.write_string(line, 1, label(row), styles["text"])
    for place, cell in enumerate(row.cells, start=_FIRST_COLUMN):
        _cell(sheet, (line, place), cell, styles)
    assert len(row.cells) == len(columns)


def _cell(sheet: Worksheet, place: tuple[int, int], cell: Cell, styles: dict[str, Format]) -> None:
    if not cell.is_share:
        sheet.write_number(*place, cell.count, styles["count"])
    elif cell.percent is None:
        sheet.write_string(*place, str(NOTHING_HAPPENED), styles["text"])
    else:
        sheet.write_number(*place, float(cell.percent), styles["share"])


def _definitions(book: Workbook, report: Report) -> None:
    """What each column counts, over what, what is left out, in which version."""
    sheet = book.add_worksheet(str(INDICATOR_SHEET))
    head = book.add_format(_HEAD)
    text: Any = book.add_format({**_EDGED, "text_wrap": True})
    sheet.set_column(0, 3, 40)
    for place, title in enumerate(INDICATOR_HEADS):
        sheet.write_string(0, place, str(title), head)
    for line, column in enumerate(report.columns, start=1):
        words = (*indicator_words(column, report), f"{column.code} v{column.version}")
        for place, one in enumerate(words):
            sheet.write_string(line, place, one, text)
