"""A report as a table: heads in groups, rows, and each number a way to the dossiers behind it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby
from typing import Any

from django.urls import reverse

from motcua.reports.composing import group_words
from motcua.reports.vocabulary import Cell, Column, Report, ReportName, Row, RowKind
from motcua.reports.wording import INDICATORS, LABEL_HEADS, NOTES
from motcua.workspace.figures.asking import Wanted
from motcua.workspace.figures.words import cell_words

Opening = Callable[[str, str], str]
"""The address of the dossiers behind a row and a column."""


def opening(wanted: Wanted, name: ReportName) -> Opening:
    base = reverse("workspace:report-behind")

    def address(row_key: str, column_code: str) -> str:
        return f"{base}?{wanted.query(report=str(name), row=row_key, column=column_code)}"

    return address


def not_opening(_row_key: str, _column_code: str) -> str:
    """Of a report that is about to be closed: only its shares are shown."""
    return ""


def table_of(report: Report, opens: Opening, label_url: Callable[[Row], str]) -> dict[str, Any]:
    columns = report.columns
    return {
        "label_head": LABEL_HEADS[report.name],
        "groups": _groups(columns),
        "has_groups": any(column.group for column in columns),
        "has_numbers": any(column.number for column in columns),
        "columns": [_head(column) for column in columns],
        "rows": [_row(row, columns, opens, label_url(row)) for row in report.rows],
        "total": _row(report.total, columns, opens, ""),
    }


def _groups(columns: tuple[Column, ...]) -> list[dict[str, Any]]:
    return [
        {"words": group_words(first), "span": 1 + len(rest)}
        for first, *rest in (list(found) for _key, found in groupby(columns, lambda one: one.group))
    ]


def _head(column: Column) -> dict[str, Any]:
    """`name` says the whole where the group above is not seen: on a telephone, to a listener."""
    return {"head": column.head, "number": column.number, "name": INDICATORS[column.code].name}


def _row(row: Row, columns: tuple[Column, ...], opens: Opening, url: str) -> dict[str, Any]:
    return {
        "kind": str(row.kind).lower(),
        "is_outer": row.depth == 0 and row.kind in (RowKind.SECTOR, RowKind.UNIT),
        "code": row.code if row.kind is RowKind.PROCEDURE else "",
        "label": row.label,
        "note": NOTES[row.note],
        "url": url,
        "cells": [
            _cell(cell, column, opens(row.key, column.code))
            for cell, column in zip(row.cells, columns, strict=True)
        ],
    }


def _cell(cell: Cell, column: Column, url: str) -> dict[str, Any]:
    return {
        "words": cell_words(cell),
        "url": url if column.opens and cell.count else "",
        "is_zero": not (cell.whole if cell.is_share else cell.count),
        "is_bad": column.code in ("settled-overdue", "open-overdue") and cell.count > 0,
    }


def total_of(report: Report, code: str) -> int | None:
    """The count of a column in the last row; None where the report has no such column."""
    codes = [column.code for column in report.columns]
    return report.total.cells[codes.index(code)].count if code in codes else None


def count_in(report: Report, row: Row, code: str) -> int:
    codes = [column.code for column in report.columns]
    return row.cells[codes.index(code)].count if code in codes else 0
