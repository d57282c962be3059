"""A report as a file: the same report always gives the same bytes, on any database."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

import orjson
from django.utils import translation

from motcua.reports.formats.printed import render_report_pdf
from motcua.reports.formats.workbook import render_report_xlsx
from motcua.reports.rules.telling import plain_closing, plain_report
from motcua.reports.vocabulary import Report, ReportFormat

MEDIA: Final[Mapping[ReportFormat, str]] = {
    ReportFormat.JSON: "application/json",
    ReportFormat.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ReportFormat.PDF: "application/pdf",
}


def document(report: Report, form: ReportFormat) -> bytes:
    """The report in this form, in Vietnamese, dated by when it was counted."""
    with translation.override("vi"):
        return _RENDERERS[form](report)


def file_name(report: Report, form: ReportFormat) -> str:
    """`ii06a-gia-lam-20251215-20260114.xlsx`."""
    days = f"{report.period.from_day:%Y%m%d}-{report.period.until_day:%Y%m%d}"
    return f"{report.name}-{report.agency.slug}-{days}.{form}"


def _json(report: Report) -> bytes:
    closing = plain_closing(report.closing) if report.closing else None
    told = {**plain_report(report), "closing": closing}
    return orjson.dumps(told, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


_RENDERERS: Final[Mapping[ReportFormat, Callable[[Report], bytes]]] = {
    ReportFormat.JSON: _json,
    ReportFormat.XLSX: render_report_xlsx,
    ReportFormat.PDF: render_report_pdf,
}
