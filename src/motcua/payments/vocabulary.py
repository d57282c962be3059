"""Words of collecting: ways to pay, states of a receipt, and what is typed at the counter."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from motcua.procedures.vocabulary import FeeKind


class PaymentMethod(StrEnum):
    """How the money came. Only cash lies in the till; of the others a slip does."""

    CASH = "CASH"
    TRANSFER_SLIP = "TRANSFER_SLIP"
    CARD_SLIP = "CARD_SLIP"


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
class FeeInput:
    """All that is told to collect once.

    Without `lines` all that the dossier still owes is collected, without `payer_name` from whoever
    handed it in. `slip_number` names the bank's slip when it is not cash; `given_vnd` is the cash
    that was handed over, so that the change can be told.
    """

    dossier_code: str = ""
    lines: tuple[ReceiptLineIn, ...] = ()
    payer_name: str = ""
    payer_number: str = ""
    address: str = ""
    method: PaymentMethod = PaymentMethod.CASH
    slip_number: str = ""
    given_vnd: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CashCount:
    """What was counted at the end of the day: notes as (value, how many), or only the sum."""

    notes: tuple[tuple[int, int], ...] = ()
    total_vnd: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class KindOwed:
    """Owed and paid of one kind; `additional_vnd` was paid for more than the dossier asked."""

    owed_vnd: int = 0
    paid_vnd: int = 0
    additional_vnd: int = 0

    @property
    def remaining_vnd(self) -> int:
        return max(0, self.owed_vnd - self.paid_vnd)


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """What a dossier owes, fee (phí) and charge (lệ phí) apart."""

    fee: KindOwed = KindOwed()
    charge: KindOwed = KindOwed()

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
