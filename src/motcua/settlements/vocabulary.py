"""Words of giving money back: why, how far it has come, by what way."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class RefundReason(StrEnum):
    """Why money goes back. OTHER is told in words."""

    REFUSED_DOSSIER = "REFUSED_DOSSIER"
    PAID_TWICE = "PAID_TWICE"
    PAID_TOO_MUCH = "PAID_TOO_MUCH"
    EXEMPTION_PROVEN_LATER = "EXEMPTION_PROVEN_LATER"
    FEE_LOWERED = "FEE_LOWERED"
    OTHER = "OTHER"


class RefundState(StrEnum):
    """Asked for, granted or denied by another person, paid."""

    REQUESTED = "REQUESTED"
    APPROVED = "APPROVED"
    DENIED = "DENIED"
    PAID = "PAID"


class RefundWay(StrEnum):
    """Cash leaves an open till; a transfer is known by the number of its slip."""

    CASH = "CASH"
    TRANSFER = "TRANSFER"


STANDING = (RefundState.REQUESTED, RefundState.APPROVED, RefundState.PAID)
"""Those that count against what was paid."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RefundInput:
    """What is asked back of one receipt, fee (phí) and charge (lệ phí) apart."""

    receipt_id: int
    reason: RefundReason
    fee_vnd: int = 0
    charge_vnd: int = 0
    note: str = ""
    payee: str = ""
    """Who gets it and, for a transfer, into which account. The payer of the receipt if empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KindPaid:
    """Of one kind on a receipt: what was paid, and what is asked, granted or given back of it."""

    paid_vnd: int = 0
    refunded_vnd: int = 0

    @property
    def left_vnd(self) -> int:
        return max(0, self.paid_vnd - self.refunded_vnd)
