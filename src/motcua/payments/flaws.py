"""What the proofs of money name."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MoneyFlaw:
    """What does not agree: `kind` is receipt, till, payment-order, payment, book or booking; `place` names it; `fields` say
    where."""

    kind: str
    place: str
    fields: tuple[str, ...]
