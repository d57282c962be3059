"""Words of the books: the chart of accounts, what an entry is made of, and what a posting says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class AccountCode(StrEnum):
    """The chart of accounts. What `ref` of an account names stands beside each.

    Money the agency holds: CASH (a till), SAFE, BANK (a collecting account), and what is on its way to
    the bank: CARD_CLEARING, TRANSFER_CLEARING, GATEWAY_CLEARING (a gateway). TILL_SHORT: cash that
    was missing (a holding). What it owes: OWED_FEE and OWED_CHARGE (the agency that is due the money),
    REFUNDS_DUE (granted, not yet paid), UNIDENTIFIED (came in, nobody knows what for), FLOAT (change
    laid ready in the morning), TILL_OVER (cash beyond what was expected; a holding), KEPT (the agency's own:
    what a rule lets it keep of the money collected for another; FEE or CHARGE).
    """

    CASH = "CASH"
    SAFE = "SAFE"
    BANK = "BANK"
    CARD_CLEARING = "CARD_CLEARING"
    TRANSFER_CLEARING = "TRANSFER_CLEARING"
    GATEWAY_CLEARING = "GATEWAY_CLEARING"
    TILL_SHORT = "TILL_SHORT"
    OWED_FEE = "OWED_FEE"
    OWED_CHARGE = "OWED_CHARGE"
    REFUNDS_DUE = "REFUNDS_DUE"
    UNIDENTIFIED = "UNIDENTIFIED"
    FLOAT = "FLOAT"
    TILL_OVER = "TILL_OVER"
    KEPT = "KEPT"


RISES_BY_DEBIT = frozenset(
    {
        AccountCode.CASH,
        AccountCode.SAFE,
        AccountCode.BANK,
        AccountCode.CARD_CLEARING,
        AccountCode.TRANSFER_CLEARING,
        AccountCode.GATEWAY_CLEARING,
        AccountCode.TILL_SHORT,
    }
)
"""What the agency holds rises by debit; what it owes rises by credit."""

PASSED_THROUGH = frozenset({AccountCode.CASH, AccountCode.REFUNDS_DUE})
"""An account for each till and each refund: money comes, goes on, and nothing stands there any more."""
OWED = frozenset({AccountCode.OWED_FEE, AccountCode.OWED_CHARGE})
AMOUNT_MAX_VND = 10**13


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """An account of an agency: its code, and of what it is the account (`ref`, "" where there is one)."""

    code: AccountCode
    ref: str = ""


def at_the_bank(account_id: int | None) -> Place:
    """Money on a collecting account, whichever act moves it; None where the agency has told of none."""
    return Place(AccountCode.BANK, "" if account_id is None else str(account_id))


@dataclass(frozen=True, slots=True)
class Line:
    """`amount_vnd` goes from the credited to the debited account."""

    debit: Place
    credit: Place
    amount_vnd: int

    def turned(self) -> Line:
        return Line(self.credit, self.debit, self.amount_vnd)


@dataclass(frozen=True, slots=True)
class Source:
    """The fact that money moved by: the subject of the ledger, and which of its facts."""

    kind: str
    id: int
    purpose: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """All that one fact moves in the books of an agency. A source is posted once.

    `day`: the day it counts for. `dossier_id`: whose money it was, if it was a dossier's.
    """

    agency_id: int
    source: Source
    day: date
    lines: tuple[Line, ...]
    dossier_id: int | None = None


def signed(code: AccountCode, debits_vnd: int, credits_vnd: int) -> int:
    """A balance as people say it: above 0 on the side by which the account rises."""
    difference = debits_vnd - credits_vnd
    return difference if code in RISES_BY_DEBIT else -difference
