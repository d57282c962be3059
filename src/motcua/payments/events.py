"""Facts about money at the counter, in the past tense."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, ClassVar

from motcua.kernel.event import Event


@dataclass(frozen=True, kw_only=True)
class ReceiptIssued(Event):
    """Money was taken and a receipt given for it. Without till and collector it came to the account.
    `card`: the slip of a terminal, if one stands behind it."""

    code: ClassVar[str] = "receipt.issued"

    agency_id: int
    till_id: int | None
    year: int
    number: int
    book_symbol: str
    dossier_id: int | None
    dossier_code: str
    payer_name: str
    payer_number: str
    address: str
    collected_at: datetime
    collected_by_id: int | None
    method: str
    slip_number: str
    lines: tuple[dict[str, Any], ...]
    total_vnd: int
    given_vnd: int | None
    card: dict[str, Any] | None = None


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


@dataclass(frozen=True, kw_only=True)
class CollectingAccountSet(Event):
    """An agency is paid by this account from a day on."""

    code: ClassVar[str] = "collecting-account.set"

    agency_id: int
    bank_bin: str
    bank_name: str
    number: str
    holder: str
    gateway: str
    merchant: str
    valid_from: date
    valid_until: date | None


@dataclass(frozen=True, kw_only=True)
class CollectingAccountCorrected(CollectingAccountSet):
    """What was typed wrong of an account by which nothing had been paid yet."""

    code: ClassVar[str] = "collecting-account.corrected"


@dataclass(frozen=True, kw_only=True)
class CollectingAccountEnded(Event):
    """An account takes money up to, not including, a day."""

    code: ClassVar[str] = "collecting-account.ended"

    valid_until: date


@dataclass(frozen=True, kw_only=True)
class PaymentOrderOpened(Event):
    """Somebody is about to pay what a dossier owes: a new number, a fixed amount."""

    code: ClassVar[str] = "payment-order.opened"

    agency_id: int
    dossier_id: int
    dossier_code: str
    account_id: int
    number: str
    amount_vnd: int
    gateway: str
    merchant: str
    opened_at: datetime
    expires_at: datetime
    lines: tuple[dict[str, Any], ...]


@dataclass(frozen=True, kw_only=True)
class PaymentOrderWithdrawn(Event):
    """Another attempt took its place, or it was paid otherwise. `reason` is a code."""

    code: ClassVar[str] = "payment-order.withdrawn"

    number: str
    state: str
    ended_at: datetime
    reason: str


@dataclass(frozen=True, kw_only=True)
class PaymentOrderExpired(Event):
    """Nobody paid while it was open. It names the dossier where that is to be told: not when another
    attempt or money took its place."""

    code: ClassVar[str] = "payment-order.expired"

    number: str
    state: str
    ended_at: datetime
    dossier_code: str = ""


@dataclass(frozen=True, kw_only=True)
class PaymentOrderPaid(Event):
    """Money came for it; `state` says whether in time and as much as was asked."""

    code: ClassVar[str] = "payment-order.paid"

    number: str
    state: str
    ended_at: datetime
    amount_vnd: int


@dataclass(frozen=True, kw_only=True)
class PaymentReceived(Event):
    """Money came to the account: so much was owed and has a receipt, the rest is to be given back."""

    code: ClassVar[str] = "payment.received"

    agency_id: int
    dossier_id: int
    dossier_code: str
    order_id: int | None
    order_number: str
    amount_vnd: int
    booked_vnd: int
    rest_vnd: int
    method: str
    reference: str
    cause: str
    came_at: datetime
    booked_at: datetime
    receipt_id: int | None
    message_id: int | None
    line_id: int | None
    told_by_id: int | None
    reason: str


@dataclass(frozen=True, kw_only=True)
class PaymentConfirmed(Event):
    """The same money was seen by another way too."""

    code: ClassVar[str] = "payment.confirmed"

    sight: str
    message_id: int | None = None
    line_id: int | None = None
    told_by_id: int | None = None
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class BankStatementRead(Event):
    """A statement of the bank was read; `digest` names the file."""

    code: ClassVar[str] = "bank-statement.read"

    agency_id: int
    account_id: int
    file_name: str
    digest: str
    form: str
    lines_in_file: int
    lines_new: int
    lines_out: int
    sum_new_vnd: int


@dataclass(frozen=True, kw_only=True)
class StatementLineSettled(Event):
    """What a line of the statement is: known by its reference, given to a dossier, not the office's."""

    code: ClassVar[str] = "statement-line.settled"

    state: str
    amount_vnd: int
    order_id: int | None
    dossier_id: int | None
    settled_at: datetime
    settled_by_id: int | None
    reason: str
