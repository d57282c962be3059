"""Scores as a file for a spreadsheet: numbers are numbers, and each has its interval beside it."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from typing import Any, Final

from django.utils.translation import gettext as _
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from motcua.kernel.clock import local, local_day
from motcua.papers.cleaning import visible_text
from motcua.surveys.queries.satisfaction import Satisfaction
from motcua.workspace.surveys.lines import Line, heads, lines_of
from motcua.workspace.surveys.showing import beside_words

_WIDTH: Final = 13
_HEADING_ROW: Final = 2
_TEXT_STAYS_TEXT: Final = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def render_satisfaction_xlsx(found: Satisfaction, period: str, at: datetime) -> bytes:
    """Three sheets: by agency, by field and by procedure, each with the whole in its first line."""
    out = BytesIO()
    with Workbook(out, {"constant_memory": True, **_TEXT_STAYS_TEXT}) as book:
        made_at = local(at).replace(tzinfo=None)
        book.set_properties({"title": f"{_('Mức độ hài lòng')} {period}", "created": made_at})
        for lines in lines_of(found, local_day(at)):
            _sheet(book, lines, period)
    return out.getvalue()


def _sheet(book: Workbook, lines: list[Line], period: str) -> None:
    name = lines[0].table
    sheet = book.add_worksheet(name)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_column(0, 0, 60)
    bold = book.add_format({"bold": True, "border": 1, "text_wrap": True})
    cell = book.add_format({"border": 1, "text_wrap": True, "valign": "top"})
    sheet.write_string(0, 0, f"{_('Mức độ hài lòng')}: {period}", book.add_format({"bold": True}))
    sheet.write_string(_HEADING_ROW, 0, name, bold)
    labels = (*heads(), _("Trả lời so với các dòng khác"))
    for place, label in enumerate(labels, start=1):
        sheet.set_column(place, place, _WIDTH)
        sheet.write_string(_HEADING_ROW, place, label, bold)
    for number, line in enumerate(lines, start=_HEADING_ROW + 1):
        _line(sheet, number, line, cell)


def _line(sheet: Worksheet, number: int, line: Line, cell: Any) -> None:
    sheet.write_string(number, 0, visible_text(line.name), cell)
    for place, value in enumerate(line.numbers, start=1):
        if value is None:
            sheet.write_string(number, place, "–", cell)
        else:
            sheet.write_number(number, place, value, cell)
    words = beside_words(line.beside) if line.beside else "–"
    sheet.write_string(number, len(line.numbers) + 1, words, cell)
