"""A report on landscape A4, as form II.06a/VPCP/KSTT lays it out; set by Typst as all papers are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from motcua.kernel.clock import local_day
from motcua.kernel.dates_vi import place_and_day
from motcua.papers.cleaning import printable
from motcua.papers.form_sets import FORMS
from motcua.papers.rendering import press_for
from motcua.papers.vocabulary import PaperSize
from motcua.reports.formats.layout import beneath, label, numbered, spans
from motcua.reports.vocabulary import Cell, Report, Row
from motcua.reports.wording import (
    FORM_NUMBER,
    LABEL_HEADS,
    MEASURED_IN,
    NOTHING_HAPPENED,
    NUMBER_HEAD,
    RECEIVING_AGENCY,
    REPORT_MAKER,
    REPORT_SIGNER,
    REPORTING_AGENCY,
    SEAL_HINT,
    SIGN_HINT,
)

TEMPLATE: Final = FORMS / "report.typ"
LINE_MAX: Final = 4_000


def render_report_pdf(report: Report) -> bytes:
    """The report as PDF/A, dated by when it was counted. Same report, same bytes."""
    return press_for(TEMPLATE).print(
        _content(report), size=PaperSize.A4, timestamp=int(report.counted_at.timestamp())
    )


def _content(report: Report) -> dict[str, Any]:
    day = local_day(report.counted_at)
    agency = report.agency
    deepest = max((row.depth for row in report.rows), default=0)
    form = str(FORM_NUMBER) % {"form": report.form} if report.form else ""
    return {
        "title": printable(f"{report.title} – {agency.name}"),
        "running_code": printable(report.form),
        "superior": printable(agency.superior),
        "agency": printable(agency.name),
        "unit": printable(report.unit.name) if report.unit else "",
        "place_and_day": printable(place_and_day(agency.place or agency.name, day)),
        "form": form,
        "about": list(_about(report)),
        "heading": printable(report.title),
        "period": printable(report.period_words),
        "number_head": str(NUMBER_HEAD),
        "label_head": printable(str(LABEL_HEADS[report.name])),
        "spans": [
            {
                "head": printable(span.head),
                "columns": [printable(one.head) for one in span.columns],
                "shares": [one.is_share for one in span.columns],
            }
            for span in spans(report)
        ],
        "numbers": ["1", "2", *(one.number for one in report.columns)] if report.form else [],
        "rows": [
            _row(number, row, is_bold=row.depth < deepest) for number, row in numbered(report)
        ],
        "total": _row("", report.total, is_bold=True),
        "beneath": [printable(line, characters_max=LINE_MAX) for line in beneath(report)],
        "maker": {"heading": str(REPORT_MAKER), "hint": str(SIGN_HINT)},
        "signer": {
            "heading": str(REPORT_SIGNER),
            "hint": str(SEAL_HINT),
            "name": printable(report.closing.by) if report.closing else "",
        },
    }


def _about(report: Report) -> Iterator[str]:
    """Who tells whom, and what is counted."""
    yield printable(str(REPORTING_AGENCY) % {"name": report.agency.name})
    if report.agency.superior:
        yield printable(str(RECEIVING_AGENCY) % {"name": report.agency.superior})
    yield printable(str(MEASURED_IN) % {"measure": report.measure})


def _row(number: str, row: Row, *, is_bold: bool) -> dict[str, Any]:
    return {
        "number": number,
        "label": printable(label(row)),
        "bold": is_bold,
        "cells": [_cell(cell) for cell in row.cells],
    }


def _cell(cell: Cell) -> str:
    """`1.234`; a share `99,75`, or in words where nothing happened."""
    if not cell.is_share:
        return f"{cell.count:,}".replace(",", ".")
    return str(NOTHING_HAPPENED) if cell.percent is None else cell.percent.replace(".", ",")
