"""Facts about money given back and handed on, in the past tense."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, ClassVar

from motcua.kernel.event import Event


@dataclass(frozen=True, kw_only=True)
class RefundRequested(Event):
    """Somebody asked that money of a receipt be given back, or what nobody owed of a payment."""

    code: ClassVar[str] = "refund.requested"

    agency_id: int
    receipt_id: int | None
    dossier_id: int | None
    reason: str
    note: str
    payee: str
    fee_vnd: int
    charge_vnd: int
    requested_at: datetime
    requested_by_id: int
    payment_id: int | None = None
    rest_vnd: int = 0


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


@dataclass(frozen=True, kw_only=True)
class SettlementTermsSet(Event):
    """How often an agency settles and what it keeps back, from a day on."""

    code: ClassVar[str] = "settlement-terms.set"

    agency_id: int
    valid_from: date
    span: str
    kept_fee_bp: int
    kept_charge_bp: int
    basis: str


@dataclass(frozen=True, kw_only=True)
class SettlementDrafted(Event):
    """A settlement of a period with the agency that is due the money was begun."""

    code: ClassVar[str] = "settlement.drafted"

    agency_id: int
    due_agency_id: int
    first_day: date
    last_day: date
    kept_fee_bp: int
    kept_charge_bp: int
    drafted_at: datetime
    drafted_by_id: int


@dataclass(frozen=True, kw_only=True)
class SettlementSent(Event):
    """It was sent, and from now on its figures stand: `parts` by kind, `items_digest` names the transfers."""

    code: ClassVar[str] = "settlement.sent"

    sent_at: datetime
    sent_by_id: int
    sent_note: str
    next_transfer: int
    parts: tuple[dict[str, Any], ...]
    items_digest: str


@dataclass(frozen=True, kw_only=True)
class SettlementAnswered(Event):
    """The dispute was answered; it is sent again, its figures as they were."""

    code: ClassVar[str] = "settlement.answered"

    sent_at: datetime
    sent_by_id: int
    sent_note: str


@dataclass(frozen=True, kw_only=True)
class SettlementAccepted(Event):
    """The agency that is due the money found it right."""

    code: ClassVar[str] = "settlement.accepted"

    answered_at: datetime
    answered_by_id: int
    answer_note: str


@dataclass(frozen=True, kw_only=True)
class SettlementDisputed(Event):
    """The agency that is due the money found it wrong, and said why."""

    code: ClassVar[str] = "settlement.disputed"

    answered_at: datetime
    answered_by_id: int
    answer_note: str


@dataclass(frozen=True, kw_only=True)
class SettlementPaid(Event):
    """The money was handed on; `way` is "" where nothing was to be handed on."""

    code: ClassVar[str] = "settlement.paid"

    paid_at: datetime
    paid_by_id: int
    way: str
    slip_number: str
    paid_on: date | None
    amount_vnd: int
