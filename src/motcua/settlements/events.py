"""Facts about money given back, in the past tense."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from motcua.kernel.event import Event


@dataclass(frozen=True, kw_only=True)
class RefundRequested(Event):
    """Somebody asked that money of a receipt be given back."""

    code: ClassVar[str] = "refund.requested"

    agency_id: int
    receipt_id: int
    dossier_id: int | None
    reason: str
    note: str
    payee: str
    fee_vnd: int
    charge_vnd: int
    requested_at: datetime
    requested_by_id: int


@dataclass(frozen=True, kw_only=True)
class RefundApproved(Event):
    """Another person found that it is due."""

    code: ClassVar[str] = "refund.approved"

    decided_at: datetime
    decided_by_id: int
    decision_note: str


@dataclass(frozen=True, kw_only=True)
class RefundDenied(Event):
    """Another person found that it is not due, and said why."""

    code: ClassVar[str] = "refund.denied"

    decided_at: datetime
    decided_by_id: int
    decision_note: str


@dataclass(frozen=True, kw_only=True)
class RefundPaid(Event):
    """The money was given back, on a voucher (phiếu chi) with the next number of the year."""

    code: ClassVar[str] = "refund.paid"

    way: str
    till_id: int | None
    slip_number: str
    year: int
    number: int
    paid_at: datetime
    paid_by_id: int
