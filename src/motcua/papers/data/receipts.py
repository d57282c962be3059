"""Biên lai thu tiền phí, lệ phí: three copies, the amount in words (law.md 2.9, 4.9)."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from motcua.papers.data.heads import CODE, NOBODY, PaperHead, Signer


class ReceiptCopy(StrEnum):
    """Whose copy (liên) of the receipt this is."""

    COLLECTING_OFFICE = "COLLECTING_OFFICE"
    PAYER = "PAYER"
    INTERNAL = "INTERNAL"


THREE_COPIES = (ReceiptCopy.COLLECTING_OFFICE, ReceiptCopy.PAYER, ReceiptCopy.INTERNAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptLine:
    """One fee (phí) or charge (lệ phí: `is_charge`) with its amount."""

    name: str
    amount_vnd: int
    is_charge: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeReceipt:
    """A receipt of money. The total is the sum of the lines: it cannot say anything else.

    `form_code` (Mẫu số), `symbol` (Ký hiệu) and `receipt_number` (Số) as registered.
    """

    head: PaperHead
    collecting_unit: str
    payer_name: str
    lines: tuple[ReceiptLine, ...]
    receipt_number: str = field(metadata=CODE)
    form_code: str = field(default="", metadata=CODE)
    symbol: str = field(default="", metadata=CODE)
    tax_code: str = field(default="", metadata=CODE)
    unit_address: str = ""
    payer_address: str = ""
    payer_tax_code: str = field(default="", metadata=CODE)
    procedure_name: str = ""
    payment_method: str = ""
    collector: Signer = NOBODY
    copies: tuple[ReceiptCopy, ...] = THREE_COPIES

    @property
    def total_vnd(self) -> int:
        return sum(line.amount_vnd for line in self.lines)
