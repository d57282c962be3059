"""Tills as a file for a spreadsheet."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO

from django.http import HttpResponse
from django.utils.translation import gettext as _

from motcua.kernel.actor import Actor
from motcua.kernel.dates_vi import short_day, short_moment
from motcua.kernel.paging import PAGE_ROWS_MAX
from motcua.payments.queries.tills import TillFilter, TillRow, tills_of

PAGES_MAX = 100
BYTE_ORDER_MARK = "\ufeff"
"""Without it spreadsheets take the letters for another alphabet."""
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def tills_csv(actor: Actor, which: TillFilter) -> HttpResponse:
    """All tills of those days, one a line, amounts as plain numbers."""
    written = StringIO()
    writer = csv.writer(written)
    writer.writerow(_head())
    writer.writerows([_plain(cell) for cell in _cells(row)] for row in _all(actor, which))
    body = BYTE_ORDER_MARK + written.getvalue()
    response = HttpResponse(body, content_type="text/csv; charset=utf-8")
    name = f"quy-{which.first_day.isoformat()}-{which.last_day.isoformat()}.csv"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _all(actor: Actor, which: TillFilter) -> Iterator[TillRow]:
    cursor = ""
    for _number in range(PAGES_MAX):
        page = tills_of(actor, which, cursor=cursor, size=PAGE_ROWS_MAX)
        yield from page.rows
        cursor = page.next_cursor
        if not cursor:
            return


def _head() -> list[str]:
    return [
        _("Ngày"),
        _("Cán bộ thu"),
        _("Số biên lai"),
        _("Biên lai hủy"),
        _("Phí"),
        _("Lệ phí"),
        _("Tiền mặt"),
        _("Chứng từ chuyển khoản"),
        _("Biên nhận thẻ"),
        _("Tiền lẻ đầu ngày"),
        _("Tiền mặt phải có"),
        _("Tiền mặt đếm được"),
        _("Chênh lệch"),
        _("Chốt lúc"),
        _("Ghi chú"),
    ]


def _cells(row: TillRow) -> list[str | int | None]:
    taken = row.takings
    return [
        short_day(row.day),
        row.officer,
        taken.issued,
        taken.cancelled,
        taken.fee_vnd,
        taken.charge_vnd,
        taken.cash_vnd,
        taken.transfers_vnd,
        taken.cards_vnd,
        row.opening_vnd,
        row.expected_vnd,
        row.counted_vnd,
        row.difference_vnd,
        short_moment(row.closed_at) if row.closed_at else "",
        row.note,
    ]


def _plain(cell: str | int | None) -> str | int | None:
    """Typed text that a spreadsheet would take for a formula is told as text."""
    is_formula = isinstance(cell, str) and cell.startswith(FORMULA)
    return f"'{cell}" if is_formula else cell
