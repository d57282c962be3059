"""Facts about money at the counter, in the past tense."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, ClassVar

from motcua.kernel.event import Event


@dataclass(frozen=True, kw_only=True)
class ReceiptIssued(Event):
    """Money was taken and a receipt given for it."""

    code: ClassVar[str] = "receipt.issued"

    agency_id: int
    till_id: int
    year: int
    number: int
    book_symbol: str
    dossier_id: int | None
    dossier_code: str
    payer_name: str
    payer_number: str
    address: str
    collected_at: datetime
    collected_by_id: int
    method: str
    slip_number: str
    lines: tuple[dict[str, Any], ...]
    total_vnd: int
    given_vnd: int | None


@dataclass(frozen=True, kw_only=True)
class ReceiptCancelled(Event):
    """A receipt was made void and its money given back; its number stays in the book."""

    code: ClassVar[str] = "receipt.cancelled"

    book_symbol: str
    number: int
    total_vnd: int
    cancelled_at: datetime
    cancelled_by_id: int | None
    reason: str


@dataclass(frozen=True, kw_only=True)
class TillOpened(Event):
    """An officer began to take money on a day, with this much cash lying ready."""

    code: ClassVar[str] = "till.opened"

    agency_id: int
    holding_id: int
    day: date
    opened_at: datetime
    opening_vnd: int


@dataclass(frozen=True, kw_only=True)
class TillClosed(Event):
    """The cash was counted; from here on the day's receipts stand."""

    code: ClassVar[str] = "till.closed"

    day: date
    closed_at: datetime
    counted_vnd: int
    expected_vnd: int
    difference_vnd: int
    notes: tuple[tuple[int, int], ...]
    note: str
