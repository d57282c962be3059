"""Files as a page shows them."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from motcua.documents.vocabulary import ScanState, StoredFileRow
from motcua.documents.wording import SCAN_STATES
from motcua.ui.formats import number

KILO = 1024
TOLD = frozenset({ScanState.INFECTED, ScanState.FAILED})
"""States worth a word beside a name; most offices have no scanner, and "clean" is what one expects."""


def size_words(size: int) -> str:
    """`340 KB`, `1,2 MB`: as people say it."""
    if size < KILO * KILO:
        return f"{number(max(1, round(size / KILO)))} KB"
    return f"{number(round(Decimal(size) / (KILO * KILO), 1))} MB"


def kept_rows(rows: Iterable[StoredFileRow]) -> list[dict[str, Any]]:
    """For `kept` of the macro `file_field`: what has been sent and is not to be chosen again."""
    return [
        {
            "token": row.token,
            "name": row.name,
            "size": size_words(row.size),
            "note": str(SCAN_STATES[row.scan]) if row.scan in TOLD else "",
        }
        for row in rows
    ]
