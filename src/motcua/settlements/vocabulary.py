"""Words of giving money back, and of handing it on to the agencies it was collected for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
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


class Span(StrEnum):
    """How long a period of settling is."""

    DAY = "DAY"
    WEEK = "WEEK"
    MONTH = "MONTH"
    QUARTER = "QUARTER"


USUAL_SPAN = Span.QUARTER
"""Where an agency has set nothing else (law.md 4.9: NĐ 61/2018 Đ.12)."""
WHOLE_BP = 10_000
"""Hundredths of a percent in a whole."""


class SettlementState(StrEnum):
    """Made up, sent to the agency that is due the money, accepted or disputed by it, paid."""

    DRAFT = "DRAFT"
    SENT = "SENT"
    DISPUTED = "DISPUTED"
    ACCEPTED = "ACCEPTED"
    PAID = "PAID"


class SettlementAct(StrEnum):
    """What is done with a settlement that stands."""

    SEND = "SEND"
    ANSWER = "ANSWER"
    ACCEPT = "ACCEPT"
    DISPUTE = "DISPUTE"
    PAY = "PAY"


class RemittanceWay(StrEnum):
    """By the bank, or in cash out of the safe. Either has the number of its slip."""

    TRANSFER = "TRANSFER"
    CASH = "CASH"


class Part(StrEnum):
    """Why a transfer counts in a settlement."""

    COLLECTED = "COLLECTED"
    CANCELLED = "CANCELLED"
    REFUNDED = "REFUNDED"


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """How often an agency settles and what it keeps back, in hundredths of a percent."""

    span: Span = USUAL_SPAN
    kept_fee_bp: int = 0
    kept_charge_bp: int = 0
    basis: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TermsInput:
    """Terms from a day on. `basis`: by which paper."""

    agency_id: int
    valid_from: date
    span: Span
    kept_fee_bp: int
    kept_charge_bp: int
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """One kind of a settlement. `carried_vnd`: what the former one left below nothing (0 or less)."""

    carried_vnd: int = 0
    collected_vnd: int = 0
    cancelled_vnd: int = 0
    refunded_vnd: int = 0
    kept_vnd: int = 0

    @property
    def due_vnd(self) -> int:
        """To hand on; below nothing it is carried to the next period."""
        taken = self.cancelled_vnd + self.refunded_vnd + self.kept_vnd
        return self.carried_vnd + self.collected_vnd - taken

    @property
    def to_transfer_vnd(self) -> int:
        return max(0, self.due_vnd)
