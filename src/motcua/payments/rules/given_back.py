"""Of money that was given back, what had been paid beyond the fee of that moment. Pure.

A fee that became lower owes the difference back; once given back, it is no longer paid, so that a fee that
rises again asks for it anew. What is given back although it was owed (the office forgives it, docs/explain/books.md)
is never asked for again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Moved:
    """So much at that moment."""

    at: datetime
    amount_vnd: int


@dataclass(frozen=True, slots=True)
class GivenBack:
    """`beyond_vnd` had been paid beyond the fee; `forgiven_vnd` was owed and given back all the same."""

    beyond_vnd: int = 0
    forgiven_vnd: int = 0


def given_back(
    paid: Iterable[Moved], back: Iterable[Moved], owed_at: Callable[[datetime], int]
) -> GivenBack:
    """`paid`: the receipts that stand; `back`: the refunds that were granted, oldest first; `owed_at`: the
    fee as it was then."""
    receipts, beyond, forgiven = tuple(paid), 0, 0
    for one in back:
        held = sum(receipt.amount_vnd for receipt in receipts if receipt.at <= one.at)
        over = max(0, held - beyond - forgiven - owed_at(one.at))
        part = min(one.amount_vnd, over)
        beyond += part
        forgiven += one.amount_vnd - part
    return GivenBack(beyond, forgiven)
