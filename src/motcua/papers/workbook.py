"""The register as a workbook, for those who count on: the same columns and words as the printed book.

Rows are written one by one and forgotten (constant memory), instants are dates that a sheet can sort,
and a text stays a text: nothing typed becomes a formula or a link.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from typing import Any, Final

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from motcua.kernel.clock import local, local_day
from motcua.papers.cleaning import visible_text
from motcua.papers.content.papers import paper_content
from motcua.papers.data.registers import DossierRegister, RegisterRow
from motcua.papers.dressing import dress
from motcua.papers.form_sets import form_for
from motcua.papers.rules.words import UNCHANGED, Changes
from motcua.papers.vocabulary import PaperKind

_HEADING_ROW: Final = 4
_WIDTH_OF: Final = {"procedure_name": 38, "owner_name": 26, "address": 34, "handling_agency": 24}
_MOMENT: Final = "dd/mm/yyyy hh:mm"

_COLUMNS: Final[tuple[tuple[str, str, Callable[[RegisterRow], Any]], ...]] = (
    ("number", "", lambda row: row.number),
    ("dossier_code", "", lambda row: row.dossier_code),
    ("procedure_name", "", lambda row: row.procedure_name),
    ("dossier_sets", "", lambda row: row.dossier_sets),
    ("owner_name", "", lambda row: row.owner_name),
    ("address", "", lambda row: row.address),
    ("phone", "", lambda row: row.phone),
    ("handling_agency", "", lambda row: row.handling_agency),
    ("received_at", "dates", lambda row: row.received_at),
    ("due_at", "dates", lambda row: row.due_at or row.due_words),
    ("returned_at", "returning", lambda row: row.returned_at),
    ("returned_by", "returning", lambda row: row.returned_by),
    ("returned_to", "returning", lambda row: row.returned_to),
    ("return_method", "", lambda row: row.return_method),
    ("note", "", lambda row: row.note),
)


def render_register_xlsx(data: DossierRegister, *, words: Changes = UNCHANGED) -> bytes:
    """The register of dossiers as XLSX; columns the office hides are left out. Same data, same bytes.

    Refusals: NoFormSetInForce, TooManyLines.
    """
    form = form_for(PaperKind.DOSSIER_REGISTER, local_day(data.head.at))
    content = dress(paper_content(data, title=form.title), form.sheet, words)
    out = BytesIO()
    with Workbook(out, {"constant_memory": True, **_TEXT_STAYS_TEXT}) as book:
        made_at = local(data.head.at).replace(tzinfo=None)
        book.set_properties({"title": content["title"], "created": made_at})
        sheet = book.add_worksheet(f"{data.year}")
        columns = [column for column in _COLUMNS if f"columns.{column[0]}" not in content["hidden"]]
        _layout(sheet, columns)
        _write_head(book, sheet, content, columns)
        _write_rows(book, sheet, data, columns)
        last = _HEADING_ROW + len(data.rows) + 1
        if data.closing:
            sheet.write_string(last + 1, 0, content["words"]["sentences"]["closing"])
    return out.getvalue()


_TEXT_STAYS_TEXT: Final = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def _layout(sheet: Worksheet, columns: list[Any]) -> None:
    """Landscape A4, one page wide, the heading on each page and in sight while scrolling."""
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(_HEADING_ROW - 1, _HEADING_ROW)
    sheet.freeze_panes(_HEADING_ROW + 1, 2)
    for position, (name, _group, _value) in enumerate(columns):
        sheet.set_column(position, position, _WIDTH_OF.get(name, 17))


def _write_head(
    book: Workbook, sheet: Worksheet, content: dict[str, Any], columns: list[Any]
) -> None:
    words = content["words"]
    bold = book.add_format({"bold": True, "font_size": 14})
    heading = book.add_format(
        {"bold": True, "border": 1, "text_wrap": True, "align": "center", "valign": "vcenter"}
    )
    title = words["title"]["title"].replace("|", " ").upper()
    sheet.write_string(0, 0, visible_text(content["head"]["agency"]).upper())
    sheet.write_string(1, 0, title, bold)
    lines = words["lines"]
    about = f"{lines['book']}: {content['book']} – {lines['year']}: {content['year']}"
    sheet.write_string(2, 0, visible_text(about))
    groups = [group for _name, group, _value in columns]
    for position, group in enumerate(groups):
        first = group and group not in groups[:position]
        text = words["columns"][group] if first else ""
        sheet.write_string(_HEADING_ROW - 1, position, text, heading)
    for position, (name, _group, _value) in enumerate(columns):
        sheet.write_string(_HEADING_ROW, position, words["columns"][name], heading)


def _write_rows(
    book: Workbook, sheet: Worksheet, data: DossierRegister, columns: list[Any]
) -> None:
    plain = book.add_format({"border": 1, "text_wrap": True, "valign": "top"})
    moment = book.add_format({"border": 1, "valign": "top", "num_format": _MOMENT})
    for line, row in enumerate(data.rows, start=_HEADING_ROW + 1):
        for position, (_name, _group, value) in enumerate(columns):
            _write(sheet, (line, position), value(row), (plain, moment))


def _write(
    sheet: Worksheet, place: tuple[int, int], value: Any, formats: tuple[Format, Format]
) -> None:
    plain, moment = formats
    if isinstance(value, datetime):
        sheet.write_datetime(*place, local(value).replace(tzinfo=None), moment)
    elif isinstance(value, int):
        sheet.write_number(*place, value, plain)
    else:
        sheet.write_string(*place, visible_text(value or ""), plain)
