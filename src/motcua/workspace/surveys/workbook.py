"""Scores as a file for a spreadsheet: numbers are numbers, and each has its interval beside it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from motcua.agencies.queries import agency_on
from motcua.kernel.clock import local, local_day
from motcua.kernel.sorting import sort_key
from motcua.papers.cleaning import visible_text
from motcua.procedures.queries.labels import procedure_labels
from motcua.surveys.queries.satisfaction import Satisfaction
from motcua.surveys.vocabulary import Score

_COLUMNS: Final[tuple[tuple[Any, int, Callable[[Score], float | None]], ...]] = (
    (gettext_lazy("Hài lòng (%)"), 14, lambda score: score.percent),
    (gettext_lazy("Từ (%)"), 10, lambda score: score.low),
    (gettext_lazy("Đến (%)"), 10, lambda score: score.high),
    (gettext_lazy("Số phiếu"), 10, lambda score: score.answered or None),
    (gettext_lazy("Số người được mời"), 12, lambda score: score.invited or None),
    (gettext_lazy("Tỷ lệ trả lời (%)"), 12, lambda score: score.response_percent),
)
_HEADING_ROW: Final = 2
_TEXT_STAYS_TEXT: Final = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def render_satisfaction_xlsx(found: Satisfaction, period: str, at: datetime) -> bytes:
    """Two sheets: by agency and by procedure, each with the whole in its first line."""
    out, day = BytesIO(), local_day(at)
    agencies = {one: row.name for one in found.by_agency if (row := agency_on(one, day))}
    labels = {one.id: one.name for one in procedure_labels(found.by_procedure, day).values()}
    with Workbook(out, {"constant_memory": True, **_TEXT_STAYS_TEXT}) as book:
        made_at = local(at).replace(tzinfo=None)
        book.set_properties({"title": f"{_('Mức độ hài lòng')} {period}", "created": made_at})
        _sheet(book, _("Theo cơ quan"), period, found.whole, found.by_agency, agencies)
        _sheet(book, _("Theo thủ tục"), period, found.whole, found.by_procedure, labels)
    return out.getvalue()


def _sheet(
    book: Workbook, name: str, period: str, whole: Score, scores: Any, names: dict[int, str]
) -> None:
    sheet = book.add_worksheet(name)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_column(0, 0, 60)
    bold = book.add_format({"bold": True, "border": 1, "text_wrap": True})
    cell = book.add_format({"border": 1, "text_wrap": True, "valign": "top"})
    sheet.write_string(0, 0, f"{_('Mức độ hài lòng')}: {period}", book.add_format({"bold": True}))
    sheet.write_string(_HEADING_ROW, 0, name, bold)
    for place, (label, width, _value) in enumerate(_COLUMNS, start=1):
        sheet.set_column(place, place, width)
        sheet.write_string(_HEADING_ROW, place, str(label), bold)
    rows = [(_("Tất cả"), whole)]
    told = [(names.get(key, str(key)), score) for key, score in scores.items()]
    rows += sorted(told, key=lambda one: sort_key(one[0]))
    for line, (label, score) in enumerate(rows, start=_HEADING_ROW + 1):
        _line(sheet, line, label, score, cell)


def _line(sheet: Worksheet, line: int, label: str, score: Score, cell: Any) -> None:
    sheet.write_string(line, 0, visible_text(label), cell)
    for place, (_label, _width, value) in enumerate(_COLUMNS, start=1):
        number = value(score)
        if number is None:
            sheet.write_string(line, place, "–", cell)
        else:
            sheet.write_number(line, place, number, cell)
