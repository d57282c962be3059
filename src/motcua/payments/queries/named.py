"""Receipts named for rooms that count them: number, payer, dossier. The caller has the right."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from motcua.payments.models import Receipt


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptNamed:
    """A receipt by its number."""

    id: int
    book_symbol: str
    number: int
    dossier_code: str
    method: str


def receipts_named(ids: Collection[int]) -> dict[int, ReceiptNamed]:
    """By id. One query, none for nothing."""
    if not ids:
        return {}
    names = ("pk", "book_symbol", "number", "dossier__code", "method")
    found = Receipt.objects.filter(pk__in=ids).values_list(*names)
    return {
        pk: ReceiptNamed(
            id=pk, book_symbol=symbol, number=number, dossier_code=code or "", method=method
        )
        for pk, symbol, number, code, method in found
    }
