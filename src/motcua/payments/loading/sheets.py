"""The tables that are filled, in the order in which they must be."""

from __future__ import annotations

from collections.abc import Collection

from django.db import connection
from django.db.models import Max

from motcua.books.loading import ACCOUNTS, TRANSFERS, last_account_id
from motcua.database.counting_on import count_on
from motcua.database.filling import Sheet
from motcua.database.tables import table_of
from motcua.payments.models import Receipt, ReceiptBook, ReceiptLine, Till
from motcua.payments.rows import CANCEL_FIELDS, CLOSE_FIELDS, RECEIPT_FIELDS, TILL_FIELDS

RECEIPTS = Sheet(Receipt, ("id", *RECEIPT_FIELDS, *CANCEL_FIELDS, "search_key"))
RECEIPT_LINES = Sheet(
    ReceiptLine, ("receipt_id", "position", "kind", "name", "amount_vnd", "is_additional")
)
TILLS = Sheet(Till, ("id", *TILL_FIELDS, *CLOSE_FIELDS, "notes"))
SHEETS = (TILLS, RECEIPTS, RECEIPT_LINES, ACCOUNTS, TRANSFERS)
BOOKS = (
    "INSERT INTO payments_receiptbook (agency_id, year, symbol, last) "
    "SELECT agency_id, year, book_symbol, max(number) FROM payments_receipt receipt "
    "WHERE NOT EXISTS (SELECT 1 FROM payments_receiptbook book "
    "WHERE book.agency_id = receipt.agency_id AND book.year = receipt.year) "
    "GROUP BY agency_id, year, book_symbol"
)


def has_receipts(*, but_for: Collection[int]) -> bool:
    """Whether an agency but these has given a receipt."""
    return ReceiptBook.objects.exclude(agency__in=but_for).exists()


def last_ids() -> tuple[int, int, int]:
    """The highest ids so far: of receipts, tills and accounts."""
    receipts = Receipt.objects.aggregate(last=Max("id"))["last"]
    tills = Till.objects.aggregate(last=Max("id"))["last"]
    return int(receipts or 0), int(tills or 0), last_account_id()


def go_on_from_here() -> None:
    """The next receipt, till and account get the numbers behind those that were loaded."""
    with connection.cursor() as cursor:
        cursor.execute(BOOKS)
    for sheet, last in zip((RECEIPTS, TILLS, ACCOUNTS), last_ids(), strict=True):
        count_on(table_of(sheet.model), last)
