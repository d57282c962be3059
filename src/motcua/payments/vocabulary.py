"""Words of collecting: ways to pay, states of a receipt, and what is typed at the counter."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from motcua.procedures.vocabulary import AskedAt, FeeKind


class PaymentMethod(StrEnum):
    """How the money came. Only cash lies in the till; of the slips their paper does.

    The last three come without anybody at a counter: by the QR code of an order, through a payment
    gateway, and as a transfer that an officer recognized on the bank's statement.
    """

    CASH = "CASH"
    TRANSFER_SLIP = "TRANSFER_SLIP"
    CARD_SLIP = "CARD_SLIP"
    VIETQR = "VIETQR"
    GATEWAY = "GATEWAY"
    TRANSFER = "TRANSFER"


AT_THE_COUNTER = (PaymentMethod.CASH, PaymentMethod.TRANSFER_SLIP, PaymentMethod.CARD_SLIP)
"""Ways that an officer takes money by, into his till."""
WITHOUT_A_TILL = (PaymentMethod.VIETQR, PaymentMethod.GATEWAY, PaymentMethod.TRANSFER)
"""Ways by which it comes to the account of the agency: no till, no collector."""


class ReceiptState(StrEnum):
    """A canceled receipt keeps its number and stays in the book."""

    ISSUED = "ISSUED"
    CANCELLED = "CANCELLED"


DENOMINATIONS_VND = (500_000, 200_000, 100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000)
"""Notes in use, largest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptLineIn:
    """One amount on a receipt. `is_additional`: for further copies or pages, beyond what the
    dossier owes."""

    kind: FeeKind
    name: str
    amount_vnd: int
    is_additional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CardSlipIn:
    """What the paper of a card terminal says besides its number and amount. Of the card itself the last
    four digits, never more. `paid_at`: the moment printed on it; None for now."""

    terminal: str = ""
    last_four: str = ""
    paid_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeInput:
    """All that is told to collect once.

    Without `lines` all that the dossier still owes is collected, without `payer_name` from whoever
    handed it in. `slip_number` names the bank's slip when it is not cash, of a card the
    approval on it; `given_vnd` is the cash that was handed over, so that the change can be told.
    """

    dossier_code: str = ""
    lines: tuple[ReceiptLineIn, ...] = ()
    payer_name: str = ""
    payer_number: str = ""
    address: str = ""
    method: PaymentMethod = PaymentMethod.CASH
    slip_number: str = ""
    given_vnd: int | None = None
    card: CardSlipIn | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CashCount:
    """What was counted at the end of the day: notes as (value, how many), or only the sum."""

    notes: tuple[tuple[int, int], ...] = ()
    total_vnd: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class KindOwed:
    """Owed and paid of one kind; `additional_vnd` was paid for more than the dossier asked.

    Of what is owed, `at_supplement_vnd` and `at_return_vnd` are asked for later than the rest. `paid_vnd`
    is without what was given back because the fee had become lower; of it, `forgiven_vnd` was given back
    although it was owed, and is not asked for again.
    """

    owed_vnd: int = 0
    paid_vnd: int = 0
    additional_vnd: int = 0
    at_supplement_vnd: int = 0
    at_return_vnd: int = 0
    forgiven_vnd: int = 0

    @property
    def remaining_vnd(self) -> int:
        return max(0, self.owed_vnd - self.paid_vnd)

    def asked_by(self, moment: AskedAt) -> int:
        """What is asked for at this moment and before it; never more than is owed."""
        later = {
            AskedAt.RECEPTION: self.at_supplement_vnd + self.at_return_vnd,
            AskedAt.SUPPLEMENT: self.at_return_vnd,
            AskedAt.RETURN: 0,
        }
        return max(0, self.owed_vnd - later[moment])

    def due_by(self, moment: AskedAt) -> int:
        """Of that, what has not been paid. Money counts for what is asked for first."""
        return max(0, self.asked_by(moment) - self.paid_vnd)

    @property
    def over_vnd(self) -> int:
        """Paid beyond what is owed, since the fee became lower: to be given back."""
        return max(0, self.paid_vnd - self.forgiven_vnd - self.owed_vnd)


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """What a dossier owes, fee (phí) and charge (lệ phí) apart. `moment`: how far the dossier has come;
    what is asked for later is owed but not due."""

    fee: KindOwed = KindOwed()
    charge: KindOwed = KindOwed()
    moment: AskedAt = AskedAt.RETURN

    def of(self, kind: FeeKind) -> KindOwed:
        return self.fee if kind is FeeKind.FEE else self.charge

    @property
    def total_vnd(self) -> int:
        return self.fee.owed_vnd + self.charge.owed_vnd

    @property
    def paid_vnd(self) -> int:
        return self.fee.paid_vnd + self.charge.paid_vnd

    @property
    def remaining_vnd(self) -> int:
        return self.fee.remaining_vnd + self.charge.remaining_vnd

    @property
    def is_free(self) -> bool:
        """Nothing is asked: no page of paying is ever shown."""
        return self.total_vnd == 0

    @property
    def is_settled(self) -> bool:
        return self.remaining_vnd == 0

    def due_of(self, kind: FeeKind) -> int:
        return self.of(kind).due_by(self.moment)

    @property
    def due_vnd(self) -> int:
        """To be paid now."""
        return self.due_by(self.moment)

    def due_by(self, moment: AskedAt) -> int:
        return self.fee.due_by(moment) + self.charge.due_by(moment)

    @property
    def later(self) -> tuple[tuple[AskedAt, int], ...]:
        """What comes later, in its order; moments at which nothing will be asked are left out."""
        moments = tuple(AskedAt)
        ahead = moments[moments.index(self.moment) + 1 :]
        before = (self.moment, *ahead)
        steps = zip(before, ahead, strict=False)
        told = [(after, self.due_by(after) - self.due_by(first)) for first, after in steps]
        return tuple((moment, amount) for moment, amount in told if amount)

    @property
    def is_nothing_due(self) -> bool:
        """Nothing is asked for now: paid, or asked for later."""
        return self.due_vnd == 0

    @property
    def over_vnd(self) -> int:
        return self.fee.over_vnd + self.charge.over_vnd


