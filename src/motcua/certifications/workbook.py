"""A register of certifications as a file for a spreadsheet: text stays text, sums are numbers."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from motcua.kernel.clock import local
from motcua.kernel.dates_vi import short_day
from motcua.papers.cleaning import visible_text
from motcua.papers.data.registers import CertificationRegister, CertificationRow

_COLUMNS: Final[tuple[tuple[Any, int, Callable[[CertificationRow], Any]], ...]] = (
    (gettext_lazy("Số chứng thực"), 10, lambda row: int(row.number)),
    (gettext_lazy("Ngày"), 12, lambda row: short_day(row.day)),
    (gettext_lazy("Người yêu cầu"), 28, lambda row: row.requester_name),
    (gettext_lazy("Số giấy tờ tùy thân"), 18, lambda row: row.requester_identity),
    (gettext_lazy("Giấy tờ"), 38, lambda row: row.document_kind),
    (gettext_lazy("Số trang"), 9, lambda row: row.pages),
    (gettext_lazy("Số bản"), 9, lambda row: row.copies),
    (gettext_lazy("Phí (đồng)"), 14, lambda row: row.fee_vnd or 0),
    (gettext_lazy("Người ký"), 26, lambda row: row.signer_name),
    (gettext_lazy("Ghi chú"), 30, lambda row: row.note),
)
_HEADING_ROW: Final = 3
_TEXT_STAYS_TEXT: Final = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_SUMMED: Final = (5, 6, 7)


def render_certifications_xlsx(data: CertificationRegister) -> bytes:
    """The register as XLSX. Same data, same bytes."""
    out = BytesIO()
    with Workbook(out, {"constant_memory": True, **_TEXT_STAYS_TEXT}) as book:
        made_at = local(data.head.at).replace(tzinfo=None)
        book.set_properties({"title": f"{data.book} {data.year}", "created": made_at})
        sheet = book.add_worksheet(f"{data.year}")
        _layout(book, sheet, data)
        cell = book.add_format({"border": 1, "text_wrap": True, "valign": "top"})
        struck = book.add_format(
            {"border": 1, "text_wrap": True, "valign": "top", "font_strikeout": True}
        )
        for line, row in enumerate(data.rows, start=_HEADING_ROW + 1):
            for place, (_label, _width, value) in enumerate(_COLUMNS):
                is_void = row.fee_vnd is None and place != len(_COLUMNS) - 1
                _write(sheet, (line, place), value(row), struck if is_void else cell)
        _totals(book, sheet, data)
    return out.getvalue()


def _layout(book: Workbook, sheet: Worksheet, data: CertificationRegister) -> None:
    """Landscape A4, one page wide, the heading on each page and in sight while scrolling."""
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(_HEADING_ROW)
    sheet.freeze_panes(_HEADING_ROW + 1, 1)
    bold = book.add_format({"bold": True, "font_size": 14})
    heading = book.add_format(
        {"bold": True, "border": 1, "text_wrap": True, "align": "center", "valign": "vcenter"}
    )
    for place, (_label, width, _value) in enumerate(_COLUMNS):
        sheet.set_column(place, place, width)
    sheet.write_string(0, 0, visible_text(data.head.agency).upper())
    sheet.write_string(1, 0, f"{data.book} – {data.year}", bold)
    for place, (label, _width, _value) in enumerate(_COLUMNS):
        sheet.write_string(_HEADING_ROW, place, str(label), heading)


def _write(sheet: Worksheet, place: tuple[int, int], value: Any, style: Any) -> None:
    if isinstance(value, int):
        sheet.write_number(*place, value, style)
    else:
        sheet.write_string(*place, visible_text(value or "").replace("\n", ", "), style)


def _totals(book: Workbook, sheet: Worksheet, data: CertificationRegister) -> None:
    line = _HEADING_ROW + len(data.rows) + 1
    bold = book.add_format({"bold": True, "border": 1})
    sheet.write_string(line, 4, _("Cộng"), bold)
    for place in _SUMMED:
        value = _COLUMNS[place][2]
        sheet.write_number(line, place, sum(value(row) for row in data.rows), bold)
