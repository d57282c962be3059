"""Words of reconciliation: what may differ, what is likely, and the plain facts that are compared."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum


class Kind(StrEnum):
    """What differs."""

    TILL_COUNT = "TILL_COUNT"
    TILL_OPEN = "TILL_OPEN"
    TILL_RECEIPTS = "TILL_RECEIPTS"
    BOOKS = "BOOKS"
    LINE_WAITING = "LINE_WAITING"
    LINE_WITHOUT_RECEIPT = "LINE_WITHOUT_RECEIPT"
    RECEIPT_WITHOUT_MONEY = "RECEIPT_WITHOUT_MONEY"
    REST = "REST"
    PAID_LESS = "PAID_LESS"
    BANK_FEE = "BANK_FEE"
    ORDER_STUCK = "ORDER_STUCK"
    MESSAGE_REFUSED = "MESSAGE_REFUSED"
    REFUND_STUCK = "REFUND_STUCK"
    STATEMENT_MISSING = "STATEMENT_MISSING"


class Likely(StrEnum):
    """What is likely; a person finds out."""

    MISCOUNTED = "MISCOUNTED"
    FORGOTTEN = "FORGOTTEN"
    TAMPERED = "TAMPERED"
    SLIP_AT_COUNTER = "SLIP_AT_COUNTER"
    WRONG_REFERENCE = "WRONG_REFERENCE"
    UNKNOWN = "UNKNOWN"
    PAID_TWICE = "PAID_TWICE"
    PAID_LATE = "PAID_LATE"
    PAID_TOO_MUCH = "PAID_TOO_MUCH"
    PAID_TOO_LITTLE = "PAID_TOO_LITTLE"
    FEE_BY_BANK = "FEE_BY_BANK"
    NEVER_CAME = "NEVER_CAME"
    NOT_READ = "NOT_READ"
    JOB_STOPPED = "JOB_STOPPED"
    FORGED = "FORGED"
    GATEWAY_FAULT = "GATEWAY_FAULT"
    UNDECIDED = "UNDECIDED"
    UNPAID = "UNPAID"


class State(StrEnum):
    """A difference stands, was explained by a person (and still stands), or is gone."""

    OPEN = "OPEN"
    EXPLAINED = "EXPLAINED"
    GONE = "GONE"


class SubjectKind(StrEnum):
    """What a difference is about."""

    TILL = "till"
    RECEIPT = "receipt"
    PAYMENT = "payment"
    STATEMENT_LINE = "statement-line"
    PAYMENT_ORDER = "payment-order"
    MESSAGE = "payment-message"
    REFUND = "refund"
    ACCOUNT = "collecting-account"


@dataclass(frozen=True, slots=True, order=True)
class Named:
    """What makes a difference the same one when it is found again."""

    kind: Kind
    subject_kind: SubjectKind
    subject_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A difference: about what, how much, what is likely. `about`: the number or code people know it by;
    `owner_id`: the holding whose it is, None where it is the accountant's."""

    named: Named
    day: date
    amount_vnd: int
    likely: Likely
    about: str = ""
    owner_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """After how many days what waits is stuck. The office's own measure, not the law's."""

    clearing_days: int = 3
    refund_days: int = 5
    order_minutes: int = 60
    bank_fee_max_vnd: int = 55_000


@dataclass(frozen=True, slots=True, kw_only=True)
class TillFact:
    """A till: what it says of itself, and what its receipts and refunds say."""

    id: int
    day: date
    holding_id: int
    is_closed: bool
    opening_vnd: int = 0
    expected_vnd: int = 0
    counted_vnd: int = 0
    cash_vnd: int = 0
    refunded_vnd: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipFact:
    """A receipt of a transfer whose slip was shown at the counter."""

    id: int
    day: date
    total_vnd: int
    slip_number: str
    number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderFact:
    """An attempt to pay."""

    id: int
    number: str
    amount_vnd: int
    is_open: bool
    is_paid: bool
    expires_at: datetime
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentFact:
    """Money that came. `asked_back_vnd`: what of its rest is asked, granted or given back;
    `still_owed_vnd`: of its dossier."""

    id: int
    order_id: int | None
    account_id: int | None
    reference: str
    amount_vnd: int
    rest_vnd: int
    cause: str
    day: date
    on_statement: bool
    asked_back_vnd: int = 0
    still_owed_vnd: int = 0
    asked_vnd: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class LineFact:
    """A line of a bank's statement."""

    id: int
    account_id: int
    day: date
    amount_vnd: int
    reference: str
    text: str
    is_waiting: bool
    has_payment: bool
    is_not_ours: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageFact:
    """A gateway's message that was refused."""

    id: int
    day: date
    verdict: str
    order_id: int | None
    order_number: str
    amount_vnd: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RefundFact:
    """A refund that was asked and is neither denied nor paid. `since`: of its last step."""

    id: int
    is_granted: bool
    since: date
    total_vnd: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BookFact:
    """A row of which the books say something else."""

    subject_kind: SubjectKind
    subject_id: int
    day: date
    amount_vnd: int
    about: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """All that is compared for one agency. `read_until`: by account, the last day a statement covers."""

    tills: tuple[TillFact, ...] = ()
    slips: tuple[SlipFact, ...] = ()
    orders: tuple[OrderFact, ...] = ()
    payments: tuple[PaymentFact, ...] = ()
    lines: tuple[LineFact, ...] = ()
    messages: tuple[MessageFact, ...] = ()
    refunds: tuple[RefundFact, ...] = ()
    books: tuple[BookFact, ...] = ()
    read_until: dict[int, date] = field(default_factory=dict)