class OrderState(StrEnum):
    """The life of one attempt to pay. All but OPEN, EXPIRED and WITHDRAWN say that money came."""

    OPEN = "OPEN"
    PAID = "PAID"
    PAID_LATE = "PAID_LATE"
    PAID_WRONG_AMOUNT = "PAID_WRONG_AMOUNT"
    EXPIRED = "EXPIRED"
    WITHDRAWN = "WITHDRAWN"


class Sight(StrEnum):
    """By what the office saw that money came. The same money may be seen by each of them once."""

    MESSAGE = "MESSAGE"
    STATEMENT = "STATEMENT"
    PERSON = "PERSON"


class PaymentCause(StrEnum):
    """How money fits what was asked for."""

    AS_ASKED = "AS_ASKED"
    LATE = "LATE"
    WRONG_AMOUNT = "WRONG_AMOUNT"
    AGAIN = "AGAIN"
    ASSIGNED = "ASSIGNED"


class MessageVerdict(StrEnum):
    """What the office made of a message of a gateway."""

    ACCEPTED = "ACCEPTED"
    ACCEPTED_LATE = "ACCEPTED_LATE"
    WRONG_AMOUNT = "WRONG_AMOUNT"
    REPEATED = "REPEATED"
    CONTRADICTED = "CONTRADICTED"
    NOT_PAID = "NOT_PAID"
    WRONG_CURRENCY = "WRONG_CURRENCY"
    UNKNOWN_ORDER = "UNKNOWN_ORDER"
    STALE = "STALE"
    FORGED = "FORGED"
    UNREADABLE = "UNREADABLE"


TAKEN = frozenset(
    {MessageVerdict.ACCEPTED, MessageVerdict.ACCEPTED_LATE, MessageVerdict.WRONG_AMOUNT}
)
"""Verdicts by which money was booked."""


class LineState(StrEnum):
    """A line of a bank's statement: nobody's yet, known by its reference, given to a dossier by an
    officer, or not the office's."""

    WAITING = "WAITING"
    MATCHED = "MATCHED"
    ASSIGNED = "ASSIGNED"
    NOT_OURS = "NOT_OURS"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a gateway says of one transaction, as read from its message. `means`: by what the citizen
    paid there; `sent_at`: when the message was signed."""

    order_number: str
    transaction: str
    amount_vnd: int | None
    currency: str
    is_paid: bool
    means: str = ""
    merchant: str = ""
    sent_at: datetime | None = None
    paid_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """How money that came is spread: what is still owed first, the rest is given back."""

    fee_vnd: int = 0
    charge_vnd: int = 0
    rest_vnd: int = 0

    @property
    def booked_vnd(self) -> int:
        return self.fee_vnd + self.charge_vnd


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountInput:
    """A bank account by which an agency takes money from a day on, and the gateway that serves it."""

    agency_id: int
    bank_bin: str
    bank_name: str
    number: str
    holder: str
    valid_from: date
    valid_until: date | None = None
    gateway: str = ""
    merchant: str = ""
