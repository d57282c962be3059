"""The figures as a file for a spreadsheet, after biểu II.05 (TT 01/2020/TT-VPCP): text stays text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

from django.utils.translation import gettext as _
from xlsxwriter import Workbook

from motcua.kernel.clock import local
from motcua.papers.cleaning import visible_text

HEADING_ROW = 3
PLAIN_TEXT = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One agency and kind; counts in the order of the labels."""

    agency: str
    kind: str
    counts: tuple[int, ...]


def render_figures_xlsx(
    *,
    title: str,
    period: str,
    labels: Sequence[str],
    lines: Sequence[SheetLine],
    made_at: datetime,
) -> bytes:
    """Same data, same bytes; the last line adds up."""
    out = BytesIO()
    with Workbook(out, {"constant_memory": True, **PLAIN_TEXT}) as book:
        book.set_properties({"title": title, "created": local(made_at).replace(tzinfo=None)})
        sheet = book.add_worksheet("II.05")
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        bold = book.add_format({"bold": True, "border": 1, "text_wrap": True})
        cell = book.add_format({"border": 1, "text_wrap": True})
        sheet.set_column(0, 1, 30)
        sheet.write_string(0, 0, title, book.add_format({"bold": True, "font_size": 14}))
        sheet.write_string(1, 0, period)
        for place, label in enumerate((_("Cơ quan"), _("Loại"), *labels)):
            sheet.write_string(HEADING_ROW, place, label, bold)
        for line, one in enumerate(lines, start=HEADING_ROW + 1):
            sheet.write_string(line, 0, visible_text(one.agency), cell)
            sheet.write_string(line, 1, one.kind, cell)
            for place, count in enumerate(one.counts, start=2):
                sheet.write_number(line, place, count, cell)
        last = HEADING_ROW + 1 + len(lines)
        sheet.write_string(last, 0, _("Cộng"), bold)
        for place in range(len(labels)):
            total = sum(one.counts[place] for one in lines)
            sheet.write_number(last, place + 2, total, bold)
    return out.getvalue()
