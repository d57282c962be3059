"""Facts of what is owed: worked out anew, or let go unpaid for the time being."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from motcua.kernel.event import Event


@dataclass(frozen=True, kw_only=True)
class FeeSettled(Event):
    """What the dossier owes was worked out anew: `fees` are its lines from now on. `claim`: what was
    decided of a preference (in the shape of `rows.claim_values`); None where only the case became another."""

    code: ClassVar[str] = "dossier.fee-settled"

    reason: str
    old_total_vnd: int
    fee_total_vnd: int
    fees: tuple[dict[str, Any], ...]
    claim: dict[str, Any] | None = None


@dataclass(frozen=True, kw_only=True)
class UnpaidReturnAllowed(Event):
    """A leader lets the result be handed over before its fee is paid. The fee stays owed."""

    code: ClassVar[str] = "dossier.unpaid-return-allowed"

    reason: str
    leave: dict[str, Any]
